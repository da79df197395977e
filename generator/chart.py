"""A target -> its chart: baseline, path, results and what is due, as SVG without words that the page does not say.

Takes a Target, its figures in words and the direction of the page; gives SVG of the vocabulary (fragment.py). Labels
stand on the marks, so that no legend is needed; the figure's sentence and the table below say the same to whoever does
not see it. Knows nothing of outcomes or languages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from unicodedata import east_asian_width

from markupsafe import Markup

from generator.assess import bounds_of, comparable
from generator.fields import NotStated
from generator.periods import Period
from generator.targets import Due, State, Target, Value

_WIDTH, _HEIGHT = 320, 174
_LEFT, _RIGHT, _TOP, _BOTTOM = 10, 310, 42, 112
_DATES = 166
_COVERED = 100
"""What it costs to cover other words. To cover a line costs 1."""
_LINE = 18
"""How high a line of labels is. All in units of the drawing, which is as wide as a phone's column."""
_RIGHT_TO_LEFT = "\u200f"
"""A sign without width. After Urdu letters alone, 21% would stand as %21."""


@dataclass(frozen=True)
class Labels:
    """What is written on the marks, in the language of the page."""

    baseline: str
    due: str
    reached: str
    figure: Callable[[Decimal], str]
    period: Callable[[Period], str]


@dataclass(frozen=True)
class _Point:
    day: date
    figure: Decimal
    x: float = 0
    y: float = 0


def _ends(target: Target, due: Due) -> list[Decimal]:
    """The figures between which something is due: one, or two of a range."""
    bounds = bounds_of(target, due)
    return [] if bounds is None else list(dict.fromkeys(end for end in (bounds.low, bounds.high) if end is not None))


def _follows(before: Value, after: Value) -> bool:
    """Whether a line may lead from one value to the next."""
    return after.state is not State.NOT_COMPARABLE and comparable(before.source, after.source)


def chart(target: Target, year_begins: int, labels: Labels, *, rtl: bool) -> Markup:
    """The chart of a target; nothing where it has no figures to draw."""
    drawing = _Drawing(target, year_begins, labels, rtl)
    return drawing.svg() if drawing.dues and len(drawing.points) > 1 else Markup("")


class _Drawing:
    def __init__(self, target: Target, year_begins: int, labels: Labels, rtl: bool) -> None:  # noqa: FBT001 - one caller
        self.labels, self.rtl = labels, rtl
        self.boxes: list[tuple[float, float, float, float]] = []
        self.lines: list[list[_Point]] = []
        observed = [
            (value.period, value.value)
            for value in target.figures
            if not isinstance(value.value, NotStated) and not isinstance(value.period, NotStated)
        ]
        dues = [(due.by, end) for due in target.due for end in _ends(target, due)]
        start = target.baseline
        days = [period.ends(year_begins) for period, _ in (*observed, *dues)]
        raw = [_Point(day, figure) for day, (_, figure) in zip(days, (*observed, *dues), strict=True)]
        self.dated, stated = False, 0
        if not isinstance(start, NotStated) and not isinstance(start.value, NotStated) and days:
            self.dated, stated = not isinstance(start.period, NotStated), 1
            year_before = min(days) - timedelta(days=365)
            day = year_before if isinstance(start.period, NotStated) else start.period.ends(year_begins)
            raw.insert(0, _Point(day, start.value))
        self.points = self._placed(raw)
        self.start = self.points[0] if stated else None
        self.values = self.points[stated : stated + len(observed)]
        self.dues = self.points[stated + len(observed) :]
        series = [*([start] if self.start and self.dated and isinstance(start, Value) else []), *target.figures]
        self.follows = [_follows(one, other) for one, other in pairwise(series)]
        if len(self.follows) < len(observed):  # nothing before the first
            self.follows.insert(0, True)
        self.marked: list[tuple[_Point, Period]] = [(self.points[-1], dues[-1][0])] if dues else []
        if self.start and not isinstance(start, NotStated) and not isinstance(start.period, NotStated):
            self.marked.append((self.start, start.period))
        if observed:
            self.marked.append((self.values[-1], observed[-1][0]))

    def _placed(self, points: list[_Point]) -> list[_Point]:
        """The points with their places: time runs as the page's lines do, figures upwards."""
        if not points:
            return []
        days = [point.day.toordinal() for point in points]
        figures = [point.figure for point in points]
        first, last, low, high = min(days), max(days), min(figures), max(figures)
        placed = []
        for point in points:
            along = (point.day.toordinal() - first) / ((last - first) or 1)
            up = float((point.figure - low) / (high - low)) if high != low else 0.5
            x = _LEFT + along * (_RIGHT - _LEFT)
            placed.append(
                _Point(point.day, point.figure, _WIDTH - x if self.rtl else x, _BOTTOM - up * (_BOTTOM - _TOP))
            )
        return placed

    def svg(self) -> Markup:
        """The drawing."""
        self.lines = [corners for _, corners in self._corners()]
        marks = [*self._drawn(), *self._ends(), *self._labels()]
        return Markup('<svg class="chart" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}</svg>').format(
            _WIDTH, _HEIGHT, Markup("").join(marks)
        )

    def _corners(self) -> Iterable[tuple[str, list[_Point]]]:
        """The lines: the straight path that results are compared with, and from result to comparable result."""
        start = [self.start] if self.start and self.dated else []
        yield "path", [*start, *self._one_side()]
        line = start
        for point, follows in zip(self.values, self.follows, strict=True):
            if not follows:
                yield "results", line
                line = []
            line = [*line, point]
        yield "results", line

    def _one_side(self) -> list[_Point]:
        """What is due at each time, on the side of the baseline; where that is within a range, its own level."""
        corners = []
        for day in dict.fromkeys(point.day for point in self.dues):
            ends = sorted((point for point in self.dues if point.day == day), key=lambda point: point.y)
            y = min(max(self.start.y if self.start else ends[-1].y, ends[0].y), ends[-1].y)
            corners.append(replace(ends[0], y=y))
        return corners

    def _drawn(self) -> Iterable[Markup]:
        for kind, corners in self._corners():
            if len(corners) > 1:
                yield Markup('<polyline class="{}" points="{}"/>').format(kind, _places(corners))
        for point in self.values:
            yield Markup('<circle class="result" cx="{}" cy="{}" r="6"/>').format(_n(point.x), _n(point.y))

    def _ends(self) -> Iterable[Markup]:
        if self.start:
            yield Markup('<circle class="baseline" cx="{}" cy="{}" r="6"/>').format(_n(self.start.x), _n(self.start.y))
        for one, other in self._ranges():
            yield Markup('<line class="due" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(
                _n(one.x), _n(one.y), _n(other.y)
            )
        for point in self.dues:
            yield Markup('<rect class="due" x="{}" y="{}" width="12" height="12"/>').format(
                _n(point.x - 6), _n(point.y - 6)
            )

    def _ranges(self) -> Iterable[tuple[_Point, _Point]]:
        for index, point in enumerate(self.dues[1:]):
            if self.dues[index].day == point.day:
                yield self.dues[index], point

    # ------------------------------------------------------------------ words

    def _labels(self) -> Iterable[Markup]:
        last = [point for point in self.dues if point.day == self.dues[-1].day]
        top, bottom = min(last, key=lambda point: point.y), max(last, key=lambda point: point.y)
        rises = self.start is not None and self.start.y > top.y
        if self.start:
            words = self._named(self.labels.baseline, self.labels.figure(self.start.figure))
            yield self._placed_words(words, self.start, self.start, above_first=not rises)
        words = self._named(self.labels.due, self.labels.reached)
        yield self._placed_words(words, top, bottom, above_first=rises)
        if self.values:
            latest, words = self.values[-1], self.labels.figure(self.values[-1].figure)
            if any(self._cost(words, latest, _line_of(latest, above=above)) < _COVERED for above in (True, False)):
                yield self._placed_words(words, latest, latest, above_first=True)
        for point, period in self.marked:  # the latest result last: it gives way
            words = self.labels.period(period)
            if self._cost(words, point, _DATES) < _COVERED:
                yield self._words(words, point, _DATES, "date")

    def _named(self, label: str, figure: str) -> str:
        return f"{label} {_RIGHT_TO_LEFT if self.rtl else ''}{figure}"

    def _placed_words(self, words: str, top: _Point, bottom: _Point, *, above_first: bool) -> Markup:
        """Words above or below their mark: where they cover least; `above_first` where both are as good."""
        places = [(top, _line_of(top, above=True)), (bottom, _line_of(bottom, above=False))]
        point, y = min(places if above_first else places[::-1], key=lambda place: self._cost(words, *place))
        return self._words(words, point, y, "label")

    def _cost(self, words: str, point: _Point, y: float) -> int:
        """How much words would cover: other words above all, then lines."""
        box = _box(words, point, y)
        covered = sum(_meet(box, other) for other in self.boxes) * _COVERED
        return covered + sum(_crosses(box, one, other) for line in self.lines for one, other in pairwise(line))

    def _words(self, words: str, point: _Point, y: float, kind: str) -> Markup:
        self.boxes.append(_box(words, point, y))
        side, x = _hang(words, point)
        anchor = side if side == "middle" or not self.rtl else {"start": "end", "end": "start"}[side]
        return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            kind, _n(x), _n(y), anchor, words
        )


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _places(points: Iterable[_Point]) -> str:
    return " ".join(f"{_n(point.x)},{_n(point.y)}" for point in points)


def _line_of(point: _Point, *, above: bool) -> float:
    return point.y - 13 if above else point.y + 25


def _width(words: str) -> float:
    """How wide words may be."""
    return sum(17.0 if east_asian_width(sign) in "WF" else 9.5 for sign in words if sign != _RIGHT_TO_LEFT)


def _hang(words: str, point: _Point) -> tuple[str, float]:
    """Where words hang, as seen: from the middle, or from an edge of the drawing that they would cross."""
    half = _width(words) / 2
    if point.x < half:
        return "start", 0
    return ("end", _WIDTH) if point.x > _WIDTH - half else ("middle", point.x)


def _box(words: str, point: _Point, y: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of words."""
    width = _width(words)
    side, x = _hang(words, point)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[side]
    return left, y - _LINE, left + width, y + 4


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(box: tuple[float, float, float, float], one: _Point, other: _Point) -> bool:
    """Whether a line runs through a box: looked at in ten places."""
    steps = [step / 10 for step in range(11)]
    places = [(one.x + (other.x - one.x) * step, one.y + (other.y - one.y) * step) for step in steps]
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in places)
