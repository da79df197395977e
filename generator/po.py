"""A PO file -> the entries that can be read, and what is wrong with the others.

Takes a path and a language; gives an EntryFile. Knows nothing of what entries mean, or of plans.

A fault costs the entry that it is in, not the file: a translator's slip must not take a language off the site.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from generator.languages import Language
from generator.problems import Place, Problem, Severity
from generator.read import decoded, hidden_in

_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')
"""A line of a PO file (GNU gettext manual, "The Format of PO Files"): nothing, a comment, or one quoted string."""

_FAULT, _HINT = "This entry cannot be read", "Open it in a translation editor such as Poedit, which shows the fault."


@dataclass(frozen=True)
class EntryFile:
    """The readable entries of a PO file, its head as it stands, and what is wrong with the rest."""

    catalog: Catalog
    head: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Block:
    """Lines of a PO file between blank lines: an entry, as editors write it. `line` is that of its first line."""

    text: str
    line: int


def read_entries(path: Path, shown: str, spoken: Language, root: Path) -> EntryFile:
    """The entries of a PO file. A file in another language, or not in UTF-8, has none. `shown` names it in messages."""
    empty = Catalog(locale=str(spoken.locale), charset="utf-8")
    text = decoded(path, root)
    if isinstance(text, Problem):
        return EntryFile(empty, "", (text,))
    head, blocks = _head_of(list(_blocks(text)))
    problems = []
    sound = []
    seen: set[tuple[str, str]] = set()
    for block in (head, *blocks):
        fault = _fault(block, shown, seen)
        if fault is None:
            sound.append(block)
        else:
            problems.append(fault)
    head = head if head in sound else _Block("", 1)
    sound = [block for block in sound if block is not head]
    if (wrong := _other_language(head, spoken, shown)) is not None:
        return EntryFile(empty, head.text, (*problems, wrong))
    catalog = _parsed(head, sound, spoken)
    if isinstance(catalog, Catalog):
        return EntryFile(catalog, head.text, tuple(problems))
    readable = []
    for block in sound:
        alone = _parsed(head, [block], spoken)
        if isinstance(alone, Catalog):
            readable.append(block)
        else:
            message = _FAULT
            if "num_plurals" in str(alone):
                message = "This text has more plural forms than the head of the catalog names"
            problems.append(_problem(message, _HINT, shown, block.line))
    rest = _parsed(head, readable, spoken)
    if isinstance(rest, Catalog):
        return EntryFile(rest, head.text, tuple(problems))
    return EntryFile(empty, head.text, (*problems, _problem("This catalog cannot be read", _HINT, shown, 1)))


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    start = 1
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            start = start if lines else number
            # What an entry read before it changed (msgmerge --previous) is no part of it here.
            lines.append("" if line.startswith(("#|", "#~|")) else line)
        elif lines:
            yield _Block("\n".join(lines) + "\n", start)
            lines = []


def _head_of(blocks: list[_Block]) -> tuple[_Block, list[_Block]]:
    """The head of a file with the comments before it, and the entries; an empty head where there is none."""
    for at, block in enumerate(blocks):
        key = _key(block)
        if key == ("", ""):
            before = "\n".join(each.text for each in blocks[:at])
            return _Block(f"{before}\n{block.text}" if before else block.text, blocks[0].line), blocks[at + 1 :]
        if key is not None:
            break
    return _Block("", 1), blocks


def _parsed(head: _Block, blocks: Sequence[_Block], spoken: Language) -> Catalog | Exception:
    """What gettext makes of some blocks. Of the head it gets only the rule for plural forms, which it needs."""
    plurals = "".join(re.findall(r'^"Plural-Forms:.*\n(?:^"(?![\w-]+:).*\n)*', head.text, re.MULTILINE))
    sent = _Block(f'msgid ""\nmsgstr ""\n{plurals}', head.line)
    try:
        text = "\n".join(block.text for block in (sent, *blocks))
        catalog = read_po(StringIO(text), locale=str(spoken.locale), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        return error
    at = _lines((sent, *blocks))
    for message in catalog:
        message.lineno = at.get(message.lineno or 0, message.lineno)
    return catalog


def _lines(blocks: Iterable[_Block]) -> dict[int, int]:
    """The line in the file for each line of the text made of some blocks."""
    found: dict[int, int] = {}
    number = 1
    for block in blocks:
        count = block.text.count("\n")
        found |= {number + each: block.line + each for each in range(count)}
        number += count + 1
    return found


def _problem(message: str, hint: str, shown: str, line: int) -> Problem:
    return Problem(message, "catalogs", hint, Place(shown, line), Severity.WARNING)


def _fault(block: _Block, shown: str, seen: set[tuple[str, str]]) -> Problem | None:
    """What is wrong with a block of lines. `seen` collects the texts that were met before."""
    for number, line in enumerate(block.text.splitlines(), block.line):
        if (hidden := hidden_in(line)) is not None:
            hint = "Delete it and type the text again."
            return _problem(f"There is a hidden control character here ({hidden})", hint, shown, number)
        if not _LINE.fullmatch(line):
            hint = 'Each text stands in double quotes; a quote within it is written \\".'
            return _problem("This line cannot be read", hint, shown, number)
    key = _key(block)
    if key is not None and key in seen:
        hint = "Keep one of the two entries, and delete the other."
        return _problem("This text stands in the catalog already", hint, shown, block.line)
    if key is not None:
        seen.add(key)
    return None


def _key(block: _Block) -> tuple[str, str] | None:
    """Context and original of an entry as they are quoted; None for comments and retired entries alone."""
    parts = {"msgctxt": "", "msgid": ""}
    field = ""
    for line in block.text.splitlines():
        keyword, _, rest = line.strip().partition(" ")
        field = keyword if keyword.startswith("msg") else field
        if field in parts and not keyword.startswith("#"):
            parts[field] += (rest if keyword == field else line.strip())[1:-1]
    return (parts["msgctxt"], parts["msgid"]) if field else None


def _other_language(head: _Block, spoken: Language, shown: str) -> Problem | None:
    """Say so if the head of a catalog names another language than its folder."""
    for number, line in enumerate(head.text.splitlines(), head.line):
        said = re.match(r'"Language:\s*([^\\"]*?)\s*(?:\\n)?"', line.strip())
        if said and said[1] and re.split("[-_@]", said[1])[0].lower() != spoken.code.partition("-")[0]:
            hint = f'If its texts are in {spoken.code}, write "Language: {spoken.folder}\\n". Else move it elsewhere.'
            return _problem(f'This catalog says that it is in "{said[1]}"', hint, shown, number)
    return None
