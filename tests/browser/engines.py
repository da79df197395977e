"""Three engines of other people that look for faults: axe-core, IBM's Equal Access and the Nu HTML checker.

Each takes an open page and how it is read, and gives what it found, one line a fault. An engine that is missing, that
breaks, or that looked at nothing raises: silence always means that a page was checked.
"""

import json
import shutil
import subprocess
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tests.browser.modes import Mode

_MODULES = Path(__file__).parents[1] / "tools" / "node_modules"
_AXE = "axe-core/axe.min.js"
_IBM = "accessibility-checker-engine/ace.js"
_VNU = "vnu-jar/build/dist/vnu.jar"

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "wcag2aaa", "best-practice")
_RUN_AXE = """async ([tags, onPaper]) => {
    const {passes, violations, incomplete} = await axe.run(document, {runOnly: tags});
    const doubts = incomplete.filter(rule => !rule.id.startsWith("color-contrast"));
    const meant = ({id}) => !(onPaper && id === "link-in-text-block");
    const found = [...violations, ...doubts].filter(meant).flatMap(({id, help, nodes}) =>
        nodes.map(node => `${id}: ${help}: ${node.html.slice(0, 160)}`));
    return {looked: passes.length, found};
}"""
"""Where axe is in doubt, a person would have to look: a fault too. Contrast alone may stay in doubt. On paper, nobody
follows a link, so it need not stand out."""

_RUN_IBM = """async () => {
    const {results} = await new ace.Checker().check(document, ["WCAG_2_2"]);
    const found = results.filter(({value}) => value[0] === "VIOLATION" && value[1] === "FAIL").map(
        ({ruleId, message, snippet, path}) => `${ruleId}: ${message}: ${snippet.slice(0, 160)} at ${path.dom}`);
    return {looked: results.length, found};
}"""

_FAULTY = "<!DOCTYPE html><html lang=en><title>Is the checker awake?</title><p><b>Nested <i>badly</b></i>"


def axe(page: Page, mode: Mode) -> list[str]:
    """The faults that axe sees, the stricter rules of level AAA among them."""
    return _run_inside(page, mode, _AXE, _RUN_AXE, [list(_TAGS), mode.print])


def ibm(page: Page, mode: Mode) -> list[str]:
    """The faults that IBM's engine is sure of. What it only suspects (60 things a page) is not a finding."""
    return _run_inside(page, mode, _IBM, _RUN_IBM)


def vnu_page(page: Page, _mode: Mode) -> list[str]:
    """The faults in one page, as the server sends it, before the browser has mended it."""
    with urllib.request.urlopen(page.url) as answer, TemporaryDirectory() as folder:  # noqa: S310  # our own server
        path = Path(folder, "page.html")
        path.write_bytes(answer.read())
        return vnu([path])[path.absolute()]


def vnu(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """The faults in each of many files. One run for all: starting Java takes longer than checking a page."""
    found: dict[Path, list[str]] = {path.absolute(): [] for path in paths}
    if not found or not all(path.is_file() for path in found):  # vnu would say nothing
        raise FileNotFoundError(f"vnu has nothing to check in {list(map(str, found))}")
    with TemporaryDirectory() as folder:
        faulty = Path(folder, "faulty.html")
        faulty.write_text(_FAULTY, "utf-8")
        command = [_java(), "-jar", str(_file(_VNU)), "--format", "json", "--errors-only", "--stdout"]
        run = subprocess.run(
            [*command, *map(str, found), str(faulty)], capture_output=True, encoding="utf-8", check=False
        )
    messages = json.loads(run.stdout)["messages"] if run.stdout.startswith("{") else []
    awake = False
    for message in messages:
        if message["type"] != "error":  # such as: a file that cannot be read
            raise RuntimeError(f"vnu did not check a page: {message}")
        path = Path(unquote(urlsplit(message["url"]).path))
        if path == faulty:
            awake = True
        else:
            place = f"line {message.get('lastLine')}: {message.get('extract', '').strip()[:160]}"
            found[path].append(f"{message['message']}: {place}")
    if run.returncode != 1 or not awake:  # 1: it found faults, and the seeded one is among them
        raise RuntimeError(f"vnu did not check the pages (exit status {run.returncode}): {run.stderr or run.stdout}")
    return found


ENGINES: Mapping[str, Callable[[Page, Mode], list[str]]] = {"axe": axe, "ibm": ibm, "vnu": vnu_page}


def _run_inside(page: Page, mode: Mode, engine: str, run: str, given: object = None) -> list[str]:
    if mode.options.get("java_script_enabled") is False:  # it would wait for a timer that never rings
        raise ValueError(f'{engine} cannot run in the mode "{mode.name}", which has no scripts.')
    page.evaluate(_source(engine))  # by the debugger, so that the page's Content-Security-Policy stays in force
    result = page.evaluate(run, given)
    if not result["looked"]:
        raise RuntimeError(f"{engine} looked at nothing on {page.url}")
    found: list[str] = result["found"]
    return found


@cache
def _source(engine: str) -> str:
    return _file(engine).read_text("utf-8")


def _file(engine: str) -> Path:
    path = _MODULES / engine
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: run scripts/test-tools, which gets it.")
    return path


def _java() -> str:
    java = shutil.which("java")
    if not java:
        raise FileNotFoundError("Java is missing: run scripts/test-tools, which says how to get it.")
    return java
