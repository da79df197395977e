"""Files are written all or none, and never through a link."""

import stat
from pathlib import Path

import pytest

from generator import together
from generator.problems import PlanError


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    together.write({tmp_path / "a": "new\r\n", tmp_path / "b": "یہ"}, tmp_path)
    assert [(tmp_path / name).read_bytes().decode() for name in "ab"] == ["new\r\n", "یہ"]
    assert _names(tmp_path) == ["a", "b"]


def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "a").chmod(0o640)
    together.write({tmp_path / "a": "new"}, tmp_path)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@pytest.mark.parametrize("fault", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_fault_between_two_files_brings_the_first_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    replace = Path.replace

    def fails_at_c(self: Path, target: Path) -> Path:
        if target.name == "c":
            raise fault
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_c)
    with pytest.raises((PlanError, KeyboardInterrupt)):
        together.write({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"}, tmp_path)
    assert _names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text("utf-8") == "old"


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    together.write_folder(tmp_path / "2027", {"a": "1", "items/b": "2"}, tmp_path)
    assert (tmp_path / "2027" / "items" / "b").read_text("utf-8") == "2"
    assert _names(tmp_path) == ["2027"]


def test_a_folder_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    together.write_folder(tmp_path / "2027", {"a": "1"}, tmp_path)
    with pytest.raises(PlanError, match="This cannot be written"):
        together.write_folder(tmp_path / "2027", {"a": "2"}, tmp_path)
    assert (tmp_path / "2027" / "a").read_text("utf-8") == "1"
    assert _names(tmp_path) == ["2027"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site.mkdir()
    elsewhere.mkdir()
    (site / "plan").symlink_to(elsewhere)
    with pytest.raises(PlanError, match="plan:1:1: error: This is a link"):
        together.write({site / "plan" / "a": "new"}, site)
    with pytest.raises(PlanError, match="plan:1:1: error: This is a link"):
        together.write_folder(site / "plan" / "2027", {"a": "new"}, site)
    assert _names(elsewhere) == []
