"""What the types of the model are made of: fields with a line of documentation, and NOT_STATED.

Takes nothing; gives Record, said() and fields_of(), from which the loader, the JSON Schema, the data export and the
data guide are all made. Knows nothing of what a plan is.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from types import UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from generator.problems import Place


class NotStated(Enum):
    """The type of NOT_STATED."""

    NOT_STATED = "not stated"

    def __bool__(self) -> Literal[False]:
        return False


NOT_STATED = NotStated.NOT_STATED


class YesNo(StrEnum):
    """A field that is said or not."""

    YES = "yes"
    NO = "no"

    def __bool__(self) -> bool:
        return self is YesNo.YES


Id = NewType("Id", str)
"""A short name given once: small letters a to z, digits and hyphens, at most 60. It is the address of a page."""
Ref = NewType("Ref", str)
"""The id (for an item: the dotted id path) of something described elsewhere in the plan."""
LanguageCode = NewType("LanguageCode", str)
"""A BCP 47 language tag, such as `pl` or `zh-Hans`."""

ID_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")


def said(  # noqa: PLR0913 - one keyword for each thing a field may be
    doc: str,
    *,
    default: Any = dataclasses.MISSING,  # noqa: ANN401 - as in dataclasses.field
    summary: bool = False,
    rich: bool = False,
    refers_to: str = "",
    inherited: bool = False,
) -> Any:  # noqa: ANN401 - as in dataclasses.field
    """A field that the officer fills in.

    `doc` is its line in the data guide and the JSON Schema. A `summary` text is among the first to be translated.
    A `rich` text may hold short Markdown. `refers_to` names what a Ref points to. An `inherited` field is set by
    the loader, not in YAML.
    """
    metadata = {"doc": doc, "summary": summary, "rich": rich, "refers_to": refers_to, "inherited": inherited}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, kw_only=True)
class Record:
    """An entry of the plan. `places` says where each field was written; it does not count in comparisons."""

    places: Mapping[str, Place] = field(
        default_factory=dict, compare=False, repr=False, hash=False, metadata={"inherited": True}
    )


@dataclass(frozen=True, kw_only=True)
class Repair(Record):
    """Why a text differs from the printed one."""

    as_printed: str = said("The text exactly as printed or transcribed, faults included.")
    why: str = said(
        'What is wrong with it, and why the repair is right. Words in "quotes" are in the language of the text.'
    )
    by: str | NotStated = said(
        "Who repaired it. Not needed where the edition's `transcription` names them.", default=NOT_STATED
    )
    checked: str | NotStated = said("A sentence: who checked the repair, or that nobody did.", default=NOT_STATED)
    uncertain: str | NotStated = said(
        "What cannot be known from the source. Shown to the reader beside the text.", default=NOT_STATED
    )


@dataclass(frozen=True)
class Text:
    """A text of the plan. `path` (id path and field) is its key in translation catalogs (gettext's msgctxt)."""

    wording: str
    path: str
    language: str
    repair: Repair | None = None
    summary: bool = field(default=False, compare=False)
    rich: bool = field(default=False, compare=False)
    place: Place | None = field(default=None, compare=False, repr=False)


REMARKS = ("uncertain", "checked")
"""What a repair says to readers, and is therefore translated; the rest of it is about letters of the original."""


def remarks(text: Text, language: str) -> dict[str, Text]:
    """What the repair of a text says to readers, by field, as texts in the plan's language; those that are stated."""
    if text.repair is None:
        return {}
    said_of_it = {name: getattr(text.repair, name) for name in REMARKS}
    return {
        name: Text(words, f"{text.path}.{name}", language, place=text.repair.places.get(name))
        for name, words in said_of_it.items()
        if not isinstance(words, NotStated)
    }


@dataclass(frozen=True)
class FieldFact:
    """One field of a record as the officer sees it."""

    name: str
    doc: str
    type: Any
    many: bool
    required: bool
    default: Any
    summary: bool
    rich: bool
    refers_to: str


_known: dict[type[Record], tuple[FieldFact, ...]] = {}


def fields_of(record: type[Record]) -> tuple[FieldFact, ...]:
    """The fields an officer may fill in, in order. `type` is without `| NotStated` and `tuple[...]`."""
    if record not in _known:
        hints = get_type_hints(record)
        _known[record] = tuple(
            _fact(field_, hints[field_.name])
            for field_ in dataclasses.fields(record)
            if "doc" in field_.metadata and not field_.metadata["inherited"]
        )
    return _known[record]


def _fact(field_: dataclasses.Field[Any], hint: Any) -> FieldFact:  # noqa: ANN401 - a type hint may be anything
    if get_origin(hint) in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not NotStated)
    many = get_origin(hint) is tuple
    return FieldFact(
        name=field_.name,
        doc=field_.metadata["doc"],
        type=get_args(hint)[0] if many else hint,
        many=many,
        required=field_.default is dataclasses.MISSING,
        default=field_.default,
        summary=field_.metadata["summary"],
        rich=field_.metadata["rich"],
        refers_to=field_.metadata["refers_to"],
    )


def records_in(value: object) -> Iterator[Record]:
    """A record and all records within it, in order."""
    if isinstance(value, Record):
        yield value
        for field_ in dataclasses.fields(value):
            if field_.name not in ("places", "level", "plan"):
                yield from records_in(getattr(value, field_.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from records_in(each)


def texts_in(value: object) -> Iterator[Text]:
    """Every text within a record, in order: the same walk for translation, repairs and export."""
    for record in records_in(value):
        for field_ in dataclasses.fields(record):
            held = getattr(record, field_.name)
            for each in held if isinstance(held, tuple) else (held,):
                if isinstance(each, Text):
                    yield each
