"""The life of an edition: started as a copy of the last, published once, corrected in the open.

Takes the folder of a site; writes the files of one edition, or tells of all. Raises PlanError like every step, and then
no file has changed. Knows nothing of pages.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from generator import together
from generator.checked import check
from generator.checks.published_editions import NAME as PUBLISHED_EDITIONS
from generator.checks.published_editions import folder_of
from generator.chosen import edition_of, plan_of
from generator.edit import FIRST, Edit, edited
from generator.fields import ID_PATTERN, NotStated
from generator.load import (
    EDITION_FILE,
    PLANS_FOLDER,
    PUBLISHED_FILE,
    SCHEMA_FOLDER,
    SITE_FILE,
    TARGETS_FILE,
    load,
    load_site,
    plan_folders,
)
from generator.model import Edition, PlanEditions
from generator.periods import Period, PeriodForm
from generator.problems import Place, PlanError, Problem, errors
from generator.site import Site
from generator.status import Publication, changes_to
from generator.yaml_text import Value, block

_SCHEMA = "$schema=../schema/"
_HEAD = "# What was published, file by file. `planpress edition` writes this file: do not change it by hand.\n"


def start(folder: Path, name: str, plan_id: str = "") -> Path:
    """Start the next edition of a plan as a draft: a copy of the newest one. Gives its folder."""
    plan = plan_of(_plans(folder), plan_id)
    newest = plan.editions[-1]
    _refuse_name(plan, name)
    if newest.facts.draft:
        hint = f"Publish it first: planpress edition publish {newest.id} --on DAY. Or go on working on it."
        message = f"Edition {newest.id} is still a draft, so no other can be started"
        raise _fault(message, hint, newest.facts.places["draft"])
    texts = {each.name: _text(folder, newest, each.name) for each in newest.files}
    facts = newest.facts.places
    edits = [Edit(("draft",), "yes", FIRST)]
    edits += [Edit((field,), None) for field in ("published", "note", "review") if field in facts]
    texts[EDITION_FILE] = edited(texts[EDITION_FILE], edits, EDITION_FILE)
    edits = [
        Edit(("targets", index, "revision"), None)
        for index, target in enumerate(newest.targets.targets)
        if "revision" in target.places
    ]
    if edits:
        texts[TARGETS_FILE] = edited(texts[TARGETS_FILE], edits, TARGETS_FILE)
    into = folder / PLANS_FOLDER / plan.plan.id / name
    together.write_folder(into, texts, folder)
    return into


def publish(  # noqa: PLR0913 - one parameter for each option
    folder: Path, name: str, plan_id: str, *, on: Period | None, note: str | None, minor: bool
) -> bool:
    """Publish a draft, or seal an edition that was published before: from now on, changes to it are noticed.

    `on` is the day, needed unless edition.yaml states it; `note` says what changed since the last edition. Gives
    whether the site speaks from that day from now on: it cannot speak from a day before.
    """
    edition = edition_of(plan_of(_plans(folder), plan_id), name)
    if not isinstance(edition.publication, NotStated):
        hint = f'To correct it: planpress edition correct {name} --on DAY --note "What was wrong"'
        raise _fault(f"Edition {name} is published already", hint, _place(edition, PUBLISHED_FILE))
    edits = list(_publishing(edition, on, note, minor=minor))
    plan = next(plan for plan in check(folder).plans if plan.plan.id == edition.plan.id)
    edition = edition_of(plan, name)  # as it was when everything was found to be right
    facts = edited(_text(folder, edition, EDITION_FILE), edits, _place(edition, EDITION_FILE).file)
    sums = [
        {"name": each.name, "sha256": _sum(facts) if each.name == EDITION_FILE else each.sha256}
        for each in edition.files
    ]
    first = facts.removeprefix("\ufeff").partition("\n")[0].strip()
    schema = first.replace("edition.json", "published.json") + "\n" if _SCHEMA in first else ""
    record = f"{schema}{_HEAD}{block({'files': sums}, 0)}\n"
    at = folder / folder_of(edition)
    # In this order: should the computer stop between the two, the same command seals what is published by then.
    published = edition.facts.published
    site = _site_from(folder, on or (None if isinstance(published, NotStated) else published))
    together.write({**site, at / EDITION_FILE: facts, at / PUBLISHED_FILE: record}, folder)
    return bool(site)


def correct(folder: Path, name: str, plan_id: str, on: Period, note: str | None) -> tuple[tuple[str, ...], bool]:
    """Enter the changes to a published edition as a correction.

    Gives the names of the files, and whether the site speaks from that day from now on.

    Without a `note`, the correction is a minor one.
    """
    edition = edition_of(plan_of(_plans(folder), plan_id), name)
    publication = edition.publication
    if isinstance(publication, NotStated):
        hint = "Change its files as you like: nobody has been told that they are final."
        raise _fault(f"Edition {name} is not published, so there is nothing to correct", hint, _place(edition))
    _refuse_errors(folder, edition)
    changed = changes_to(publication.files, edition.files)
    if not changed:
        hint = "Change its files first, then enter the correction."
        raise _fault(f"Edition {name} is as it was published, so there is nothing to correct", hint, _place(edition))
    _refuse_day(edition, publication, on)
    entry: Value = {"on": on.written, "note": note} if note else {"on": on.written, "minor": "yes"}
    edits = [
        Edit(("files",), [{"name": each.name, "sha256": each.sha256} for each in edition.files]),
        Edit(("corrections", len(publication.corrections)), entry),
    ]
    path = folder / folder_of(edition) / PUBLISHED_FILE
    text = edited(_text(folder, edition, PUBLISHED_FILE), edits, _place(edition, PUBLISHED_FILE).file)
    site = _site_from(folder, on)
    together.write({**site, path: text}, folder)
    return tuple(changed), bool(site)


def states(folder: Path) -> tuple[str, ...]:
    """A line for each edition: whether it is a draft, when it was published and corrected, and what changed since."""
    return tuple(
        f"{plan.plan.id} {edition.id}: {', '.join(_state(edition))}"
        for plan in _plans(folder)
        for edition in plan.editions
    )


def _state(edition: Edition) -> Iterator[str]:
    published, publication = edition.facts.published, edition.publication
    if edition.facts.draft:
        yield "draft"
    elif isinstance(published, NotStated):
        yield "published, the day is not stated"
    else:
        yield f"published on {published.written}"
    if isinstance(publication, NotStated):
        yield from () if edition.facts.draft else ("not sealed",)
        return
    yield from (f"corrected on {each.on.written}" for each in publication.corrections)
    if changes := changes_to(publication.files, edition.files):
        yield f"changed since it was published ({', '.join(changes)})"


# ---------------------------------------------------------------------------------------------- what is refused


def _site_from(folder: Path, on: Period | None) -> dict[Path, str]:
    """The settings of the site, speaking from a day; nothing where they speak from a later one already."""
    path = folder / PLANS_FOLDER / SITE_FILE
    site = load_site(folder)
    if on is None or on.form is not PeriodForm.DAY or not isinstance(site, Site) or site.as_of.last >= on.last:
        return {}
    name = path.relative_to(folder).as_posix()
    return {path: edited(path.read_bytes().decode(), [Edit(("as_of",), on.written)], name)}


def _publishing(edition: Edition, on: Period | None, note: str | None, *, minor: bool) -> Iterator[Edit]:
    """The edits to edition.yaml that publish it."""
    facts = edition.facts
    if isinstance(facts.published, NotStated):
        if on is None:
            hint = f"Run: planpress edition publish {edition.id} --on 2026-04-01, with the right day."
            raise _fault(f"It is not stated when edition {edition.id} was published", hint, _place(edition))
        yield Edit(("published",), on.written, FIRST)
    elif on is not None and on.written != facts.published.written:
        hint = "Leave --on out, or change the day in the file first."
        message = f'Edition {edition.id} says that it was published on "{facts.published.written}", not on {on.written}'
        raise _fault(message, hint, facts.places["published"])
    if note:
        yield Edit(("note",), note, "published")
    elif facts.draft and isinstance(facts.note, NotStated) and not minor:
        hint = 'Add --note "What changed, in a sentence". If nothing that matters did, add --minor.'
        raise _fault(f"It is not said what changed in edition {edition.id}", hint, _place(edition))
    if "draft" in facts.places:
        yield Edit(("draft",), None)


def _refuse_name(plan: PlanEditions, name: str) -> None:
    folder = Path(PLANS_FOLDER, plan.plan.id).as_posix()
    if not ID_PATTERN.fullmatch(name):
        hint = "Use small letters a to z, digits and hyphens. A year is best, such as 2027 or 2027-28."
        raise _fault(f'"{name}" cannot be the name of an edition', hint)
    if name == SCHEMA_FOLDER:
        raise _fault(
            f'"{name}" cannot be the name of an edition', "That folder helps your editor. Choose another name."
        )
    if any(edition.id == name for edition in plan.editions):
        raise _fault(f"There is an edition {name} already", "Choose another name.", Place(f"{folder}/{name}"))
    newest = plan.editions[-1].id
    if name < newest:
        hint = f"Editions are in the order of their names. Choose one that comes after {newest}."
        raise _fault(f"Edition {name} would stand before {newest}", hint, Place(f"{folder}/{newest}"))


def _refuse_errors(folder: Path, edition: Edition) -> None:
    """Every error of the site, but that the files of this edition have changed."""
    try:
        check(folder)
    except PlanError as error:
        own = f"{folder_of(edition)}/"
        others = [
            each
            for each in errors(error.problems)
            if not (each.check == PUBLISHED_EDITIONS and each.place and each.place.file.startswith(own))
        ]
        if others:
            raise PlanError(others) from error


def _refuse_day(edition: Edition, publication: Publication, on: Period) -> None:
    known = [edition.facts.published, *(each.on for each in publication.corrections)]
    last = max((day for day in known if not isinstance(day, NotStated)), key=lambda day: day.first, default=None)
    if last is not None and on.first < last.first:
        what = "corrected" if publication.corrections else "published"
        message = f"Edition {edition.id} was {what} on {last.written}, so a correction cannot be of {on.written}"
        raise _fault(message, f"Give a day from {last.written} on.", _place(edition))


def _fault(message: str, hint: str, place: Place | None = None) -> PlanError:
    return PlanError([Problem(message, "editions", hint, place)])


# ---------------------------------------------------------------------------------------------- what is there


def _plans(folder: Path) -> list[PlanEditions]:
    loaded = [load(path, folder) for path in plan_folders(folder)]
    if problems := [problem for each in loaded if isinstance(each, list) for problem in each]:
        raise PlanError(problems)
    plans = [each for each in loaded if isinstance(each, PlanEditions)]
    if not plans:
        raise _fault("This site has no plan", "Is this the right folder? docs/new-site.md shows what it holds.")
    return plans


def _place(edition: Edition, name: str = EDITION_FILE) -> Place:
    return Place(f"{folder_of(edition)}/{name}")


def _text(folder: Path, edition: Edition, name: str) -> str:
    """The text of a file as it stands there, line ends included."""
    return (folder / folder_of(edition) / name).read_bytes().decode()


def _sum(text: str) -> str:
    """The checksum of a text, as the loader reckons it."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return sha256(lines.encode()).hexdigest()
