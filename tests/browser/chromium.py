"""Chromium, as the tests use it: the one that scripts/test-tools found or installed, and quiet."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str:
    """The path of the browser. Missing is a failure, never a skip."""
    named = os.environ.get("PLANPRESS_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
    assert named, "No Chromium found: run scripts/test-tools, which says how to get one."
    return named


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser that runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=_QUIET)
        yield browser
        browser.close()
