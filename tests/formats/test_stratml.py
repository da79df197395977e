"""StratML: valid by rules of our own, always, and by the schemas of the standard where they are at hand."""

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator.formats.data.as_json import plain_record
from generator.formats.data.stratml import lines
from tests.formats import stratml_rules
from tests.formats.offered import ROOT, Offered
from tests.formats.stratml_rules import facts_of

SCHEMAS = Path(os.environ.get("PLANPRESS_STRATML", ROOT.parent / "shared" / "reference" / "stratml-schemas"))
XSD = {
    "stratml-part-1.xml": "StrategicPlanISOVersion20140401.xsd",
    "stratml-part-2.xml": "PerformancePlanOrReport20160216.xsd",
}
RULES = {"stratml-part-1.xml": stratml_rules.PART_1, "stratml-part-2.xml": stratml_rules.PART_2}
pytestmark = pytest.mark.xdist_group("formats data")


def _by_our_rules(content: bytes, name: str) -> list[str]:
    return stratml_rules.faults(content, RULES[name])[0]


def _by_the_standard(content: bytes, name: str) -> list[str]:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / XSD[name]))
    schema.validate(etree.fromstring(content))
    return [each.message for each in schema.error_log]


JUDGES = {"our rules": _by_our_rules} | ({"the standard": _by_the_standard} if SCHEMAS.is_dir() else {})
"""Our rules judge everywhere, and see all that the schemas see; the schemas, where they are at hand."""


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("name", XSD)
def test_every_plan_is_valid_stratml(data: dict[str, Offered], name: str, judge: str) -> None:
    contents = [each.files[name].content for each in data.values()]
    assert [JUDGES[judge](content, name) for content in contents] == [[]] * 11
    assert sum(stratml_rules.faults(content, RULES[name])[1] for content in contents) > 1_000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r"(<Name>Vehicle.*?</Name>)\s*(<Description>.*?</Description>)", r"\2\1"),
        (r"<NumberOfUnits>913<", "<NumberOfUnits>nine hundred<"),
        (r"<EndDate>2011-03-31<", "<EndDate>31/03/2011<"),
        (r"(<Identifier>)_", r"\1"),
        (r"<UnitOfMeasurement>crimes</UnitOfMeasurement>", ""),
        (r'Type="Performance_Plan"', 'Type="Plan"'),
        (r' Type="Performance_Plan"', ""),
        (r"tech:xsd:PerformancePlanOrReport", "tech:xsd:stratml_core"),
        (r"<RoleType>Performer<", "<RoleType>Owner<"),
    ],
)
@pytest.mark.parametrize("judge", JUDGES)
def test_every_judge_sees_a_fault(data: dict[str, Offered], before: str, after: str, judge: str) -> None:
    files = [each.files["stratml-part-2.xml"].content.decode() for each in data.values()]
    text = next(text for text in files if re.search(before, text, re.DOTALL))
    spoilt = re.sub(before, after, text, count=1, flags=re.DOTALL).encode()
    assert JUDGES[judge](spoilt, "stratml-part-2.xml")


def _targets_in(content: bytes) -> Iterator[dict[str, Any]]:
    """The targets as another system reads them: by the names of elements, whatever their namespace."""
    root = ET.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content))
    for objective in root.iterfind(".//Objective[PerformanceIndicator]"):
        facts = facts_of(objective.findtext("OtherInformation"))
        measure = {"title": objective.findtext("Name")} | {k: facts.pop(k) for k in ("unit", "direction") if k in facts}
        target: dict[str, Any] = {"statement": objective.findtext("Description"), "measure": measure} | facts
        due: dict[str, dict[str, str]] = {}
        for result in objective.iterfind(".//MeasurementInstance/*"):
            kind, which = (result.findtext(f"Descriptor/Descriptor{part}") or "" for part in ("Name", "Value"))
            read = facts_of(result.findtext("Description"))
            figure = result.findtext("NumberOfUnits")
            if result.tag == "TargetResult":
                name = which.replace(" ", "_") if kind == "bound" else "value"
                due.setdefault(read.pop("due"), read).update({name: figure} if figure else {})
            elif kind == "role":
                target["baseline"] = read | ({"value": figure} if figure else {})
            else:
                target.setdefault("values", []).append(read | ({"value": figure} if figure else {}))
        yield target | ({"due": list(due.values())} if due else {})


def _flat(value: Any) -> Any:  # noqa: ANN401 - any part of a record
    """A record of the JSON export without the repairs of its texts, and with what StratML has in one line."""
    if isinstance(value, dict):
        if "as_printed" in value:
            return value["text"]
        flat = {key: _flat(each) for key, each in value.items()}
        published = flat.pop("published_outcome", {})
        return flat | {f"published_{key}": each for key, each in published.items()}
    if isinstance(value, list):
        return [_flat(each) for each in value] if value and isinstance(value[0], dict) else ", ".join(value)
    return value


def test_the_targets_of_every_plan_are_read_back_from_stratml_as_they_are(data: dict[str, Offered]) -> None:
    count = 0
    for each in data.values():
        expected = [_flat(plain_record(target)) for target in each.edition.targets.targets]
        assert list(_targets_in(each.files["stratml-part-2.xml"].content)) == expected
        count += len(expected)
    assert count > 60
    assert len(list(_targets_in(data["real 2008"].files["stratml-part-2.xml"].content))) == 15


def test_facts_read_back_however_many_lines_they_have() -> None:
    facts = {"note": "one\ntwo: three\n\n  four", "state": "revised"}
    assert facts_of(lines(facts.items())) == facts


def test_no_fact_of_a_plan_can_pass_for_another() -> None:
    assert facts_of(lines([("note", "x\nstate: missing")])) == {"note": "x\nstate: missing"}


def test_what_is_due_stands_with_the_result_for_the_same_time(data: dict[str, Offered]) -> None:
    root = ET.fromstring(re.sub(rb' xmlns="[^"]*"', b"", data["exampleton 2026"].files["stratml-part-2.xml"].content))
    pairs = [each for each in root.iter("MeasurementInstance") if {child.tag for child in each} > {"TargetResult"}]
    for pair in pairs:
        assert len({(each.findtext("StartDate"), each.findtext("EndDate")) for each in pair}) == 1
    assert len(pairs) >= 2


def test_identifiers_stay_the_same_from_edition_to_edition(data: dict[str, Offered]) -> None:
    found = []
    for each in (data["exampleton 2024"], data["exampleton 2026"]):
        root = ET.fromstring(re.sub(rb' xmlns="[^"]*"', b"", each.files["stratml-part-1.xml"].content))
        found.append({goal.findtext("Name"): goal.findtext("Identifier") for goal in root.iter("Goal")})
    same = set(found[0]) & set(found[-1])
    assert len(same) > 1
    assert {found[0][name] for name in same} == {found[-1][name] for name in same}
