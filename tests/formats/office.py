"""LibreOffice, run as a program: it opens workbooks, types into them and saves them, as a person would."""

import shutil
import subprocess
from collections.abc import Mapping
from html import escape
from pathlib import Path

MACRO = Path(__file__).parent / "typing.bas"
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Typing"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing"
 script:language="StarBasic">{}</script:module>"""


class Office:
    """LibreOffice with a profile of its own, in which the macros of typing.bas are."""

    def __init__(self, profile: Path) -> None:
        program = shutil.which("soffice")
        assert program is not None, "LibreOffice is not installed: run scripts/test-tools"
        self.command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        self.cells = profile / "cells"
        self.run("--terminate_after_init")  # it makes the profile
        folder = profile / "user" / "basic" / "Standard"
        (folder / "script.xlb").write_text(LIBRARY, "utf-8")
        (folder / "Typing.xba").write_text(MODULE.format(escape(MACRO.read_text("utf-8"))), "utf-8")

    def run(self, *arguments: object) -> None:
        """Run it once, with some arguments."""
        subprocess.run([*self.command, *map(str, arguments)], check=True, capture_output=True, timeout=120)

    def macro(self, name: str, *arguments: str) -> None:
        """Run one of the macros."""
        quoted = ",".join(f'"{each}"' for each in arguments)
        self.run(f"macro:///Standard.Typing.{name}({quoted})")

    def type_in(self, source: Path, target: Path, cells: Mapping[str, str]) -> None:
        """Open a workbook, type into cells (by address: Values!E5), and save it in the format of the target."""
        assert source.is_file(), f"there is no {source.name} to type into"
        lines = ("\t".join([*address.split("!"), text]) for address, text in cells.items())
        self.cells.write_text("\n".join(lines), "utf-8")
        kind = FILTERS[target.suffix.removeprefix(".")]
        self.macro("TypeIn", source.as_uri(), target.as_uri(), kind, self.cells.as_uri())
