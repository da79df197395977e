"""A complete page is a pure function of fragment and meta: MkDocs, ProperDocs and we make the same bytes."""

import subprocess
import sys
from pathlib import Path

import yaml

from generator import build
from generator.render import complete_page


def test_mkdocs_writes_exactly_the_page_that_the_function_gives(website: build.Website, built: Path) -> None:
    for page in website.pages:
        assert (built / page.address).read_text("utf-8") == complete_page(page.fragment, page.meta)


def test_meta_is_plain_enough_for_front_matter(website: build.Website) -> None:
    for page in website.pages:
        assert yaml.safe_load(yaml.safe_dump(dict(page.meta), allow_unicode=True)) == page.meta


def test_properdocs_builds_the_same_site_from_written_pages(root: Path, built: Path, tmp_path: Path) -> None:
    into = tmp_path / "pages"
    build.write_pages(root, into)
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"],
        cwd=into,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    ours = {path.relative_to(built): path.read_bytes() for path in built.rglob("*.html")}
    theirs = {path.relative_to(into / "site"): path.read_bytes() for path in (into / "site").rglob("*.html")}
    assert len(ours) == len(build.website(root).pages)
    assert theirs == ours


def test_no_page_has_an_inline_style_or_script(website: build.Website, built: Path) -> None:
    for page in website.pages:
        text = (built / page.address).read_text("utf-8")
        assert " style=" not in text
        assert "<script" not in text
        assert "<style" not in text
        assert "default-src &#39;none&#39;" in text
