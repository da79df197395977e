"""What people supplied is of an edition and a language that the site has, and can be found.

Takes a Site and its plans, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a video or a recording under the wrong edition would tell its reader something that the plan does not say.
Wrong: `edition: 2008` where the plan has 2026 alone; `file: ../video.mp4`. Right: `file: 2026/video.mp4`.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.fields import NotStated
from generator.model import PlanEditions
from generator.problems import Problem
from generator.site import Site, Supplied, SuppliedFile
from generator.supplied import leads_out

_ENDINGS = {
    Supplied.SIGN_LANGUAGE: (".mp4", ".webm"),
    Supplied.EASY_READ: (".pdf", ".epub", ".docx", ".odt"),
    Supplied.RECORDING: (".mp3",),
}


def check(site: Site, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    """Yield a problem for each entry of `supplied` that names what is not there, or no one place to find it."""
    for supplied in site.formats.supplied:
        yield from _names(supplied, plans)
        yield from _where(supplied)


def _names(supplied: SuppliedFile, plans: tuple[PlanEditions, ...]) -> Iterator[Problem]:
    plan = next((each for each in plans if each.plan.id == supplied.plan), None)
    if plan is None:
        yield _unknown(supplied, "plan", [str(each.plan.id) for each in plans])
        return
    if supplied.edition not in [each.id for each in plan.editions]:
        yield _unknown(supplied, "edition", [str(each.id) for each in plan.editions])
    if supplied.language not in plan.plan.languages:
        yield _unknown(supplied, "language", list(plan.plan.languages))


def _unknown(supplied: SuppliedFile, name: str, known: list[str]) -> Problem:
    message = f'There is no {name} "{getattr(supplied, name)}"'
    return Problem(message, "supplied", f"There is: {', '.join(known)}.", supplied.places[name])


def _where(supplied: SuppliedFile) -> Iterator[Problem]:
    file, address = supplied.file, supplied.address
    if isinstance(file, NotStated) and isinstance(address, NotStated):
        message = f"It is not said where this is: {supplied.kind.value}"
        yield Problem(message, "supplied", "Give either `file` or `address`.", supplied.places[""])
    elif not isinstance(file, NotStated) and not isinstance(address, NotStated):
        message = f"There is both a file and an address of this: {supplied.kind.value}"
        yield Problem(message, "supplied", "Keep the one that readers are to get.", supplied.places["address"])
    elif not isinstance(address, NotStated):
        if supplied.kind is Supplied.RECORDING:
            hint = "Put the MP3 file into the folder supplied/ and give its name as `file`."
            yield Problem("A recording is a file, not an address", "supplied", hint, supplied.places["address"])
        elif not re.fullmatch(r"https://[^\s/?#\"<>]+([/?#][^\s\"<>]*)?", address):
            hint = "Write the address in full, from https:// on, without spaces."
            message = f'"{address}" is not a web address that begins with https://'
            yield Problem(message, "supplied", hint, supplied.places["address"])
    elif not isinstance(file, NotStated):
        endings = _ENDINGS[supplied.kind]
        if leads_out(file):
            hint = "Give its path within that folder, such as 2026/easy-read.pdf."
            yield Problem(f'"{file}" is not in the folder supplied/', "supplied", hint, supplied.places["file"])
        elif PurePosixPath(file).suffix.lower() not in endings:
            hint = f"Give a file that ends with {' or '.join(endings)}."
            message = f'"{file}" is not a file that readers can open as {supplied.kind.value}'
            yield Problem(message, "supplied", hint, supplied.places["file"])
    if not isinstance(supplied.chapter, NotStated) and supplied.kind is not Supplied.RECORDING:
        yield Problem("Only a recording has a chapter", "supplied", "Leave it out.", supplied.places["chapter"])
