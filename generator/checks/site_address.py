"""The site knows its own web address, and the day it speaks from.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: search engines need full addresses to show each reader her own language, and feeds cannot be made without them.
Wrong: no `address`. Right: `address: https://plan.example.gov.uk`.
"""

import re
from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import PlanEditions
from generator.periods import PeriodForm
from generator.problems import Problem, Severity
from generator.site import Site


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:  # noqa: ARG001 - every site check takes both
    """Yield a warning for an address not stated, and a problem for one that is not an address."""
    if isinstance(site.address, NotStated):
        yield Problem(
            message="The web address of this site is not stated",
            check="site-address",
            hint="Add `address: https://...` before you publish it; until then, search engines get no language links.",
            place=site.places.get("address", site.places[""]),
            severity=Severity.WARNING,
        )
    elif not re.fullmatch(r"https?://[^\s/?#\"<>&]+(?:/[^\s?#\"<>&]*)?", site.address):
        hint = "Write it in full, such as https://plan.example.gov.uk."
        yield Problem(f'"{site.address}" is not a web address', "site-address", hint, site.places["address"])
    if site.as_of.form is not PeriodForm.DAY:
        message = f'"as_of" is one day, but "{site.as_of.written}" is longer'
        yield Problem(message, "site-address", "Give a day, such as 2026-04-01.", site.places["as_of"])
