"""docs/fragment.md names every element and class of the vocabulary, so that nobody has to read the code for it."""

import re
from pathlib import Path

from generator.fragment import CLASSES, DRAWING, ELEMENTS

TEXT = (Path(__file__).parent.parent.parent / "docs" / "fragment.md").read_text("utf-8")


def test_every_element_is_named() -> None:
    assert [name for name in {*ELEMENTS, *DRAWING} if not re.search(rf"`<?{name}>?`", TEXT)] == []


def test_every_class_is_named() -> None:
    assert [name for name in CLASSES if f"`{name}`" not in TEXT] == []


def test_every_attribute_is_named() -> None:
    attributes = set().union(*ELEMENTS.values(), *DRAWING.values())
    assert [name for name in attributes if f"`{name}`" not in TEXT] == []
