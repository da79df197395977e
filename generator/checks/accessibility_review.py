"""The accessibility statement was reviewed within a year.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: British public bodies must keep their statement under review (SI 2018/952, regulation 8), and the model statement
asks for it at least once a year. A year counts to the day that the site speaks from, `as_of`.
Wrong: `reviewed: 2025-03-01` with `as_of: 2026-06-01`. Right: `reviewed: 2026-03-01`.
"""

from collections.abc import Iterator
from datetime import date

from generator.fields import NOT_STATED, NotStated
from generator.model import PlanEditions
from generator.problems import Problem, Severity
from generator.site import Site


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a warning for a statement that is older than a year, or whose age nobody knows."""
    statement = site.accessibility
    done, seen = "last reviewed", NOT_STATED if isinstance(statement, NotStated) else statement.reviewed
    if isinstance(seen, NotStated) and not isinstance(statement, NotStated):
        done, seen = "prepared", statement.prepared
    if isinstance(seen, NotStated):
        message = "The accessibility statement does not say when it was prepared or last reviewed"
        hint = "Read it through, then write the day under `accessibility`, `reviewed`."
    elif site.as_of.first > _a_year_after(seen.last):
        message = f"The accessibility statement was {done} on {seen.written}, more than 12 months ago"
        hint = "Test the site again, read the statement through, then write the day under `accessibility`, `reviewed`."
    else:
        return
    places = site.places if isinstance(statement, NotStated) else statement.places
    place = places.get("reviewed", places[""])
    yield Problem(message, "accessibility-review", hint, place, Severity.WARNING)


def _a_year_after(day: date) -> date:
    """The same day of the next year; the last of February stays the last of February."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
