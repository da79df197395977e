"""The whole story on one page: calls the steps in order.

Takes the folder of a site; gives its Website, or the built site in a folder. Whatever is wrong with a site or a folder
leaves here as one PlanError.
"""

import shutil
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from generator import release, render, supplied
from generator.assess import outcomes
from generator.booklet import Booklet
from generator.catalogs import SITE_CATALOG, TRANSLATIONS_FOLDER
from generator.checked import Checked, check
from generator.chosen import edition_of, plan_of
from generator.compare import Changes, compare
from generator.content import CONTENT_FOLDER
from generator.desk import Topic, desk
from generator.feeds import feeds
from generator.fields import NotStated
from generator.formats.cache import Cache
from generator.formats.data.about import about
from generator.formats.data.files import files_of
from generator.formats.makers import CACHE_FOLDER, NOTHING, Formatted, Progress, make_all, missing, silent
from generator.formats.sound.podcast import podcasts
from generator.formats.source import Source
from generator.formats.web import fonts
from generator.formats.web import website as website_format
from generator.languages import known_language
from generator.listing import Offer, offers
from generator.load import PLANS_FOLDER
from generator.model import Edition, PlanEditions
from generator.pages import DataFile, judged_on
from generator.periods import Period
from generator.problems import PlanError, Problem
from generator.render import OVERRIDES, Rendered, Website
from generator.verify import verify
from generator.whole import Whole

__all__ = [
    "Checked",
    "Website",
    "booklets",
    "build",
    "changes",
    "check",
    "copy",
    "formatted",
    "listed",
    "pages",
    "preview",
    "serve",
    "shown",
    "status",
    "watched",
    "website",
    "write_pages",
]


def booklets(checked: Checked) -> tuple[Booklet, ...]:
    """Each edition of a checked site in each of its languages: what the formats are made from."""
    return tuple(render.booklets(_whole(checked)))


def formatted(checked: Checked, names: Collection[str], progress: Progress = silent) -> Formatted:
    """The named formats of every booklet of a checked site. What was made before is taken from the site's cache."""
    cache = Cache(checked.folder / CACHE_FOLDER)
    settings = checked.site.formats
    sources = [Source(booklet, settings, checked.folder, cache) for booklet in booklets(checked)] if names else []
    return make_all(sources, names, progress)


def copy(made: Formatted, into: Path) -> None:
    """Copy the files of the formats into a folder, by their names. Raises PlanError where that cannot be."""
    try:
        into.mkdir(parents=True, exist_ok=True)
        for file in made.files:
            shutil.copyfile(file.file, into / file.path.rpartition("/")[2])
    except OSError as error:
        hint = "Close programs that have files of it open, look for free space, or choose another folder with --into."
        raise PlanError([Problem(f"The files could not be copied: {error}", "formats", hint)]) from error


def listed(checked: Checked, made: Formatted) -> Iterator[tuple[str, tuple[Offer, ...]]]:
    """What there is of each edition in each language, under a line that names them."""
    whole = replace(_whole(checked), made=made.files)
    for plan in checked.plans:
        for edition in plan.editions:
            for code in plan.plan.languages:
                booklet = (str(plan.plan.id), str(edition.id), code)
                found = tuple(offers(whole.made_of(edition, code), checked.site.formats, booklet))
                spoken = known_language(code).name
                yield f"{plan.plan.title.wording}, edition {edition.id}, {spoken} ({code})", found


def website(folder: Path, as_of: Period | None = None, *, drafts: bool = False) -> Website:
    """Everything the site publishes but the formats, in memory; with `drafts`, editions not yet published as well.

    Raises PlanError if the site has errors, or a plan has no published edition.
    """
    return pages(shown(check(folder, as_of), drafts=drafts))


def status(folder: Path, as_of: Period | None = None) -> tuple[tuple[str, str, tuple[Topic, ...]], ...]:
    """What the officer should see to in each plan: its name, its newest edition, and the topics."""
    return _desks(check(folder, as_of))


def _desks(checked: Checked) -> tuple[tuple[str, str, tuple[Topic, ...]], ...]:
    around = checked.originals[SITE_CATALOG]
    lacking = missing()
    return tuple(
        (
            plan.plan.title.wording,
            str(plan.editions[-1].id),
            desk(checked.site, plan, checked.translators, around, lacking),
        )
        for plan in checked.plans
    )


def preview(folder: Path) -> Website:
    """Everything the site publishes, and the officer's desk, for the preview on her computer."""
    checked = check(folder)
    made = pages(checked)
    whole = _whole(checked)
    return replace(made, pages=(*made.pages, render.desk_page(whole, _desks(checked))))


def _whole(checked: Checked) -> Whole:
    """A checked site before any of its files is made."""
    return render.whole(checked.site, checked.plans, checked.prose, checked.translators)


def shown(checked: Checked, *, drafts: bool = False) -> Checked:
    """A checked site without its drafts, unless they are asked for. Raises PlanError if nothing else is in a plan."""
    left_out = () if drafts else tuple(_drafts(checked.plans))
    return replace(checked, plans=tuple(_published(checked.plans)), left_out=left_out) if left_out else checked


def pages(checked: Checked, formats: Formatted = NOTHING) -> Website:
    """Render a checked site, with the formats that were made of it."""
    data_files = {
        (str(plan.plan.id), str(edition.id)): _data_files(checked, plan, edition)
        for plan in checked.plans
        for edition in plan.editions
    }
    whole = replace(_whole(checked), data_files=data_files, made=formats.files, proofs=formats.proofs)
    rendered = tuple(render.render(whole))
    assets = (path for path in sorted((OVERRIDES / "assets").rglob("*")) if path.is_file())
    files = {path.relative_to(OVERRIDES).as_posix(): path.read_bytes() for path in assets}
    files[release.MARK] = release.MARK_TEXT
    chinese = fonts.han(text for page in rendered for text in (page.fragment, *map(str, page.meta.values())))
    if chinese is not None:
        files[fonts.PUBLISHED] = chinese
    files |= {file.path: file.content for each in data_files.values() for file in each}
    files |= feeds(whole) | podcasts(whole)
    if not isinstance(checked.site.address, NotStated):
        files["sitemap.xml"] = _sitemap(rendered)
    copies = {file.path: file.file for file in formats.files}
    there = {(str(plan.plan.id), str(edition.id)) for plan in checked.plans for edition in plan.editions}
    shown_ones = (each for each in checked.site.formats.supplied if (each.plan, each.edition) in there)
    copies |= supplied.copies(shown_ones, checked.folder)
    return Website(rendered, files, checked.warnings, checked.left_out, copies, formats.problems)


def _data_files(checked: Checked, plan: PlanEditions, edition: Edition) -> tuple[DataFile, ...]:
    """The data files of an edition, with what is concluded on the day it is judged."""
    on = judged_on(plan, edition, checked.site)
    speakers = {str(code): checked.translators[code].of_plan(plan.plan.id) for code in plan.plan.languages}
    return files_of(edition, outcomes(edition, on), about(checked.site, plan, edition, on), speakers)


def _drafts(plans: tuple[PlanEditions, ...]) -> Iterator[str]:
    """The editions that are not published, by plan and name."""
    for plan in plans:
        yield from (f"{plan.plan.id} {edition.id}" for edition in plan.editions if edition.facts.draft)


def _published(plans: tuple[PlanEditions, ...]) -> Iterator[PlanEditions]:
    """The plans with their published editions alone."""
    for plan in plans:
        if not plan.published:
            draft = plan.current
            message = f'Nothing of the plan "{plan.plan.id}" is published: {draft.id} is a draft'
            hint = f"Run: planpress edition publish {draft.id} --on DAY. Until then, planpress serve shows it."
            raise PlanError([Problem(message, "drafts", hint, draft.facts.places["draft"])])
        yield replace(plan, editions=plan.published)


def build(  # noqa: PLR0913 - one parameter for each option
    folder: Path,
    into: Path,
    as_of: Period | None = None,
    *,
    drafts: bool = False,
    formats: Collection[str] = (),
    progress: Progress = silent,
) -> Website:
    """Check, build and verify the site, then swap it in whole. Raises PlanError, and then `into` is as it was.

    `formats` are the names of those to make (makers.NAMES). One that cannot be made is left out, and its problems are
    in `failed`. `progress` is told how many files of how many are done.
    """
    checked = shown(check(folder, as_of), drafts=drafts)
    release.refuse_foreign(into)  # at once: formats may take minutes
    made = pages(checked, formatted(checked, formats, progress))
    with release.staging(into) as fresh:
        website_format.write(made, folder, fresh)
        faults = verify(fresh, frozenset(page.address for page in made.pages) | frozenset((*made.files, *made.copies)))
        if faults:
            raise PlanError(faults)
    return made


def write_pages(folder: Path, into: Path, as_of: Period | None = None) -> Website:
    """Write the pages with front matter for another builder. Raises PlanError, and then writes nothing."""
    made = website(folder, as_of)
    with release.staging(into) as fresh:
        website_format.write_pages(made, fresh)
    return made


def changes(folder: Path, plan: str = "", before: str = "", after: str = "") -> tuple[Changes, ...]:
    """What changed between two editions of each plan, or of one; without names, between its last two.

    A plan with one edition has no changes to tell. Raises PlanError if the site has errors, or no such plan or edition.
    """
    plans = check(folder).plans
    compared = []
    for each in (plan_of(plans, plan),) if plan else plans:
        new = edition_of(each, after)
        older = each.editions[: each.editions.index(new)]
        old = edition_of(each, before) if before else older[-1] if older else None
        if old is new:
            hint = "Name the older one with --from, and the newer one with --to."
            raise PlanError([Problem(f"Edition {new.id} cannot be compared with itself", "names", hint)])
        if old is not None:
            compared.append(compare(old, new))
    return tuple(compared)


def serve(folder: Path, address: str) -> None:
    """Show the site on this computer at an address (host:port), and each change, until it is stopped."""
    website_format.serve(folder, address)


def watched(folder: Path) -> tuple[Path, ...]:
    """The folders whose changes change the site."""
    return tuple(folder / name for name in (PLANS_FOLDER, TRANSLATIONS_FOLDER, CONTENT_FOLDER))


def _sitemap(rendered: tuple[Rendered, ...]) -> bytes:
    """The sitemap (sitemaps.org protocol 0.9), without dates: nothing here asks a clock."""
    addresses = dict.fromkeys(page.meta["canonical"] for page in rendered if page.meta["canonical"])
    lines = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    ).encode()
