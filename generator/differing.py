"""Two wordings of a text as HTML, with the words marked that differ, and each step between them as a sentence.

Takes a Wording and two Texts; gives Differing. Knows nothing of what else changed.

Why the sentences: most screen readers say nothing of `ins` and `del`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from generator import prose
from generator.fields import NotStated, Text
from generator.worddiff import Line, Step, difference
from generator.wording import Wording


@dataclass(frozen=True)
class Differing:
    """Two wordings, line by line, and the steps between them. `language` marks one that is not the page's."""

    language: Markup
    before: tuple[Markup, ...]
    after: tuple[Markup, ...]
    steps: tuple[Markup, ...]
    mostly_new: bool


def differing(wording: Wording, before: Text | NotStated, after: Text | NotStated) -> Differing:
    """What differs between two wordings, in the page's language if both are translated into it."""
    old, new = before or after, after or before
    if not old or not new:
        raise LookupError(before)
    was, now = wording.translator.both(old, new)
    was_said, now_said = (prose.words(each.text) if new.rich else each.text for each in (was, now))
    found = difference(was_said, now_said, now.language)
    mark = wording.lang_of(now.language)
    return Differing(
        mark,
        tuple(_lined(line, "del") for line in found.before) if before else (),
        tuple(_lined(line, "ins") for line in found.after) if after else (),
        tuple(_step(wording, step, mark) for step in found.steps) if before and after else (),
        mostly_new=found.mostly_new,
    )


def _lined(line: Line, tag: str) -> Markup:
    mark = Markup("<{0}>{{}}</{0}>").format(tag)
    return Markup("").join(mark.format(piece.text) if piece.differs else piece.text for piece in line)


def _step(wording: Wording, step: Step, mark: Markup) -> Markup:
    part = Markup("<span{}>{{}}</span>").format(mark) if mark else Markup("{}")
    before, after = part.format(step.before), part.format(step.after)
    if not step.before:
        return wording.word("Added: \u201c{words}\u201d.", words=after)
    if not step.after:
        return wording.word("Taken out: \u201c{words}\u201d.", words=before)
    return wording.word("\u201c{before}\u201d became \u201c{after}\u201d.", before=before, after=after)
