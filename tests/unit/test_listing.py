from pathlib import Path

from generator.listing import Offer, lines
from generator.made import Kind, MadeFile


def test_one_page_and_one_minute_are_singular(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"1")
    one = MadeFile(Kind.SOUND, "tiny", "2026", "en", "a/one.mp3", file, pages=1, seconds=20)
    two = MadeFile(Kind.SOUND, "tiny", "2026", "en", "a/two.mp3", file, pages=2, seconds=120)
    assert list(lines([Offer("To listen to", "", (one, two))])) == [
        "  To listen to",
        "    one.mp3: 1 KB, 1 page, 1 minute",
        "    two.mp3: 1 KB, 2 pages, 2 minutes",
    ]


def test_what_there_is_none_of_is_said_so() -> None:
    assert list(lines([Offer("Braille", "A remark")])) == ["  Braille: none"]
