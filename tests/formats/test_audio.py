"""Sound: what is said of the real plan and of Exampleton, in nine languages, and the files made of it.

Needs espeak-ng and LAME, which `pip install '.[audio]'` brings.
"""

import base64
import re
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build
from generator.blocks import Heading, Run, Runs, lines, words
from generator.booklet import Booklet
from generator.formats.cache import Cache
from generator.formats.makers import CACHE_FOLDER
from generator.formats.sound import audio, mp3, narration, voices
from generator.formats.sound.narration import Narration, narrate
from generator.formats.sound.script import Part, Scene, Utterance, script
from generator.formats.sound.spoken import spoken
from generator.formats.sound.voices import Said, Spoken, say, voice
from generator.formats.source import Source
from generator.problems import PlanError
from generator.site import Formats

ROOT = Path(__file__).parents[2]
FRAME = 27
"""The milliseconds of a frame, rounded up."""
HEARD_IN_FULL = ("en", "ur", "zh-Hans", "cy")
LANGUAGES = ("bn", "cy", "en", "es", "it", "pl", "pt", "ur", "zh-Hans")
POINT = {
    "bn": "d\u0254somik",
    "cy": "pu\u0268nt",
    "en": "p\u0254\u026ant",
    "es": "koma",
    "it": "vir\u0261ola",
    "pl": "p\u0283\u025bt\u0255in\u025bk",
    "pt": "vir\u0261ul\u0250",
    "ur": "\u026a\u0283ar\u026a\u026aa",
    "zh-Hans": "ti\u025b\u025cn",
}
"""How each voice says the decimal point, without its stresses."""

pytestmark = pytest.mark.xdist_group("formats audio")


@pytest.fixture(scope="session")
def spoken_booklets(booklets: dict[str, Booklet]) -> dict[str, Booklet]:
    """The real plan in eight languages, and the newest edition of Exampleton in Welsh."""
    exampleton = build.booklets(build.check(ROOT / "examples" / "exampleton"))
    return booklets | {"cy": next(each for each in reversed(exampleton) if each.language.code == "cy")}


@pytest.fixture(scope="session")
def scripts(spoken_booklets: dict[str, Booklet]) -> dict[str, tuple[Scene, ...]]:
    return {code: script(spoken_booklets[code]) for code in LANGUAGES}


@pytest.fixture(scope="session")
def phonemes(scripts: dict[str, tuple[Scene, ...]]) -> dict[str, list[tuple[Part, str]]]:
    """Every part that is said, with its sounds, by the language of the booklet."""
    found = {}
    for code, scenes in scripts.items():
        parts = [part for each in _utterances(scenes) for part in each.spoken]
        sounds = voices.phonemes(tuple(((voice(part.language), part.text, 0),) for part in parts))
        found[code] = [(part, re.sub("[ˈˌ]", "", sound)) for part, (sound,) in zip(parts, sounds, strict=True)]
    return found


def _utterances(scenes: tuple[Scene, ...]) -> list[Utterance]:
    return [utterance for scene in scenes for utterance in scene.utterances]


def _source(booklet: Booklet, cache: Path = ROOT / CACHE_FOLDER, speech: int = 150) -> Source:
    return Source(booklet, Formats(speech=Decimal(speech)), ROOT, Cache(cache))


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


# ------------------------------------------------------------------------------------------------------- words


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_of_a_booklet_is_unsaid(
    code: str, spoken_booklets: dict[str, Booklet], scripts: dict[str, tuple[Scene, ...]]
) -> None:
    """Every word is in the transcript as printed; every letter and figure of it is said, in its order."""
    booklet = spoken_booklets[code]
    count = 0
    for chapter, scene in zip(booklet.chapters, scripts[code], strict=True):
        printed = " ".join(_plain(line) for each in scene.utterances for line in each.printed).split()
        expected = words(chapter.blocks).split()
        missing = set(expected) - set(printed) - {":"}
        assert not {word for word in missing if any(map(str.isalnum, word))}
        count += len(expected)
    lost = [
        (each.printed, each.text)
        for each in _utterances(scripts[code])
        if not _within(_signs_of_life(" ".join(map(_plain, each.printed))), _signs_of_life(each.text))
    ]
    sys.stdout.write(
        f"{code}: {count} words, {len(_utterances(scripts[code]))} utterances, {len(lost)} with something lost\n"
    )
    assert lost == []
    assert count > 1000


def _signs_of_life(text: str) -> str:
    """The letters and figures of a text: what must not be lost."""
    plain = re.sub(r"https?://", "", text)
    return "".join(str(int(each)) if each.isdecimal() else each.casefold() for each in plain if each.isalnum())


def _within(these: str, those: str) -> bool:
    """Whether all characters of a text stand in another one, in the same order."""
    rest = iter(those)
    return all(character in rest for character in these)


def test_the_gate_finds_a_lost_word_and_a_lost_figure() -> None:
    assert _within(_signs_of_life("von ১৩ %"), _signs_of_life("von 13 percent"))
    assert not _within(_signs_of_life("from 13"), _signs_of_life("from 1"))
    assert not _within(_signs_of_life("from 13"), _signs_of_life("frm 13"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sign_is_read_by_its_name(code: str, scripts: dict[str, tuple[Scene, ...]]) -> None:
    said = " ".join(each.text for each in _utterances(scripts[code]))
    assert re.findall('[\\[\\](){}<>/\u2013\u2014\u00d7\u2192&§=#*_|"\u201c\u00ab\u00ad\u2066-\u2069%]', said) == []
    assert re.findall(r"\d[,.]\d{3}(?!\d)", said) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_telephone_numbers_are_said_digit_by_digit(code: str, scripts: dict[str, tuple[Scene, ...]]) -> None:
    numbers = 0
    for each in _utterances(scripts[code]):
        for line in each.printed:
            for run in line:
                if "telephone" in run.marks:
                    digits = re.sub(r"\D", "", run.text)
                    assert re.search("[ ,]+".join(digits), each.text), (run.text, each.text)
                    assert digits[:5] not in each.text
                    numbers += 1
    sys.stdout.write(f"{code}: {numbers} telephone numbers\n")
    assert numbers > 5


# ------------------------------------------------------------------------------------------------------- voices


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_nothing_is_spelled_out_in_english_by_the_voice_of_another_language(
    code: str, phonemes: dict[str, list[tuple[Part, str]]], scripts: dict[str, tuple[Scene, ...]]
) -> None:
    """A voice that does not know a script, as Debian's older one does not know Chinese, turns to English for it.

    The Italian and Portuguese voices also say some English names as English, which is right: `Kettering`, `Street`.
    """
    turned = [part for part, sounds in phonemes[code] if re.search(r"\([a-z-]+\)", sounds)]
    names = {word for each in _utterances(scripts["en"]) for word in re.findall(r"[^\W\d]+", each.text.casefold())}
    strange = [word for part in turned for word in _turned(part) if word.casefold() not in names]
    sys.stdout.write(f"{code}: {len(phonemes[code])} parts, {len(turned)} with English names, {strange} strange\n")
    assert strange == []
    assert code in ("it", "pt") or turned == []
    assert len(phonemes[code]) > 500


def _turned(part: Part) -> list[str]:
    """The words of a part that its voice says as words of another language."""
    found = sorted(set(re.findall(r"[^\W\d]+", part.text)))
    sounds = voices.phonemes(tuple(((voice(part.language), word, 0),) for word in found))
    return [word for word, (sound,) in zip(found, sounds, strict=True) if "(" in sound]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_decimal_point_of_each_figure_is_heard(code: str, phonemes: dict[str, list[tuple[Part, str]]]) -> None:
    figures = 0
    for part, sounds in phonemes[code]:
        count = len(re.findall(r"\d[.,]\d", part.text)) if part.language == code else 0
        assert sounds.count(POINT[code]) >= count, (part.text, sounds)
        figures += count
    sys.stdout.write(f"{code}: {figures} decimals\n")
    assert figures > 20


def test_the_decimal_point_is_heard_behind_a_letter_too() -> None:
    letters = {"bn": "\u0995", "ur": "\u06a9", "zh-Hans": "\u53d8\u4e3a"}
    for code in LANGUAGES:
        for decimal in (".", ","):
            ((_, said),) = spoken((Run(f"{letters.get(code, 'a ')}3{decimal}3", code),))
            if decimal in ("," if code in ("es", "it", "pl", "pt") else "."):
                ((sounds,),) = voices.phonemes((((voice(code), said, 0),),))
                assert POINT[code] in re.sub("[\u02c8\u02cc]", "", sounds), (said, sounds)


def test_a_minus_is_heard_in_every_language() -> None:
    for code in LANGUAGES:
        ((_, minus_five),) = spoken((Run("-5", code),))
        five, said = voices.phonemes((((voice(code), "5", 0),), ((voice(code), minus_five, 0),)))
        assert len(said[0]) > len(five[0]) + 2, code


def test_a_part_in_another_language_is_said_by_the_voice_of_that_language(
    scripts: dict[str, tuple[Scene, ...]], booklets: dict[str, Booklet]
) -> None:
    (offer,) = [scene for scene in scripts["en"] if scene.chapter == "_statements"]
    said = [part.language for utterance in offer.utterances for part in utterance.spoken]
    assert set(said) == set(booklets)
    assert {voice(code) for code in said} == {
        *("gmw/en", "roa/es", "roa/it", "roa/pt", "inc/bn"),
        *("sit/cmn", "inc/ur", "zlw/pl"),
    }


def test_voices_are_found_by_the_tag_of_a_language() -> None:
    assert [voice(code) for code in ("zh-Hant", "de", "cy", "pt-BR", "nb", "tlh-x", "sm")] == [
        *("sit/cmn", "gmw/de", "cel/cy", "roa/pt-BR", "gmq/nb", "art/tlh" if voice("tlh") else "", ""),
    ]


# ------------------------------------------------------------------------------------------------------- files


@pytest.fixture(scope="session", params=HEARD_IN_FULL)
def narrated(request: pytest.FixtureRequest, spoken_booklets: dict[str, Booklet]) -> tuple[Booklet, Narration]:
    booklet = spoken_booklets[request.param]
    return booklet, narrate(_source(booklet))


def test_every_file_lasts_as_long_as_it_says_and_has_the_booklets_chapters(
    narrated: tuple[Booklet, Narration],
) -> None:
    booklet, narration_ = narrated
    (made,) = audio.make(_source(booklet))
    file = made.file.read_bytes()
    sound, chapters, tags = mp3.frames(file), mp3.chapters(file), mp3.tags(file)
    lengths = [track.milliseconds for track in narration_.tracks]
    sys.stdout.write(
        f"{booklet.name}: {len(chapters)} chapters, {sound.milliseconds // 60_000} minutes, {len(file)} bytes\n"
    )
    assert abs(sum(lengths) - sound.milliseconds) <= FRAME * len(lengths)
    assert int(tags["TLEN"]) == sum(lengths) == chapters[-1].end
    assert made.seconds == round(sum(lengths) / 1000)
    assert [chapter.end for chapter in chapters[:-1]] == [chapter.start for chapter in chapters[1:]]
    begins = {chapter.start: chapter.title for chapter in chapters}
    tracks = [sum(lengths[:at]) for at in range(len(lengths))]
    assert [begins[start] for start in tracks] == [_plain(chapter.title) for chapter in booklet.chapters]
    assert (sound.rate, sound.channels, sound.kbits) == (voices.RATE, 1, frozenset({32}))
    assert sound.milliseconds > 20 * 60_000


def test_a_listener_can_jump_to_each_target(narrated: tuple[Booklet, Narration]) -> None:
    booklet, _ = narrated
    (targets,) = [chapter for chapter in booklet.chapters if chapter.id == "_targets"]
    headings = [_plain(each.runs) for each in targets.blocks if isinstance(each, Heading) and each.level == 3]
    (made,) = audio.make(_source(booklet))
    chapters = mp3.chapters(made.file.read_bytes())
    (at,) = [at for at, chapter in enumerate(chapters) if chapter.title == _plain(targets.title)]
    assert [chapter.title for chapter in chapters[at + 1 :]][: len(headings)] == headings
    assert len(chapters) == len(booklet.chapters) + len(headings)
    assert len(headings) >= 15


def test_clips_follow_each_other_from_the_beginning_of_a_track_to_its_end(
    narrated: tuple[Booklet, Narration],
) -> None:
    booklet, narration_ = narrated
    clips = 0
    for scene, track in zip(script(booklet), narration_.tracks, strict=True):
        assert [clip.id for clip in track.clips] == [utterance.id for utterance in scene.utterances]
        assert track.clips[0].start_ms == 0
        assert track.clips[-1].end_ms == track.milliseconds == mp3.frames(track.file.read_bytes()).milliseconds
        assert all(one.end_ms == other.start_ms for one, other in zip(track.clips, track.clips[1:], strict=False))
        for utterance, clip in zip(scene.utterances, track.clips, strict=True):
            length = clip.end_ms - clip.start_ms
            pauses = sum(part.pause for part in utterance.spoken)
            assert pauses + 50 < length < pauses + 2000 + 300 * len(utterance.text), (clip, utterance.text)
        clips += len(track.clips)
    sys.stdout.write(f"{booklet.name}: {clips} clips in {len(narration_.tracks)} tracks\n")
    assert clips > 300


def test_the_tags_name_the_plan_its_publisher_and_its_language(spoken_booklets: dict[str, Booklet]) -> None:
    (made,) = audio.make(_source(spoken_booklets["cy"]))
    tags = mp3.tags(made.file.read_bytes())
    assert (tags["TIT2"], tags["TPE1"]) == ("Exampleton Fwy Diogel", "Cyngor Tref Exampleton")
    assert (tags["TLAN"], tags["TYER"]) == ("cym", "2026")
    (made,) = audio.make(_source(spoken_booklets["zh-Hans"]))
    tags = mp3.tags(made.file.read_bytes())
    assert tags["TLAN"] == "zho"
    assert "TYER" not in tags  # not stated


@pytest.fixture
def short(booklets: dict[str, Booklet]) -> Booklet:
    """Three chapters of the real plan, two of them short."""
    return replace(booklets["en"], chapters=booklets["en"].chapters[:3])


def test_the_same_words_give_the_same_bytes_in_any_process(tmp_path: Path, short: Booklet) -> None:
    (first,) = audio.make(_source(short, tmp_path / "a"))
    (second,) = audio.make(_source(short, tmp_path / "b"))
    assert first.file != second.file
    assert first.file.read_bytes() == second.file.read_bytes()


_PEAKS = """async (encoded) => {
  const bytes = Uint8Array.from(atob(encoded), character => character.charCodeAt(0));
  const sound = await new OfflineAudioContext(1, 1, 22050).decodeAudioData(bytes.buffer);
  const samples = sound.getChannelData(0);
  const peaks = [];
  for (let at = 0; at + 220 <= samples.length; at += 220) {
    const loudest = samples.slice(at, at + 220).reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    peaks.push(Math.round(loudest * 32767));
  }
  return [samples.length, peaks];
}"""
"""The samples of an MP3 file as a browser decodes it: how many, and the loudest of each 220."""


def test_a_browser_hears_silence_where_clips_meet_and_words_right_after(
    tmp_path: Path, short: Booklet, browser: Browser
) -> None:
    source = _source(short, tmp_path)
    (made,) = audio.make(source)
    file = made.file.read_bytes()
    with browser.new_page() as page:
        count, peaks = page.evaluate(_PEAKS, base64.b64encode(file).decode())
    assert abs(count * 1000 / voices.RATE - mp3.frames(file).milliseconds) < FRAME
    meetings, start = 0, 0
    for track in narrate(source).tracks:
        for clip in track.clips[1:]:
            at = round((start + clip.start_ms) * voices.RATE / 1000 / 220)
            before, after = peaks[at - 20 : at - 2], peaks[at - 2 : at + 4]
            assert max(before) < 300 < max(after), (clip, before, after)
            meetings += 1
        start += track.milliseconds
    sys.stdout.write(f"{meetings} places where clips meet, {count} samples\n")
    assert meetings > 10


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the voices are asked to say, a track an entry."""
    calls: list[str] = []

    def heard(clips: tuple[Spoken, ...], speed: int) -> Said:
        calls.append(" ".join(text for clip in clips for _, text, _ in clip))
        return say(clips, speed)

    monkeypatch.setattr(narration, "say", heard)
    return calls


def test_a_change_of_one_word_makes_one_track_again(tmp_path: Path, short: Booklet, asked: list[str]) -> None:
    before = narrate(_source(short, tmp_path))
    assert len(asked) == 3
    changed = replace(short.chapters[1], blocks=short.chapters[1].blocks[:-1])
    after = narrate(_source(replace(short, chapters=(short.chapters[0], changed, short.chapters[2])), tmp_path))
    assert len(asked) == 4
    assert [one.file == other.file for one, other in zip(before.tracks, after.tracks, strict=True)] == [
        True,
        False,
        True,
    ]


def test_a_track_whose_file_was_removed_is_made_again_with_the_same_clips(
    tmp_path: Path, short: Booklet, asked: list[str]
) -> None:
    before = narrate(_source(short, tmp_path))
    before.tracks[2].file.unlink()
    assert narrate(_source(short, tmp_path)) == before
    assert before.tracks[2].file.is_file()
    assert len(asked) == 4


def test_a_slower_voice_takes_longer(tmp_path: Path, short: Booklet) -> None:
    slow, fast = (
        sum(track.milliseconds for track in narrate(_source(short, tmp_path, speech=speed)).tracks)
        for speed in (100, 250)
    )
    assert slow > fast * 1.4


def test_a_language_without_a_voice_is_told_for_its_booklet_alone(tmp_path: Path, short: Booklet) -> None:
    samoan = replace(short, language=replace(short.language, code="sm", name="Gagana Samoa"))
    with pytest.raises(PlanError) as raised:
        audio.make(_source(samoan, tmp_path))
    (problem,) = raised.value.problems
    assert "The computer voice does not speak Gagana Samoa (sm)" in problem.message
    assert "--without audio" in problem.hint


def test_words_that_no_voice_can_say_do_no_harm() -> None:
    said = say(((("gmw/en", "a" * 400, 100),), (("gmw/en", "\U0001f600 \ue000", 100),), (("inc/ur", ".", 0),)), 150)
    assert len(said.ends) == 3
    assert list(said.ends) == sorted(said.ends)
    assert mp3.frames(said.frames).milliseconds > 5000


def test_what_is_missing_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    assert audio.missing() is None
    monkeypatch.setattr(voices, "PACKAGES", ("espeakng-loader", "no-such-package"))
    problem = audio.missing()
    assert problem is not None
    assert "pip install '.[audio]'" in problem.hint
    assert "--without audio" in problem.hint


def test_a_transcript_has_what_is_heard_and_when_each_chapter_begins(tmp_path: Path, short: Booklet) -> None:
    source = _source(short, tmp_path)
    title, partnership, plan = audio.heard(source)
    lengths = [track.milliseconds for track in narrate(source).tracks]
    assert [each.begins for each in (title, partnership, plan)] == [0, lengths[0] // 1000, sum(lengths[:2]) // 1000]
    heading, *rest = lines(short.chapters[1].blocks)
    assert (partnership.title, partnership.lines) == (heading, tuple(rest))
    assert _plain(title.lines[-2]).startswith("A computer voice reads it.")
    assert partnership.reader == ""
