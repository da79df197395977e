"""YAML file -> values that remember file, line and column.

Takes a path; gives Mapping, Sequence and Scalar values, or Problems. Knows nothing of plans.

Every scalar stays the text the officer wrote (`no`, `2.10`, `01604`): the model decides what it means. Tags, anchors,
aliases, duplicate keys, a second document and control or bidi-override characters are refused, because each of them
can make a file mean something other than what its reader sees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problem

MAX_BYTES = 2_000_000
"""A plan file larger than this is a mistake: the whole first plan has under 100,000 bytes."""

_MAX_DEPTH = 30
# C0 and C1 controls except tab and line ends; line ends that only some programs see; bidi overrides and embeddings;
# byte order marks within the text; the sign for lost characters; codes that are no characters.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ufffd-\uffff]")
_SAYINGS = [  # what libyaml says, what we say, what to do
  ("mapping values are not allowed", "This line has a second colon, or is indented too far",
   "Give it as many spaces as the field above, or put its text in double quotes."),
  ("could not find expected ':'", "A line is out of place: it is neither a field nor part of the text above",
   "Indent it like its neighbours, or add the missing colon and space after the field's name."),
  ("did not find expected key", "A line is indented differently from its neighbours, or a quote is not closed",
   "Give the fields of one entry the same number of spaces."),
  ("did not find expected '-' indicator", "A line of this list does not start with a dash",
   'Start each entry with "- ", all in the same column, or indent the line like the field above it.'),
  ("found unexpected end of stream", "A quoted text is not closed", "Add the missing quote mark."),
  ("found unexpected document indicator", "A quoted text is not closed", "Add the missing quote mark."),
  ("block sequence entries are not allowed", "A list entry stands where a text is expected",
   "Put the list on the next line, indented by two spaces."),
  ("did not find expected ',' or ']'", "A list that starts with [ is not closed with ]",
   "Close it, or put the text in double quotes."),
  ("did not find expected ',' or '}'", "Fields that start with { are not closed with }",
   "Close them, or put the text in double quotes."),
  ("found unknown escape character", "A backslash stands in double quotes", "Use single quotes instead."),
]  # fmt: skip
_AFTER_QUOTE = re.compile(r"""\s*(?:- )*[\w-]+:\s+(["'])(?:(?!\1).)*\1\s*\S""")
_BRACKET_FIRST = re.compile(r"\s*(?:- )*[\w-]+:\s+[\[{]")
_LOST_IN_COMMENT = re.compile(r"[ \t]+#[^\s#!-]")


@dataclass(frozen=True)
class Scalar:
    """A text as written. `literal` if its lines are those of the file (a block that starts with |)."""

    text: str
    place: Place = field(compare=False)
    literal: bool = field(default=False, compare=False)

    def place_of(self, line: int) -> Place:
        """The place of one of its lines, counted from 0; where lines were folded, that of the whole text."""
        if not self.literal:
            return self.place
        return Place(self.place.file, self.place.line + 1 + line)


@dataclass(frozen=True)
class Sequence:
    """A list, in order."""

    items: tuple["Node", ...]
    place: Place = field(compare=False)


@dataclass(frozen=True)
class Mapping:
    """Fields and their values, in the order written."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place = field(compare=False)

    def get(self, key: str) -> "Node | None":
        """The value of a field, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def read(path: Path, folder: Path) -> Node | list[Problem]:
    """The content of a YAML file, or what is wrong with it. Places name the file relative to `folder`."""
    text = text_of(path, folder)
    return [text] if isinstance(text, Problem) else parsed(text, path.relative_to(folder).as_posix())


def parsed(text: str, name: str) -> Node | list[Problem]:
    """The content of a YAML text, or what is wrong with it. Places name the file as `name`."""
    start = Place(name)
    if (tabbed := re.search(r"^ *\t", text, re.MULTILINE)) is not None:
        place = _place_at(name, text, tabbed.end() - 1)
        return [Problem("A tab is used to indent this line", "yaml", "Use spaces, two for each step.", place)]
    builder = _Builder(name, text)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except _TooDeepError as deep:
        return [Problem("Entries are nested too deeply", "yaml", "Check the indentation.", deep.place)]
    except yaml.MarkedYAMLError as error:
        return [*builder.problems, _explained(error, name, text)]
    except yaml.YAMLError as error:
        return [Problem(f"This cannot be read as YAML: {error}", "yaml", "Save the file again as plain text.", start)]
    if builder.root is None:
        return [Problem("The file is empty", "yaml", "Fill it in, or delete it.", start)]
    return builder.problems or builder.root


def text_of(path: Path, folder: Path) -> str | Problem:
    """The text of a UTF-8 file with only characters that show what they are, or what is wrong with it."""
    text = decoded(path, folder)
    if isinstance(text, str) and (hidden := FORBIDDEN.search(text)) is not None:
        return Problem(
            f"There is a hidden control character here ({_code(hidden.group())})",
            "files",
            "Delete it and type the text again.",
            _place_at(path.relative_to(folder).as_posix(), text, hidden.start()),
        )
    return text


def hidden_in(text: str) -> str | None:
    """The code of a character in a text that does not show what it is; None where there is none."""
    hidden = FORBIDDEN.search(text)
    return _code(hidden.group()) if hidden else None


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def decoded(path: Path, folder: Path) -> str | Problem:
    """The text of a UTF-8 file, or why it has none."""
    name = path.relative_to(folder).as_posix()
    start = Place(name)
    if any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(folder) and part != folder):
        return Problem("This is a link to another file", "files", "Put the file itself here.", start)
    if not path.is_file():
        hint = "Is this the right folder? If it is, create the file; docs/new-site.md shows what it holds."
        return Problem("This file is missing", "files", hint, start)
    if path.stat().st_size > MAX_BYTES:
        return Problem(f"The file is larger than {MAX_BYTES:,} bytes", "files", "Split it up.", start)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Problem(
            "The file is not UTF-8 text", "files", 'Save it again with the encoding "UTF-8".', Place(name, line)
        )
    return text


def _place_at(name: str, text: str, index: int) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(name, text.count("\n", 0, index) + 1, index - line_start + 1)


def _explained(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    """What libyaml says, in words for the officer."""
    said = error.problem or ""
    in_context = error.context_mark is not None and (
        "could not find expected ':'" in said or (error.context or "").startswith("while scanning")
    )
    mark = error.context_mark if in_context or error.problem_mark is None else error.problem_mark
    if mark is None:
        return Problem(f"This cannot be read as YAML: {said}", "yaml", "Compare it with a neighbour.", Place(name))
    place = Place(name, mark.line + 1, mark.column + 1)
    line = text.splitlines()[mark.line] if mark.line < text.count("\n") + 1 else ""
    if _AFTER_QUOTE.match(line):
        hint = "Put the whole text in single quotes, such as '\"Trickster\" shows'."
        return Problem("Words stand before or after a text in quotes", "yaml", hint, place)
    if _BRACKET_FIRST.match(line) and "expected key" in said:
        hint = "Put the whole text in double quotes."
        return Problem("A text cannot start with [ or { unless it is in quotes", "yaml", hint, place)
    for known, message, hint in _SAYINGS:
        if known in said:
            return Problem(message, "yaml", hint, place)
    first = line[mark.column : mark.column + 1]
    if first and first in "&*!|>%@`,?-":
        hint = "Put the whole text in double quotes."
        return Problem(f'A text cannot start with "{first}" unless it is in quotes', "yaml", hint, place)
    hint = "Compare it with a neighbouring entry: the same spaces, a colon after each field, quotes in pairs."
    return Problem(f"This cannot be read as YAML: {said}", "yaml", hint, place)


class _TooDeepError(Exception):
    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(str(place))


class _Open:
    """A list or mapping that is still being read."""

    def __init__(self, place: Place, *, mapping: bool) -> None:
        self.place = place
        self.mapping = mapping
        self.values: list[Node] = []


class _Builder:
    """Puts the parser's events together, without recursion: no depth of nesting can exhaust the stack."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.open: list[_Open] = []
        self.documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - yaml.Event; its stubs leave out most fields
        """Take the next event."""
        place = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents == 2:  # noqa: PLR2004 - the second
                    self.refuse("A second document starts here", 'Delete the line "---".', place)
            case yaml.AliasEvent():
                hint = "Write the entry out in full; if the * is part of the text, put the text in double quotes."
                self.refuse("A text that starts with * stands for another entry", hint, place)
                self.put(Scalar("", place))
            case yaml.ScalarEvent():
                self.mark_of(event, place)
                self.scalar(event, place)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self.mark_of(event, place)
                if len(self.open) >= _MAX_DEPTH:
                    raise _TooDeepError(place)
                self.open.append(_Open(place, mapping=isinstance(event, yaml.MappingStartEvent)))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                done = self.open.pop()
                self.put(self.mapping(done) if done.mapping else Sequence(tuple(done.values), done.place))

    def refuse(self, message: str, hint: str, place: Place) -> None:
        """Note a problem."""
        self.problems.append(Problem(message, "yaml", hint, place))

    def mark_of(self, event: Any, place: Place) -> None:  # noqa: ANN401 - as above
        """Refuse a tag (!) or an anchor (&)."""
        in_quotes = "If it is part of the text, put the text in double quotes; if not, delete it."
        if event.tag is not None:
            self.refuse(f'A text cannot start with "!" unless it is in quotes ({event.tag})', in_quotes, place)
        if event.anchor is not None:
            self.refuse(f'A text cannot start with "&" unless it is in quotes (&{event.anchor})', in_quotes, place)

    def scalar(self, event: Any, place: Place) -> None:  # noqa: ANN401 - as above
        """Take a text, if a reader would see all of it."""
        if (hidden := FORBIDDEN.search(event.value)) is not None:
            message = f"There is a hidden control character in this text (U+{ord(hidden.group()):04X})"
            self.refuse(message, "Delete it and type the text again.", place)
        if not event.style and (lost := _LOST_IN_COMMENT.match(self.text, event.end_mark.index)) is not None:
            hint = "If it belongs to the text, put the text in double quotes; for a comment, put a space after the #."
            self.refuse("The words after # would be lost", hint, _place_at(self.name, self.text, lost.end() - 2))
        self.put(Scalar(event.value, place, event.style == "|"))

    def put(self, value: Node) -> None:
        """Put a finished value where it belongs."""
        if self.open:
            self.open[-1].values.append(value)
        elif self.root is None:
            self.root = value

    def mapping(self, done: _Open) -> Mapping:
        """The fields of a mapping, each once."""
        places: dict[str, Place] = {}
        return Mapping(tuple(self.entries(done, places)), done.place)

    def entries(self, done: _Open, places: dict[str, Place]) -> Iterator[tuple[Scalar, Node]]:
        """Pairs of name and value."""
        for key, value in zip(done.values[::2], done.values[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.refuse("A list stands where a field's name is expected", "Name it.", key.place)
            elif key.text in places:
                message = f'The field "{key.text}" is given twice, first on line {places[key.text].line}'
                self.refuse(message, "Keep the right one and delete the other.", key.place)
            else:
                places[key.text] = key.place
                yield key, value
