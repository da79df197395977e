"""Laws that hold for every plan, whatever an officer writes."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import build
from generator.checks.target_arithmetic import fits
from generator.formats.data.as_json import plain
from generator.load import load
from generator.model import Edition, PlanEditions
from generator.periods import Period
from generator.problems import PlanError, Problem

TINY = Path(__file__).parent.parent / "plans" / "tiny"
ITEM = "plan_data/tiny/2026/items/burglary.yaml"
FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*") if path.suffix in (".yaml", ".md"))

# Letters, marks, digits, signs, blanks and joiners of every script; no control characters and no bidi overrides.
LETTERS = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\u202a\u202b\u202c\u202d\u202e\ufeff\ufffd"
)
AWKWARD = st.sampled_from(
    ["یہ منصوبہ", "👮🏽‍♀️", '"', "'", "<b>", "&amp;", ": ", " #", "- ", "*a", "&a", "!b", "%", "\\", "{{ x }}"]
)
TITLES = st.lists(st.one_of(st.text(LETTERS, max_size=20), AWKWARD), min_size=1, max_size=6).map("".join)

quick = settings(derandomize=True, deadline=None)


@contextmanager
def _tiny() -> Iterator[Path]:
    """A copy of the tiny site; a fixture would be shared by all examples."""
    with TemporaryDirectory() as folder:
        yield Path(shutil.copytree(TINY, Path(folder) / "tiny"))


def _said(site: Path) -> tuple[Problem, ...]:
    try:
        return build.check(site).warnings
    except PlanError as error:
        return error.problems


def _lost(site: Path, problems: tuple[Problem, ...]) -> list[str]:
    """The problems whose place is not in a file of the site."""
    lost = []
    for problem in problems:
        path = site / problem.place.file if problem.place else site
        lines = path.read_bytes().count(b"\n") + 1 if path.is_file() else 0
        if problem.place is None or not 1 <= problem.place.line <= lines or problem.place.column < 1:
            lost.append(str(problem))
    return lost


# ------------------------------------------------------------------------------------------------------- titles


@settings(quick, max_examples=60)
@given(TITLES.filter(str.strip))
def test_a_title_reads_in_the_letters_it_was_written_in(title: str) -> None:
    with _tiny() as site:
        content = {"id": "burglary", "title": title, "aims": [{"id": "homes", "title": title}]}
        (site / ITEM).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8", newline="\n")
        items = build.check(site).plans[0].current.items_by_path
        assert [items["burglary"].title.wording, items["burglary.homes"].title.wording] == [title.strip()] * 2


# ---------------------------------------------------------------------------------------------------- mutations


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the tiny site, and its content with one to three things done to it."""
    file = draw(st.sampled_from(FILES))
    text = (TINY / file).read_text("utf-8")
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines(keepends=True) or [""]
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "repeat", "move", "indent", "insert", "cut"])):
            case "delete":
                del lines[line]
            case "repeat":
                lines.insert(line, lines[line])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(line))
            case "indent":
                lines[line] = draw(st.sampled_from([" ", "  ", "\t", "- ", "? ", "# "])) + lines[line]
            case "insert":
                at = draw(st.integers(0, len(lines[line])))
                lines[line] = lines[line][:at] + draw(st.text(min_size=1, max_size=4)) + lines[line][at:]
            case _:
                lines = ["".join(lines)[: draw(st.integers(0, len(text)))]]
        text = "".join(lines)
    return file, text


@settings(quick, max_examples=200)
@given(spoilt())
def test_a_spoilt_file_is_read_or_its_faults_are_placed_in_a_file(case: tuple[str, str]) -> None:
    file, text = case
    with _tiny() as site:
        (site / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        assert _lost(site, _said(site)) == []


@settings(quick, max_examples=120)
@given(st.sampled_from(FILES), st.binary(max_size=60), st.integers(0, 400))
def test_bytes_of_any_kind_are_read_or_their_faults_are_placed_in_a_file(file: str, junk: bytes, at: int) -> None:
    with _tiny() as site:
        content = (site / file).read_bytes()
        (site / file).write_bytes(content[:at] + junk + content[at:])
        assert _lost(site, _said(site)) == []


# ------------------------------------------------------------------------------------------------------ periods

WORDS = st.sampled_from(["by ", " to ", "later during ", " months to ", "-", "/", "2008", "03", "31", "00", "99", "13"])


@settings(quick, max_examples=400)
@given(
    st.one_of(st.text(max_size=30), st.lists(st.one_of(WORDS, st.integers(0, 99999).map(str)), max_size=7).map("".join))
)
def test_any_text_is_a_period_or_none(text: str) -> None:
    period = Period.parse(text)
    assert period is None or (period.written == text and period.first <= period.last)


# --------------------------------------------------------------------------------------------------- arithmetic

BASELINES = st.decimals(min_value=-(10**6), max_value=10**6, places=1)
CHANGES = st.decimals(min_value=-100, max_value=300, places=1)


@settings(quick, max_examples=200)
@given(BASELINES, CHANGES, st.integers(0, 3), st.sampled_from([ROUND_FLOOR, ROUND_HALF_UP, ROUND_CEILING]))
def test_a_due_value_cut_or_rounded_to_any_decimal_fits(
    baseline: Decimal, change: Decimal, places: int, rounding: str
) -> None:
    exact = baseline * (100 + change) / 100
    assert fits(baseline, change, exact.quantize(Decimal(1).scaleb(-places), rounding))


@settings(quick, max_examples=200)
@given(BASELINES, CHANGES, st.decimals(min_value="1.001", max_value=1000, places=3), st.sampled_from([-1, 1]))
def test_a_due_value_that_is_more_than_1_away_does_not_fit(
    baseline: Decimal, change: Decimal, distance: Decimal, side: int
) -> None:
    assert not fits(baseline, change, baseline * (100 + change) / 100 + side * distance)


# ------------------------------------------------------------------------------------------------------- export


def _edition(folder: Path, site: Path) -> Edition:
    plan = load(folder, site)
    assert isinstance(plan, PlanEditions)
    return plan.current


def _written_again(edition: Edition, site: Path, *, as_json: bool) -> Edition:
    """The edition, exported, written into a new folder and loaded from there."""
    exported = json.loads(json.dumps(plain(edition)))
    plan = site / exported["plan"]
    for name, content in exported["files"].items():
        path = plan / name if name == "plan.yaml" else plan / exported["edition"] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        as_yaml = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        text = json.dumps(content, ensure_ascii=False) if as_json else as_yaml
        path.write_text(text, encoding="utf-8", newline="\n")
    return _edition(plan, site)


def _real() -> tuple[Path, Path]:
    root = Path(__file__).parent.parent.parent
    return root / "plan_data" / "kettering-csp", root


@pytest.mark.parametrize("as_json", [False, True], ids=["yaml", "json"])
@pytest.mark.parametrize("plan", [(TINY / "plan_data" / "tiny", TINY), _real()], ids=["tiny", "kettering-csp"])
def test_data_exported_and_loaded_again_is_the_same_edition(
    plan: tuple[Path, Path], tmp_path: Path, *, as_json: bool
) -> None:
    edition = _edition(*plan)
    assert _written_again(edition, tmp_path, as_json=as_json) == edition


def test_a_list_without_entries_is_exported_and_loaded_again(tmp_path: Path) -> None:
    with _tiny() as site:
        organisations = "roles:\n  - id: partner\n    title: Partners\n    organisations: []\norganisations: []\n"
        (site / "plan_data/tiny/2026/organisations.yaml").write_text(organisations, encoding="utf-8")
        edition = _edition(site / "plan_data" / "tiny", site)
        assert _written_again(edition, tmp_path, as_json=False) == edition


@settings(quick, max_examples=40)
@given(TITLES.filter(str.strip))
def test_any_title_is_exported_and_loaded_again(title: str) -> None:
    with _tiny() as site, TemporaryDirectory() as folder:
        (site / ITEM).write_text(yaml.safe_dump({"id": "burglary", "title": title}), encoding="ascii")
        edition = _edition(site / "plan_data" / "tiny", site)
        assert _written_again(edition, Path(folder), as_json=False) == edition
