"""MPEG frames, and files with chapters."""

import pytest

from generator.formats.sound import mp3
from generator.formats.sound.mp3 import Chapter, Frames, NotMP3Error
from tests.unit.mpeg import frame


def test_frames_are_found_between_what_programs_write_around_them() -> None:
    info = frame(6)[:13] + b"Xing" + frame(6)[17:]
    tag = b"ID3\4\0\0\0\0\1\0" + bytes(128)
    found = mp3.frames(tag + info + frame() * 5 + b"TAG" + bytes(125))
    assert (found.count, found.rate, found.channels, found.data) == (5, 22_050, 1, frame() * 5)
    assert found.milliseconds == 5 * 576 * 1000 // 22_050
    assert mp3.frames(frame() * 3 + b"what else there is").count == 3
    assert mp3.frames(frame(stereo=True) * 2).channels == 2
    first = bytes((0xFF, 0xFB, 0x90, 0x00))
    assert mp3.frames((first + bytes(413)) * 2).milliseconds == 2 * 1152 * 1000 // 44_100


@pytest.mark.parametrize(
    "file", [b"", b"RIFF of a WAV file", b"ID3", bytes(2000), frame()[:-1], b"ID3\3\0\0\0\0\x7f\x7f"]
)
def test_what_holds_no_frames_is_refused(file: bytes) -> None:
    with pytest.raises(NotMP3Error, match="holds no sound of the kind MP3"):
        mp3.frames(file)


def test_frames_that_change_their_sample_rate_are_refused() -> None:
    with pytest.raises(NotMP3Error, match="changes its sample rate"):
        mp3.frames(frame() + frame(rate=1))


def test_chapters_and_tags_are_read_back_as_they_were_written() -> None:
    chapters = tuple(Chapter(f"অধ্যায় {n} \u2013 章", n * 1000, n * 1000 + 999) for n in range(300))
    tags = {"TIT2": "Plan \u0644\u06a9", "TLEN": "5", "TPE1": ""}
    sound = mp3.frames(frame() * 4)
    file = mp3.file((sound, sound), chapters, tags, "Contents")
    assert mp3.chapters(file) == chapters[:255]  # as many as the format can hold
    assert mp3.tags(file) == tags
    assert mp3.frames(file).data == frame() * 8


def test_where_rates_of_bits_differ_a_first_frame_says_how_many_frames_follow() -> None:
    pieces = (mp3.frames(frame(2) * 3), mp3.frames(frame(5) * 2))
    file = mp3.file(pieces, (), {}, "")
    at = file.index(b"Xing")
    assert int.from_bytes(file[at + 8 : at + 12], "big") == 5
    assert int.from_bytes(file[at + 12 : at + 16], "big") == len(file) - 10
    assert mp3.frames(file).count == 5
    assert b"Xing" not in mp3.file(pieces[:1], (), {}, "")
    long = Frames(frame(2), 1, 22_050, 2, 576, frozenset({16, 40}))
    assert b"Xing" in mp3.file((long,), (), {}, "")
