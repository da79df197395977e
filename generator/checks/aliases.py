"""An alias is an id that nothing else has.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: `aliases` are the ids that a target or an item had in earlier editions. Old addresses lead on by them; one that
two entries claim, or that is in use, would lead to the wrong page.
Wrong: a target with `id: burglary`, and another with `aliases: [burglary]`. Right: `aliases: [break-ins]`, an id that
no target has now.
"""

from collections.abc import Iterable, Iterator

from generator.model import Edition, Item
from generator.problems import Problem
from generator.targets import Target


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each alias that is an id in use, or that stands twice, among neighbours."""
    yield from _claims(edition.targets.targets)
    yield from _claims(edition.items)
    for item in edition.all_items():
        yield from _claims(item.children)


def _claims(neighbours: Iterable[Target | Item]) -> Iterator[Problem]:
    neighbours = tuple(neighbours)
    in_use = {each.id for each in neighbours}
    claimed: set[str] = set()
    for each in neighbours:
        for index, alias in enumerate(each.aliases):
            place = each.places.get(f"aliases.{index}", each.places.get("aliases", each.places["id"]))
            if alias in in_use:
                message = f'The alias "{alias}" of "{each.id}" is an id that is in use'
                yield Problem(message, "aliases", "Take it out here: that id still has a page of its own.", place)
            elif alias in claimed:
                message = f'The alias "{alias}" of "{each.id}" stands twice'
                yield Problem(message, "aliases", "Keep it only where the entry of that id is now.", place)
            claimed.add(alias)
