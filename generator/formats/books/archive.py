"""Files -> one zip file: the same files give the same bytes, on any day.

Takes names with bytes or files on disk, in the order in which they are to stand; gives a zip file. Knows nothing of
what is in them.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.formats.cache import Cache, code

UNDATED = (1980, 1, 1, 0, 0, 0)
"""What a zip file says where no date is stated: its first day."""

_PACKED = (".mp3", ".woff2")
"""What packing would not make smaller."""

Files = Mapping[str, bytes | Path]


def kept(cache: Cache, ending: str, files: Files, *, first: str = "") -> Path:
    """The zip file of some files, packed now if it was not before."""
    content = [(name, file.read_bytes() if isinstance(file, Path) else file) for name, file in files.items()]
    return cache.file(ending, (content, first, code(__file__)), lambda path: pack(path, files, first=first))


def pack(path: Path, files: Files, *, first: str = "") -> None:
    """Write a zip file. `first` is the name of a file that readers look for at its very beginning, unpacked."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, UNDATED)
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o100644 << 16
            stored = name == first or name.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            data = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(entry, data, compresslevel=9)
