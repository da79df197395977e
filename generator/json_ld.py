"""What a page says of itself to search engines: plain values of schema.org, as JSON-LD 1.1.

Takes a Writer; gives plain values. Knows nothing of HTML.

Nothing is said here that the plan does not state. Only what has happened is an Observation: a target is none.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from generator.fields import NotStated
from generator.languages import known_language
from generator.model import Edition, PlanEditions
from generator.pages import judged_on
from generator.periods import Period, PeriodForm
from generator.targets import Target, Value
from generator.translate import is_percent
from generator.writer import Writer

_DATES = frozenset({PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.YEAR})
"""The forms of a time that are written as ISO 8601 has it."""
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def json_ld(writer: Writer) -> dict[str, Any]:
    """What is said of a page; nothing of most."""
    page, plan, edition = writer.page, writer.page.plan, writer.page.edition
    if plan is None or edition is None:
        return {}
    match page.template:
        case "home":
            about = _report(writer, plan, edition) | _stated(
                {"encoding": list(_files(writer, "MediaObject", whole=True))}
            )
        case "data":
            about = _report(writer, plan, edition) | {"@type": "Dataset", "inLanguage": plan.plan.language}
            about["distribution"] = list(_files(writer, "DataDownload", whole=False))
        case "target":
            assert page.target is not None  # noqa: S101 - the page of a target
            on = judged_on(plan, edition, writer.site.site)
            name = writer.translator.text(page.target.measure.title).text
            about = {"@type": "WebPage", "name": name, "inLanguage": writer.code}
            about |= {"isPartOf": {"@type": "Report", "name": writer.translator.text(plan.plan.title).text}}
            about |= _stated({"mainEntity": list(_observations(writer, plan, page.target, name, on))})
        case _:
            return {}
    return {"@context": "https://schema.org", **about}


def as_text(about: dict[str, Any]) -> str:
    """The same as text that can stand within a page, whether it is read as HTML or as XML."""
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    return text.translate({ord(sign): escaped for sign, escaped in _UNSAFE.items()})


def _report(writer: Writer, plan: PlanEditions, edition: Edition) -> dict[str, Any]:
    published, licence = edition.facts.published, plan.plan.licence
    publisher = writer.translator.text(edition.organisation(plan.plan.publisher).name).text
    return {
        "@type": "Report",
        "name": writer.translator.text(plan.plan.title).text,
        "version": str(edition.id),
        "inLanguage": writer.code,
        "publisher": {"@type": "Organization", "name": publisher},
    } | _stated(
        {
            "temporalCoverage": _interval(plan.plan.period),
            "datePublished": "" if isinstance(published, NotStated) else _date(published),
            "license": "" if isinstance(licence, NotStated) else licence.address or licence.name.wording,
        }
    )


def _date(period: Period) -> str:
    return period.written if period.form in _DATES else ""


def _interval(period: Period) -> str:
    """A time as an interval (ISO 8601-1:2019, 5.5); nothing where its days are not known."""
    if period.form is PeriodForm.SPAN and all(part.form in _DATES for part in period.parts):
        return "/".join(part.written for part in period.parts)
    days = [day.isoformat() for day in period.days(period.first.month) if day]
    return _date(period) or ("/".join(days) if len(days) > 1 else "")


def _files(writer: Writer, kind: str, *, whole: bool) -> Iterator[dict[str, str]]:
    plan, edition = writer.page.plan, writer.page.edition
    assert plan is not None  # noqa: S101 - json_ld() has seen to it
    assert edition is not None  # noqa: S101 - as above
    address = writer.site.site.address
    for file in writer.site.data_files.get((plan.plan.id, edition.id), ()):
        if file.whole or not whole:
            href = (
                writer.file_href(file.path) if isinstance(address, NotStated) else f"{address.rstrip('/')}/{file.path}"
            )
            yield {"@type": kind, "contentUrl": href, "encodingFormat": file.media_type}


def _observations(writer: Writer, plan: PlanEditions, target: Target, name: str, on: date) -> Iterator[dict[str, Any]]:
    """What was measured: the baseline and the results of times that have ended."""
    begins = plan.plan.period.first.month
    baseline = (target.baseline,) if isinstance(target.baseline, Value) else ()
    for value in (*baseline, *target.figures):
        if isinstance(value.period, NotStated) or isinstance(value.value, NotStated):
            continue
        starts, ends = value.period.days(begins)
        if ends is None or ends > on:
            continue
        months = value.period.length
        yield {"@type": "Observation", "variableMeasured": name, "value": _number(value.value)} | _stated(
            {
                "unitText": _unit(writer, target, value.value),
                "observationDate": ends.isoformat(),
                "observationPeriod": f"P{months}M" if months and starts else "",
            }
        )


def _unit(writer: Writer, target: Target, number: Decimal) -> str:
    unit = writer.page.edition.unit(target.measure) if writer.page.edition else None
    if unit is None:
        return "%" if is_percent(target.measure) else ""
    return writer.translator.unit(unit, number, known_language(writer.original)).text


def _number(number: Decimal) -> int | float | str:
    """A number as JSON has it; as text where it would lose a digit."""
    if number == int(number):
        return int(number)
    return float(number) if Decimal(str(float(number))) == number else str(number)


def _stated(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
