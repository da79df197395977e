"""The index of the site's words, when the program that makes it fails."""

from pathlib import Path

import pytest

from generator.formats.web.search import index


def test_what_the_indexer_says_is_told_whatever_its_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = r'import sys; sys.stderr.buffer.write(b"no room for \xe9t\xe9"); sys.exit(1)'
    (tmp_path / "pagefind.py").write_text(said, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert index(tmp_path).startswith("no room for ")
