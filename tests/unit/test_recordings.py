"""Recordings by people, in place of the computer voice."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.booklet import Booklet
from generator.fields import NOT_STATED, LanguageCode, NotStated
from generator.formats.cache import Cache
from generator.formats.sound import audio, narration
from generator.formats.sound.narration import Clip, narrate
from generator.formats.sound.voices import RATE, Said, Spoken
from generator.formats.source import Source
from generator.problems import Place, PlanError
from generator.site import Formats, Supplied, SuppliedFile
from tests.unit.mpeg import frame

WHERE = {name: Place("plan_data/site.yaml", line) for line, name in enumerate(("", "file", "chapter"), 10)}


def recording(
    file: str, chapter: str | NotStated = NOT_STATED, by: str | NotStated = NOT_STATED, language: str = "en"
) -> SuppliedFile:
    return SuppliedFile(
        kind=Supplied.RECORDING,
        plan="kettering-csp",
        edition="2008",
        language=LanguageCode(language),
        file=file,
        chapter=chapter,
        by=by,
        places=WHERE,
    )


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Spoken, ...]]:
    """What the computer voice was asked to say; it says it in frames without sound."""
    asked: list[tuple[Spoken, ...]] = []

    def say(clips: tuple[Spoken, ...], _speed: int) -> Said:
        asked.append(clips)
        return Said(tuple(range(10, 10 * len(clips) + 1, 10)), frame() * 40 * len(clips))

    monkeypatch.setattr(narration, "say", say)
    return asked


def source(tmp_path: Path, booklet: Booklet, *supplied: SuppliedFile, **files: bytes) -> Source:
    folder = tmp_path / "supplied"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.mp3").write_bytes(content)
    settings = replace(Formats(), supplied=supplied)
    return Source(replace(booklet, chapters=booklet.chapters[:3]), settings, tmp_path, Cache(tmp_path / "cache"))


def problems(source: Source) -> list[str]:
    with pytest.raises(PlanError) as raised:
        audio.make(source)
    return [str(problem) for problem in raised.value.problems]


def test_a_recording_of_a_chapter_takes_the_place_of_its_track(
    tmp_path: Path, booklets: dict[str, Booklet], said: list[tuple[Spoken, ...]]
) -> None:
    chapter = recording("plan.mp3", chapter="plan", by="Ann Reader")
    made_from = source(tmp_path, booklets["en"], chapter, plan=b"ID3\3\0\0\0\0\0\0" + frame(5) * 100)
    title, partnership, plan = narrate(made_from).tracks
    assert (plan.chapter, plan.reader, plan.milliseconds) == ("plan", "Ann Reader", 100 * 576 * 1000 // RATE)
    assert plan.clips == (Clip("c2-b0", 0, plan.milliseconds),)
    assert plan.file.read_bytes() == frame(5) * 100
    assert (title.reader, partnership.reader, len(said)) == ("", "", 2)
    (file,) = audio.make(made_from)
    assert file.reader == "Ann Reader, A computer voice"
    assert b"Xing" in file.file.read_bytes()
    assert [each.reader for each in audio.heard(made_from)] == ["", "", "Ann Reader"]


def test_a_recording_of_the_whole_plan_is_the_sound_as_it_is(
    tmp_path: Path, booklets: dict[str, Booklet], said: list[tuple[Spoken, ...]]
) -> None:
    made_from = source(tmp_path, booklets["en"], recording("all.mp3"), all=frame() * 1000)
    (file,) = audio.make(made_from)
    assert (file.file, file.seconds) == (tmp_path / "supplied" / "all.mp3", 26)
    assert file.reader == "a person"
    assert audio.heard(made_from) == ()
    assert said == []


def test_recordings_of_other_languages_and_other_files_are_left_alone(
    tmp_path: Path, booklets: dict[str, Booklet], said: list[tuple[Spoken, ...]]
) -> None:
    other = recording("nowhere.mp3", language="pl")
    video = replace(recording("video.mp4"), kind=Supplied.SIGN_LANGUAGE)
    (file,) = audio.make(source(tmp_path, booklets["en"], other, video))
    assert (file.reader, len(said)) == ("", 3)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            [recording("gone.mp3", chapter="plan")],
            'plan_data/site.yaml:11:1: error: The file "supplied/gone.mp3" is not there',
        ),
        (
            [recording("bad.mp3", chapter="plan")],
            'plan_data/site.yaml:11:1: error: The recording "supplied/bad.mp3" cannot be used. It holds no sound',
        ),
        ([recording("good.mp3", chapter="plam")], 'plan_data/site.yaml:12:1: error: There is no chapter "plam"'),
        (
            [recording("good.mp3", chapter="plan"), recording("good.mp3", chapter="plan")],
            "plan_data/site.yaml:11:1: error: Two recordings are of the same part of the plan",
        ),
        (
            [recording("good.mp3", chapter="plan"), recording("good.mp3")],
            "plan_data/site.yaml:11:1: error: Two recordings are of the same part of the plan",
        ),
        (
            [recording("good.mp3", chapter="plan"), recording("stereo.mp3", chapter="partnership")],
            "plan_data/site.yaml:11:1: error: This recording is not made like that of good.mp3",
        ),
        (
            [recording("stereo.mp3", chapter="plan")],
            "plan_data/site.yaml:11:1: error: This recording (22050 hertz, stereo) does not go together with",
        ),
    ],
)
def test_a_recording_that_cannot_be_used_is_told_with_its_place_and_a_cure(
    tmp_path: Path,
    booklets: dict[str, Booklet],
    entries: list[SuppliedFile],
    expected: str,
) -> None:
    files = {"good": frame() * 9, "bad": b"words", "stereo": frame(stereo=True) * 9}
    (problem,) = problems(source(tmp_path, booklets["en"], *entries, **files))
    assert problem.startswith(expected)
    assert re.search(r"\n  hint: \w", problem)


def test_an_unknown_chapter_is_told_which_there_are(tmp_path: Path, booklets: dict[str, Booklet]) -> None:
    (problem,) = problems(source(tmp_path, booklets["en"], recording("a.mp3", chapter="x"), a=frame() * 9))
    assert problem.endswith("hint: There is: title, partnership, plan.")


def test_all_that_is_wrong_with_recordings_is_told_at_once(tmp_path: Path, booklets: dict[str, Booklet]) -> None:
    entries = [recording("gone.mp3", chapter="plan"), recording("a.mp3", chapter="x")]
    assert len(problems(source(tmp_path, booklets["en"], *entries, a=frame() * 9))) == 2


def test_a_plan_that_people_read_as_a_whole_needs_no_voice(tmp_path: Path, booklets: dict[str, Booklet]) -> None:
    chapters = ("title", "partnership", "plan")
    entries = [recording("a.mp3", chapter=name, by="Ann", language="xx") for name in chapters]
    silent = replace(booklets["en"], language=replace(booklets["en"].language, code="xx"))
    (file,) = audio.make(source(tmp_path, silent, *entries, a=frame(stereo=True) * 9))
    assert file.reader == "Ann"
    entries.pop()
    (problem,) = problems(source(tmp_path, silent, *entries, a=frame() * 9))
    assert "does not speak English (xx)" in problem
