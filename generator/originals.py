"""A site and its plans -> every text that is to be translated, with what its translator should know.

Takes Sites, plans and hand-written pages; gives Originals in reading order. Knows nothing of catalogs but the
template of Planpress' own words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cache

from babel.messages.pofile import read_po

from generator.catalogs import INTERFACE, INTERFACE_CATALOGS
from generator.fields import NotStated, Text, fields_of, records_in, remarks
from generator.glossary import Term
from generator.languages import INTERFACE_LANGUAGE
from generator.model import Edition, Item, Plan, PlanEditions, Statement, TranscriptionNote, place_of
from generator.pages import ProsePage
from generator.site import Site
from generator.targets import Unit


@dataclass(frozen=True)
class Original:
    """One text to translate. `context` is its id path; `plural` is set where the text goes with a count."""

    context: str
    wording: str
    plural: str = ""
    language: str = ""
    files: tuple[str, ...] = ()
    about: str = ""
    summary: bool = False
    rich: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What finds it in a catalog: its context and its wording, in the plural where it has one."""
        return self.context, self.plural or self.wording


def of_plan(plan: PlanEditions) -> tuple[Original, ...]:
    """The texts of a plan in all its editions, the newest edition first; each wording once."""
    found: dict[tuple[str, str], Original] = {}
    for edition in reversed(plan.editions):
        for original in of_edition(plan.plan, edition):
            found.setdefault(original.key, original)
    return tuple(found.values())


def of_edition(plan: Plan, edition: Edition) -> tuple[Original, ...]:
    """The texts of one edition of a plan."""
    return tuple(_in((plan, edition), plan.language))


@cache
def of_interface() -> tuple[Original, ...]:
    """The words of Planpress itself, as the template of its catalogs has them."""
    with (INTERFACE_CATALOGS / f"{INTERFACE}.pot").open("rb") as file:
        messages = [each for each in read_po(file) if each.id]
    forms = [each.id if isinstance(each.id, tuple) else (each.id, "") for each in messages]
    return tuple(Original("", str(one), str(many), INTERFACE_LANGUAGE) for one, many in forms)


def of_site(site: Site, pages: Iterable[ProsePage]) -> tuple[Original, ...]:
    """The texts of a site beside its plans: its settings, and the hand-written pages in its own language."""
    own = [page for page in pages if page.language == site.language]
    return (
        *_in((site,), site.language),
        *(_original(part, f'Part of the page "{page.title}"') for page in own for part in page.parts),
    )


def _in(parts: tuple[object, ...], language: str) -> Iterator[Original]:
    for record in records_in(parts):
        if isinstance(record, Statement):  # printed in each language: it is its own translation
            yield from (_original(each, "About a repair.") for each in remarks(record.text, language).values())
            continue
        if isinstance(record, TranscriptionNote):
            yield _original(place_of(record, language), "A part of the plan that was repaired.")
            continue
        if isinstance(record, Unit):
            one = record.other if isinstance(record.one, NotStated) else record.one
            about = "Goes with a number."
            files = tuple(dict.fromkeys(place.file for place in record.places.values()))
            yield Original(f"targets.units.{record.id}", one, record.other, language, files, about)
            continue
        docs = {fact.name: fact.doc for fact in fields_of(type(record))}
        for field in fields(record):
            held = getattr(record, field.name)
            for text in held if isinstance(held, tuple) else (held,):
                if isinstance(text, Text):
                    about = docs.get(field.name, "")
                    if isinstance(record, Term) and field.name == "word":
                        about = (
                            f"{about} After it you may add further forms, each after a sign | with spaces around it."
                        )
                    needed = isinstance(record, Item) and record.level.rank <= 1 and field.name == "title"
                    yield replace(_original(text, about), summary=True) if needed else _original(text, about)
                    for remark in remarks(text, language).values():
                        yield _original(remark, "About a repair of the text above.")


def _original(text: Text, about: str) -> Original:
    hints = (about, "Part of the summary." if text.summary else "", "Short Markdown." if text.rich else "")
    return Original(
        text.path,
        text.wording,
        language=text.language,
        files=(text.place.file,) if text.place else (),
        about=" ".join(filter(None, hints)),
        summary=text.summary,
        rich=text.rich,
    )
