"""A site's catalogs, kept up: brought in step with the plan, marked as checked, and told of.

Takes the folder of a site; writes its catalogs, or gives a Report. Raises PlanError like every step, and then no file
has changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import catalog_files
from generator.build import SITE_CATALOG, TRANSLATIONS_FOLDER, Checked, check
from generator.catalogs import INTERFACE, INTERFACE_CATALOGS, catalog_path
from generator.fields import LanguageCode
from generator.languages import INTERFACE_LANGUAGE, Language, known_language
from generator.ledger import Standing, Tally, coverage, standing
from generator.originals import Original, of_interface
from generator.problems import PlanError, Problem, Severity

_NAMED = 5
"""How many ids a line of the report names before it only counts."""


@dataclass(frozen=True)
class Report:
    """How far a site's translations are: lines to print, and what is wrong with its catalogs."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def update(folder: Path) -> tuple[Path, ...]:
    """Bring the catalogs in step with the plan, one for each language and plan. Gives those that changed."""
    checked = check(folder)
    fresh = {
        path: catalog_files.updated(path, folder, _originals(checked, name), spoken, checked.site.as_of.first)
        for name, spoken, path in _catalogs(checked, folder)
    }
    return _write(fresh)


def keep(folder: Path, contexts: frozenset[str]) -> int:
    """Say of texts that their meaning did not change: older translations hold. How many translations that was.

    Raises PlanError if no text has such an id.
    """
    checked = check(folder)
    known = {text.context for texts in checked.originals.values() for text in texts}
    _refuse(sorted(contexts - known), "There is no text with the id", "The report names the ids of outdated texts.")
    fresh, count = {}, 0
    for _, spoken, path in _catalogs(checked, folder):
        if path.is_file():
            fresh[path], kept = catalog_files.kept(path, folder, contexts, spoken)
            count += kept
    _write(fresh)
    return count


def mark(folder: Path, code: str, by: str, on: date, contexts: frozenset[str]) -> int:
    """Mark translations into a language as checked: all of them, or those of some texts. How many texts that was.

    Raises PlanError if the site is not in that language, or no text has such an id.
    """
    checked = check(folder)
    known = {text.context for texts in checked.originals.values() for text in texts}
    _refuse([] if code in checked.translators else [code], "This site is not in the language", "Look at `languages`.")
    _refuse(sorted(contexts - known), "There is no text with the id", "Ids stand in the catalogs, after msgctxt.")
    fresh, count = {}, 0
    for _, spoken, path in _catalogs(checked, folder):
        if path.is_file() and spoken.code == code:
            fresh[path], marked = catalog_files.marked(path, folder, contexts, spoken, by=by, on=on)
            count += marked
    _write(fresh)
    return count


def _refuse(unknown: list[str], message: str, hint: str) -> None:
    if unknown:
        raise PlanError([Problem(f'{message} "{each}"', "translations", hint) for each in unknown])


def report(folder: Path) -> Report:
    """How far the translations of a site are, language by language, and what to do next."""
    checked = check(folder)
    problems = [each for each in checked.warnings if each.check == "catalogs"]
    for name, spoken, path in _catalogs(checked, folder):
        originals = _originals(checked, name)
        if not catalog_files.in_step(path, folder, originals, spoken, checked.site.as_of.first):
            shown = path.relative_to(folder).as_posix()
            hint = "Run: planpress translations --update"
            message = f"The catalog {shown} is not in step with the plan"
            problems.append(Problem(message, "catalogs", hint, severity=Severity.WARNING))
    lines: list[str] = []
    for plan in checked.plans:
        codes = [code for code in plan.plan.languages if code != plan.plan.language]
        lines += _lines(checked, str(plan.plan.id), codes)
    return Report(tuple(lines or ["Every plan of this site is in one language."]), tuple(problems))


def _catalogs(checked: Checked, folder: Path) -> Iterator[tuple[str, Language, Path]]:
    """The catalogs that a site should have: name, language and path.

    One for each language and plan, one for the site's own texts, and one for the words of Planpress in a language that
    it does not speak yet.
    """
    original = {str(plan.plan.id): plan.plan.language for plan in checked.plans} | {SITE_CATALOG: checked.site.language}
    offered = {str(plan.plan.id): plan.plan.languages for plan in checked.plans}
    offered[SITE_CATALOG] = tuple(LanguageCode(code) for code in checked.translators)
    original[INTERFACE] = LanguageCode(INTERFACE_LANGUAGE)
    offered[INTERFACE] = tuple(
        LanguageCode(code)
        for code in checked.translators
        if not (INTERFACE_CATALOGS / catalog_path(known_language(code), INTERFACE)).is_file()
    )
    for name, codes in offered.items():
        for code in codes:
            if code != original[name] and _originals(checked, name):
                spoken = known_language(code)
                yield name, spoken, folder / TRANSLATIONS_FOLDER / catalog_path(spoken, name)


def _originals(checked: Checked, name: str) -> tuple[Original, ...]:
    return of_interface() if name == INTERFACE else checked.originals[name]


def _write(fresh: Mapping[Path, bytes]) -> tuple[Path, ...]:
    changed = {path: text for path, text in fresh.items() if not path.is_file() or path.read_bytes() != text}
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return tuple(changed)


def _lines(checked: Checked, plan: str, codes: Iterable[str]) -> Iterator[str]:
    """The report on one plan: a table, then what to do."""
    texts, around = checked.originals[plan], checked.originals[SITE_CATALOG]
    rows = [coverage(checked.translators[code], texts, around) for code in codes]
    if not rows:
        return
    yield f"{plan}: how many texts can be read in each language"
    yield _row("", ("summary", "rest of the plan", "site", "Planpress"), ("checked", "drafts", "outdated"))
    for each in rows:
        parts = (each.summary, each.rest, each.site, each.interface)
        states = (Standing.CHECKED, Standing.DRAFT, Standing.OUTDATED)
        yield _row(each.language, map(_of, parts), (str(each.all.of(name)) for name in states))
    for code in codes:
        yield from _to_do(checked, plan, code, (*texts, *around))


def _of(tally: Tally) -> str:
    return f"{tally.readable} of {tally.total} {tally.percent:>3}%"


def _row(first: str, parts: Iterable[str], states: Iterable[str]) -> str:
    return f"  {first:<8}" + "".join(f"{each:>18}" for each in parts) + "".join(f"{each:>10}" for each in states)


def _to_do(checked: Checked, plan: str, code: str, texts: tuple[Original, ...]) -> Iterator[str]:
    """What to do next in a language: translate, renew, have checked."""
    spoken = known_language(code)
    found: dict[Standing, list[str]] = {}
    for text in texts:
        found.setdefault(standing(checked.translators[code], text), []).append(text.context)
    file = f"{TRANSLATIONS_FOLDER}/{catalog_path(spoken, plan).as_posix()}"
    if missing := found.get(Standing.MISSING):
        yield f"{code}: translate {_counted(missing)}. Open {file} in Poedit: {_some(missing)}."
    if outdated := found.get(Standing.OUTDATED):
        yield f"{code}: renew {_counted(outdated)} whose original has changed: {_some(outdated)}."
        yield f"  If only its form changed, run: planpress translations --unchanged {outdated[0]}"
    if drafts := found.get(Standing.DRAFT):
        yield f"{code}: let somebody who speaks {spoken.name} check {_counted(drafts)} made by a machine. Then run:"
        yield f"  planpress translations --checked {code} --by NAME --on DAY"


def _counted(texts: list[str]) -> str:
    return "1 text" if len(texts) == 1 else f"{len(texts)} texts"


def _some(contexts: list[str]) -> str:
    named = list(dict.fromkeys(contexts))
    return ", ".join(named[:_NAMED]) + (" and more" if len(named) > _NAMED else "")
