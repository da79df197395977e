"""What pages and the command line say there is of an edition."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator import build
from generator.blocks import Run
from generator.formats.makers import Formatted
from generator.listing import Offer, lines, offers
from generator.made import Heard, Kind, MadeFile, Proof
from generator.site import Formats, Operator

TINY = Path(__file__).parents[1] / "plans" / "tiny"
NAME = ("tiny", "2026", "en")


def file(kind: Kind, folder: Path, **more: int | str) -> MadeFile:
    made = folder / kind.value
    made.write_bytes(b"some bytes")
    return replace(MadeFile(kind, *NAME, f"plans/tiny/2026/formats/tiny-2026-en-{kind}", made), **more)  # type: ignore[arg-type]


def pages(*files: MadeFile, proof: Proof) -> tuple[str, str]:
    """The page for listening, and the podcast."""
    made = build.pages(build.check(TINY), Formatted(files, {NAME: proof}, ()))
    (page,) = (page.fragment for page in made.pages if page.address == "plans/tiny/2026/listen.html")
    (podcast,) = (content.decode() for path, content in made.files.items() if path.endswith("podcast.xml"))
    return page, podcast


def test_sound_has_a_transcript_with_its_chapters(tmp_path: Path) -> None:
    heard = Heard((Run("Burglary", "en"),), 65, "", ((Run("Fewer burglaries", "en"),),))
    page, podcast = pages(file(Kind.SOUND, tmp_path, seconds=90), proof=Proof((heard,)))
    assert "Burglary: " in page
    assert "<p>Fewer burglaries</p>" in page
    assert "<podcast:transcript" in podcast


def test_a_recording_of_the_whole_plan_is_offered_without_a_transcript(tmp_path: Path) -> None:
    page, podcast = pages(file(Kind.SOUND, tmp_path, seconds=90, reader="Ann Reader"), proof=Proof())
    assert "Read by" in page
    assert "_chapters" not in page
    assert "_transcript" not in page
    assert "<enclosure" in podcast
    assert "<podcast:transcript" not in podcast


@pytest.mark.parametrize(("kind", "page"), [(Kind.SOUND, "listen"), (Kind.DAISY, ""), (Kind.BRF, "braille")])
def test_no_page_is_named_that_has_nothing_to_show(kind: Kind, page: str, tmp_path: Path) -> None:
    found = offers({kind: file(kind, tmp_path)}, Formats(), NAME)
    assert {offer.page for offer in found if offer.files} == {page}


def test_one_page_is_not_called_pages(tmp_path: Path) -> None:
    one = file(Kind.BRF, tmp_path, pages=1, seconds=20)
    two = file(Kind.PEF, tmp_path, pages=2, seconds=120)
    _, first, second = lines([Offer("Braille", "", (one, two))], Operator())
    assert first.endswith(": 1 KB, 1 page, 1 minute")
    assert second.endswith(": 1 KB, 2 pages, 2 minutes")


def test_what_there_is_none_of_is_on_request_only_where_there_is_whom_to_ask() -> None:
    offer = Offer("Easy Read", "A remark")
    assert list(lines([offer], Operator())) == ["  Easy Read: none"]
    assert list(lines([offer], Operator(email="plan@exampleton.example"))) == ["  Easy Read: on request"]
