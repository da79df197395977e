"""The yearly update in a spreadsheet: an edition goes out as a workbook, and comes back as changes.

Takes the folder of a site; writes a workbook, or gives an Update: what a workbook would change, with the new texts of
the files. Raises PlanError like every step, and then no file has changed. Nothing is written before all checks of the
whole site have passed with the changes in it.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import read, together
from generator.catalogs import TRANSLATIONS_FOLDER
from generator.checked import Checked, check
from generator.chosen import edition_of, plan_of
from generator.compare import Changes, compare
from generator.compare_words import sentences
from generator.content import CONTENT_FOLDER
from generator.edit import Edit, edited
from generator.fields import NotStated
from generator.load import PLANS_FOLDER
from generator.model import Edition
from generator.problems import Place, PlanError, Problem
from generator.sheets.filled_in import filled_in
from generator.sheets.finding import by_name, facts
from generator.sheets.layout import README
from generator.sheets.making import EDITION, PLAN, book, checksums
from generator.sheets.planned import Planned, planned
from generator.workbook import ods_in, xlsx_in
from generator.workbook.book import Sheet
from generator.workbook.ods_out import ods
from generator.workbook.package import CHECK, DamagedError, unpacked
from generator.workbook.xlsx_out import xlsx

_WRITERS = {".xlsx": xlsx, ".ods": ods}
_FORMATS = "Let its name end in .xlsx or .ods."


@dataclass(frozen=True)
class Update:
    """What a workbook changes: for people, and the new texts of files by path."""

    changes: Changes
    notes: tuple[str, ...]
    warnings: tuple[Problem, ...]
    texts: Mapping[Path, str]

    def lines(self) -> Iterator[str]:
        """What changes, a sentence for each change."""
        count = len(self.changes.all)
        edition = self.changes.after
        said = "1 change" if count == 1 else f"{count} changes" if count else "nothing changes"
        yield f"{edition.plan.id} {edition.id}: {said}."
        yield from (f"- {line}" for line in sentences(self.changes, self.changes.all))
        yield from (f"Note: {note}." for note in self.notes)


def export(folder: Path, into: Path, plan: str = "", edition: str = "") -> Edition:
    """Write a workbook of an edition; without names, of the newest. Gives the edition."""
    write = _WRITERS.get(into.suffix.lower())
    if write is None:
        raise _fault(f'"{into.name}" is no name for a workbook', _FORMATS)
    if into.exists():
        raise _fault(f'There is a file "{into.name}" already', "Choose another name: it may hold somebody's work.")
    chosen = edition_of(plan_of(check(folder).plans, plan), edition)
    content = write(book(chosen))
    try:
        into.write_bytes(content)
    except OSError as error:
        raise _fault(f'"{into.name}" cannot be written: {error.strerror}', "Choose another place.") from error
    return chosen


def update(folder: Path, workbook: Path, plan: str = "", edition: str = "") -> Update:
    """What a workbook changes in the edition that it was made from."""
    sheets = by_name(_sheets(workbook))
    place = Place(workbook.name, 0, 0)
    said = facts(sheets[README]) if README in sheets else {}
    if not said.keys() >= {PLAN, EDITION}:
        hint = "Only a workbook made by planpress sheet export can be imported, with its Read me sheet."
        raise _fault("This workbook does not say which plan and edition it belongs to", hint, place)
    for asked, name in ((plan, PLAN), (edition, EDITION)):
        if asked and asked != said[name]:
            message = f"This workbook belongs to {name.lower()} {said[name]}, not {asked}"
            raise _fault(message, "Leave the option out, or take another workbook.", place)
    before = check(folder)
    chosen = edition_of(plan_of(before.plans, said[PLAN]), said[EDITION])
    _refuse_published(chosen)
    _refuse_outdated(chosen, said, place)
    filled = filled_in(sheets, chosen, workbook.name)
    if filled.problems:
        raise PlanError(filled.problems)
    plans = planned(filled.entries)
    base = f"{PLANS_FOLDER}/{chosen.plan.id}/{chosen.id}"
    texts = {f"{base}/{file}": _edited(folder, f"{base}/{file}", edits) for file, edits in plans.edits.items()}
    cells = _cells(plans, texts, base)
    after = _checked(folder, texts, cells)
    known = {(each.check, each.message) for each in before.warnings}
    new = [each for each in after.warnings if (each.check, each.message) not in known]
    return Update(
        changes=compare(chosen, edition_of(plan_of(after.plans, said[PLAN]), said[EDITION])),
        notes=tuple(filled.notes),
        warnings=tuple(_in_cells(new, texts, cells)),
        texts={folder / name: text for name, text in texts.items()},
    )


def write(folder: Path, made: Update) -> None:
    """Write what was shown: all files, or none."""
    together.write(made.texts, folder)


# ------------------------------------------------------------------------------------------------------- what is meant


def _fault(message: str, hint: str, place: Place | None = None) -> PlanError:
    return PlanError([Problem(message, CHECK, hint, place)])


def _sheets(workbook: Path) -> tuple[Sheet, ...]:
    package = unpacked(workbook)
    if isinstance(package, Problem):
        raise PlanError([package])
    try:
        if "content.xml" in package.parts:
            return ods_in.sheets(package)
        return xlsx_in.sheets(package)
    except DamagedError as damage:
        raise _fault(damage.message, damage.hint, Place(workbook.name, 0, 0)) from damage


def _refuse_published(edition: Edition) -> None:
    if not (edition.facts.draft or isinstance(edition.publication, NotStated)):
        hint = "Start the next one with planpress edition start, then export and fill in a workbook of that."
        raise _fault(f"Edition {edition.id} is published, and does not change any more", hint)


def _refuse_outdated(edition: Edition, said: Mapping[str, str], place: Place) -> None:
    now = checksums(edition)
    exported = {name: checksum for name, checksum in said.items() if name.endswith(".yaml")}
    changed = [name for name in {**exported, **now} if now.get(name) != exported.get(name)]
    if changed:
        message = f"The plan has changed since this workbook was exported ({', '.join(changed)})"
        hint = "Export a new workbook, and copy into it what you filled in here. So nobody's work is overwritten."
        raise _fault(message, hint, place)


# ------------------------------------------------------------------------------------------------------- what it does


def _edited(folder: Path, name: str, edits: list[Edit]) -> str:
    return edited((folder / name).read_bytes().decode(), edits, name)


def _checked(folder: Path, texts: Mapping[str, str], cells: Mapping[Place, Place]) -> Checked:
    """The site with the new texts in it. Raises PlanError with the cells that something is wrong with."""
    with tempfile.TemporaryDirectory(prefix="planpress-") as temporary:
        copy = Path(temporary)
        for part in (PLANS_FOLDER, CONTENT_FOLDER, TRANSLATIONS_FOLDER):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, copy / part, symlinks=True)
        for name, text in texts.items():
            (copy / name).write_bytes(text.encode())
        try:
            return check(copy)
        except PlanError as error:
            raise PlanError(_in_cells(error.problems, texts, cells)) from error


def _in_cells(problems: Iterable[Problem], texts: Mapping[str, str], cells: Mapping[Place, Place]) -> Iterator[Problem]:
    """Problems with the cells that they come from."""
    for problem in problems:
        if problem.place is not None and problem.place in cells:
            yield replace(problem, place=cells[problem.place])
        elif problem.place is not None and problem.place.file in texts:
            hint = f"{problem.hint} The line is that of the file with this workbook's changes in it."
            yield replace(problem, hint=hint)
        else:
            yield problem


def _cells(plans: Planned, texts: Mapping[str, str], base: str) -> dict[Place, Place]:
    """The cell that each place of the new texts is in."""
    roots = {name: read.parsed(text, name) for name, text in texts.items()}
    found: dict[Place, Place] = {}
    for (file, path), cell in plans.cells.items():
        root = roots.get(f"{base}/{file}")
        place = None if isinstance(root, list) else _place(root, path)
        if place is not None:
            found.setdefault(place, cell)
    return found


def _place(node: read.Node | None, path: tuple[str | int, ...]) -> Place | None:
    """Where a path leads to in a file, if it leads anywhere."""
    for step in path:
        match node:
            case read.Mapping() if isinstance(step, str):
                node = node.get(step)
            case read.Sequence(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                return None
    return None if node is None else node.place
