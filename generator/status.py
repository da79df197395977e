"""How far an item has come, and what was recorded when an edition was published.

Takes nothing; gives the types of an item's status, and of published.yaml. Knows nothing of the rest of the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.fields import NOT_STATED, NotStated, Record, Text, YesNo, said
from generator.languages import message
from generator.periods import Period


class Status(StrEnum):
    """How far an item has come. A closed set, so that totals can be compared."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DELAYED = "delayed"
    DONE = "done"
    DROPPED = "dropped"


STATUS_WORDS = {
    Status.NOT_STARTED: message("not started"),
    Status.UNDER_WAY: message("under way"),
    Status.DELAYED: message("delayed"),
    Status.DONE: message("done"),
    Status.DROPPED: message("dropped"),
}
"""The reader's word for each status, where the plan has none of its own."""


@dataclass(frozen=True, kw_only=True)
class StatusWord(Record):
    """The plan's own word for a status."""

    status: Status = said("The status.")
    word: Text = said("The plan's own word for it: `delivered`.", summary=True)


@dataclass(frozen=True, kw_only=True)
class Sealed(Record):
    """One file of an edition as it was published."""

    name: str = said("The file, from the edition's folder on.")
    sha256: str = said("The SHA-256 of its text.")


class FileChange(StrEnum):
    """What became of a file after its edition was published."""

    CHANGED = "has changed since"
    MISSING = "is missing now"
    ADDED = "was added since"


def changes_to(sealed: tuple[Sealed, ...], now: tuple[Sealed, ...]) -> dict[str, FileChange]:
    """The files that are not as they were published, by name."""
    then, found = {each.name: each.sha256 for each in sealed}, {each.name: each.sha256 for each in now}
    changes = {name: FileChange.MISSING for name in then if name not in found}
    changes |= {name: FileChange.ADDED for name in found if name not in then}
    changes |= {name: FileChange.CHANGED for name in found if then.get(name, found[name]) != found[name]}
    return dict(sorted(changes.items()))


@dataclass(frozen=True, kw_only=True)
class Correction(Record):
    """A change to an edition after it was published."""

    on: Period = said("The day of the correction.")
    note: Text | NotStated = said("What was wrong, and what is right now.", default=NOT_STATED)
    minor: YesNo = said("`yes` if it changes no meaning, such as a spelling.", default=YesNo.NO)


@dataclass(frozen=True, kw_only=True)
class Publication(Record):
    """What was recorded when the edition was published (`published.yaml`). `planpress edition` writes it."""

    files: tuple[Sealed, ...] = said("Each file with its checksum.")
    corrections: tuple[Correction, ...] = said("What was corrected since, oldest first.", default=())
