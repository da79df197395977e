"""Words -> MPEG frames of somebody saying them: espeak-ng speaks, LAME encodes. A program of its own.

Takes, on its standard input as JSON: words a minute, and clips, each of parts: a voice, words, milliseconds of silence.
Gives, on its standard output, a line of JSON with the millisecond at which each clip ends, then the frames. With
`phonemes` in place of the words a minute, gives the sounds of each part instead. Knows nothing of Planpress.

It runs in a new process each time: espeak-ng says the same words the same way only if nothing was said before them. Its
licence, the GPL, is another reason to keep it apart.
"""

import array
import ctypes
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import takewhile

import espeakng_loader
import lameenc

RATE = 22_050
"""Samples a second: what espeak-ng speaks in."""
KBITS = 32
_QUALITY = 5
"""LAME's own scale from 0 (best) to 9: below 5, speech at this rate sounds no better and takes twice as long."""
_BEFORE_FIRST, _AFTER_LAST = 400, 900
_DELAY = 1105
"""By how many samples speech comes later once it is encoded and decoded: 576 by LAME, 529 by every decoder."""
_QUIET = 60
"""What counts as silence at either end of a part, of 32767."""

_RETRIEVAL = 1  # espeak_Initialize: samples are handed over
_SPEED = 1  # espeak_SetParameter
_UTF8, _END_PAUSE = 1, 0x1000
_IPA = 2  # espeak_TextToPhonemes
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class _Voice:
    """espeak-ng, which gives the samples of what it says."""

    def __init__(self, speed: int) -> None:
        self.library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        if self.library.espeak_Initialize(_RETRIEVAL + 1, 0, data, 0) != RATE:
            raise RuntimeError(data)
        self.library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.library.espeak_ng_SetRandSeed(1)
        self.heard = array.array("h")
        self.callback = _Callback(self._hear)  # kept: C does not
        self.library.espeak_SetSynthCallback(self.callback)
        self.speed = speed

    def _hear(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, _events: object) -> int:
        if samples and count:
            self.heard.frombytes(ctypes.string_at(samples, count * 2))
        return 0

    def choose(self, voice: str) -> None:
        if self.library.espeak_SetVoiceByName(voice.encode()):
            raise RuntimeError(voice)
        self.library.espeak_SetParameter(_SPEED, self.speed, 0)

    def say(self, voice: str, text: str) -> "array.array[int]":
        """The samples of a text, without silence around them."""
        self.choose(voice)
        self.heard = array.array("h")
        words = text.encode()
        self.library.espeak_Synth(words, len(words) + 1, 0, 0, 0, _UTF8, None, None)
        self.library.espeak_Synchronize()
        first, last = _loud(self.heard), _loud(reversed(self.heard))
        return self.heard[first : len(self.heard) - last]

    def phonemes(self, voice: str, text: str) -> str:
        """The sounds of a text, in the letters of the IPA; sounds of another language stand behind its name."""
        self.choose(voice)
        words = ctypes.create_string_buffer(text.encode())
        rest = ctypes.c_void_p(ctypes.addressof(words))
        said = []
        while rest.value:
            said.append(self.library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA).decode())
        return " | ".join(said)


def _loud(samples: Iterable[int]) -> int:
    """How many samples stand before the first that can be heard."""
    return sum(1 for _ in takewhile(lambda sample: abs(sample) <= _QUIET, samples))


def _spoken(voice: _Voice, clips: list[list[tuple[str, str, int]]]) -> tuple[list[int], bytes]:
    """When each clip ends, and the frames."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(KBITS)
    encoder.set_quality(_QUALITY)
    frames, ends, count = bytearray(), [], 0
    for number, clip in enumerate(clips):
        for samples in _clip(voice, clip, first=number == 0, last=number == len(clips) - 1):
            frames += encoder.encode(samples.tobytes())
            count += len(samples)
        ends.append((count + _DELAY) * 1000 // RATE)
    frames += encoder.flush()
    return ends, bytes(frames)


def _clip(voice: _Voice, parts: list[tuple[str, str, int]], *, first: bool, last: bool) -> "Iterator[array.array[int]]":
    if first:
        yield _silence(_BEFORE_FIRST)
    for name, text, pause in parts:
        yield voice.say(name, text)
        yield _silence(pause)
    if last:
        yield _silence(_AFTER_LAST)


def _silence(milliseconds: int) -> "array.array[int]":
    return array.array("h", bytes(2 * (milliseconds * RATE // 1000)))


def main() -> None:
    """Say what stands on the standard input."""
    asked = json.load(sys.stdin)
    out = sys.stdout.buffer
    if asked["speed"] == "phonemes":
        voice = _Voice(0)
        said = [[voice.phonemes(name, text) for name, text, _ in parts] for parts in asked["clips"]]
        out.write(json.dumps(said).encode())
        return
    ends, frames = _spoken(_Voice(asked["speed"]), asked["clips"])
    out.write(json.dumps(ends).encode() + b"\n" + frames)


if __name__ == "__main__":
    main()
