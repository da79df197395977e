"""Laws of edits: any edit to any file of a plan reads back as the old data with it, and leaves all other lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import read
from generator.edit import Edit, edited
from generator.yaml_text import Value

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "plan_data").rglob("*.yaml"), *(ROOT / "tests" / "plans").rglob("*.yaml")])
AWKWARD = [
    *(": ", " #", "# ", "- ", "@", "%", "*", "&", "!", "|", ">", "? ", "---", "\\", "{", "}", "[", "]", ",", "'", '"'),
    *("\n", "\n\n", "  ", "\t", "یہ منصوبہ", "আমরা", "👮🏽", "no", "007", "1.50", "words of a plan that run on and on "),
]
TEXTS = st.lists(st.sampled_from(AWKWARD) | st.text("ab é0", max_size=4), max_size=12).map("".join)
NAMES = st.sampled_from(["id", "note", "a b"])
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "note", "a b"]), inner, max_size=3)
    ),
    max_leaves=6,
)

quick = settings(derandomize=True, deadline=None, max_examples=300)
Way = tuple[str | int, ...]


def _nodes(node: read.Node, path: Way = (), line: int = 1) -> Iterator[tuple[Way, int]]:
    """The path of every field and entry, and the line it starts on, in reading order."""
    if path:
        yield path, line
    if isinstance(node, read.Mapping):
        for key, value in node.entries:
            yield from _nodes(value, (*path, key.text), key.place.line)
    elif isinstance(node, read.Sequence):
        for index, each in enumerate(node.items):
            yield from _nodes(each, (*path, index), each.place.line)


def _data(text: str) -> Any:  # noqa: ANN401 - texts, lists and dicts
    def plain(node: read.Node) -> Any:  # noqa: ANN401 - as above
        if isinstance(node, read.Scalar):
            return node.text
        if isinstance(node, read.Mapping):
            return {key.text: plain(value) for key, value in node.entries}
        return [plain(each) for each in node.items]

    return plain(_read(text))


def _read(text: str) -> read.Node:
    node = read.parsed(text, "file.yaml")
    assert not isinstance(node, list), node
    return node


def _at(data: Any, path: Way) -> Any:  # noqa: ANN401 - as above
    for step in path:
        data = data[step]
    return data


def _middles(old: str, new: str) -> tuple[int, list[str], list[str]]:
    """How many first lines are the same, and the lines between those and the last ones that are the same."""
    before, after = old.split("\n"), new.split("\n")
    same = 0
    while before and after and before[0] == after[0]:
        same, before, after = same + 1, before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return same, before, after


@settings(quick)
@given(st.sampled_from(FILES), st.data())
def test_a_field_that_is_set_reads_back_and_no_other_line_changes(file: Path, data: st.DataObject) -> None:
    text = file.read_bytes().decode()
    nodes = list(_nodes(_read(text)))
    index = data.draw(st.integers(0, len(nodes) - 1))
    path, line = nodes[index]
    value = data.draw(VALUES)
    new = edited(text, [Edit(path, value)])

    wanted = _data(text)
    _at(wanted, path[:-1])[path[-1]] = value
    assert _data(new) == wanted

    later = [start for other, start in nodes[index:] if other[: len(path)] != path]
    same, gone, _ = _middles(text, new)
    assert same >= line - 1
    assert same + len(gone) <= (later[0] if later else text.count("\n") + 1)


@settings(quick)
@given(st.sampled_from(FILES), st.data())
def test_a_field_that_is_added_reads_back_and_all_lines_stay(file: Path, data: st.DataObject) -> None:
    text = file.read_bytes().decode()
    before = _data(text)
    paths = [(), *(path for path, _ in _nodes(_read(text)))]
    parent = data.draw(st.sampled_from([path for path in paths if isinstance(_at(before, path), list | dict)]))
    held = _at(before, parent)
    value = data.draw(VALUES)
    after = data.draw(st.sampled_from([None, "", *held])) if isinstance(held, dict) else None
    name: str | int = "brand_new" if isinstance(held, dict) else len(held)
    new = edited(text, [Edit((*parent, name), value, after)])

    if isinstance(held, dict):
        held["brand_new"] = value
    else:
        held.append(value)
    assert _data(new) == before
    _, gone, came = _middles(text, new)
    assert gone == [] or len(gone) == 1, "only a list in one line, or the line of a dash, may change"
    assert all(part in "".join(came) for line in gone for part in line.rstrip("[] ").split("- "))


@settings(quick)
@given(st.sampled_from(FILES), st.data())
def test_a_field_that_is_taken_out_is_gone_and_no_other_line_changes(file: Path, data: st.DataObject) -> None:
    text = file.read_bytes().decode()
    nodes = list(_nodes(_read(text)))
    index = data.draw(st.integers(0, len(nodes) - 1))
    path, line = nodes[index]
    wanted = _data(text)
    held = _at(wanted, path[:-1])
    assume(len(held) > 1)
    del held[path[-1]]
    new = edited(text, [Edit(path, None)])
    assert _data(new) == wanted
    later = [start for other, start in nodes[index:] if other[: len(path)] != path]
    same, gone, _ = _middles(text, new)
    assert same >= line - 1
    assert same + len(gone) <= (later[0] if later else text.count("\n") + 1)


@settings(quick, max_examples=100)
@given(st.sampled_from(FILES), st.data())
def test_line_ends_of_windows_make_no_difference(file: Path, data: st.DataObject) -> None:
    text = file.read_bytes().decode()
    path, _ = data.draw(st.sampled_from(list(_nodes(_read(text)))))
    edit = Edit(path, data.draw(VALUES))
    assert edited(text.replace("\n", "\r\n"), [edit]) == edited(text, [edit]).replace("\n", "\r\n")
