"""`mkdocs build --strict`, `mkdocs serve` and `planpress serve` work as any MkDocs user expects."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

WELSH = Path(__file__).parent.parent / "plans" / "welsh"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WELSH, tmp_path / "site"))


def _mkdocs(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def test_mkdocs_build_strict_makes_the_same_pages_as_planpress_build(root: Path, built: Path, tmp_path: Path) -> None:
    command = _mkdocs("build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site"))
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    ours = {path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    theirs_in = tmp_path / "site"
    theirs = {path.relative_to(theirs_in): path.read_bytes() for path in theirs_in.rglob("*") if path.is_file()}
    assert ours == theirs


def test_mkdocs_build_says_what_is_wrong_with_a_plan_without_a_traceback(site: Path) -> None:
    plan = site / "plan_data" / "cynllun" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("period:", "peroid:"), "utf-8")
    run = subprocess.run(_mkdocs("build"), cwd=site, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert 'plan_data/cynllun/plan.yaml:2:1: error: The plan has no field "peroid"' in run.stderr
    assert "Traceback" not in run.stderr


COMMANDS = {
    "mkdocs serve": ("mkdocs", "serve", "--dev-addr"),
    "planpress serve": ("generator", "serve", "--address"),
}


@pytest.fixture(params=COMMANDS)
def served(site: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Path, str]]:
    """A site that a preview server shows, and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", *COMMANDS[request.param], f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        yield site, f"http://127.0.0.1:{port}/"
        server.terminate()


def _wait_for(address: str, words: str) -> None:
    """Ask for a page until it holds some words, for at most half a minute."""
    page = ""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - a server on this machine
                page = answer.read().decode()
        except (urllib.error.URLError, OSError):
            page = ""
        if words in page:
            return
        time.sleep(0.2)
    pytest.fail(f'"{words}" did not appear on {address}: {page[-400:]}')


def test_a_preview_shows_each_change_of_data_catalogs_and_content(served: tuple[Path, str]) -> None:
    site, address = served
    urdu = "ur/plans/cynllun/2026/items/strydoedd.html"
    changes = [
        (
            "plan_data/cynllun/2026/items/pobl-ifanc.yaml",
            "Agor clwb ieuenctid",
            "Agor dau glwb",
            "plans/cynllun/2026/items/pobl-ifanc.html",
        ),
        ("translations/ur/LC_MESSAGES/cynllun.po", "کیمروں کا جائزہ", "کیمرے دیکھنا", urdu),
        ("content/cy/amdanom.md", "ffuglennol", "dychmygol", "amdanom.html"),
    ]
    for name, before, after, page in changes:
        _wait_for(address + page, before)
        path = site / name
        path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
        _wait_for(address + page, after)


def test_a_preview_keeps_the_last_good_pages_until_a_mistake_is_mended(served: tuple[Path, str]) -> None:
    site, address = served
    page = f"{address}plans/cynllun/2026/items/pobl-ifanc.html"
    _wait_for(page, "Agor clwb ieuenctid")
    path = site / "plan_data/cynllun/2026/items/pobl-ifanc.yaml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("title:", "titel:"), "utf-8")
    time.sleep(2)
    _wait_for(page, "Agor clwb ieuenctid")
    path.write_text(good.replace("clwb ieuenctid", "dau glwb"), "utf-8")
    _wait_for(page, "Agor dau glwb")


def test_a_preview_watches_the_templates_too(site: Path) -> None:
    from generator import build  # noqa: PLC0415 - with the plugin below, the only test that needs MkDocs in this process
    from generator.plugin import PlanPlugin  # noqa: PLC0415
    from generator.render import OVERRIDES, TEMPLATES  # noqa: PLC0415

    class Server:
        def __init__(self) -> None:
            self.watched: list[Path] = []

        def watch(self, path: str) -> None:
            self.watched.append(Path(path))

    class Config:
        config_file_path = str(site / "mkdocs.yml")

    server = Server()
    PlanPlugin().on_serve(server, config=Config())
    assert set(server.watched) == {*build.watched(site), TEMPLATES, OVERRIDES}
