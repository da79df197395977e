"""How fast the site is built, as ratios within one run: python bench/build.py [SITE].

Three ways over the same pages, each in a process of its own, taken in turn five times; the medians of CPU time are
compared, since wall time depends on what else the machine does:

- planpress build: check, render, MkDocs, verification, swap
- properdocs: the pages that `planpress pages` wrote, in our theme
- default Material: the same pages in Material's own theme, as MkDocs is used elsewhere
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROUNDS = 5


def _cpu(command: list[str], folder: Path) -> float:
    """CPU seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603 - our commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _with_titles_only(pages: Path, into: Path) -> None:
    """The same pages with no front matter but the title: Material reads other names in it as settings of its own."""
    shutil.copytree(pages, into)
    for path in into.rglob("*.md"):
        _, front, text = path.read_text("utf-8").split("---\n", 2)
        path.write_text(f"---\n{yaml.safe_dump({'title': yaml.safe_load(front)['title']})}---\n{text}", "utf-8")


def main() -> None:
    """Measure, and print one line for each way."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run = [sys.executable, "-m"]
        _cpu([*run, "generator", "pages", str(site), "--into", "pages"], work)
        settings = yaml.safe_load((work / "pages" / "mkdocs.yml").read_text("utf-8"))
        _with_titles_only(work / "pages" / "docs", work / "pages" / "plain")
        settings |= {"theme": {"name": "material", "font": False}, "site_dir": "material", "docs_dir": "plain"}
        (work / "pages" / "material.yml").write_text(yaml.safe_dump(settings), "utf-8")
        ways = {
            "planpress build": [*run, "generator", "build", str(site), "--into", "built"],
            "properdocs": [*run, "properdocs", "build", "-q", "-f", "pages/mkdocs.yml"],
            "default Material": [*run, "mkdocs", "build", "-q", "-f", "pages/material.yml"],
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(ROUNDS):
            for way, command in ways.items():
                times[way].append(_cpu(command, work))
        pages = sum(1 for _ in (work / "built").rglob("*.html"))
        base = statistics.median(times["default Material"])
        print(f"{pages} pages, medians of {ROUNDS} rounds")
        for way, taken in times.items():
            middle = statistics.median(taken)
            print(f"{way:18} {middle:6.2f} s CPU   {middle / base:5.2f} of default Material")


if __name__ == "__main__":
    main()
