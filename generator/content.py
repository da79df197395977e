"""content/<language>/*.md -> hand-written pages, or problems.

Takes the site's folder; gives ProsePages. Knows nothing of plans.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator import prose
from generator.fields import ID_PATTERN, Text
from generator.fragment import faults as faults_of_fragment
from generator.languages import language
from generator.pages import ProsePage
from generator.problems import Place, Problem
from generator.read import text_of
from generator.translate import Translator

CONTENT_FOLDER = "content"
_TAKEN = frozenset({"index", "404", "accessibility", "desk", "help", "method", "search"})


def load_content(folder: Path) -> tuple[tuple[ProsePage, ...], tuple[Problem, ...]]:
    """Every hand-written page of a site, and what is wrong with the others."""
    pages: list[ProsePage] = []
    problems: list[Problem] = []
    for path in sorted((folder / CONTENT_FOLDER).glob("**/*")):
        if (path.is_dir() and not path.is_symlink()) or path.name.startswith("."):
            continue
        made = _page(path, folder)
        if isinstance(made, ProsePage):
            pages.append(made)
        else:
            problems += made
    return tuple(pages), tuple(problems)


def _page(path: Path, folder: Path) -> ProsePage | list[Problem]:
    place = Place(path.relative_to(folder).as_posix())
    parts = path.relative_to(folder / CONTENT_FOLDER).parts
    if len(parts) != 2 or path.suffix != ".md" or language(parts[0]) is None:  # noqa: PLR2004 - language/page.md
        hint = "Pages stand in content/<language>/<name>.md, such as content/en/about.md."
        return [Problem("This file is not a page", "content", hint, place)]
    if path.stem in _TAKEN:
        message = f'Planpress itself makes a page named "{path.stem}"'
        return [Problem(message, "content", "Choose another name.", place)]
    if not ID_PATTERN.fullmatch(path.stem):
        hint = "Name it with small letters a to z, digits and hyphens, such as about.md."
        return [Problem(f'A page cannot be named "{path.stem}"', "content", hint, place)]
    text = text_of(path, folder)
    if isinstance(text, Problem):
        return [text]
    faults = prose.faults(text, page=True)
    if faults:
        return [Problem(message, "markdown", hint, Place(place.file, line + 1)) for line, message, hint in faults]
    titles = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("# ")]
    title, fragment = prose.page(text)
    if not fragment.startswith("<h1>") or len(titles) != 1 or fragment.count("<h1>") != 1:
        hint = 'Start it with one line such as "# About this website"; use ## for further headings.'
        line = titles[1] if len(titles) > 1 else 1
        message = "A page starts with its title, and has only one"
        return [Problem(message, "content", hint, Place(place.file, line))]
    if beyond := faults_of_fragment(fragment):
        return [
            Problem(f"This page cannot be read in every format: {beyond[0]}", "content", "Write it simpler.", place)
        ]
    links = tuple((line + 1, link) for line, link in prose.links(text))
    sections = tuple(
        Text(each, f"content.{path.stem}", parts[0], rich=True, place=place) for each in prose.sections(text)
    )
    return ProsePage(path.stem, parts[0], title, fragment, links, sections)


def translated(pages: Iterable[ProsePage], own: str, translators: Mapping[str, Translator]) -> Iterator[ProsePage]:
    """The hand-written pages, and after each that is in the site's own language its translations.

    A page that somebody wrote in a language comes before a translation into it. A page is translated when all its
    parts are.
    """
    written = {(page.language, page.name) for page in pages}
    for page in pages:
        yield page
        for code, translator in translators.items():
            if page.language != own or (code, page.name) in written or not all(map(translator.has, page.parts)):
                continue
            said = [translator.text(part) for part in page.parts]
            if all(words.language == code for words in said):
                anchors = re.findall(r'<h[2-5] id="([^"]+)"', page.fragment)
                title, fragment = prose.page("\n\n".join(words.text for words in said), anchors)
                yield replace(page, language=code, title=title, fragment=fragment, translated=page.parts)
