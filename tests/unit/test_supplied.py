"""What people supply is copied into the site and found there, whatever its name."""

import shutil
from pathlib import Path

import pytest

from generator import build

TINY = Path(__file__).parents[1] / "plans" / "tiny"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "site"))


def supply(site: Path, file: str) -> None:
    path = site / "supplied" / file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-2.0")
    settings = site / "plan_data" / "site.yaml"
    said = f"""
formats:
  supplied:
    - kind: easy read
      plan: tiny
      edition: 2026
      language: en
      file: "{file}"
"""
    settings.write_text(settings.read_text("utf-8") + said, "utf-8")


@pytest.mark.parametrize("file", ["Easy Read 100% (draft #2).pdf", "./2026//easy-read.pdf", "2026/\u0641\u0627.pdf"])
def test_a_supplied_file_is_found_by_its_link(site: Path, file: str, tmp_path: Path) -> None:
    supply(site, file)
    made = build.build(site, tmp_path / "built")  # verifies that the link leads to the file
    ((path, _),) = made.copies.items()
    assert (tmp_path / "built" / path).read_bytes() == b"%PDF-2.0"
