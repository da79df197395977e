"""Words of a plan that need explaining, and their meanings (`glossary` in edition.yaml).

Takes nothing; gives the types. Knows nothing of pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.fields import NOT_STATED, Id, NotStated, Record, Text, said


def forms_of(word: str) -> tuple[str, ...]:
    """The forms of a word that a translator wrote one after the other, each after a sign |; the first is its name."""
    return tuple(form.strip() for form in word.split("|") if form.strip()) or (word,)


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """A word, or a few, that not every reader knows."""

    id: Id = said("The id of the word.")
    word: Text = said("The word as the plan has it; capital letters do not matter.")
    also: tuple[str, ...] = said("Other forms of it in the plan's own language, such as its plural.", default=())
    meaning: Text = said("What it means, as one plain sentence.")


@dataclass(frozen=True, kw_only=True)
class Glossary(Record):
    """Words that the pages explain where they are used."""

    note: Text | NotStated = said("Where these explanations come from, as a sentence.", default=NOT_STATED)
    terms: tuple[Term, ...] = said("The words.")
