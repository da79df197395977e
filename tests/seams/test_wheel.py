"""The wheel carries all that is ours: in an empty folder it builds a site that is nothing like the first plan.

tests/plans/welsh is that site: its own levels (priority, commitment), Welsh as the original language, two editions, and
an Urdu catalog that is complete for one page of one theme.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import fragment


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Welsh site, built in an empty folder by the wheel alone."""
    root = Path(__file__).parent.parent.parent
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(root / "generator", source / "generator", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(root / name, source / name)
    _run(folder, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source))
    wheel = next(folder.glob("planpress-*.whl"))
    carried = set(zipfile.ZipFile(wheel).namelist())
    assert {"generator/fonts/han.ttf", "generator/translations/planpress.pot", "generator/typst/booklet.typ"} <= carried
    shutil.rmtree(source)
    _run(folder, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", "installed", wheel.name)
    shutil.copytree(root / "tests" / "plans" / "welsh", folder / "site")
    _run(folder / "site", "-m", "generator", "build", ".", "--into", "built", path=folder / "installed")
    return folder / "site" / "built"


def _run(folder: Path, *arguments: str, path: Path | None = None) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"} | ({"PYTHONPATH": str(path)} if path else {})
    run = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_original_language_has_no_prefix_and_its_own_levels(site: Path) -> None:
    page = (site / "plans/cynllun/2026/items/strydoedd.html").read_text("utf-8")
    assert '<html lang="cy" dir="ltr">' in page
    assert '<h1 data-pagefind-body="">Priority: Strydoedd mwy diogel</h1>' in page
    assert "<h2>Commitments</h2>" in page


def test_an_older_edition_keeps_its_address_and_leads_to_its_twin(site: Path) -> None:
    old = (site / "plans/cynllun/2025/items/strydoedd.html").read_text("utf-8")
    assert "Gosod 10 o oleuadau stryd" in old
    assert 'href="../../2026/items/strydoedd.html"' in old


def test_the_current_edition_is_the_start_page(site: Path) -> None:
    for start in ("index.html", "plans/cynllun/index.html"):
        page = (site / start).read_text("utf-8")
        canonical = "https://cynllun.example.org/cyhoeddus/plans/cynllun/2026/index.html"
        assert f'<link rel="canonical" href="{canonical}"/>' in page


def test_the_urdu_page_is_urdu_and_marks_what_is_not(site: Path) -> None:
    page = (site / "ur/plans/cynllun/2026/items/strydoedd.html").read_text("utf-8")
    assert '<html lang="ur" dir="rtl">' in page
    assert "کیمروں کا جائزہ" in page
    assert '<span lang="cy" dir="ltr">Cyngor Trefenghraifft</span>' in page
    original = (site / "plans/cynllun/2026/items/strydoedd.html").read_text("utf-8")
    assert '<span lang="en" dir="ltr">Contents of this plan</span>' in original


def test_a_page_exists_in_a_language_only_when_its_summary_texts_do(site: Path) -> None:
    urdu = {path.relative_to(site / "ur").as_posix() for path in (site / "ur").rglob("*.html")}
    assert "plans/cynllun/2026/items/strydoedd.html" in urdu
    assert "plans/cynllun/2025/items/strydoedd.html" not in urdu  # its 2025 wording has no translation
    assert "plans/cynllun/2026/items/pobl-ifanc.html" not in urdu  # its translation is only a fuzzy guess
    assert "index.html" not in urdu


def test_a_language_that_is_not_there_is_not_offered(site: Path) -> None:
    page = (site / "plans/cynllun/2026/items/pobl-ifanc.html").read_text("utf-8")
    assert 'hreflang="ur"' not in page
    both = (site / "plans/cynllun/2026/items/strydoedd.html").read_text("utf-8")
    assert 'href="../../../../ur/plans/cynllun/2026/items/strydoedd.html" lang="ur" hreflang="ur" dir="rtl"' in both


def test_plural_forms_are_those_of_the_language(site: Path) -> None:
    assert "Gosodwyd 1 targed." in (site / "plans/cynllun/2026/targets.html").read_text("utf-8")
    target = (site / "plans/cynllun/2026/targets/goleuadau.html").read_text("utf-8")
    assert '<data value="0">0 golau</data>' in target
    assert '<data value="20">20 o oleuadau</data>' in target


def test_every_page_reads_as_blocks(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.name == "search.html":
            continue  # its form is no part of its fragment
        page = path.read_text("utf-8")
        main = re.split(r'<main id="_main"[^>]*>\n', page)[1].partition('<nav class="steps"')[0]
        main = re.sub('<p class="to-contents">.*</p>', "", main)
        assert fragment.faults(main.partition("</main>")[0]) == []
