"""A real screen reader: Orca, with Chromium, on a screen and a bus of their own.

`listening()` starts all of it once, and ends all of it. Its Listener opens pages and presses keys, and gives back what
Orca says, phrase by phrase. Knows nothing of Planpress.
"""

import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

_VOICE = Path(__file__).parent / "voice"
_BUS = "/usr/libexec/at-spi-bus-launcher"
_TOOLS = ("setpriv", "dbus-daemon", "Xvfb", "openbox", _BUS, "gdbus", "orca", "xdotool")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--app=data:text/html,<title>Start</title><p>Ready",  # without an address bar, Tab and Orca stay in the page
    "--force-renderer-accessibility",
    "--no-sandbox",
    "--test-type",
    "--disable-gpu",
    "--no-first-run",
)
_LIMIT = 20.0  # seconds: a wait this long means that something is broken
_MOMENT = 0.1  # seconds of silence after the last words


class Phrase(NamedTuple):
    """What Orca gives to the voice in one go."""

    text: str
    language: str  # as Orca reads it from the page; "und" if it finds none; "" for Orca's own words, such as "link"
    reading: bool  # read from the page from top to bottom, not said in answer to a key or an event


class Cell(NamedTuple):
    """A cell of a table, and what is said on the way into it."""

    row: str  # the words of its row's first cell
    column: str  # the words of its column's first cell
    text: str
    along_row: str  # said when it is entered from the cell beside it
    along_column: str  # said when it is entered from above or below


class Listener:
    """Opens pages, presses keys, and hears what Orca says."""

    def __init__(self, said: Path, environment: Mapping[str, str], thread: ThreadPoolExecutor) -> None:
        self._said = said
        self._environment = environment
        self._thread = thread
        self._heard = 0
        self._page: Page | None = None

    def start(self, browser: Callable[[], Page]) -> None:
        """Wait for Orca, start the browser, and wait until Orca reads its first page."""
        self._hear("starting", lambda phrase: phrase.text == "Screen reader on.")
        self._page = self._thread.submit(browser).result(_LIMIT)
        self._hear("starting Chromium", lambda phrase: phrase.text == "Ready")

    def read(self, address: str, width: int = 1280) -> list[Phrase]:
        """All that Orca reads on this page by itself, from its first word to its last."""
        self._open(address, width)
        ((end,),) = self.ask("[[document.body.innerText.trim().split('\\n').pop().slice(-12)]]")
        said = self._hear(f"reading {address}", lambda phrase: phrase.reading and end in phrase.text)
        return [phrase for phrase in said if phrase.reading]

    def press(self, key: str, *ends: str) -> str:
        """What Orca says to this key, until it says one of the `ends`."""
        self._xdotool("key", key)
        said = self._hear(f"saying {ends} to {key}", lambda phrase: any(end in phrase.text for end in ends))
        return " ".join(phrase.text for phrase in said)

    def table(self) -> list[Cell]:
        """The figures of the page's first table, as heard on a walk along each row, then up and down each column.

        Orca says the header of a column when the column changes, and that of a row when the row changes, but neither
        on the way out of a header. So the figures beside a header count as they are said on the way back.
        """
        rows = self.ask(
            "[...document.querySelector('table').rows].map(row => [...row.cells].map(cell => cell.innerText))"
        )
        below, beside = len(rows) - 1, len(rows[0]) - 1
        along_rows = ["Down", *["Right"] * beside, *["Left"] * beside] * below
        along_columns = ["Right", *["Up"] * (below - 1), *["Down"] * (below - 1)] * beside
        said: dict[tuple[bool, int, int], str] = {}
        row = column = 0
        for _ in range(3):  # right after a page was read, Orca may still be on its way to the table
            self.press("t", "column header.")
            if "Not in a table." not in self.press("shift+alt+Home", "Row 1, column 1.", "Not in a table."):
                break
        self._xdotool("keydown", "shift", "alt")  # held down: pressed anew each time, Orca misses them now and then
        for key in along_rows + along_columns:
            from_header = 0 in (row, column)
            row += {"Down": 1, "Up": -1}.get(key, 0)
            column += {"Right": 1, "Left": -1}.get(key, 0)
            end = f"Row {row + 1}, column {column + 1}."
            words = self.press(key, end).removesuffix(end)
            if not from_header:
                said[key in ("Up", "Down"), row, column] = words
        self._xdotool("keyup", "shift", "alt")
        return [
            Cell(rows[row][0], rows[0][column], rows[row][column], said[False, row, column], said[True, row, column])
            for row in range(1, len(rows))
            for column in range(1, len(rows[0]))
        ]

    def ask(self, script: str) -> list[list[str]]:
        """What the page answers to a line of script: rows of texts."""
        assert self._page
        answer: list[list[str]] = self._thread.submit(self._page.evaluate, script).result(_LIMIT)
        return answer

    def _open(self, address: str, width: int) -> None:
        page = self._page
        assert page
        self._thread.submit(page.set_viewport_size, {"width": width, "height": 900}).result(_LIMIT)
        self._thread.submit(page.goto, address).result(_LIMIT)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=_LIMIT)

    def _hear(self, what: str, is_end: Callable[[Phrase], bool]) -> list[Phrase]:
        """What is said from now on, until its end is heard, and then nothing for a moment."""
        count, since = 0, time.monotonic()
        while True:
            lines = self._said.read_text("utf-8").split("\n")[:-1] if self._said.exists() else []  # whole ones
            said = [Phrase(" ".join(text.split()), *rest) for text, *rest in map(json.loads, lines[self._heard :])]
            now = time.monotonic()
            if len(said) != count:
                count, since = len(said), now
            if now - since > _MOMENT and any(map(is_end, said)):
                self._heard += count
                return [phrase._replace(language=phrase.language.removeprefix("own")) for phrase in said if phrase.text]
            if now - since > _LIMIT:
                last = f'"{said[-1].text}", then nothing' if said else "nothing"
                raise TimeoutError(f"Orca was not heard {what}. It said {last} for {_LIMIT:.0f} seconds.")
            time.sleep(0.01)


def _line(process: subprocess.Popen[bytes], name: str) -> str:
    """The first line a tool writes, which says that it is up."""
    out = process.stdout
    assert out
    ready, _, _ = select.select([out], [], [], _LIMIT)
    line = out.readline().decode().strip() if ready else ""
    if not line:
        raise RuntimeError(f"{name} did not come up.")
    return line


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(3)
    process.communicate()


def _switch_on(environment: Mapping[str, str]) -> None:
    """Tell the bus of accessibility that somebody listens: only then does Chromium speak to it."""
    wait = ("gdbus", "wait", "--session", "--timeout", str(int(_LIMIT)), "org.a11y.Bus")
    if subprocess.run(wait, env=environment, check=False).returncode:
        raise RuntimeError("at-spi-bus-launcher did not come up.")
    put = (
        "--dest",
        "org.a11y.Bus",
        "--object-path",
        "/org/a11y/bus",
        "--method",
        "org.freedesktop.DBus.Properties.Set",
    )
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        what = ("gdbus", "call", "--session", *put, "org.a11y.Status", name, "<true>")
        subprocess.run(what, env=environment, check=True, timeout=_LIMIT, stdout=subprocess.DEVNULL)


@contextmanager
def listening() -> Iterator[Listener]:
    """A Listener with a screen, a bus, Orca and Chromium of its own. All of it ends with the `with` statement."""
    browser = os.environ.get("PLANPRESS_BROWSER") or next(filter(None, map(shutil.which, _BROWSERS)), "")
    if missing := [tool for tool in _TOOLS if not shutil.which(tool)] + ["chromium"] * (not browser):
        raise RuntimeError(f"Not installed: {', '.join(missing)}. Run scripts/test-tools listen.")
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home)}
        for name in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            (home / name).mkdir(mode=0o700)
            environment[f"XDG_{name}"] = str(home / name)
        settings = home / "DATA_HOME" / "orca" / "orca-customizations.py"
        settings.parent.mkdir()
        shutil.copy(_VOICE / "customizations.py", settings)

        def start(*command: str, **more: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                ("setpriv", "--pdeathsig", "TERM", *command),  # ends with this process, even if that is killed
                env=environment | more,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            stack.callback(_end, process)
            return process

        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        environment["DBUS_SESSION_BUS_ADDRESS"] = _line(bus, "dbus-daemon")
        screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
        environment["DISPLAY"] = f":{_line(screen, 'Xvfb')}"
        windows = home / "windows.xml"
        windows.write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"/>')  # Orca's keys are not openbox's
        start("openbox", "--config-file", str(windows))
        start(_BUS, "--launch-immediately")
        _switch_on(environment)
        start("orca", "--replace", PYTHONPATH=str(_VOICE), LISTEN_SAID=str(home / "said"))
        thread = stack.enter_context(ThreadPoolExecutor(1))  # Playwright stays in its own thread, beside any other
        listener = Listener(home / "said", environment, thread)

        def open_browser() -> Page:
            playwright = sync_playwright().start()
            stack.callback(lambda: thread.submit(playwright.stop).result(_LIMIT))
            context = playwright.chromium.launch_persistent_context(
                home / "chromium",
                executable_path=browser,
                headless=False,
                env={**environment},
                args=_FLAGS,
                ignore_default_args=["--enable-automation"],
            )
            stack.callback(lambda: thread.submit(context.close).result(_LIMIT))
            return context.pages[0]

        listener.start(open_browser)
        yield listener
