"""What a file depends on -> the file, made once and kept.

Takes a folder; gives files in it. The name of a file is a hash of all that it depends on, so a kept file is never out
of date. Several processes may use one folder at once. Knows nothing of formats.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from pathlib import Path

from babel import Locale

from generator.fields import NotStated


@dataclass(frozen=True)
class Cache:
    """Files that took long to make, in a folder."""

    folder: Path

    def file(self, ending: str, depends_on: object, make: Callable[[Path], None]) -> Path:
        """The file that depends on some values, made now if it is not there. `make` writes it to the path it is given.

        Values are plain, or dataclasses of plain values; fields that do not count in comparisons do not count here.
        A file that could not be made leaves nothing behind.
        """
        written = json.dumps(depends_on, default=_plain, ensure_ascii=False, sort_keys=True)
        name = hashlib.sha256(written.encode()).hexdigest()[:32]
        kept = self.folder / name[:2] / f"{name}.{ending}"
        if kept.is_file():
            with suppress(PermissionError):  # a folder that others own may be read
                os.utime(kept)  # so that what was not asked for lately can be told
            return kept
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".new-") as fresh:
            path = Path(fresh, kept.name)
            make(path)
            try:
                path.replace(kept)
            except PermissionError:  # on Windows: another process has made the same file, and is reading it
                if not kept.is_file():
                    raise
        return kept


def _plain(value: object) -> object:
    """A value as JSON can write it: the same for equal values, in every run."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value) if field.compare}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Decimal | Locale | NotStated):
        return str(value)
    raise TypeError(value)  # a path, an object with an address in memory: nothing that a file should depend on


def code(*modules: str) -> str:
    """A hash of files of code: a format depends on how it is made, too. `modules` are paths."""
    found = hashlib.sha256()
    for module in modules:
        found.update(Path(module).read_bytes())
    return found.hexdigest()
