"""A link in a hand-written page leads to a page of this site.

Takes the hand-written pages and the plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a dead link sends a reader away empty-handed, and the officer hears of it last.
Wrong: `[targets](target.html)`. Right: `[about](about.html)`, the name of a page as its address shows it.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import normpath

from generator.model import PlanEditions
from generator.pages import NOT_FOUND, ProsePage, pages_of_edition
from generator.problems import Place, Problem

_ELSEWHERE = re.compile(r"[a-z]+:", re.IGNORECASE)


def check(pages: tuple[ProsePage, ...], plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a problem for each link within the site that leads nowhere."""
    known = {f"{page.name}.html" for page in pages} | {"index.html", "accessibility.html"} - {NOT_FOUND}
    known |= {f"plans/{plan.plan.id}/index.html" for plan in plans}
    known |= {each.path for plan in plans for edition in plan.editions for each in pages_of_edition(plan, edition)}
    for page in pages:
        anchors = set(re.findall(r' id="([^"]+)"', page.fragment))
        for line, link in page.links:
            path, _, part = link.partition("#")
            target = normpath(path.removeprefix("../")) if path else ""
            if _ELSEWHERE.match(link) or (target in known) or (not path and part in anchors):
                continue
            close = get_close_matches(target, known, n=1)
            yield Problem(
                message=f'The link "{link}" leads nowhere',
                check="prose-links",
                hint=f'Did you mean "{close[0]}"?' if close else "Open the page you mean, and copy its address.",
                place=Place(f"content/{page.language}/{page.name}.md", line),
            )
