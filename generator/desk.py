"""What an officer should see to next: figures, reviews, contacts, translations, formats, long sentences.

Takes a site, one of its plans and its Translators; gives Topics, each with its Notes. English only, like every message
to the officer. Knows nothing of terminals or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assess import outcomes
from generator.fields import NotStated, Record, Text
from generator.ledger import Standing, Tally, coverage
from generator.model import Contact, Edition, PlanEditions
from generator.originals import Original, of_edition
from generator.pages import is_over, judged_on
from generator.problems import Place, Problem, shortened
from generator.readability import LONG_SENTENCE, long_sentences, sentences
from generator.site import Site, Supplied
from generator.targets import OutcomeKind, State
from generator.translate import Translator

_A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Note:
    """One thing to see to, and where it is written."""

    words: str
    place: Place | None = None


@dataclass(frozen=True)
class Topic:
    """Things of one kind to see to; `rest` says what holds where there are none."""

    title: str
    notes: tuple[Note, ...]
    rest: str


def desk(
    site: Site,
    plan: PlanEditions,
    translators: Mapping[str, Translator],
    around: Iterable[Original],
    missing: Iterable[Problem],
) -> tuple[Topic, ...]:
    """What to see to in the newest edition of a plan, drafts included.

    `around` are the texts of the site; `missing` says which formats cannot be made on this computer.
    """
    edition = plan.editions[-1]
    over = is_over(plan, site)
    ended = "The plan is over: nothing is due any more." if over else ""
    today = site.as_of.last
    return (
        Topic("Figures", () if over else tuple(_figures(plan, edition, site)), ended or "No figure is overdue."),
        Topic("Reviews", () if over else tuple(_reviews(edition, today)), ended or "No review is overdue."),
        Topic(
            "Contacts",
            () if over else tuple(_contacts(edition, today)),
            ended or "Every contact was checked within the last year.",
        ),
        Topic(
            "Translations",
            tuple(_translations(plan, edition, translators, tuple(around))),
            "Every text is translated, and checked by a person.",
        ),
        Topic(
            "Formats", tuple(_formats(site, edition, missing)), "Every format can be made, and people supplied theirs."
        ),
        Topic("Long sentences", tuple(_sentences(edition)), f"No sentence has more than {LONG_SENTENCE} words."),
    )


def _figures(plan: PlanEditions, edition: Edition, site: Site) -> Iterator[Note]:
    """Results that were due, and those that were expected by now."""
    today = site.as_of.last
    for outcome in outcomes(edition, judged_on(plan, edition, site)):
        title = outcome.target.measure.title.wording
        place = outcome.target.places.get("id")
        if outcome.kind is OutcomeKind.NO_DATA and outcome.due is not None:
            yield Note(f"{title}: due by {outcome.due.by.written.removeprefix('by ')}, and there is no result.", place)
        baseline = () if isinstance(outcome.target.baseline, NotStated) else (outcome.target.baseline,)
        for value in (*baseline, *outcome.target.values):
            expected = value.expected
            if value.state is State.AWAITED and not isinstance(expected, NotStated) and expected.last < today:
                what = "baseline" if value in baseline else "result"
                yield Note(f"{title}: the {what} was expected {expected.written}.", _place(value, "expected"))


def _reviews(edition: Edition, today: date) -> Iterator[Note]:
    review = edition.facts.review
    if isinstance(review, NotStated):
        yield Note("The edition does not say by when it is to be reviewed.", edition.facts.places.get(""))
    elif review.last < today:
        yield Note(f"The edition was to be reviewed by {review.written}.", edition.facts.places.get("review"))


def _contacts(edition: Edition, today: date) -> Iterator[Note]:
    """Contacts that nobody has tried for a year, or ever. An entry without a way to reach anybody is no contact."""
    for organisation in edition.organisations.organisations:
        for contact in organisation.contacts:
            if not _reaches(contact):
                continue
            named = f"{organisation.name.wording}{_titled(contact)}"
            if isinstance(contact.checked, NotStated):
                yield Note(f"{named}: nobody has checked that this contact works.", contact.places.get(""))
            elif contact.checked.last + _A_YEAR < today:
                words = f"{named}: last checked {contact.checked.written}, more than a year ago."
                yield Note(words, contact.places.get("checked"))


def _reaches(contact: Contact) -> bool:
    ways = (contact.telephone, contact.textphone, contact.fax, contact.email, contact.website)
    return any(not isinstance(way, NotStated) for way in ways)


def _titled(contact: Contact) -> str:
    return "" if isinstance(contact.title, NotStated) else f", {contact.title.wording}"


def _translations(
    plan: PlanEditions, edition: Edition, translators: Mapping[str, Translator], around: tuple[Original, ...]
) -> Iterator[Note]:
    """Each language with what it lacks; the command that tells more is named last."""
    texts = of_edition(plan.plan, edition)
    behind = False
    for code in plan.plan.languages:
        if code == plan.plan.language or code not in translators:
            continue
        found = coverage(translators[code].of_plan(str(plan.plan.id)), texts, around).all
        lacks = [f"{number} {what}" for what, number in _lacking(found) if number]
        if lacks:
            behind = True
            yield Note(f"{translators[code].language.name} ({code}): {', '.join(lacks)}.")
    if behind:
        yield Note("Run planpress translations to see which.")


def _lacking(found: Tally) -> Iterator[tuple[str, int]]:
    words = {
        Standing.MISSING: "not translated",
        Standing.OUTDATED: "older than the original",
        Standing.DRAFT: "made by a machine and not checked",
        Standing.UNCHECKED: "not checked",
    }
    for standing, what in words.items():
        yield what, found.counts[standing]


def _formats(site: Site, edition: Edition, missing: Iterable[Problem]) -> Iterator[Note]:
    """What this computer lacks, and what only people can make and have not."""
    for problem in missing:
        yield Note(f"{problem.message}. {problem.hint}", problem.place)
    for kind in Supplied:
        of_it = (each for each in site.formats.supplied if (each.plan, each.edition) == (edition.plan.id, edition.id))
        if kind not in {each.kind for each in of_it}:
            yield Note(f"Nobody has supplied this yet: {kind.value}.", site.formats.places.get("supplied"))
    if isinstance(site.operator.answers, NotStated):
        words = 'Pages do not say how soon you answer who asks for another format: "answers" under "operator".'
        yield Note(words, site.operator.places.get(""))


def _sentences(edition: Edition) -> Iterator[Note]:
    """Sections whose sentences are hard to follow."""
    achievements = edition.achievements
    groups = () if isinstance(achievements, NotStated) else achievements.groups
    texts: list[tuple[str, Text | NotStated]] = [
        *((section.title.wording, section.text) for section in edition.facts.sections),
        *((item.title.wording, item.text) for item in edition.all_items()),
        *((target.measure.title.wording, target.statement) for target in edition.targets.targets),
        *((entry.text.wording, entry.text) for group in groups for entry in group.entries),
    ]
    for title, text in texts:
        if isinstance(text, NotStated):
            continue
        long = long_sentences(text.wording)
        if long:
            count = len(sentences(text.wording))
            many = "1 sentence" if len(long) == 1 else f"{len(long)} sentences"
            first = (
                f'the longest has {max(len(each.split()) for each in long)} words ("{shortened(max(long, key=len))}")'
            )
            yield Note(
                f"{shortened(title)}: {many} of {count} with more than {LONG_SENTENCE} words; {first}.", text.place
            )


def _place(record: Record, name: str) -> Place | None:
    return record.places.get(name, record.places.get(""))
