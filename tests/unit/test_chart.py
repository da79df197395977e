"""The chart of a target: every mark in its place, every label once, nothing that the page does not say."""

import re
from itertools import combinations

import pytest

from generator.chart import Labels, chart
from generator.fragment import faults
from generator.targets import Direction, Due, Kind, State, Target, Value
from tests.unit.made import APRIL, due, target, text, value

LABELS = Labels("Baseline", "To reach", "867", str, lambda period: period.written)


def drawn(made: Target, *, rtl: bool = False, labels: Labels = LABELS) -> str:
    return str(chart(made, APRIL, labels, rtl=rtl))


def falling(*values: Value, dues: tuple[Due, ...] = ()) -> Target:
    return target(Direction.DOWN, value("913", "2007/2008"), dues or [due("2011-03", "867")], values)


def words(svg: str) -> list[str]:
    return re.findall(r">([^<>]+)</text>", svg)


def test_a_chart_is_of_the_vocabulary_and_hidden_from_who_hears_its_sentence() -> None:
    svg = drawn(falling(value("880", "2009/2010")))
    assert faults(f"<figure>{svg}<figcaption>The sentence.</figcaption></figure>") == []
    assert 'aria-hidden="true"' in svg


def test_each_mark_is_labelled_where_it_stands() -> None:
    svg = drawn(falling(value("890", "2008/2009"), value("880", "2009/2010")))
    assert words(svg) == ["Baseline 913", "To reach 867", "880", "2011-03", "2007/2008", "2009/2010"]


def test_a_falling_figure_goes_down() -> None:
    path = re.search(r'class="path" points="([^"]+)"', drawn(falling()))
    assert path is not None
    (x1, y1), (x2, y2) = ([float(each) for each in point.split(",")] for point in path[1].split())
    assert x1 < x2
    assert y1 < y2  # the origin of a drawing is at its top


def test_where_lines_run_right_to_left_time_does_too() -> None:
    path = re.search(r'class="path" points="([^"]+)"', drawn(falling(), rtl=True))
    assert path is not None
    first, last = (float(point.split(",")[0]) for point in path[1].split())
    assert first > last


def test_a_line_ends_where_the_survey_changes() -> None:
    same = falling(value("890", "2008/2009"), value("880", "2009/2010"))
    assert drawn(same).count('class="results"') == 1
    marked = falling(value("890", "2008/2009"), value("880", "2009/2010", state=State.NOT_COMPARABLE))
    assert drawn(marked).count('class="result"') == 2
    points = re.findall(r'class="results" points="([^"]+)"', drawn(marked))
    assert [len(each.split()) for each in points] == [2]


def test_a_revised_figure_stands_in_place_of_the_one_it_revises() -> None:
    revised = value("890", "2008/2009"), value("885", "2008/2009", state=State.REVISED)
    assert drawn(falling(*revised)).count('class="result"') == 1


def test_a_range_is_drawn_from_end_to_end_and_its_path_leads_to_the_nearer() -> None:
    made = target(
        Direction.WITHIN,
        value("52", "2007/2008"),
        [due("2011-03", at_least="60", at_most="80")],
        kind=Kind.RANGE,
    )
    svg = drawn(made)
    assert svg.count('<rect class="due"') == 2
    assert svg.count('<line class="due"') == 1


def test_what_cannot_be_drawn_is_not() -> None:
    assert not drawn(target(Direction.DOWN, value("913", "2007/2008"), []))
    assert not drawn(target(Direction.DOWN, None, [due("2011-03", "867")]))
    assert not drawn(target(dues=[due("2011-03", words=text("It is open"))], kind=Kind.MILESTONE))


def test_a_baseline_without_a_date_has_no_path() -> None:
    svg = drawn(target(Direction.DOWN, value("3.3"), [due("2011-03", "3")]))
    assert "path" not in svg
    assert "Baseline 3.3" in svg


def test_words_from_the_plan_are_never_markup() -> None:
    labels = Labels("<b>", "To reach", "1 & 2", str, lambda _: "<i>")
    svg = drawn(falling(), labels=labels)
    assert "&lt;b&gt;" in svg
    assert "1 &amp; 2" in svg
    assert "<b>" not in svg


@pytest.mark.parametrize("latest", ["700", "867", "880", "900", "913", "930", "1300"])
@pytest.mark.parametrize("rtl", [False, True])
def test_no_label_covers_another_or_leaves_the_drawing(latest: str, *, rtl: bool) -> None:
    svg = drawn(falling(value("890", "2008/2009"), value(latest, "2009/2010")), rtl=rtl)
    boxes = []
    for x, y, anchor, label in re.findall(r'x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)">([^<]+)', svg):
        side = {"start": "end", "end": "start"}.get(anchor, anchor) if rtl else anchor
        width = 9 * len(label)
        left = {"start": float(x), "middle": float(x) - width / 2, "end": float(x) - width}[side]
        boxes.append((float(left), float(y) - 14, float(left) + width, float(y) + 3))
    assert all(box[0] >= -1 and box[2] <= 321 and box[1] >= 0 and box[3] <= 174 for box in boxes)
    for one, other in combinations(boxes, 2):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_a_percentage_after_urdu_letters_keeps_its_order() -> None:
    labels = Labels("بنیادی عدد", "مطلوبہ عدد", "18%", lambda number: f"{number}%", lambda period: period.written)
    assert words(drawn(falling(), rtl=True, labels=labels))[:2] == ["بنیادی عدد \u200f913%", "مطلوبہ عدد \u200f18%"]
