from pathlib import Path

import pytest

from generator.blocks import Run
from generator.formats.cache import Cache


def test_a_file_is_made_once_for_what_it_depends_on(tmp_path: Path) -> None:
    cache, calls = Cache(tmp_path), list[str]()

    def make(path: Path) -> None:
        calls.append("made")
        path.write_text("x")

    first = cache.file("txt", ("pdf", Run("A", "en", frozenset({"strong", "code", "telephone"}))), make)
    assert cache.file("txt", ("pdf", Run("A", "en", frozenset({"telephone", "strong", "code"}))), make) == first
    assert cache.file("txt", ("pdf", Run("B", "en")), make) != first
    assert calls == ["made", "made"]


def test_a_file_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        path.write_text("half")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        Cache(tmp_path).file("txt", "a", make)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_has_no_lasting_value_cannot_be_depended_on(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Cache(tmp_path).file("txt", object(), lambda path: path.touch())


def test_a_file_that_another_process_made_meanwhile_and_reads_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_self: Path, kept: Path) -> None:
        kept.write_text("theirs")
        raise PermissionError  # as Windows does while somebody reads it

    monkeypatch.setattr(Path, "replace", replace)
    assert Cache(tmp_path).file("txt", "a", lambda path: path.touch()).read_text() == "theirs"


def test_a_cache_that_others_own_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def utime(_path: Path) -> None:
        raise PermissionError

    made = Cache(tmp_path).file("txt", "a", lambda path: path.touch())
    monkeypatch.setattr("os.utime", utime)
    assert Cache(tmp_path).file("txt", "a", lambda _path: None) == made
