"""Website -> a folder of files, through MkDocs; or pages with front matter, for another builder.

Takes a Website; gives files in a folder. It and the plugin alone know MkDocs, so that the builder can be exchanged.
"""

import logging
import os
import shutil
import tempfile
from pathlib import Path

import yaml

from generator.problems import PlanError, Problem
from generator.render import OVERRIDES, Website

_SETTINGS = """
site_name: Planpress
use_directory_urls: false
theme: {name: material}
plugins: [planpress]
"""
"""What MkDocs needs to know, where a site has no mkdocs.yml of its own."""


def write(website: Website, folder: Path, into: Path) -> None:
    """Write the complete site into a new folder. Raises PlanError if MkDocs refuses."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice of its own end of life, see docs/decisions
    from mkdocs.commands.build import build  # noqa: PLC0415 - MkDocs takes 0.3 s to import: only who builds pays
    from mkdocs.config import load_config  # noqa: PLC0415 - as above
    from mkdocs.exceptions import Abort, MkDocsException  # noqa: PLC0415 - as above

    said = _Said()
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.addHandler(said)
    try:
        # MkDocs insists on a folder of sources. It gets an empty one: every file is handed over by the plugin.
        with tempfile.TemporaryDirectory() as nothing:
            sources = Path(nothing) / "docs"
            sources.mkdir()
            settings = folder / "mkdocs.yml"
            if not settings.is_file():
                settings = Path(nothing) / "mkdocs.yml"
                settings.write_text(_SETTINGS, "utf-8")
            config = load_config(str(settings), site_dir=str(into), docs_dir=str(sources), strict=True)
            if "planpress" not in config.plugins:
                hint = 'Add "- planpress" under "plugins:".'
                raise PlanError([Problem("mkdocs.yml does not use the planpress plugin", "site", hint)])
            config.plugins["planpress"].website = website
            build(config)
    except (MkDocsException, Abort) as error:
        hint = "Compare mkdocs.yml with the one in the Planpress repository."
        words = "; ".join([*said.words, str(error)])
        raise PlanError([Problem(f"MkDocs could not build the site: {words}", "site", hint)]) from error
    finally:
        logger.removeHandler(said)


class _Said(logging.Handler):
    """Keeps what MkDocs warns of, to tell it with the failure that follows."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


def serve(folder: Path, address: str) -> None:
    """Show the site at an address (host:port) with MkDocs' preview server, until it is stopped."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve as mkdocs_serve  # noqa: PLC0415 - as above

    if not (folder / "mkdocs.yml").is_file() or not (folder / "content").is_dir():
        hint = "Make an empty folder content/, and a file mkdocs.yml as docs/new-site.md shows; or use planpress build."
        raise PlanError([Problem("The preview needs mkdocs.yml and a folder content/", "serve", hint)])
    try:
        mkdocs_serve(config_file=str(folder / "mkdocs.yml"), dev_addr=address)
    except (OSError, OverflowError) as error:
        hint = "Stop the other program that uses it, or choose another with --address 127.0.0.1:8001."
        raise PlanError([Problem(f"The address {address} cannot be used: {error}", "serve", hint)]) from error


def write_pages(website: Website, into: Path) -> None:
    """Write the pages with their front matter, the theme and a mkdocs.yml, for ProperDocs or another builder."""
    docs = into / "docs"
    for rendered in website.pages:
        path = docs / (rendered.address.removesuffix(".html") + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump(dict(rendered.meta), allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(f"---\n{front}---\n{rendered.fragment}\n", encoding="utf-8", newline="\n")
    for name, content in website.files.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name, source in website.copies.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, path)
    shutil.copytree(OVERRIDES, into / "theme", ignore=shutil.ignore_patterns("assets"), dirs_exist_ok=True)
    settings = {
        "site_name": "Planpress",
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {"name": None, "custom_dir": "theme"},
        "plugins": [],
        "markdown_extensions": [],
    }
    (into / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8", newline="\n")
