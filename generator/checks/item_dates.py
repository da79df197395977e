"""An item ends on or after the day it starts.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a reader who meets one that ends before it begins stops trusting the plan.
Wrong: `starts: 2026-04-01`, `ends: 2026-03-31`. Right: `ends: 2027-03-31`.
"""

from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import Edition
from generator.problems import Problem


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each item whose dates run backwards."""
    for item in edition.all_items():
        if isinstance(item.starts, NotStated) or isinstance(item.ends, NotStated):
            continue  # a day that is not stated cannot be wrong
        if item.ends.last < item.starts.first:
            level = item.level.one.wording
            yield Problem(
                message=(
                    f'{level[:1].upper()}{level[1:]} "{item.title.wording}" ends ({item.ends.written}) '
                    f"before it starts ({item.starts.written})"
                ),
                check="item-dates",
                hint=f"Swap the two dates, or set `ends` to {item.starts.written} or later.",
                place=item.places["ends"],
            )
