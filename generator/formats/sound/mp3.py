"""MPEG frames -> an MP3 file with chapters, and what such a file holds.

Takes bytes; gives bytes, or Frames. Knows nothing of plans or of speech.

Frames as in ISO/IEC 11172-3 and 13818-3, layer III; ID3v2.3.0, and its addendum on chapters (CHAP, CTOC).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_RATES = {0: (11_025, 12_000, 8_000), 2: (22_050, 24_000, 16_000), 3: (44_100, 48_000, 32_000)}
"""Samples a second, by the version of MPEG that a header states: 2.5, 2, 1."""
_KBITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_MPEG_1, _LAYER_III, _MONO = 3, 1, 3
_ID3V1, _ID3V2 = b"TAG", b"ID3"
MOST_CHAPTERS = 255
"""How many a table of contents can list."""


class NotMP3Error(ValueError):
    """Bytes that hold no MPEG frames of layer III, or frames that do not go together. Says why, for a person."""


@dataclass(frozen=True)
class Frames:
    """The frames of a file without what stands around them, and what they have in common."""

    data: bytes
    count: int
    rate: int
    channels: int
    samples: int
    kbits: frozenset[int]

    @property
    def milliseconds(self) -> int:
        """Their running time."""
        return self.count * self.samples * 1000 // self.rate


@dataclass(frozen=True)
class Chapter:
    """A part of a file, in milliseconds from its beginning."""

    title: str
    start: int
    end: int


@dataclass(frozen=True)
class _Header:
    rate: int
    channels: int
    samples: int
    kbits: int
    length: int


# ------------------------------------------------------------------------------------------------------- frames


def frames(file: bytes) -> Frames:
    """The frames of a file. Raises NotMP3Error."""
    at, end = _after_id3(file), len(file)
    if file[-128:-125] == _ID3V1:
        end -= 128
    found: list[_Header] = []
    kept = bytearray()
    while at + 4 <= end:
        header = _header(file[at : at + 4])
        if header is None or at + header.length > end:
            if not found:
                raise NotMP3Error("It holds no sound of the kind MP3")
            break  # what programs write behind the last frame
        frame = file[at : at + header.length]
        if found or not _tells_of_others(frame, header):
            found.append(header)
            kept += frame
        at += header.length
    if not found:
        raise NotMP3Error("It holds no sound of the kind MP3")
    first = found[0]
    if any((each.rate, each.channels) != (first.rate, first.channels) for each in found):
        raise NotMP3Error("It changes its sample rate or its channels on the way")
    kbits = frozenset(each.kbits for each in found)
    return Frames(bytes(kept), len(found), first.rate, first.channels, first.samples, kbits)


def _header(data: bytes) -> _Header | None:
    word = int.from_bytes(data, "big")
    version, layer = word >> 19 & 3, word >> 17 & 3
    bits, rate = word >> 12 & 15, word >> 10 & 3
    if word >> 21 != 0x7FF or version not in _RATES or layer != _LAYER_III or bits in (0, 15) or rate > 2:  # noqa: PLR2004 - 3 is reserved
        return None
    hertz = _RATES[version][rate]
    kbits = (_KBITS_1 if version == _MPEG_1 else _KBITS_2)[bits]
    samples = 1152 if version == _MPEG_1 else 576
    channels = 1 if word >> 6 & 3 == _MONO else 2
    return _Header(hertz, channels, samples, kbits, samples // 8 * kbits * 1000 // hertz + (word >> 9 & 1))


def _tells_of_others(frame: bytes, header: _Header) -> bool:
    """Whether a first frame holds no sound, but facts about those behind it (Xing, Info, VBRI)."""
    at = 4 + _side_information(header)
    return frame[at : at + 4] in (b"Xing", b"Info") or frame[36:40] == b"VBRI"


def _side_information(header: _Header) -> int:
    if header.samples == 1152:  # noqa: PLR2004 - MPEG 1
        return 17 if header.channels == 1 else 32
    return 9 if header.channels == 1 else 17


def _after_id3(file: bytes) -> int:
    if file[:3] != _ID3V2 or len(file) < 10:  # noqa: PLR2004 - the length of its header
        return 0
    footer = 10 if file[5] & 0x10 else 0
    return 10 + _without_top_bits(file[6:10]) + footer


# ------------------------------------------------------------------------------------------------------- a file


def file(pieces: tuple[Frames, ...], chapters: tuple[Chapter, ...], tags: dict[str, str], contents: str) -> bytes:
    """An MP3 file of pieces that follow each other. `tags` are ID3's text frames; `contents` heads the chapters.

    Where pieces differ in their rate of bits, a first frame says how many there are: players take the time from it.
    """
    sound = b"".join(piece.data for piece in pieces)
    if len(frozenset().union(*(piece.kbits for piece in pieces))) > 1:
        sound = _counted(pieces) + sound
    return _id3(chapters, tags, contents) + sound


def _counted(pieces: tuple[Frames, ...]) -> bytes:
    """A frame without sound that says how many frames and bytes follow (Xing's)."""
    word = int.from_bytes(pieces[0].data[:4], "big") & ~0xF200  # no rate of bits, no padding
    word |= 0x10000  # no check sum
    for bits in range(1, 15):
        head = (word | bits << 12).to_bytes(4, "big")
        header = _header(head)
        if header is None:
            continue
        count = sum(piece.count for piece in pieces)
        length = sum(len(piece.data) for piece in pieces) + header.length
        said = head + bytes(_side_information(header)) + b"Xing" + struct.pack(">3I", 3, count, length)
        if len(said) <= header.length:
            return said.ljust(header.length, b"\0")
    raise NotMP3Error("Its frames are too short")


def _id3(chapters: tuple[Chapter, ...], tags: dict[str, str], contents: str) -> bytes:
    listed = chapters[:MOST_CHAPTERS]
    ids = [b"c%d\0" % number for number in range(len(listed))]
    body = b"".join(_text(name, text) for name, text in tags.items())
    if listed:
        order = b"toc\0\3" + bytes([len(ids)]) + b"".join(ids)
        body += _frame("CTOC", order + _text("TIT2", contents))
    for id_, each in zip(ids, listed, strict=True):
        times = struct.pack(">4I", each.start, each.end, 2**32 - 1, 2**32 - 1)  # no positions in bytes
        body += _frame("CHAP", id_ + times + _text("TIT2", each.title))
    return _ID3V2 + b"\3\0\0" + _with_top_bits_clear(len(body)) + body


def _text(name: str, text: str) -> bytes:
    return _frame(name, b"\1" + b"\xff\xfe" + text.encode("utf-16-le"))


def _frame(name: str, data: bytes) -> bytes:
    return name.encode() + struct.pack(">I", len(data)) + b"\0\0" + data


def _with_top_bits_clear(number: int) -> bytes:
    return bytes(number >> shift & 127 for shift in (21, 14, 7, 0))


def _without_top_bits(data: bytes) -> int:
    return sum((byte & 127) << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=True))


# ------------------------------------------------------------------------------------------------------- reading


def tags(file: bytes) -> dict[str, str]:
    """The text frames of a file with ID3v2.3 in UTF-16, as file() writes them."""
    return {name: _read(data) for name, data in _tag_frames(file[10 : _after_id3(file)]) if name.startswith("T")}


def chapters(file: bytes) -> tuple[Chapter, ...]:
    """The chapters of such a file, in the order of its table of contents."""
    listed: list[bytes] = []
    found = {}
    for name, data in _tag_frames(file[10 : _after_id3(file)]):
        id_, _, rest = data.partition(b"\0")
        if name == "CTOC":
            listed = rest[2:].split(b"\0", rest[1])[: rest[1]]
        elif name == "CHAP":
            start, end = struct.unpack(">2I", rest[:8])
            ((_, title),) = _tag_frames(rest[16:])
            found[id_] = Chapter(_read(title), start, end)
    return tuple(found[id_] for id_ in listed)


def _tag_frames(body: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at + 10 <= len(body) and body[at]:
        length = int.from_bytes(body[at + 4 : at + 8], "big")
        yield body[at : at + 4].decode("latin-1"), body[at + 10 : at + 10 + length]
        at += 10 + length


def _read(data: bytes) -> str:
    return data[1:].decode("utf-16")
