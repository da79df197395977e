"""Makes the pictures of docs/yearly-update.md: `make pictures`.

Goes through the guide with a copy of examples/exampleton, and takes a picture where the guide shows one: of the
workbook as LibreOffice prints it, and of pages in Chromium. Needs what the tests need, and pdftoppm of poppler-utils.
"""
# ruff: noqa: INP001, S603 - scripts are no package, and run this project's own commands

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator import build  # noqa: E402 - the tests are found from here on
from generator.render import complete_page  # noqa: E402
from tests.browser.chromium import launched  # noqa: E402
from tests.formats.office import Office  # noqa: E402
from tests.formats.walkthrough import GUIDE, walked  # noqa: E402

INTO = ROOT / "docs" / "pictures"
PAGES = {"desk": "desk.html", "changes": "plans/exampleton-safer-town/2027/changes.html"}
WIDTH, HEIGHT = 1100, 900


def main() -> None:
    """Make all pictures."""
    INTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(ROOT / "examples" / "exampleton", site, ignore=shutil.ignore_patterns("site", "schema"))
        os.chdir(site)
        office = Office(_new(folder, "office"))
        walked(GUIDE.read_text("utf-8"), office, site / "update-2027.xlsx", until="edition publish")
        _workbook(office, site, _new(folder, "sheet"))
        _pages(site, _new(folder, "pages"))
        os.chdir(ROOT)


def _new(folder: str, name: str) -> Path:
    path = Path(folder) / name
    path.mkdir()
    return path


def _workbook(office: Office, site: Path, into: Path) -> None:
    """The sheet Values, as it is printed: the second page of the workbook."""
    office.run("--convert-to", "pdf", "--outdir", into, site / "update-2027.xlsx")
    command = ["pdftoppm", "-png", "-r", "130", "-f", "2", "-l", "2", into / "update-2027.pdf", into / "page"]
    subprocess.run(command, check=True)
    (page,) = into.glob("page*.png")
    picture = Image.open(page).convert("RGB")
    printed = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox() or (0, 0, *picture.size)
    _save(picture.crop((printed[0], printed[1], printed[2], printed[1] + 420)), "values")


def _pages(site: Path, into: Path) -> None:
    """Pages of the preview, as a computer shows them."""
    made = build.preview(site)
    for page in made.pages:
        path = into / page.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(complete_page(page.fragment, page.meta), "utf-8")
    for name, content in made.files.items():
        path = into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with launched() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, address in PAGES.items():
            page.goto((into / address).as_uri())
            shot = into / f"{name}.png"
            page.screenshot(path=shot)
            _save(Image.open(shot), name)


def _save(picture: Image.Image, name: str) -> None:
    """A small file: few colours are enough for letters and rules."""
    picture.convert("RGB").quantize(32).save(INTO / f"{name}.png", optimize=True)
    print(f"Wrote docs/pictures/{name}.png")  # noqa: T201 - it says what it made


if __name__ == "__main__":
    main()
