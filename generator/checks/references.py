"""Whatever the plan refers to is in the plan.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a link to a theme or an organisation that does not exist would lead a reader nowhere.
Wrong: `publisher: ketering-council`. Right: the `id` of an entry in organisations.yaml, letter for letter.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.fields import Record, fields_of, records_in
from generator.model import Edition
from generator.problems import Place, Problem
from generator.targets import PERCENT


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each id that names nothing."""
    known: Mapping[str, list[str]] = {
        "item": list(edition.items_by_path),
        "organisation": [each.id for each in edition.organisations.organisations],
        "role": [each.id for each in edition.organisations.roles],
        "unit": [PERCENT, *(each.id for each in edition.targets.units)],
    }
    parts = (edition.plan, edition.facts, edition.items, edition.targets, edition.organisations, edition.achievements)
    yield from _own_parents(edition)
    for record in records_in(parts):
        for fact in fields_of(type(record)):
            if not fact.refers_to:
                continue
            value = getattr(record, fact.name)
            for index, reference in enumerate(value if fact.many else (value,)):
                if isinstance(reference, str) and reference not in known[fact.refers_to]:
                    place = _place(record, f"{fact.name}.{index}" if fact.many else fact.name)
                    yield _missing(reference, fact.refers_to, known[fact.refers_to], place)


def _own_parents(edition: Edition) -> Iterator[Problem]:
    for item in edition.all_items():
        for index, parent in enumerate(item.serves):
            if parent in (item.path, item.path.rpartition(".")[0]):
                message = f'"{item.title.wording}" stands under "{parent}" already'
                yield Problem(message, "references", "Take it out of `serves`.", item.places[f"serves.{index}"])


def _place(record: Record, name: str) -> Place:
    return record.places.get(name, record.places[""])


def _missing(reference: str, kind: str, known: list[str], place: Place) -> Problem:
    article = "a" if kind in ("role", "unit") else "an"
    close = get_close_matches(reference, known, n=1)
    if close:
        hint = f'Did you mean "{close[0]}"?'
    elif known:
        hint = f"Known ids: {', '.join(sorted(known)[:8])}{' ...' if len(known) > 8 else ''}."  # noqa: PLR2004 - one line
    else:
        hint = f"This plan has no {kind} yet: add it, or take this out."
    return Problem(f'"{reference}" is not {article} {kind} of this plan', "references", hint, place)
