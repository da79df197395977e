"""Pages and documents as they should read. `make golden` rewrites them; then read the difference as a reader would."""

import os
from pathlib import Path

import pytest

from generator import build
from tests.golden import documents

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
WRITE = os.environ.get("GOLDEN") == "write"
CURE = 'if the new text is right, run "make golden" and read the difference'


def _compare(path: Path, text: str) -> None:
    if WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.is_file(), f"{path.relative_to(ROOT)} is missing: {CURE}"
    assert path.read_text("utf-8") == text, CURE


def _fragments(site: Path) -> dict[str, str]:
    """The fragment of each page of a plan, by language and name; those shown twice only once.

    The whole plan is made of others. Of large print, which is made of the same blocks, two pages stand for all; of each
    translation of the first plan, its home.
    """
    found = {}
    for page in build.website(site).pages:
        if page.page.permanent or page.page.template in ("prose", "whole-plan"):
            continue
        if page.meta["large"] and page.page.template not in ("targets", "formats"):
            continue
        if site == ROOT and page.meta["lang"] != "en" and (page.meta["large"] or page.page.template != "home"):
            continue
        plan = page.page.plan.plan.id if page.page.plan else "site"
        language = page.meta["lang"]
        name = page.page.path.removeprefix(f"plans/{plan}/").removesuffix(".html")
        view = "large-print/" if page.meta["large"] else ""
        found[f"{view}{plan}/{language}/{name}.html"] = page.fragment + "\n"
    return found


REAL = _fragments(ROOT)
CHANGED = ("changes", "index", "targets/graffiti", "items/burglary")
TWO = {
    name: text
    for name, text in _fragments(HERE.parent / "plans" / "two-editions").items()
    if name in {f"two/en/2026/{page}.html" for page in CHANGED}
}
WELSH = {name: text for name, text in _fragments(HERE.parent / "plans" / "welsh").items() if "strydoedd" in name}


_2026 = "exampleton-safer-town/en/2026/"
LIVING = {
    name: text
    for name, text in _fragments(ROOT / "examples" / "exampleton").items()
    if name.startswith(_2026)
    and name.removeprefix(_2026).removesuffix(".html")
    in {
        *("index", "targets", "progress", "changes", "editions", "items/town-centre"),
        *("targets/vehicle-crime", "targets/feel-safe", "targets/confidence", "targets/young-reoffending"),
        *("targets/patrol-hours", "targets/night-bus", "targets/bicycle-marking", "targets/shoplifting"),
    }
}


@pytest.mark.parametrize("name", REAL)
def test_a_page_of_the_first_plan_reads_as_it_should(name: str) -> None:
    _compare(HERE / "kettering" / name, REAL[name])


@pytest.mark.parametrize("name", WELSH)
def test_a_page_of_a_plan_with_two_editions_and_urdu_reads_as_it_should(name: str) -> None:
    _compare(HERE / "welsh" / name, WELSH[name])


@pytest.mark.parametrize("name", TWO)
def test_a_page_on_what_changed_reads_as_it_should(name: str) -> None:
    _compare(HERE / "two-editions" / name, TWO[name])


def test_no_expected_page_is_left_over() -> None:
    folders = {"exampleton": LIVING, "kettering": REAL, "two-editions": TWO, "welsh": WELSH}
    expected = {HERE / folder / name for folder, names in folders.items() for name in names}
    assert set(HERE.rglob("*.html")) == expected


@pytest.mark.parametrize("name", documents.ALL)
def test_a_generated_document_is_in_step(name: str) -> None:
    _compare(ROOT / "docs" / name, documents.ALL[name](ROOT))


@pytest.mark.parametrize("name", LIVING)
def test_a_page_of_a_plan_that_lives_reads_as_it_should(name: str) -> None:
    _compare(HERE / "exampleton" / name, LIVING[name])


def test_every_sort_of_living_page_is_among_them() -> None:
    assert len(LIVING) == 14
