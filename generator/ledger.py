"""Originals, Translators -> how far the translations are: how many texts can be read, and who stands for them.

Takes the Originals of an edition and a Translator; gives its Coverage. Knows nothing of files or pages.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.catalogs import State
from generator.originals import Original, of_interface
from generator.site import WhenOutdated
from generator.translate import Translator


class Standing(StrEnum):
    """How a text stands in a language."""

    ORIGINAL = "original"
    CHECKED = "checked"
    UNCHECKED = "not checked"
    DRAFT = "machine draft"
    OUTDATED = "outdated"
    MISSING = "missing"


_OF_STATE = {
    State.CHECKED: Standing.CHECKED,
    State.UNCHECKED: Standing.UNCHECKED,
    State.DRAFT: Standing.DRAFT,
}


@dataclass(frozen=True)
class Tally:
    """How many of some texts stand how. `outdated_shown` says whether outdated ones can be read."""

    counts: Counter[Standing]
    outdated_shown: bool = True

    @property
    def total(self) -> int:
        """All of them."""
        return self.counts.total()

    @property
    def readable(self) -> int:
        """Those that can be read in the language."""
        hidden = () if self.outdated_shown else (Standing.OUTDATED,)
        return self.total - sum(self.counts[each] for each in (Standing.MISSING, *hidden))

    @property
    def percent(self) -> int:
        """The share that can be read, rounded down: 100 means all."""
        return 100 * self.readable // self.total if self.total else 100

    def and_(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.counts + other.counts, self.outdated_shown)

    def of(self, standing: str) -> int:
        """Those that stand in one way, by the name of it."""
        return self.counts[Standing(standing)]


@dataclass(frozen=True)
class Coverage:
    """How far the translation of an edition into one language is."""

    language: str
    summary: Tally
    rest: Tally
    site: Tally
    interface: Tally

    @property
    def website(self) -> Tally:
        """The words around the plan: those of the site, and those of Planpress."""
        return self.site.and_(self.interface)

    @property
    def all(self) -> Tally:
        """All texts together."""
        return self.summary.and_(self.rest).and_(self.website)


def standing(translator: Translator, original: Original) -> Standing:
    """How one text stands in the language of a translator."""
    if original.language == translator.language.code:
        return Standing.ORIGINAL
    found = translator.find(*original.key)
    if found is not None:
        return _OF_STATE[found.state]
    return Standing.OUTDATED if translator.older(*original.key) else Standing.MISSING


def coverage(translator: Translator, originals: Iterable[Original], site: Iterable[Original]) -> Coverage:
    """How far the translation of an edition is, with the words of the site and of Planpress around it."""

    def tally(texts: Iterable[Original]) -> Tally:
        counts = Counter(standing(translator, text) for text in texts)
        return Tally(counts, translator.outdated is WhenOutdated.NOTICE)

    texts = tuple(originals)
    return Coverage(
        translator.language.code,
        tally(text for text in texts if text.summary),
        tally(text for text in texts if not text.summary),
        tally(site),
        tally(of_interface()),
    )
