"""The address of a plan's licence is a web address.

Takes a plan with its editions, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: every data file names the licence by its address, and programs tell licences apart by it.
Wrong: `address: www.nationalarchives.gov.uk`.
Right: `address: https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/`.
"""

import re
from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import PlanEditions
from generator.problems import Problem

_ADDRESS = re.compile(r"https?://[^\s\"<>{}|\\^`]+\.[^\s\"<>{}|\\^`]+")


def check(plan: PlanEditions) -> Iterator[Problem]:
    """Yield a problem for an address that is none."""
    licence = plan.plan.licence
    if isinstance(licence, NotStated) or isinstance(licence.address, NotStated):
        return
    if not _ADDRESS.fullmatch(licence.address):
        hint = "Write it in full, such as https://creativecommons.org/licenses/by/4.0/; or leave it out."
        message = f'"{licence.address}" cannot be the address of a licence'
        yield Problem(message, "licence", hint, licence.places["address"])
