"""MPEG frames without sound, for tests."""


def frame(kbits: int = 2, *, stereo: bool = False, rate: int = 0, fill: bytes = b"\0") -> bytes:
    """A frame of MPEG 2, layer III. `kbits` and `rate` are the numbers by which its header states them."""
    head = bytes((0xFF, 0xF3, kbits << 4 | rate << 2, 0x00 if stereo else 0xC0))
    length = 72 * (0, 8, 16, 24, 32, 40, 48, 56)[kbits] * 1000 // (22_050, 24_000, 16_000)[rate]
    return head + fill * (length - 4)
