"""Values -> YAML as people write it: plain where that reads back exactly, else in quotes or as a block.

Takes texts, lists and mappings; gives lines in the style of this project's files. Knows nothing of what surrounds them.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import yaml

Value: TypeAlias = "str | Mapping[str, Value] | Sequence[Value]"

STEP = 2
"""How many spaces each step is indented by."""
_WIDTH = 120


def is_short(value: Value) -> bool:
    """Whether a value is a list of texts, which may stand in one line."""
    return not isinstance(value, str | Mapping) and all(isinstance(each, str) for each in value)


def behind_colon(value: Value, column: int) -> str:
    """What stands behind the colon of a field whose name starts in a column."""
    inner = column + STEP
    if isinstance(value, str) or not value:
        return f" {block(value, inner)}"
    return f"\n{' ' * inner}{block(value, inner)}"


def block(value: Value, column: int) -> str:
    """A value whose lines start in a column; the first stands there already."""
    if isinstance(value, str):
        return scalar(value, column)
    if not value:
        return in_flow(value)
    if isinstance(value, Mapping):
        lines = [f"{scalar(key, 0)}:{behind_colon(each, column)}" for key, each in value.items()]
    else:
        lines = [f"- {block(each, column + STEP)}" for each in value]
    return ("\n" + " " * column).join(lines)


def in_flow(value: Value) -> str:
    """A value in one line, within [ ] or { }."""
    if isinstance(value, str):
        return scalar(value, None)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, None)}: {in_flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(in_flow, value)) + "]"


def scalar(text: str, column: int | None) -> str:
    """A text as people write it: the first way in which it reads back exactly.

    Further lines start in a column; there are none if that is 0, or None in [ ] or { }.
    """
    pad = "\n" + " " * (column or 0)
    quoted = (f'"{text}"', "'" + text.replace("'", "''") + "'")
    ways = [text, *quoted] if text and "\n" not in text else []
    if column and "\n" in text and "\t" not in text:
        ways.append("|-" + "".join(pad + line if line else "\n" for line in text.split("\n")))
    elif column and len(text) + column > _WIDTH:
        lines = textwrap.wrap(text, _WIDTH - column, break_long_words=False, break_on_hyphens=False)
        ways.insert(0, ">-" + "".join(pad + line for line in lines))
    return next((way for way in ways if _meaning(way, column) == text), json.dumps(text, ensure_ascii=False))


def _meaning(way: str, column: int | None) -> object:
    """What a written text means where it is to stand; None if it is no text there."""
    around = f"[{way}]" if column is None else f"{' ' * max(column - STEP, 0)}- {way}\n"
    try:
        node = yaml.compose(around, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return None
    match node:
        case yaml.SequenceNode(value=[yaml.ScalarNode(value=text)]):
            return text
    return None
