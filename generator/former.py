"""What an earlier edition had a page for and a later one has not: withdrawn, or found under another id.

Takes a plan's editions; gives Formers. Knows nothing of pages' words or HTML.

Only targets and items of the first level have a page of their own; "an id is an address for ever" is about these.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.fields import NOT_STATED, Id, NotStated, Text
from generator.model import Edition, Item, PlanEditions
from generator.targets import Target

Entries = Mapping[str, Target | Item]


@dataclass(frozen=True)
class Former:
    """An entry that an edition no longer has under this id: the `last` edition with it, and what it is `now`, if it is.

    `name` is its page's, from the edition's folder on: `targets/vehicle-crime`.
    """

    name: str
    entry: Target | Item
    last: Edition
    now: Target | Item | None
    why: Text | NotStated

    @property
    def title(self) -> Text:
        """Its words, in the last edition that has it."""
        return self.entry.measure.title if isinstance(self.entry, Target) else self.entry.title


def entries(edition: Edition) -> dict[str, Entries]:
    """Everything in an edition that has a page of its own, by the folder of its pages and by its id."""
    return {
        "targets": edition.targets_by_id,
        "items": {item.id: item for item in edition.items},
    }


def called_later(plan: PlanEditions, folder: str, id_: str, since: Edition, until: Edition) -> str:
    """The id in a later edition of what has an id in an earlier one: another one if it was renamed."""
    return _followed(plan, folder, id_, since, until)[0]


def _followed(plan: PlanEditions, folder: str, id_: str, since: Edition, until: Edition) -> tuple[str, Edition]:
    """The last id of what has an id in an earlier edition, and the last edition that has it under any id."""
    last = since
    for edition in plan.editions[plan.editions.index(since) + 1 : plan.editions.index(until) + 1]:
        there = entries(edition)[folder]
        id_ = id_ if id_ in there else next((new for new, entry in there.items() if id_ in entry.aliases), id_)
        last = edition if id_ in there else last
    return id_, last


def formers(plan: PlanEditions, edition: Edition) -> Iterator[Former]:
    """What earlier editions had a page for and this one has not, in the order of the newest that has it."""
    here = entries(edition)
    at = plan.editions.index(edition)
    notes = [note for each in plan.editions[: at + 1] for note in each.targets.withdrawn]
    reasons: dict[Id, Text | NotStated] = {note.id: note.why for note in notes}
    told: set[str] = set()
    for older in reversed(plan.editions[:at]):
        for folder, there in entries(older).items():
            for id_ in there:
                name = f"{folder}/{id_}"
                if id_ in here[folder] or name in told:
                    continue
                told.add(name)
                later, last = _followed(plan, folder, id_, older, edition)
                now = here[folder].get(later)
                entry = there[id_] if now else entries(last)[folder][later]
                why = reasons.get(entry.id, NOT_STATED) if isinstance(entry, Target) else NOT_STATED
                yield Former(name, entry, older if now else last, now, why)
