"""What every data file says of itself: of which plan and edition it is, from where, and under which licence.

Takes a Site, a plan and an Edition; gives About. Knows nothing of file formats.

Nothing is said here that the plan or the site does not state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.fields import NotStated, Record
from generator.model import Edition, PlanEditions
from generator.site import Site

SAYS_SO = "not stated"


@dataclass(frozen=True)
class About:
    """What is stated of an edition, as plain texts; None where nothing is."""

    title: str
    publisher: str
    period: str
    language: str
    edition: str
    published: str | None
    corrections: tuple[tuple[str, str], ...]
    """The day of each, and what it says."""
    licence: str | None
    licence_address: str | None
    source: str | None
    """What the text was transcribed from."""
    transcribed_by: str | None
    judged_on: date
    folder: str
    """The address of the edition's pages in the plan's language, where the site knows its own."""

    def plain(self) -> dict[str, Any]:
        """The same for JSON, without what is not stated; but of the licence, it says so."""
        licence: object = SAYS_SO
        if self.licence is not None:
            licence = {"name": self.licence} | _stated({"address": self.licence_address})
        corrections = [_stated({"on": on, "note": note}) for on, note in self.corrections]
        return _stated(
            {
                "title": self.title,
                "publisher": self.publisher,
                "period": self.period,
                "language": self.language,
                "edition": self.edition,
                "published": self.published,
                "corrections": corrections,
                "licence": licence,
                "source": self.source,
                "transcribed_by": self.transcribed_by,
                "targets_judged_on": self.judged_on.isoformat(),
                "address": self.folder,
            }
        )


def about(site: Site, plan: PlanEditions, edition: Edition, on: date) -> About:
    """What is stated of an edition whose targets are judged on a day."""
    licence, came_from = plan.plan.licence, edition.facts.transcription
    root = "" if isinstance(site.address, NotStated) else site.address.rstrip("/") + "/"
    inner = "" if plan.plan.language == site.language else f"{plan.plan.language}/"
    return About(
        title=plan.plan.title.wording,
        publisher=edition.organisation(plan.plan.publisher).name.wording,
        period=plan.plan.period.written,
        language=plan.plan.language,
        edition=str(edition.id),
        published=None if isinstance(edition.facts.published, NotStated) else edition.facts.published.written,
        corrections=tuple((each.on.written, _words(each, "note") or "") for each in edition.corrections),
        licence=None if isinstance(licence, NotStated) else licence.name.wording,
        licence_address=_words(licence, "address"),
        source=_words(came_from, "source"),
        transcribed_by=_words(came_from, "by"),
        judged_on=on,
        folder=f"{root}{inner}plans/{plan.plan.id}/{edition.id}/" if root else "",
    )


def _words(record: Record | NotStated, name: str) -> str | None:
    value = getattr(record, name, None)
    return None if value is None or isinstance(value, NotStated) else str(getattr(value, "wording", value))


def _stated(facts: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
