"""A hand-written page is in a language that a plan is to be read in.

Takes the hand-written pages and the plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: nothing would lead a reader to a page in another language, so it would not be made, and its author would wonder.
Wrong: `content/fr/about.md`, where no plan lists `fr`. Right: `content/en/about.md`, or `fr` in `languages`.
"""

from collections.abc import Iterator

from generator.model import PlanEditions
from generator.pages import ProsePage
from generator.problems import Place, Problem


def check(pages: tuple[ProsePage, ...], plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a problem for each page in a language of no plan."""
    known = sorted({code for plan in plans for code in (plan.plan.language, *plan.plan.languages)})
    for page in pages:
        if plans and page.language not in known:
            yield Problem(
                message=f'No plan is to be read in "{page.language}", so nobody would find this page',
                check="prose-languages",
                hint=f"Move it to the folder of one of these: {', '.join(known)}; or add the language to `languages`.",
                place=Place(f"content/{page.language}/{page.name}.md"),
            )
