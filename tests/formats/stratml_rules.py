"""The order of elements that StratML Part 1 and Part 2 fix, in words of our own: the schemas are not ours to copy."""

import re
import xml.etree.ElementTree as ET
from datetime import date

ROOTS = {
    "StrategicPlan": ("urn:ISO:std:iso:17469:tech:xsd:stratml_core", ()),
    "PerformancePlanOrReport": ("urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport", ("Type",)),
}
"""The namespace of each part, and the attributes that its root must have."""
RESULT = "StartDate? EndDate? NumberOfUnits? Descriptor? Description?"
GOAL = "Name Description Identifier? SequenceIndicator? Stakeholder* OtherInformation?"
OBJECTIVE = "Name? Description? Identifier? SequenceIndicator? Stakeholder* OtherInformation?"
COMMON = {
    "StrategicPlanCore": "Organization* Vision? Mission? Value* Goal+",
    "Organization": "Name? Acronym? Identifier? Description? Stakeholder*",
    "Goal": f"{GOAL} Objective*",
}
PART_1 = COMMON | {
    "StrategicPlan": "Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation?",
    "AdministrativeInformation": "StartDate? EndDate? PublicationDate? Source? Submitter?",
    "Objective": OBJECTIVE,
    "Stakeholder": "Name Description?",
}
PART_2 = COMMON | {
    "PerformancePlanOrReport": (
        "Name Description? OtherInformation? StrategicPlanCore AdministrativeInformation? Submitter?"
    ),
    "AdministrativeInformation": "Identifier? StartDate? EndDate? PublicationDate? Source?",
    "Objective": f"{OBJECTIVE} PerformanceIndicator*",
    "Stakeholder": "Name Description? Role*",
    "Role": "Name Description? RoleType? RoleType?",
    "PerformanceIndicator": (
        "SequenceIndicator? MeasurementDimension UnitOfMeasurement Identifier? Relationship* MeasurementInstance*"
        " OtherInformation?"
    ),
    "Relationship": "Identifier? ReferentIdentifier* Name? Description?",
    "MeasurementInstance": "TargetResult* ActualResult*",
    "TargetResult": RESULT,
    "ActualResult": RESULT,
    "Descriptor": "DescriptorName? DescriptorValue?",
}
IDENTIFIER = re.compile(r"_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CHOICES = {
    "Type": {"Strategic_Plan", "Performance_Plan", "Performance_Report"},
    "PerformanceIndicatorType": {"Quantitative", "Qualitative"},
    "StakeholderTypeType": {"Person", "Organization", "Generic_Group"},
}


def faults(content: bytes, rules: dict[str, str]) -> tuple[list[str], int]:
    """What is wrong with a file, and how many elements were looked at."""
    found: list[str] = []
    seen: set[str] = set()
    root = ET.fromstring(content)
    elements = list(root.iter())
    namespace, needed = ROOTS.get(root.tag.rpartition("}")[2], ("", ()))
    found += [f"{root.tag} has no {name}" for name in needed if name not in root.attrib]
    for element in elements:
        name = element.tag.rpartition("}")[2]
        if element.tag != f"{{{namespace}}}{name}" or root.tag.rpartition("}")[2] not in rules:
            found.append(f"{element.tag} is of another standard")
        children = "".join(f"{child.tag.rpartition('}')[2]} " for child in element)
        if name not in rules:
            if children:
                found.append(f"{name} holds {children}")
            found += _value_faults(name, element.text or "", seen)
        elif not re.fullmatch(re.sub(r"(\w+)([?*+]?) ?", r"(?:\1 )\2", rules[name]), children):
            found.append(f"{name} holds {children}")
        found += [f"{key} is {value}" for key, value in element.attrib.items() if value not in CHOICES.get(key, set())]
    return found, len(elements)


def _value_faults(name: str, text: str, seen: set[str]) -> list[str]:
    if name == "Identifier":
        known = text in seen
        seen.add(text)
        return (
            [f"Identifier {text}"]
            if known or not re.fullmatch(r"_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text)
            else []
        )
    if name.endswith("Date"):
        try:
            date.fromisoformat(text)
        except ValueError:
            return [f"{name} {text}"]
    if name == "NumberOfUnits" and text and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        return [f"NumberOfUnits {text}"]
    return [f"RoleType {text}"] if name == "RoleType" and text not in ("Performer", "Beneficiary") else []


def facts_of(text: str | None) -> dict[str, str]:
    """Facts that stand one a line; a line that begins with two spaces goes on with the one before."""
    found = re.findall(r"^(\w+): (.*(?:\n  .*)*)", text or "", re.MULTILINE)
    return {name: value.replace("\n  ", "\n") for name, value in found}
