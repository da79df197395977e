"""A link in a hand-written page leads to a page of this site.

Takes the hand-written pages and the plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a dead link sends a reader away empty-handed, and the officer hears of it last.
Wrong: `[targets](target.html)`. Right: `[about](about.html)`, the name of a page as its address shows it.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename, join, normpath

from generator.model import PlanEditions
from generator.pages import ProsePage, pages_of_edition
from generator.problems import Place, Problem

_ELSEWHERE = re.compile(r"[a-z]+:", re.IGNORECASE)


def check(pages: tuple[ProsePage, ...], plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a problem for each link within the site that leads nowhere."""
    anchors = {page.name: set(re.findall(r' id="([^"]+)"', page.fragment)) for page in pages}
    known = {f"{page.name}.html" for page in pages} | {"index.html", "accessibility.html"}
    known |= {f"plans/{plan.plan.id}/index.html" for plan in plans}
    known |= {each.path for plan in plans for edition in plan.editions for each in pages_of_edition(plan, edition)}
    codes = {code for plan in plans for code in plan.plan.languages}
    known |= {f"{code}/{path}" for code in codes for path in known}
    originals = {plan.plan.language for plan in plans}
    for page in pages:
        folder = "" if page.language in originals else page.language
        for line, link in page.links:
            path, _, part = link.partition("#")
            target = normpath(join(folder, path)) if path else normpath(join(folder, f"{page.name}.html"))
            parts = anchors.get(basename(target).removesuffix(".html"))
            found = target in known and (not part or parts is None or part in parts)
            if _ELSEWHERE.match(link) or found:
                continue
            others = [name for name in known if name != f"{page.name}.html"]
            close = get_close_matches(target, others, n=1)
            yield Problem(
                message=f'The link "{link}" leads nowhere',
                check="prose-links",
                hint=f'Did you mean "{close[0]}"?' if close else "Open the page you mean, and copy its address.",
                place=Place(f"content/{page.language}/{page.name}.md", line),
            )
