"""gettext catalogs -> translations that can be used, each with its state, and what is wrong with the others.

Takes folders and a language; gives Catalogs. Knows nothing of plans or pages.

A translation that would break a page, or say something else than its original, is named and taken out: pages then show
the original, marked as such. So is an entry that a translator flagged `fuzzy`.

The state of a translation stands in comments that every translation editor keeps:

    # state: machine-draft
    # state: checked by Anna Nowak on 2026-12-01 (3f2a9c1e)
    # outdated: since 2026-11-23, was 6b1f0d3c
    # numbers: as meant

The first two say who stands for the words; the code in brackets is of the words that were checked. The third stands at
a new wording that is not translated yet: until it is, the translation of the wording that it replaced may be shown. The
fourth is a translator's word that numbers differ on purpose: "siglo XXI" for "21st century".
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from gettext import c2py
from pathlib import Path

from babel.messages import catalog as gettext

from generator.faithful import unfaithful
from generator.languages import Language
from generator.po import read_entries
from generator.problems import Place, Problem, Severity, shortened

INTERFACE = "planpress"
"""The name of the catalog with Planpress' own words."""
SITE_CATALOG = "site"
"""The name of the catalog with the texts of the site beside its plans: its settings and hand-written pages."""
INTERFACE_CATALOGS = Path(__file__).parent / "translations"
"""Where they stand: they ship with the code."""
TRANSLATIONS_FOLDER = "translations"
"""Where the catalogs of a site stand, in its folder."""

_COUNTS = range(1000)
_CHECKED = re.compile(r"state: checked by (?P<by>.+?) on (?P<on>\d{4}-\d\d-\d\d)(?: \((?P<code>[0-9a-f]{8})\))?")
_OUTDATED = re.compile(r"outdated: since (?P<since>\d{4}-\d\d-\d\d), was (?P<was>[0-9a-f]{8})")
DRAFT = "state: machine-draft"
_NUMBERS_AS_MEANT = "numbers: as meant"


class State(StrEnum):
    """Who stands for a translation. The order is from the least to the most trusted."""

    DRAFT = "machine draft"
    UNCHECKED = "not checked"
    CHECKED = "checked"


def _only_form(_count: int) -> int:
    return 0


@dataclass(frozen=True)
class Translation:
    """What a text is in a language: one form, or each plural form, and who stands for it."""

    forms: tuple[str, ...]
    state: State = State.UNCHECKED
    checked_by: str = ""
    checked_on: date | None = None
    plural: Callable[[int], int] = field(default=_only_form, compare=False, repr=False)


@dataclass(frozen=True)
class Outdated:
    """That the wording of a text is newer than its translation: since when, and the code of the older wording."""

    since: date
    was: str


@dataclass(frozen=True)
class Catalog:
    """The translations of one file, by context (the id path of a text) and original wording."""

    file: str = ""
    translations: Mapping[tuple[str, str], Translation] = field(default_factory=dict)
    outdated: Mapping[tuple[str, str], Outdated] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Whose texts it holds: a plan's id, `site` or `planpress`."""
        return Path(self.file).stem

    def find(self, context: str, wording: str) -> Translation | None:
        """The translation of exactly this wording."""
        return self.translations.get((context, wording))

    def older(self, context: str, wording: str) -> tuple[Translation, date] | None:
        """The translation of the wording that this one replaced, and since when it is outdated."""
        mark = self.outdated.get((context, wording))
        if mark is None:
            return None
        for (its_context, its_wording), translation in self.translations.items():
            if its_context == context and code_of(its_wording) == mark.was:
                return translation, mark.since
        return None


@dataclass(frozen=True)
class Catalogs:
    """The catalogs of one language that could be read, and what is wrong with the others."""

    catalogs: tuple[Catalog, ...]
    problems: tuple[Problem, ...]


def code_of(*words: str) -> str:
    """A short code that is another one for other words: the first 8 hex digits of their SHA-256."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:8]


def catalog_path(spoken: Language, name: str) -> Path:
    """Where a catalog of a language stands within a folder of translations."""
    return Path(spoken.folder) / "LC_MESSAGES" / f"{name}.po"


def read_catalogs(
    folders: Iterable[Path], names: Iterable[str], spoken: Language, site: Path, rich: frozenset[str] = frozenset()
) -> Catalogs:
    """The catalogs of a language: each name in each folder, where it exists. The first folder wins.

    `rich` are the contexts of texts that may hold Markdown.
    """
    catalogs: list[Catalog] = []
    problems: list[Problem] = []
    wanted = tuple(names)
    for folder in folders:
        for name in wanted:
            path = folder / catalog_path(spoken, name)
            if not path.is_file() and not path.is_symlink():
                continue
            shown = path.relative_to(site).as_posix() if path.is_relative_to(site) else path.name
            read = read_entries(path, shown, spoken, site if path.is_relative_to(site) else folder)
            problems += read.problems
            catalogs.append(_catalog(read.catalog, shown, problems, rich))
    return Catalogs(tuple(catalogs), tuple(problems))


def stray_files(folder: Path, names: Iterable[str], languages: Iterable[Language], site: Path) -> Iterator[Problem]:
    """Say of each file of a site's translations that nobody would read it."""
    wanted = {catalog_path(each, name) for each in languages for name in names}
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


def _catalog(entries: gettext.Catalog, file: str, problems: list[Problem], rich: frozenset[str]) -> Catalog:
    """The usable translations of a file; what is wrong with the others goes to `problems`."""

    def warn(fault: str, hint: str, line: int = 1) -> None:
        problems.append(Problem(fault, "catalogs", hint, Place(file, line), Severity.WARNING))

    translations: dict[tuple[str, str], Translation] = {}
    outdated: dict[tuple[str, str], Outdated] = {}
    choose = _choice(entries)
    if choose is None:
        hint = "Copy the line Plural-Forms from another catalog of this language."
        warn("The rule for plural forms cannot be used, so counted words stay in the original", hint)
    for message in entries:
        key = key_of(message)
        if not key[1]:
            continue
        if mark := outdated_mark(message):
            outdated[key] = mark
        forms = said_forms(message)
        if not any(forms) or message.fuzzy or (choose is None and message.pluralizable):
            continue
        originals = [str(each) for each in message.id] if message.pluralizable else [str(message.id)]
        meant = _NUMBERS_AS_MEANT in (comment.strip() for comment in message.user_comments)
        kind = rich_kind(key[0], rich)
        fault = unfaithful(originals, forms, plural=message.pluralizable, rich=kind, numbers=not meant)
        if fault:
            hint = "Correct it in a translation editor such as Poedit. Until then, pages show the original."
            warn(f"{fault}: {shortened(key[1])}", hint, message.lineno or 1)
            continue
        translations[key] = replace(translation_of(message, key[1], forms), plural=choose or _only_form)
    return Catalog(file, translations, outdated)


def rich_kind(context: str, rich: frozenset[str]) -> str:
    """What may stand in a text: "page" (headings too), "text" (short Markdown), or "" (words only)."""
    if context.startswith("content."):
        return "page"
    return "text" if context in rich else ""


def key_of(message: gettext.Message) -> tuple[str, str]:
    """The context and the original of an entry; of a counted one, the plural."""
    return message.context or "", str(message.id[-1] if isinstance(message.id, tuple) else message.id)


def said_forms(message: gettext.Message) -> tuple[str, ...]:
    """The translation in an entry: one form, or each plural form."""
    if isinstance(message.string, tuple | list):
        return tuple(str(each or "") for each in message.string)
    return (str(message.string or ""),)


def translation_of(message: gettext.Message, wording: str, forms: tuple[str, ...]) -> Translation:
    """A translation with its state, as its comments have it."""
    for comment in message.user_comments:
        if comment.strip() == DRAFT:
            return Translation(forms, State.DRAFT)
        checked = _CHECKED.fullmatch(comment.strip())
        if checked and (on := _day(checked["on"])) and checked["code"] in (None, code_of(wording, *forms)):
            return Translation(forms, State.CHECKED, checked["by"], on)
    return Translation(forms)


def outdated_mark(message: gettext.Message) -> Outdated | None:
    """What an entry says of the older wording that it replaced."""
    for comment in message.user_comments:
        mark = _OUTDATED.fullmatch(comment.strip())
        if mark and (since := _day(mark["since"])):
            return Outdated(since, mark["was"])
    return None


def mark_of_older(since: date, wording: str) -> str:
    """The comment that says which wording an untranslated one replaced, and since when."""
    return f"outdated: since {since.isoformat()}, was {code_of(wording)}"


def checked_mark(by: str, on: date, *words: str) -> str:
    """The comment that says who checked a translation and when; `words` are the original and each form."""
    return f"state: checked by {by} on {on.isoformat()} ({code_of(*words)})"


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _choice(entries: gettext.Catalog) -> Callable[[int], int] | None:
    """The catalog's plural rule, or None where it does not give one of its forms for every count."""
    try:
        choose: Callable[[int], int] = c2py(entries.plural_expr)
        works = all(0 <= choose(count) < entries.num_plurals for count in _COUNTS)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return choose if works else None
