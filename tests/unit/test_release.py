"""A new site takes the place of the old one whole, or not at all."""

from pathlib import Path

import pytest

from generator.problems import PlanError
from generator.release import MARK, staging


def _publish(into: Path, words: str) -> None:
    with staging(into) as fresh:
        (fresh / "index.html").write_text(words, "utf-8")


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    into = tmp_path / "site"
    _publish(into, "old")
    (into / "left-over.html").write_text("x", "utf-8")
    _publish(into, "new")
    assert sorted(path.name for path in into.iterdir()) == [MARK, "index.html"]
    assert (into / "index.html").read_text("utf-8") == "new"


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    _publish(tmp_path / "site", "a")
    _publish(tmp_path / "site", "b")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_leaves_the_last_good_site(tmp_path: Path) -> None:
    into = tmp_path / "site"
    _publish(into, "good")

    def fail() -> None:
        with staging(into) as fresh:
            (fresh / "index.html").write_text("half", "utf-8")
            raise OSError("disk full")

    with pytest.raises(PlanError, match="disk full"):
        fail()
    assert (into / "index.html").read_text("utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_run_cut_off_between_its_two_renames_is_mended_by_the_next(tmp_path: Path) -> None:
    into = tmp_path / "site"
    _publish(into, "good")
    into.rename(tmp_path / ".site.old")

    with pytest.raises(PlanError, match="disk full"), staging(into):
        raise OSError("disk full")
    assert (into / "index.html").read_text("utf-8") == "good"


def test_a_folder_that_planpress_did_not_make_is_never_replaced(tmp_path: Path) -> None:
    into = tmp_path / "letters"
    into.mkdir()
    (into / "will.odt").write_text("x", "utf-8")
    with pytest.raises(PlanError, match="holds files that Planpress did not make"):
        _publish(into, "site")
    assert [path.name for path in into.iterdir()] == ["will.odt"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    _publish(tmp_path / "site", "new")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "new"


def test_a_link_to_another_folder_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PlanError, match="is a link to another folder"):
        _publish(tmp_path / "site", "new")


def test_a_file_in_the_way_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(PlanError, match="is a file"):
        _publish(tmp_path / "site", "new")


def test_a_folder_of_somebody_else_with_the_name_of_the_kept_one_is_not_deleted(tmp_path: Path) -> None:
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "will.odt").write_text("x", "utf-8")
    with pytest.raises(PlanError, match="is not one that Planpress made"):
        _publish(tmp_path / "site", "new")
    assert (tmp_path / ".site.old" / "will.odt").is_file()


def test_a_rename_that_fails_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into = tmp_path / "site"
    _publish(into, "good")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "content":
            raise PermissionError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PlanError, match="in use"):
        _publish(into, "new")
    assert (into / "index.html").read_text("utf-8") == "good"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(PlanError, match="The folder cannot be made"):
        _publish(tmp_path / "file" / "site", "new")
