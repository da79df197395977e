"""Edits to the text of a YAML file, which leave all the rest of it byte for byte as it was.

Takes a text and Edits; gives the new text, read back and found to mean the old data with those edits, or PlanError.
Comments, order, quotes, blank lines, line ends and a byte order mark stay. Knows nothing of plans, or of where a text
is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from generator import read
from generator.problems import Place, PlanError, Problem
from generator.yaml_text import STEP, Value, behind_colon, block, in_flow, is_short, scalar

FIRST = ""
"""As `after` of an Edit: before all other fields."""
IN_FRONT = "\n"
"""As `after` of an Edit of a list: before the entry that has its index now."""
_BYTE_ORDER_MARK = "\ufeff"
_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True)
class Edit:
    """One field or entry that gets a value; with None, it is taken out.

    `path` leads to it by names of fields and indexes of entries: `("targets", 0, "values", 2, "value")`. An index one
    past the last appends, and index 0 of a list that is not there makes the list. A new field stands at the end of its
    mapping, or after the field named by `after` (FIRST: before all). A new entry stands in front of the
    one at its index if `after` is IN_FRONT. Each edit sees what those before it did. One that
    says what stands there already changes nothing, not even quotes.
    """

    path: tuple[str | int, ...]
    value: Value | None
    after: str | None = None


def edited(text: str, edits: Sequence[Edit], name: str = "") -> str:
    """The text with some edits. `name` is the file that problems name.

    Raises PlanError if the text cannot be read, or if the result would not read back as what was asked for;
    LookupError if a path leads nowhere. The text is to be as it stands in the file, line ends included.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    text = text.removeprefix(mark)
    before = read.parsed(text, name)
    if isinstance(before, list):
        raise PlanError(before)
    wanted = _plain(before)
    for edit in edits:
        if edit.after != IN_FRONT and edit.value is not None and _held(wanted, edit.path) == _copied(edit.value):
            continue  # it says so already, in its own way of writing
        edit = _making_its_list(edit, wanted)  # noqa: PLW2901 - the same edit, said more fully
        text = _spliced(text, edit)
        _apply(wanted, edit)
    after = read.parsed(text, name)
    if isinstance(after, list) or _plain(after) != wanted:
        hint = "Look for characters that cannot be seen in the new text, or change the file in an editor."
        raise PlanError([Problem("This change cannot be written into the file safely", "edit", hint, Place(name))])
    return mark + text


# ------------------------------------------------------------------------------------------------ what a text means


def _plain(node: read.Node) -> Any:  # noqa: ANN401 - texts, lists and dicts
    match node:
        case read.Scalar():
            return node.text
        case read.Sequence():
            return [_plain(each) for each in node.items]
        case read.Mapping():
            return {key.text: _plain(value) for key, value in node.entries}


def _copied(value: Value) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value]


def _held(data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - as above
    """What stands at a path; None if nothing does."""
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):
            return None
    return data


def _making_its_list(edit: Edit, data: Any) -> Edit:  # noqa: ANN401 - as above
    """An edit that appends to a list; where that list is not there or empty, one that sets the list."""
    if edit.path[-1] == 0 and edit.value is not None and not _held(data, edit.path[:-1]):
        return Edit(edit.path[:-1], [edit.value], edit.after)
    return edit


def _apply(data: Any, edit: Edit) -> None:  # noqa: ANN401 - as above
    for step in edit.path[:-1]:
        data = data[step]
    last = edit.path[-1]
    if edit.value is None:
        del data[last]
    elif isinstance(data, list) and (last == len(data) or edit.after == IN_FRONT):
        data.insert(int(last), _copied(edit.value))
    else:
        data[last] = _copied(edit.value)


# ------------------------------------------------------------------------------------------------ where it stands

Children: TypeAlias = dict[str | int, tuple[Any, Any]]
"""Key (for an entry: itself) and value of each field or entry, by name or index."""
Splice: TypeAlias = tuple[int, int, str]
"""From where to where the text is replaced, and by what."""


def _spliced(text: str, edit: Edit) -> str:
    """The text after one edit."""
    parent = yaml.compose(text, Loader=yaml.CBaseLoader)
    for step in edit.path[:-1]:
        parent = _children(parent)[step][1]
    children = _children(parent)
    last = edit.path[-1]
    new_here = last == len(children) if isinstance(parent, yaml.SequenceNode) else isinstance(last, str)
    if edit.after == IN_FRONT:
        splice = _in_front
    elif last in children:
        splice = _without if edit.value is None else _replaced
    elif new_here and edit.value is not None:
        splice = _added
    else:
        raise LookupError(edit.path)
    start, end, new = splice(text, parent, children, edit)
    return text[:start] + (new.replace("\n", "\r\n") if "\r\n" in text else new) + text[end:]


def _children(node: Any) -> Children:  # noqa: ANN401 - yaml.Node; its stubs say little
    """What is in a mapping or list."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {index: (each, each) for index, each in enumerate(node.value)}
    raise LookupError(node.value)


def _end(text: str, node: Any) -> int:  # noqa: ANN401 - as above
    """Where a value ends: the parser counts the blank lines and comments after a block to it."""
    if isinstance(node, yaml.ScalarNode):
        span = text[node.start_mark.index : node.end_mark.index]
        return node.start_mark.index + len(span.rstrip() if node.style in ("|", ">") else span)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """The end of the line, without its line end."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[at:end].endswith("\r") else end


def _sign(text: str, parent: Any, child: tuple[Any, Any]) -> int:  # noqa: ANN401 - as above
    """Where the colon of a field or the dash of an entry stands."""
    key, _ = child
    if isinstance(parent, yaml.MappingNode):
        return text.index(":", key.end_mark.index)
    return text.rindex("-", 0, key.start_mark.index)


def _replaced(text: str, parent: Any, children: Children, edit: Edit) -> Splice:  # noqa: ANN401 - as above
    child, value = children[edit.path[-1]], "" if edit.value is None else edit.value
    _, old = child
    start, end = old.start_mark.index, _end(text, old)
    is_text = isinstance(old, yaml.ScalarNode)
    in_a_line = parent.flow_style or (not is_text and old.flow_style and old.value and is_short(value))
    if in_a_line:
        return start, end, (" " if start == end else "") + in_flow(value)
    new = _behind(parent, value)
    in_block = is_text and old.style in ("|", ">")
    if is_text and not in_block and "\n" not in new:
        return start, end, new if start == end else new[1:]
    sign = _sign(text, parent, child) + 1
    head = text[sign : _line_end(text, sign)]
    comment = head if sign + len(head) < start else ""  # the value starts on a later line
    if in_block:
        header = _HEADER.match(text, start)
        comment += text[header.end() if header else start : _line_end(text, start)]
    elif is_text or old.flow_style:
        comment += text[end : _line_end(text, end)]
        end = _line_end(text, end)
    first, line_end, rest = new.partition("\n")
    return sign, end, first + comment.rstrip() + line_end + rest


def _added(text: str, parent: Any, children: Children, edit: Edit) -> Splice:  # noqa: ANN401 - as above
    value = "" if edit.value is None else edit.value
    named = isinstance(parent, yaml.MappingNode)
    if parent.flow_style:
        new = in_flow({str(edit.path[-1]): value})[1:-1] if named else in_flow(value)
        end = _end(text, [*children.values()][-1][1]) if children else parent.start_mark.index + 1
        return end, end, f", {new}" if children else new
    pad = " " * parent.start_mark.column
    new = f"{pad}{scalar(str(edit.path[-1]), 0)}:" if named else f"{pad}-"
    new += _behind(parent, value)
    if edit.after == FIRST:
        start = _line_start(text, parent.start_mark.index)
        if parent.start_mark.index - start == len(pad) and not text[start : parent.start_mark.index].strip():
            return start, start, new + "\n"
        return parent.start_mark.index, parent.start_mark.index, new.lstrip(" ") + "\n" + pad
    neighbours = [*children.values()]
    neighbour = children[edit.after] if edit.after in children else neighbours[-1]
    end = _line_end(text, _end(text, neighbour[1]))
    if not named and len(neighbours) > 1:
        between = text[_end(text, neighbours[-2][1]) : neighbours[-1][0].start_mark.index]
        new = f"\n{new}" if re.search(r"\n[ \r]*\n", between) else new  # as its neighbours are set apart
    return end, end, "\n" + new


def _in_front(text: str, parent: Any, children: Children, edit: Edit) -> Splice:  # noqa: ANN401 - as above
    """An entry on lines of its own before another; the comment above that one stays with it."""
    value, next_one = "" if edit.value is None else edit.value, children[edit.path[-1]]
    if parent.flow_style:
        start = next_one[0].start_mark.index
        return start, start, f"{in_flow(value)}, "
    start = _line_start(text, _sign(text, parent, next_one))
    if start != _line_start(text, parent.start_mark.index) or text[start : parent.start_mark.index].strip() == "":
        return start, start, f"{' ' * parent.start_mark.column}-{_behind(parent, value)}\n"
    raise LookupError(edit.path)  # a list within the line of another: nobody writes one so


def _without(text: str, parent: Any, children: Children, edit: Edit) -> Splice:  # noqa: ANN401 - as above
    name = edit.path[-1]
    key, value = children[name]
    end = _end(text, value)
    order = list(children)
    index = order.index(name)
    if len(children) == 1:
        empty = "{}" if isinstance(parent, yaml.MappingNode) else "[]"
        return parent.start_mark.index, _end(text, parent), empty
    if parent.flow_style:
        if index:
            return _end(text, children[order[index - 1]][1]), end, ""
        return key.start_mark.index, children[order[1]][0].start_mark.index, ""
    start = key.start_mark.index if isinstance(parent, yaml.MappingNode) else _sign(text, parent, children[name])
    line = _line_start(text, start)
    if not text[line:start].strip():  # whole lines
        after = text.find("\n", end) + 1
        return (line, after, "") if after else (_line_end(text, _line_start(text, line - 1)), len(text), "")
    following = children[order[index + 1]][0].start_mark.index  # the first field of an entry: `- id: a`
    between = text[end:following]
    return start, end if between.strip() else following, ""


def _behind(parent: Any, value: Value) -> str:  # noqa: ANN401 - as above
    """What stands behind the colon of a field or the dash of an entry."""
    column = parent.start_mark.column
    return behind_colon(value, column) if isinstance(parent, yaml.MappingNode) else f" {block(value, column + STEP)}"
