"""An item whose status changed has a note of its own year.

Takes a plan with its editions, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: "done", with last year's note that "the supplier went out of business", tells readers two things at once.
Wrong: `status: done` beside the `status_note` of the edition before, when it was delayed. Right: a new note, or none.
"""

from collections.abc import Iterator

from generator.fields import Text
from generator.model import PlanEditions
from generator.pairs import same_items
from generator.problems import Problem, Severity


def check(plan: PlanEditions) -> Iterator[Problem]:
    """Yield a warning for each item of the newest edition with a new status and the note of the old one."""
    edition = plan.editions[-1]
    older = plan.before(edition)
    if older is None:
        return
    for path, old in same_items(older, edition).items():
        item = edition.items_by_path[path]
        note, was = item.status_note, old.status_note
        stale = isinstance(note, Text) and isinstance(was, Text) and note.wording == was.wording
        if stale and item.status is not old.status:
            yield Problem(
                message=f'The status of "{item.title.wording}" changed, but its note is that of edition {older.id}',
                check="status-notes",
                hint="Say in `status_note` what is true now, or take it out.",
                place=item.places["status_note"],
                severity=Severity.WARNING,
            )
