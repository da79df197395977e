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

import yaml

from generator.problems import Place, Problem

MAX_BYTES = 5_000_000
"""A plan file larger than this is a mistake: the whole first plan has under 100,000 bytes."""

_MAX_DEPTH = 30
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
# C0 and C1 controls except tab and line ends; bidi overrides and embeddings; byte order mark within the text.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\ufeff\ufffd]")
_SAYINGS = [  # what libyaml says, what we say, what to do
  ("found character that cannot start any token", "This line cannot be read as YAML", "Put the text in double quotes."),
  ("mapping values are not allowed", "There is a second colon in this line", "Put the text in double quotes."),
  ("could not find expected ':'", "A line is out of place: it is neither a field nor part of the text above",
   "Indent it like its neighbours, or add the missing colon after the field's name."),
  ("did not find expected key", "A line is indented differently from its neighbours, or a quote is not closed",
   "Give fields of one entry the same number of spaces, and put text that contains quotes in double quotes."),
  ("did not find expected '-' indicator", "A line of this list does not start with a dash",
   'Start each entry with "- ", all in the same column.'),
  ("found unexpected end of stream", "A quoted text is not closed", "Add the missing quote mark."),
  ("block sequence entries are not allowed", "A list entry stands where a text is expected",
   "Put the list on the next line, indented by two spaces."),
  ("found undefined alias", "A text starts with *", "Put the text in double quotes."),
]  # fmt: skip


@dataclass(frozen=True)
class Scalar:
    """A text as written."""

    text: str
    place: Place = field(compare=False)


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
    name = path.relative_to(folder).as_posix()
    start = Place(name)
    text = text_of(path, folder)
    if isinstance(text, Problem):
        return [text]
    if (tabbed := re.search(r"^ *\t", text, re.MULTILINE)) is not None:
        place = _place_at(name, text, tabbed.end() - 1)
        return [Problem("A tab is used to indent this line", "yaml", "Use spaces, two for each step.", place)]
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        return [_explained(error, name)]
    except RecursionError:
        return [Problem("Entries are nested too deeply", "yaml", "Check the indentation.", start)]
    if node is None:
        return [Problem("The file is empty", "yaml", "Fill it in, or delete it.", start)]
    problems: list[Problem] = []
    value = _value(node, name, problems, set(), 0)
    return problems or value


def text_of(path: Path, folder: Path) -> str | Problem:
    """The text of a UTF-8 file with only characters that show what they are, or what is wrong with it."""
    name = path.relative_to(folder).as_posix()
    start = Place(name)
    if any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(folder) and part != folder):
        return Problem("This is a link to another file", "files", "Put the file itself here.", start)
    if not path.is_file():
        return Problem("This file is missing", "files", "Create it; docs/plan-data.md shows what it holds.", start)
    if path.stat().st_size > MAX_BYTES:
        return Problem(f"The file is larger than {MAX_BYTES:,} bytes", "files", "Split it up.", start)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Problem(
            "The file is not UTF-8 text", "files", 'Save it again with the encoding "UTF-8".', Place(name, line)
        )
    if (hidden := _FORBIDDEN.search(text)) is not None:
        code = f"U+{ord(hidden.group()):04X}"
        return Problem(
            f"There is a hidden control character here ({code})",
            "files",
            "Delete it and type the text again.",
            _place_at(name, text, hidden.start()),
        )
    return text


def _place_at(name: str, text: str, index: int) -> Place:
    line_start = text.rfind("\n", 0, index) + 1
    return Place(name, text.count("\n", 0, index) + 1, index - line_start + 1)


def _explained(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    said = error.problem or ""
    if "expected a single document" in (error.context or "") + said:
        return Problem("A second document starts here", "yaml", 'Delete the line "---".', place)
    for known, message, hint in _SAYINGS:
        if known in said:
            return Problem(message, "yaml", hint, place)
    hint = "Compare it with a neighbouring entry: the same spaces, a colon after each field, quotes in pairs."
    return Problem(f"This cannot be read as YAML: {said}", "yaml", hint, place)


def _value(node: yaml.Node, name: str, problems: list[Problem], seen: set[int], depth: int) -> Node:
    place = Place(name, node.start_mark.line + 1, node.start_mark.column + 1)

    def refuse(message: str, hint: str) -> Scalar:
        problems.append(Problem(message, "yaml", hint, place))
        return Scalar("", place)

    if id(node) in seen:
        return refuse("This entry repeats another one by an alias (*)", "Write it out in full.")
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        return refuse(f"This entry has a tag ({node.tag})", "Delete the word that starts with an exclamation mark.")
    if depth > _MAX_DEPTH:
        return refuse("Entries are nested too deeply", "Check the indentation.")
    match node:
        case yaml.ScalarNode():
            return Scalar(node.value, place)
        case yaml.SequenceNode():
            return Sequence(tuple(_value(item, name, problems, seen, depth + 1) for item in node.value), place)
        case _:
            return Mapping(tuple(_entries(node, name, problems, seen, depth + 1)), place)


def _entries(
    node: yaml.Node, name: str, problems: list[Problem], seen: set[int], depth: int
) -> Iterator[tuple[Scalar, Node]]:
    places: dict[str, Place] = {}
    for key_node, value_node in node.value:
        key = _value(key_node, name, problems, seen, depth)
        value = _value(value_node, name, problems, seen, depth)
        if not isinstance(key, Scalar):
            problems.append(Problem("A list stands where a field's name is expected", "yaml", "Name it.", key.place))
        elif key.text in places:
            message = f'The field "{key.text}" is given twice, first on line {places[key.text].line}'
            problems.append(Problem(message, "yaml", "Keep the right one and delete the other.", key.place))
        else:
            places[key.text] = key.place
            yield key, value
