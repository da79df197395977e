"""What there is of an edition in a language besides its pages: by need, with what was made and what people supplied.

Takes the files of the formats that were made, and the site's settings; gives Offers, for the page and the command line.
Knows nothing of how a format is made.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.languages import message
from generator.made import Kind, MadeFile
from generator.pages import TITLES
from generator.site import Formats, Operator, Supplied, SuppliedFile


@dataclass(frozen=True)
class Offer:
    """What serves one need: its name, what a reader should know of it, the files, and the page that shows more.

    Without files, there is none.
    """

    title: str
    remark: str
    files: tuple[MadeFile, ...] = ()
    supplied: tuple[SuppliedFile, ...] = ()
    page: str = ""

    @property
    def page_title(self) -> str:
        """What the page that shows more of it is called."""
        return TITLES[self.page]


UNREAD = message("A computer made this from the data of the plan. Nobody has proof-read it.")
"""What is true of Braille and speech that no person has checked."""

NAMES = {
    Kind.LARGE_PRINT: message("PDF in large print"),
    Kind.CLEAR_PRINT: message("PDF in clear print, 14 point"),
    Kind.BRF: message("Braille file for embossers and Braille displays (BRF)"),
    Kind.PEF: message("The same for other Braille software (PEF)"),
    Kind.SOUND: message("Sound with chapters (MP3)"),
    Kind.DAISY: message("Talking book with its text (DAISY)"),
    Kind.EPUB: message("Book with text of any size (EPUB)"),
}
"""What each kind of file is called."""

SUPPLIED_NAMES = {
    Supplied.SIGN_LANGUAGE: message("Video in sign language"),
    Supplied.EASY_READ: message("Easy Read"),
    Supplied.RECORDING: message("Recording of a person who reads the plan"),
}
"""What that is called which only people can make."""

_MB = 1_000_000

_NEEDS = (  # the page shows what is in the first kind of file
    (message("Large print and paper"), "", (Kind.LARGE_PRINT, Kind.CLEAR_PRINT), ""),
    (message("Braille"), UNREAD, (Kind.BRF, Kind.PEF), "braille"),
    (message("To listen to"), UNREAD, (Kind.SOUND, Kind.DAISY), "listen"),
    (message("For reading devices"), "", (Kind.EPUB,), ""),
)


def offers(made: Mapping[Kind, MadeFile], settings: Formats, booklet: tuple[str, str, str]) -> Iterator[Offer]:
    """What there is of a booklet (plan id, edition id, language): each need, also one that nothing serves."""
    for title, remark, kinds, page in _NEEDS:
        files = tuple(made[kind] for kind in kinds if kind in made)
        unread = any(not file.reader for file in files)
        yield Offer(title, remark if unread else "", files, page=page if kinds[0] in made else "")
    for kind in (Supplied.SIGN_LANGUAGE, Supplied.EASY_READ):
        found = tuple(each for each in settings.supplied if each.kind is kind and _of(each) == booklet)
        yield Offer(SUPPLIED_NAMES[kind], "", supplied=found)


def lines(found: Iterable[Offer], operator: Operator) -> Iterator[str]:
    """The offers as lines for the command line. Without files, one is on request if there is whom to ask."""
    none = "on request" if operator.reachable else "none"
    for offer in found:
        yield f"  {offer.title}" if offer.files or offer.supplied else f"  {offer.title}: {none}"
        for file in offer.files:
            facts = [f"{file.size / _MB:.1f} MB" if file.size >= _MB else f"{max(1, round(file.size / 1000))} KB"]
            facts += [_counted(file.pages, "page")] if file.pages else []
            facts += [_counted(file.minutes, "minute")] if file.seconds else []
            facts += [f"read by {file.reader}"] if file.reader else []
            yield f"    {file.path.rpartition('/')[2]}: {', '.join(facts)}"
        for each in offer.supplied:
            yield f"    {each.address or each.file}"
        if offer.remark and offer.files:
            yield f"    {offer.remark}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _of(supplied: SuppliedFile) -> tuple[str, str, str]:
    return supplied.plan, supplied.edition, str(supplied.language)
