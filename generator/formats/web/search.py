"""A built folder -> an index of its words beside it, one for each language, for the search page.

Takes a folder; writes `pagefind/` into it. Pagefind (docs/dependencies.md) reads the pages as a reader gets them: what
`<main>` and the title of each page say, and in which language.
"""

import json
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "fragment/*", "index/*")
"""What the search page asks for; Pagefind also writes interfaces of its own, which nothing here uses."""


def index(site: Path) -> str:
    """Index a site. What went wrong, or ""."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER]
    command += ["--exclude-selectors", ".band, .steps, .to-contents", "--quiet"]
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments
            command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=600
        )
    except (OSError, subprocess.SubprocessError) as error:
        return str(error)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        return said[-1] if said else "no reason given"
    _keep_only_what_is_used(site / FOLDER)
    return ""


def _keep_only_what_is_used(folder: Path) -> None:
    kept = {path for pattern in KEPT for path in folder.glob(pattern)}
    for path in folder.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()
    entry = folder / "pagefind-entry.json"
    said = json.loads(entry.read_text("utf-8"))  # in random order: sorted, the same site gives the same bytes
    entry.write_text(json.dumps(said, sort_keys=True, separators=(",", ":")), "utf-8")
