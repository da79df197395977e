"""Words of blocks -> words of a fragment: their languages, figures, dates and marks as elements.

Takes Runs; gives a piece of a fragment. Knows nothing of links, blocks or pages.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from generator.blocks import Run
from generator.languages import known_language

_CLASSES = (("tel", "telephone"), ("code", "code"), ("braille", "braille"))


def marked(runs: Iterable[Run], around: str) -> str:
    """Words with their figures, dates and marks, one around the other, within an element in the language `around`."""
    return "".join(
        _figure(value, date, "".join(_run(run, around) for run in figured))
        for (value, date), figured in groupby(runs, key=lambda run: (run.value, run.date))
    )


def attributes(**given: str) -> str:
    """Attributes of an element, those that are not empty. `kind` is its class."""
    names = {"kind": "class", "aria_label": "aria-label"}
    return "".join(f" {names.get(name, name)}={quoteattr(value)}" for name, value in given.items() if value)


def language_attributes(code: str) -> str:
    """The attributes that mark a part in another language."""
    return f' lang="{code}" dir="{known_language(code).direction}"'


def _run(run: Run, around: str) -> str:
    said = escape(run.text)
    kinds = " ".join(name for name, mark in _CLASSES if mark in run.marks)
    language = language_attributes(run.language) if run.language != around and run.text.strip() else ""
    if "isolated" in run.marks or kinds or language:
        tag = "bdi" if "isolated" in run.marks else "span"
        said = f"<{tag}{attributes(kind=kinds)}{language}>{said}</{tag}>"
    for tag, mark in (("ins", "inserted"), ("del", "deleted")):
        said = f"<{tag}>{said}</{tag}>" if mark in run.marks else said
    return f"<strong>{said}</strong>" if run.marks & {"strong", "emphasis"} else said


def _figure(value: str, date: str, said: str) -> str:
    if value:
        said = f"<data value={quoteattr(value)}>{said}</data>"
    return f'<data class="date" value={quoteattr(date)}>{said}</data>' if date else said
