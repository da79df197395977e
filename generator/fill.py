"""Values with places -> records of the model, field by field.

Takes a Mapping and the type of a record; gives the record, or notes every unknown, missing and wrong-kind field.
What may stand where is read off the types. Knows nothing of which file a value came from.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from generator import prose, read
from generator.fields import ID_PATTERN, NOT_STATED, FieldFact, Id, LanguageCode, Record, Ref, Repair, Text, fields_of
from generator.languages import language as language_of
from generator.periods import Period
from generator.problems import Place, Problem, shortened
from generator.read import Node, Scalar, Sequence

_PERIOD_HINT = (
    "Write it as 2011-03-31, 2011-03, 2011, 2007/2008, 2008-04 to 2011-03, 12 months to 2008-02, by 2011-03 "
    "or later during 2008."
)
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,9})?")
"""No count of anything in a plan needs more digits, and so many can be reckoned with exactly."""
R = TypeVar("R", bound=Record)


class Fault:
    """Stands for a value that could not be made; its problem is reported already."""


FAULT = Fault()


@dataclass
class Filler:
    """Reads records off values and collects what is wrong. `language` is the one their texts are in."""

    problems: list[Problem] = field(default_factory=list)
    language: str = ""

    def report(self, message: str, check: str, hint: str, place: Place) -> Fault:
        """Note a problem; gives the stand-in for the value that could not be made."""
        self.problems.append(Problem(message, check, hint, place))
        return FAULT

    def record(  # one field after the other
        self,
        node: Node,
        kind: type[R],
        at: str,
        /,
        *,
        called: str = "",
        extra_keys: tuple[str, ...] = (),
        **inherited: Any,  # noqa: ANN401 - whatever the record's inherited fields hold
    ) -> R | Fault:
        """A record of a kind from its fields, at an id path. Unknown, missing and wrong-kind fields are reported.

        `called` is what messages call it ("An action"); without it, the name of the kind.
        """
        article = called or _name_of(kind)
        if not isinstance(node, read.Mapping):
            needed = [fact.name for fact in fields_of(kind) if fact.required]
            named = needed or [fact.name for fact in fields_of(kind)]
            hint = (
                f"It {'needs' if needed else 'may have'}: {', '.join(named)}. Write each on a line of its own below it."
            )
            return self.report(f"{article} is written as fields", "kinds", hint, node.place)
        facts = {fact.name: fact for fact in fields_of(kind)}
        misspelt = self._refuse_unknown(node, article, (*facts, *extra_keys))
        fault = bool(misspelt)
        values: dict[str, Any] = {}
        for name, fact in facts.items():
            written = node.get(name)
            if written is None:
                if fact.required and name not in misspelt:
                    hint = f'Add a line "{name}:", indented like the fields beside it. It holds: {_lower(fact.doc)}'
                    self.report(f'{article} has no "{name}"', "known-fields", hint, node.place)
                    fault = True
                continue
            value = self._field(written, fact, f"{at}.{name}" if at else name)
            if isinstance(value, Fault):
                fault = True
            else:
                values[name] = value
        if fault:
            return FAULT
        places = {key.text: value.place for key, value in node.entries} | {"": node.place}
        for key, value in node.entries:
            if isinstance(value, Sequence):
                places |= {f"{key.text}.{index}": each.place for index, each in enumerate(value.items)}
        return kind(**values, **inherited, places=places)

    def _refuse_unknown(self, node: read.Mapping, article: str, known: tuple[str, ...]) -> set[str]:
        """Report fields that are not known; gives the known ones that they, and the hints, may mean."""
        meant: set[str] = set()
        for key, _ in node.entries:
            if key.text not in known:
                close = get_close_matches(key.text, known, n=1)
                hint = did_you_mean(key.text, known) or f"Fields here are: {', '.join(known)}."
                self.report(f'{article} has no field "{key.text}"', "known-fields", hint, key.place)
                meant |= set(close) or {""}
        return meant

    def _field(self, node: Node, fact: FieldFact, path: str) -> Any:  # noqa: ANN401 - any type of the model
        optional = not fact.required
        if optional and isinstance(node, Scalar) and node.text.strip() in ("", str(NOT_STATED.value)):
            if node.text.strip():
                return fact.default
            hint = 'Write "not stated", or delete the line.'
            return self.report(f'"{fact.name}" is empty', "kinds", hint, node.place)
        if not optional and isinstance(node, Scalar) and node.text.strip() == str(NOT_STATED.value):
            hint = f"It holds: {_lower(fact.doc)}"
            return self.report(f'"{fact.name}" is needed: it cannot be "not stated"', "kinds", hint, node.place)
        if not fact.many:
            return self._one(node, fact, path)
        if not isinstance(node, Sequence):
            hint = 'Start each entry with "- ", or write short ones as [one, two].'
            return self.report(f'"{fact.name}" is not a list', "kinds", hint, node.place)
        made = [self._one(each, fact, self._entry_path(each, path)) for each in node.items]
        return FAULT if any(isinstance(each, Fault) for each in made) else tuple(made)

    def _entry_path(self, node: Node, path: str) -> str:
        """The path of an entry: by its id where it has one, never by its position."""
        if not isinstance(node, read.Mapping):
            return path
        for key in ("id", "language", "by", "period", "on", "status"):
            value = node.get(key)
            if not isinstance(value, Scalar):
                continue
            own = value.text
            state = node.get("state")
            if isinstance(state, Scalar) and state.text == "revised":  # it may stand beside the first of its period
                own = f"{own}.revised"
            parent, _, last = path.rpartition(".")
            # targets.targets.vehicle-crime would say it twice
            return f"{parent}.{own}" if last == parent.rpartition(".")[2] else f"{path}.{own}"
        return path

    def _one(self, node: Node, fact: FieldFact, path: str) -> Any:  # noqa: ANN401 - any type of the model
        kind = fact.type
        if kind is Text:
            return self._text(node, fact, path)
        if isinstance(kind, type) and issubclass(kind, Record):
            return self.record(node, kind, path)
        if not isinstance(node, Scalar):
            hint = f"It holds: {_lower(fact.doc)}"
            return self.report(f'"{fact.name}" is one value, not a list or fields', "kinds", hint, node.place)
        if not node.text.strip():
            return self._empty(fact, node.place)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._choice(node, fact, kind)
        make: Mapping[Any, Callable[[Scalar, str], Any]] = {
            Id: self.id_of,
            Ref: lambda scalar, _: Ref(scalar.text),
            LanguageCode: self._language,
            Decimal: self._number,
            Period: self._period,
            str: lambda scalar, _: scalar.text.strip(),
        }
        return make[kind](node, fact.name)

    def _empty(self, fact: FieldFact, place: Place) -> Fault:
        return self.report(f'"{fact.name}" is empty', "kinds", f"Fill it in. It holds: {_lower(fact.doc)}", place)

    def _text(self, node: Node, fact: FieldFact, path: str) -> Text | Fault:
        """A text: plain, or `text:` beside the printed wording that it repairs."""
        repair: Repair | Fault | None = None
        wording = node
        if isinstance(node, read.Mapping):
            hint = 'Give "text", "as_printed" and "why".'
            inner = node.get("text")
            if inner is None:
                return self.report(f'"{fact.name}" has no "text"', "known-fields", hint, node.place)
            wording = inner
            rest = tuple(entry for entry in node.entries if entry[0].text != "text")
            repair = self.record(read.Mapping(rest, node.place), Repair, path)
        if isinstance(repair, Fault):
            return repair
        if not isinstance(wording, Scalar):
            hint = f"It holds: {_lower(fact.doc)}"
            return self.report(f'"{fact.name}" is a text, not a list', "kinds", hint, wording.place)
        text = wording.text.strip()
        if not text:
            return self._empty(fact, wording.place)
        if fact.rich and (faults := prose.faults(text)):
            for line, message, hint in faults:
                self.report(message, "markdown", hint, wording.place_of(line))
            return FAULT
        language = self.language
        if path.startswith("statements."):  # a statement speaks its own language
            language = path.split(".")[1]
        return Text(text, path, language, repair, fact.summary, fact.rich, wording.place)

    # ---------------------------------------------------------------- single values

    def id_of(self, node: Scalar, name: str) -> Id | Fault:
        """An id, if the text can be part of an address."""
        if ID_PATTERN.fullmatch(node.text):
            return Id(node.text)
        hint = "Use small letters a to z, digits and hyphens, at most 60, such as safer-streets."
        return self.report(f'The {name} "{node.text}" cannot be part of an address', "ids", hint, node.place)

    def _language(self, node: Scalar, name: str) -> LanguageCode | Fault:
        if language_of(node.text) is not None:
            return LanguageCode(node.text)
        hint = "Use the language's code (its BCP 47 tag), such as en, pl, cy or zh-Hans."
        return self.report(f'"{node.text}" is not a known language ("{name}")', "languages", hint, node.place)

    def _number(self, node: Scalar, name: str) -> Decimal | Fault:
        hint = "Write it in digits alone, such as 20 or 1234.5."
        if name == "value":
            hint = "Write it in digits, such as 1234.5. If there is no figure, leave the line out and give a `state`."
        if _NUMBER.fullmatch(node.text.strip()):
            return Decimal(node.text.strip())
        words = "in words" if not any(letter.isdigit() for letter in node.text) else "not a plain number"
        return self.report(f'The "{name}" is {words} ("{shortened(node.text)}")', "numbers", hint, node.place)

    def _period(self, node: Scalar, name: str) -> Period | Fault:
        period = Period.parse(node.text.strip())
        if period is not None:
            return period
        message = f'The date or period in "{name}" cannot be read ("{shortened(node.text)}")'
        return self.report(message, "dates", _period_hint(node.text.strip()), node.place)

    def _choice(self, node: Scalar, fact: FieldFact, kind: type[StrEnum]) -> StrEnum | Fault:
        options = [option.value for option in kind]
        if node.text in options:
            return kind(node.text)
        hint = did_you_mean(node.text, options) or f"Use one of: {', '.join(options)}."
        return self.report(f'"{fact.name}" cannot be "{shortened(node.text)}"', "kinds", hint, node.place)


def did_you_mean(word: str, known: tuple[str, ...] | list[str]) -> str:
    """A hint that names the known word nearest to one, or nothing."""
    close = get_close_matches(word, known, n=1)
    return f'Did you mean "{close[0]}"?' if close else ""


def _period_hint(text: str) -> str:
    """How to write a day or period, with the likely meaning of a text first."""
    if (day := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)) is not None:
        guess = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif (month := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", text)) is not None:
        guess = "-".join(f"{int(part):02}" for part in month.groups() if part)
    else:
        guess = ""
    if guess and Period.parse(guess) is not None:
        return f"Write year, month, day: {guess}"
    return _PERIOD_HINT


def _lower(doc: str) -> str:
    """A field's line of documentation within a sentence."""
    return doc if doc[:1] == "`" or doc[1:2].isupper() else doc[:1].lower() + doc[1:]


def _name_of(kind: type[Record]) -> str:
    """How messages call a record: "A target", "An item"."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip()
    alone = {"edition facts": "The edition", "plan": "The plan", "targets": "The file"}
    alone |= {"accessibility": '"accessibility"', "formats": '"formats"'}
    return alone.get(words, f"An {words}" if words[0] in "aeio" else f"A {words}")
