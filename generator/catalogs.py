"""gettext catalogs -> those that can be used, and what is wrong with the others.

Takes folders and a language; gives Catalogs. Knows nothing of plans or pages.

A translation that would break a page, or say something else than its original, is named and taken out: pages then show
the original, marked as such.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from gettext import c2py
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from generator import prose
from generator.languages import Language
from generator.problems import Place, Problem, Severity
from generator.read import text_of

INTERFACE = "planpress"
"""The name of the catalog with Planpress' own words."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""A name in a message that is filled in."""

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_COUNTS = range(1000)
_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')
"""A line of a PO file (GNU gettext manual, "The Format of PO Files"): nothing, a comment, or one quoted string."""


@dataclass(frozen=True)
class Catalogs:
    """The catalogs of one language that could be read, and what is wrong with the others."""

    catalogs: tuple[Catalog, ...]
    problems: tuple[Problem, ...]


def read_catalogs(folders: Iterable[Path], names: Iterable[str], language: Language, site: Path) -> Catalogs:
    """The catalogs of a language: each name in each folder, where it exists. The first folder wins."""
    catalogs: list[Catalog] = []
    problems: list[Problem] = []
    wanted = tuple(names)
    for folder in folders:
        for name in wanted:
            path = folder / language.folder / "LC_MESSAGES" / f"{name}.po"
            if not path.is_file() and not path.is_symlink():
                continue
            text = text_of(path, site if path.is_relative_to(site) else folder)
            if isinstance(text, Problem):
                problems.append(text)
                continue
            shown = path.relative_to(site).as_posix() if path.is_relative_to(site) else path.name
            broken = [number for number, line in enumerate(text.splitlines(), 1) if not _LINE.fullmatch(line)]
            if broken:
                hint = 'Each text stands in double quotes; a quote within it is written \\".'
                problems.append(Problem("This line cannot be read", "catalogs", hint, Place(shown, broken[0])))
                continue
            try:
                catalog = read_po(StringIO(text), locale=str(language.locale), abort_invalid=True)
            except (PoFileError, ValueError, LookupError) as error:
                line = getattr(error, "lineno", 0) + 1  # Babel counts from 0
                hint = "Open it in a translation editor such as Poedit, which shows and mends the fault."
                problems.append(Problem("This catalog cannot be read", "catalogs", hint, Place(shown, line)))
                continue
            problems += _drop_faulty(catalog, shown)
            catalogs.append(catalog)
    return Catalogs(tuple(catalogs), tuple(problems))


def stray_files(folder: Path, names: Iterable[str], languages: Iterable[Language], site: Path) -> Iterator[Problem]:
    """Say of each file of a site's translations that nobody would read it."""
    wanted = {Path(each.folder) / "LC_MESSAGES" / f"{name}.po" for each in languages for name in names}
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in within.parts)
        if path.is_dir() or hidden or path.suffix not in (".po", ".mo", ".pot") or within in wanted:
            continue
        names_of = sorted({each.name for each in wanted})
        hint = f"Catalogs stand in <language>/LC_MESSAGES/ and are named {', '.join(names_of)}."
        if path.suffix == ".mo":
            hint = "Delete it: only .po files are read."
        place = Place(path.relative_to(site).as_posix())
        yield Problem("Nothing reads this catalog", "catalogs", hint, place, Severity.WARNING)


def _drop_faulty(catalog: Catalog, file: str) -> Iterator[Problem]:
    """Take out translations that cannot be used."""
    plurals = _plurals_work(catalog)
    if not plurals:
        hint = "Copy the line Plural-Forms from another catalog of this language."
        fault = "The rule for plural forms cannot be used, so counted words stay in the original"
        yield Problem(fault, "catalogs", hint, Place(file), Severity.WARNING)
    for message in list(catalog):
        if not message.id or not message.string or message.fuzzy:
            continue
        plural = isinstance(message.id, tuple)
        originals = [str(each) for each in (message.id if plural else (message.id,))]
        said = [str(each) for each in ((message.string,) if isinstance(message.string, str) else message.string)]
        fault = _fault(originals, said, plural=plural)
        if fault:
            hint = "Correct it in a translation editor such as Poedit. Until then, pages show the original."
            place = Place(file, message.lineno or 1)
            yield Problem(f"{fault}: {originals[-1]}", "catalogs", hint, place, Severity.WARNING)
        if fault or (plural and not plurals):
            catalog.delete(message.id, message.context)


def _fault(originals: list[str], said: list[str], *, plural: bool) -> str:
    wanted = set(_BRACES.findall(" ".join(originals)))
    given = [set(_BRACES.findall(each)) for each in said]
    # A plural form may leave the number out ("no targets"); nothing may bring in another name.
    if any(not each <= wanted or (not plural and each != wanted) for each in given):
        return "The translation does not have the same words in braces as the original"
    if not any(map(prose.faults, originals)) and any(map(prose.faults, said)):
        return "The translation has HTML, a picture or a link that the original does not have"
    return ""


def _plurals_work(catalog: Catalog) -> bool:
    """Whether the catalog's plural rule gives one of its forms for every count."""
    try:
        choose = c2py(catalog.plural_expr)
        return all(0 <= choose(count) < catalog.num_plurals for count in _COUNTS)
    except (ValueError, ArithmeticError, RecursionError):
        return False
