"""The voices of espeak-ng: which one speaks a language, and what it says.

Takes the tag of a language; gives the name of its voice. Asks the program in speech.py, which runs on its own, to
speak. Knows nothing of booklets.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

PROGRAM = Path(__file__).with_name("speech.py")
RATE = 22_050
"""Samples a second: what the voices speak in."""
PACKAGES = ("espeakng-loader", "lameenc")
"""What the voices need, by the names they are installed by."""
_OTHER_NAMES: Mapping[str, str] = {"zh": "cmn", "en": "en", "no": "nb"}
"""What espeak-ng calls a language, where that is not the first part of its tag."""

Spoken = tuple[tuple[str, str, int], ...]
"""Parts of a clip: the name of a voice, words, milliseconds of silence."""


@dataclass(frozen=True)
class Said:
    """MPEG frames, and the millisecond at which each clip ends."""

    ends: tuple[int, ...]
    frames: bytes


def installed() -> bool:
    """Whether the voices can be used."""
    return all(find_spec(name.replace("-", "_")) is not None for name in PACKAGES)


def versions() -> dict[str, str]:
    """The versions of what speaks and encodes: another one may sound otherwise."""
    return {name: version(name) for name in PACKAGES}


def voice(language: str) -> str:
    """The name of the voice that speaks a language, such as `inc/bn`; "" if there is none."""
    names = _names()
    parts = language.lower().split("-")
    for length in range(len(parts), 0, -1):
        tag = "-".join(parts[:length])
        if found := names.get(_OTHER_NAMES.get(tag, tag)):
            return found
    return ""


@cache
def _names() -> dict[str, str]:
    """The names of all voices, by the tag of the language that each speaks."""
    import espeakng_loader  # noqa: PLC0415 - sound is an extra

    files = sorted(Path(espeakng_loader.get_data_path(), "lang").glob("*/*"))
    return {file.name.lower(): f"{file.parent.name}/{file.name}" for file in files}


def say(clips: tuple[Spoken, ...], speed: int) -> Said:
    """What the voices say, at a speed in words a minute."""
    ends, _, frames = _run({"speed": speed, "clips": clips}).partition(b"\n")
    return Said(tuple(json.loads(ends)), frames)


def phonemes(clips: tuple[Spoken, ...]) -> list[list[str]]:
    """The sounds of each part of each clip, in letters of the IPA; `(en)` stands before English sounds."""
    found: list[list[str]] = json.loads(_run({"speed": "phonemes", "clips": clips}))
    return found


def _run(asked: object) -> bytes:
    # -P: no module in its own folder may stand in for one of Python's
    command = [sys.executable, "-P", str(PROGRAM)]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=False)  # noqa: S603 - our own program
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return done.stdout
