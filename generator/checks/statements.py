"""The promise of other languages and formats stands once in each language.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: two statements in one language would both be read out, and a reader could not tell which holds.
Wrong: two entries with `language: pl`. Right: one.
"""

from collections.abc import Iterator

from generator.fields import LanguageCode
from generator.model import Edition
from generator.problems import Problem, Severity


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for a language with two statements, and a warning for a language of the plan without one."""
    seen: set[LanguageCode] = set()
    for statement in edition.facts.statements:
        if statement.language in seen:
            message = f'There are two statements in the language "{statement.language}"'
            yield Problem(message, "statements", "Keep one of them.", statement.places["language"])
        seen.add(statement.language)
    if not seen:
        return
    for code in edition.plan.languages:
        if code not in seen:
            yield Problem(
                message=f'The promise of other formats is not printed in "{code}"',
                check="statements",
                hint="Add it if the plan prints it; else leave it, and readers of that language see it in the others.",
                place=edition.facts.statements[0].places[""],
                severity=Severity.WARNING,
            )
