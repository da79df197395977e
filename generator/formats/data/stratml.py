"""Edition, Outcomes -> StratML, the standard for strategic plans: Part 1, the plan, and Part 2, with its figures.

Takes an Edition, About and Outcomes; gives XML texts. Knows nothing of pages.

Part 1 is ISO 17469-1:2015, Part 2 is ANSI/AIIM 22:2017. Both fix the order of elements. What they have no element for
stands in OtherInformation or Description, one fact a line (`code: C01.1`), under the names of the plan's own fields.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.assess import Outcome
from generator.fields import NotStated, Text
from generator.formats.data.about import SAYS_SO, About
from generator.formats.data.measured import instances, stated
from generator.model import Edition, Item
from generator.periods import Period, PeriodForm
from generator.targets import PERCENT, Kind, Target

PART_1 = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
PART_2 = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_IN_WORDS = frozenset({Kind.MILESTONE, Kind.WORDS})
_HOW = (
    "How this file was made: what stands at the first level of the plan is a Goal. What stands below it, at any level,"
    " is an Objective of that Goal, in the order of the plan; SequenceIndicator says its place. The targets are the"
    " Objectives of the last Goal."
)
_HOW_2 = (
    " A baseline is an ActualResult with the Descriptor role: baseline. A result without a figure has an empty"
    " NumberOfUnits. A figure that is due has no StartDate unless there is a result for the same time."
)


def strategic_plan(edition: Edition, about: About, heading: str) -> bytes:
    """Part 1: organisations, goals and objectives. `heading` stands over targets for which the plan has none."""
    root = Element("StrategicPlan", {"xmlns": PART_1})
    _Writing(root, edition, about, heading).write()
    return _bytes(root)


def performance_plan(edition: Edition, about: About, heading: str, found: Iterable[Outcome]) -> bytes:
    """Part 2: the same, with what is measured. It is a report once a target has results."""
    reported = any(target.has_results for target in edition.targets.targets)
    kind = "Performance_Report" if reported else "Performance_Plan"
    root = Element("PerformancePlanOrReport", {"xmlns": PART_2, "Type": kind})
    _Writing(root, edition, about, heading, {str(each.target.id): each for each in found}).write()
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    indent(root, " ")
    made: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return made + b"\n"


def add(parent: Element, name: str, text: str | None = None, /, **attributes: str) -> Element:
    """A new element within another."""
    made = SubElement(parent, name, attributes)
    made.text = text
    return made


def lines(facts: Iterable[tuple[str, object]]) -> str:
    """Facts, one a line. A fact of several lines goes on with two spaces before each."""
    return "\n".join(f"{name}: {words(value)}".replace("\n", "\n  ") for name, value in facts)


def words(value: object) -> str:
    """A fact as the plan writes it."""
    match value:
        case Text():
            return value.wording
        case Period():
            return value.written
        case Enum():
            return str(value.value)
        case tuple():
            return ", ".join(map(words, value))
        case _:
            return str(value)


class _Writing:
    """Writes one file. `outcomes`, by target, are there in Part 2 alone."""

    def __init__(
        self, root: Element, edition: Edition, about: About, heading: str, outcomes: Mapping[str, Outcome] | None = None
    ) -> None:
        self.root, self.edition, self.about, self.heading, self.outcomes = root, edition, about, heading, outcomes
        self.begins = edition.plan.period.first.month

    def write(self) -> None:
        """Write it all."""
        add(self.root, "Name", self.about.title)
        sections = self.edition.facts.sections
        add(self.root, "Description", "\n\n".join(f"{each.title.wording}\n{each.text.wording}" for each in sections))
        add(self.root, "OtherInformation", self._other())
        core = add(self.root, "StrategicPlanCore")
        for organisation in self.edition.organisations.organisations:
            made = add(core, "Organization")
            add(made, "Name", organisation.name.wording)
            add(made, "Identifier", self._id("organisation", organisation.id))
            roles = (each for each in self.edition.organisations.roles if str(organisation.id) in each.organisations)
            facts: list[tuple[str, object]] = [("role", role.title) for role in roles]
            if str(organisation.id) == str(self.edition.plan.publisher):
                facts.append(("role", "publisher"))
            for contact in organisation.contacts:
                facts += stated(contact)
            if facts:
                add(made, "Description", lines(facts))
        for number, item in enumerate(self.edition.items, 1):
            self._goal(core, item, str(number))
        self._targets(core, len(self.edition.items) + 1)
        self._administration()

    def _other(self) -> str:
        about = self.about
        facts = [
            ("edition", about.edition),
            ("language", about.language),
            ("period", about.period),
            ("published", about.published),
            ("licence", about.licence or SAYS_SO),
            ("licence_address", about.licence_address),
            ("source", about.source),
            ("transcribed_by", about.transcribed_by),
            *(("correction", f"{on} {note}".strip()) for on, note in about.corrections),
        ]
        how = _HOW if self.outcomes is None else _HOW + _HOW_2
        return f"{lines((name, value) for name, value in facts if value)}\n{how}"

    def _administration(self) -> None:
        made = add(self.root, "AdministrativeInformation")
        if self.outcomes is not None:
            add(made, "Identifier", self._id("edition", self.edition.id))
        for name, day in zip(("StartDate", "EndDate"), self.edition.plan.period.days(self.begins), strict=True):
            if day is not None:
                add(made, name, day.isoformat())
        published = self.edition.facts.published
        if not isinstance(published, NotStated) and published.form is PeriodForm.DAY:
            add(made, "PublicationDate", published.first.isoformat())
        if self.about.folder:
            add(made, "Source", f"{self.about.folder}index.html")

    def _id(self, kind: str, name: str) -> str:
        """An identifier that stays the same in all editions: made of what names the thing."""
        return f"_{uuid5(NAMESPACE_URL, f'{self.about.publisher}/{self.edition.plan.id}/{kind}/{name}')}"

    # ------------------------------------------------------------------------------------------------- goals

    def _goal(self, core: Element, item: Item, place: str) -> None:
        goal = add(core, "Goal")
        self._item(goal, item, place)
        self._below(goal, item, place)

    def _below(self, goal: Element, item: Item, place: str) -> None:
        for number, child in enumerate(item.children, 1):
            own = f"{place}.{number}"
            self._item(add(goal, "Objective"), child, own)
            self._below(goal, child, own)

    def _item(self, made: Element, item: Item, place: str) -> None:
        add(made, "Name", item.title.wording)
        add(made, "Description", "" if isinstance(item.text, NotStated) else item.text.wording)
        add(made, "Identifier", self._id("item", item.path))
        add(made, "SequenceIndicator", place)
        for owner in item.owners:
            holder = add(made, "Stakeholder", StakeholderTypeType="Organization")
            add(holder, "Name", self.edition.organisation(owner).name.wording)
            if self.outcomes is not None:
                role = add(holder, "Role")
                add(role, "Name", "owner")
                add(role, "RoleType", "Performer")
        facts = [("level", item.level.one), ("path", item.path), *stated(item, "id", "title", "text", "owners")]
        add(made, "OtherInformation", lines(facts))

    # ----------------------------------------------------------------------------------------------- targets

    def _targets(self, core: Element, place: int) -> None:
        targets = self.edition.targets
        if not targets.targets and self.edition.items:
            return
        goal = add(core, "Goal")
        add(goal, "Name", self.heading if isinstance(targets.title, NotStated) else targets.title.wording)
        add(goal, "Description", "" if isinstance(targets.introduction, NotStated) else targets.introduction.wording)
        add(goal, "Identifier", self._id("targets", ""))
        add(goal, "SequenceIndicator", str(place))
        for number, target in enumerate(targets.targets, 1):
            made = add(goal, "Objective")
            add(made, "Name", target.measure.title.wording)
            add(made, "Description", target.statement.wording)
            add(made, "Identifier", self._id("target", target.id))
            add(made, "SequenceIndicator", f"{place}.{number}")
            add(made, "OtherInformation", lines(_about_target(target)))
            if self.outcomes is not None:
                self._indicator(made, target, self.outcomes.get(str(target.id)))

    def _indicator(self, objective: Element, target: Target, outcome: Outcome | None) -> None:
        attributes = {}
        if target.kind is not Kind.NOT_YET_SET:
            attributes["PerformanceIndicatorType"] = "Qualitative" if target.kind in _IN_WORDS else "Quantitative"
        made = add(objective, "PerformanceIndicator", **attributes)
        add(made, "MeasurementDimension", target.measure.title.wording)
        unit = self.edition.unit(target.measure)
        add(made, "UnitOfMeasurement", unit.other if unit else PERCENT if target.measure.unit == PERCENT else "")
        add(made, "Identifier", self._id("measure", target.id))
        if not isinstance(target.item, NotStated):
            relation = add(made, "Relationship")
            add(relation, "ReferentIdentifier", self._id("item", target.item))
            add(relation, "Name", self.edition.items_by_path[target.item].title.wording)
        for instance in instances(target, self.begins):
            within = add(made, "MeasurementInstance")
            for result in instance:
                element = add(within, result.element)
                for name, day in (("StartDate", result.starts), ("EndDate", result.ends)):
                    if day is not None:
                        add(element, name, day.isoformat())
                add(element, "NumberOfUnits", "" if result.figure is None else f"{result.figure:f}")
                if result.descriptor is not None:
                    descriptor = add(element, "Descriptor")
                    add(descriptor, "DescriptorName", result.descriptor[0])
                    add(descriptor, "DescriptorValue", result.descriptor[1])
                add(element, "Description", lines(result.facts))
        if outcome is not None:
            judged = (
                ("outcome", outcome.kind),
                ("by_figures", outcome.by_figures),
                ("judged_on", self.about.judged_on),
            )
            add(made, "OtherInformation", lines(judged))


def _about_target(target: Target) -> Iterator[tuple[str, object]]:
    """What is stated of a target beside its words and figures."""
    yield "id", target.id
    yield from stated(target, "id", "statement", "measure", "baseline", "due", "values", "published_outcome")
    yield from stated(target.measure, "title")
    if not isinstance(target.published_outcome, NotStated):
        yield from ((f"published_{name}", value) for name, value in stated(target.published_outcome))
