"""A complete page is a pure function of fragment and meta: MkDocs, ProperDocs and we make the same bytes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import build
from generator.render import complete_page


def test_mkdocs_writes_exactly_the_page_that_the_function_gives(website: build.Website, built: Path) -> None:
    for page in website.pages:
        assert (built / page.address).read_text("utf-8") == complete_page(page.fragment, page.meta)


def test_meta_is_plain_enough_for_front_matter(website: build.Website) -> None:
    for page in website.pages:
        assert yaml.safe_load(yaml.safe_dump(dict(page.meta), allow_unicode=True)) == page.meta


@pytest.mark.parametrize("plan", ["", "tests/plans/tiny", "tests/plans/welsh"])
def test_properdocs_builds_the_same_site_from_written_pages(root: Path, tmp_path: Path, plan: str) -> None:
    made = build.build(root / plan, tmp_path / "ours")
    build.write_pages(root / plan, tmp_path / "pages")
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=tmp_path / "pages",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    pages = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.suffix in (".html", ".xml")}
        for folder in (tmp_path / "ours", tmp_path / "pages" / "site")
    ]
    assert len(pages[0]) >= len(made.pages)
    assert pages[1] == pages[0]


def test_no_page_has_an_inline_style_or_script(website: build.Website, built: Path) -> None:
    for page in website.pages:
        text = (built / page.address).read_text("utf-8")
        assert " style=" not in text
        search = page.meta["search"]
        block = ['<script type="application/ld+json">'] if page.meta["about"] else []  # data, which nothing runs
        script = [f'<script src="{search["script"]}" defer="">'] if search else []
        assert re.findall("<script[^>]*>", text) == block + script
        assert "<style" not in text
        assert "default-src &#39;none&#39;" in text
