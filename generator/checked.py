"""The folder of a site -> everything in it, read, loaded and checked.

Takes a folder; gives a Checked site, or every problem at once as one PlanError. Knows nothing of pages' contents.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import checks, originals, supplied
from generator.catalogs import (
    INTERFACE,
    INTERFACE_CATALOGS,
    SITE_CATALOG,
    TRANSLATIONS_FOLDER,
    read_catalogs,
    stray_files,
)
from generator.content import load_content, translated
from generator.languages import language
from generator.ledger import Standing, standing
from generator.load import PLANS_FOLDER, load, load_site, plan_folders
from generator.model import PlanEditions
from generator.originals import Original
from generator.pages import ProsePage
from generator.periods import Period
from generator.problems import PlanError, Problem, Severity, by_place, errors
from generator.site import Site, WhenOutdated
from generator.translate import Translator


@dataclass(frozen=True)
class Checked:
    """A site that can be built, and the warnings about it. `left_out` names drafts that are not shown."""

    folder: Path
    site: Site
    plans: tuple[PlanEditions, ...]
    prose: tuple[ProsePage, ...]
    translators: dict[str, Translator]
    originals: dict[str, tuple[Original, ...]]
    warnings: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()


def check(folder: Path, as_of: Period | None = None) -> Checked:
    """Read, load and check a site. Raises PlanError with every problem if it has errors.

    `as_of` replaces the day that plan_data/site.yaml gives.
    """
    problems: list[Problem] = []
    site = load_site(folder)
    if isinstance(site, list):
        problems += site
    plans = []
    all_loaded = True
    for path in plan_folders(folder):
        plan = load(path, folder)
        if isinstance(plan, list):
            problems += plan
            all_loaded = False
        else:
            plans.append(plan)
    prose, faults = load_content(folder)
    problems += faults
    if all_loaded:
        # A page may not lead to a draft: readers would find nothing there.
        problems += checks.of_prose(
            prose, tuple(replace(plan, editions=plan.published or plan.editions) for plan in plans)
        )
    if not plans and not problems:
        hint = f"Make a folder with a plan.yaml in {PLANS_FOLDER}/; docs/new-site.md shows what it holds."
        problems.append(Problem("This site has no plan", "files", hint))
    texts = _originals(site, plans, prose)
    translators = _translators(folder, plans, site, texts, problems)
    for plan in plans:
        problems += checks.of_plan(plan)
    if isinstance(site, Site) and all_loaded:
        problems += checks.of_site(site, tuple(plans))
    if isinstance(site, Site):
        problems += supplied.lost(site.formats.supplied, folder)
    if isinstance(site, list) or errors(problems):
        raise PlanError(problems)
    if as_of is not None:
        site = replace(site, as_of=as_of)
    problems += _left_out(plans, texts, translators)
    pages = tuple(translated(prose, site.language, translators))
    return Checked(folder, site, tuple(plans), pages, translators, texts, by_place(problems))


def _originals(
    site: Site | list[Problem], plans: list[PlanEditions], prose: tuple[ProsePage, ...]
) -> dict[str, tuple[Original, ...]]:
    """The texts to translate, by the name of the catalog that they stand in."""
    texts = {str(plan.plan.id): originals.of_plan(plan) for plan in plans}
    return texts if isinstance(site, list) else texts | {SITE_CATALOG: originals.of_site(site, prose)}


def _translators(
    folder: Path,
    plans: list[PlanEditions],
    site: Site | list[Problem],
    texts: Mapping[str, tuple[Original, ...]],
    problems: list[Problem],
) -> dict[str, Translator]:
    """A translator for each language of the plans, the site's own first."""
    default, policies = ("", {}) if isinstance(site, list) else (site.language, _policies(site))
    codes = dict.fromkeys([default, *(code for plan in plans for code in plan.plan.languages)])
    names = [INTERFACE, SITE_CATALOG, *(plan.plan.id for plan in plans)]
    rich = frozenset(text.context for each in texts.values() for text in each if text.rich)
    translators = {}
    for code in codes:
        spoken = language(code)
        if spoken is None:
            continue
        folders = (folder / TRANSLATIONS_FOLDER, INTERFACE_CATALOGS)
        read = read_catalogs(folders, names, spoken, folder, rich)
        problems += read.problems
        translators[code] = Translator(spoken, read.catalogs, policies.get(code, WhenOutdated.NOTICE))
    speaking = [translator.language for translator in translators.values()]
    problems += stray_files(folder / TRANSLATIONS_FOLDER, names, speaking, folder)
    return translators


def _left_out(
    plans: list[PlanEditions], texts: Mapping[str, tuple[Original, ...]], translators: Mapping[str, Translator]
) -> Iterator[Problem]:
    """Say of each language with translations which texts of the summary it lacks: without them, pages are left out."""
    for plan in plans:
        name = str(plan.plan.id)
        for code in plan.plan.languages:
            translator = translators[code].of_plan(name)
            texts_of = [standing(translator, text) for text in texts[name]]
            lacking = sum(
                text.summary and each is Standing.MISSING for text, each in zip(texts[name], texts_of, strict=True)
            )
            if lacking and any(each not in (Standing.MISSING, Standing.ORIGINAL) for each in texts_of):
                what = "1 text" if lacking == 1 else f"{lacking} texts"
                message = f'The summary of "{name}" lacks {what} in "{code}", so pages are left out in that language'
                hint = "Run: planpress translations --update. Then translate what it names."
                yield Problem(message, "translations", hint, severity=Severity.WARNING)


def _policies(site: Site) -> dict[str, WhenOutdated]:
    return {str(each.language): each.outdated for each in site.translations}
