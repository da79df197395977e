"""Brings the catalogs of Planpress' own words up to date: `make translations` calls it.

Takes the code and the templates of generator/; writes generator/translations/planpress.pot and the catalog of each
language that has one. With `--check`, writes nothing and fails if a file is behind.
"""
# ruff: noqa: INP001 - scripts are no package

import sys
from datetime import date
from pathlib import Path

from babel.messages.extract import extract_from_dir

from generator.catalog_files import template, updated
from generator.catalogs import INTERFACE
from generator.languages import Language, language
from generator.originals import Original

GENERATOR = Path(__file__).parents[1] / "generator"
TRANSLATIONS = GENERATOR / "translations"
KEYWORDS = {"_": None, "n_": (1, 2), "plain": None, "word": None, "plural": (1, 2), "filled": None, "message": None}
"""The names of functions whose texts are words of Planpress; (1, 2) are singular and plural."""


def originals() -> tuple[Original, ...]:
    """Every message of the code and the templates, with the files that say it."""
    files: dict[tuple[str, ...], list[str]] = {}
    for file, _, said, _, _ in extract_from_dir(
        GENERATOR, [("**.py", "python"), ("**.jinja", "jinja2")], {"**.jinja": {"silent": "false"}}, KEYWORDS
    ):
        forms = tuple(each for each in (said if isinstance(said, tuple) else (said,)) if isinstance(each, str))
        name = Path(file).as_posix()
        files.setdefault(forms, [])
        if name not in files[forms]:
            files[forms].append(name)
    by_place = sorted(files.items(), key=lambda pair: pair[1][0])
    return tuple(Original("", *forms[:2], files=tuple(names)) for forms, names in by_place)


def spoken() -> list[Language]:
    """The languages that Planpress speaks: each has a folder."""
    folders = sorted(path.name for path in TRANSLATIONS.iterdir() if path.is_dir())
    return [found for name in folders if (found := language(name.replace("_", "-"))) is not None]


def fresh() -> dict[Path, bytes]:
    """Every file as it should stand."""
    said = originals()
    made = {TRANSLATIONS / f"{INTERFACE}.pot": template(said)}
    for each in spoken():
        path = TRANSLATIONS / each.folder / "LC_MESSAGES" / f"{INTERFACE}.po"
        made[path] = updated(path, TRANSLATIONS, said, each, date.min)
    return made


def main() -> int:
    """Write what is behind, or only say so. The exit code is 1 if a check found something."""
    behind = {path: text for path, text in fresh().items() if not path.is_file() or path.read_bytes() != text}
    for path, text in behind.items():
        if "--check" in sys.argv:
            print(f'{path.relative_to(GENERATOR.parent)} is behind the code: run "make translations".')  # noqa: T201 - it is for people
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
    return int("--check" in sys.argv and bool(behind))


if __name__ == "__main__":
    sys.exit(main())
