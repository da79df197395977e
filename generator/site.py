"""The website as a whole: its name, its address, who runs it (plan_data/site.yaml).

Takes nothing; gives the types of that file. Knows nothing of plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.fields import NOT_STATED, LanguageCode, NotStated, Record, Text, YesNo, said
from generator.languages import message
from generator.periods import Period


@dataclass(frozen=True, kw_only=True)
class Operator(Record):
    """Who runs this copy of the plan and answers its readers."""

    name: str | NotStated = said("Their name.", default=NOT_STATED)
    email: str | NotStated = said("Their email address.", default=NOT_STATED)
    telephone: str | NotStated = said("Their telephone number.", default=NOT_STATED)
    address: tuple[str, ...] = said("Their postal address, a line each.", default=())
    website: str | NotStated = said("Their website.", default=NOT_STATED)
    answers: Text | NotStated = said(
        "How soon they answer, as a sentence: We answer within five working days.", default=NOT_STATED
    )
    enforcement: Text | NotStated = said(
        "Where a reader can complain if an accessibility fault is not mended, in short Markdown.",
        default=NOT_STATED,
        rich=True,
    )

    @property
    def reachable(self) -> bool:
        """Whether readers are told any way to ask."""
        return any((self.email, self.telephone, self.address, self.website))


class Conformance(StrEnum):
    """How far the site meets WCAG 2.2 AA, in the words of the model statement (Decision (EU) 2018/1523, Annex)."""

    FULL = "fully"
    PARTIAL = "partially"
    NONE = "not"


CONFORMANCE_WORDS = {
    Conformance.FULL: message("It is fully compliant with them."),
    Conformance.PARTIAL: message("It is partially compliant with them, because of what is listed below."),
    Conformance.NONE: message("It is not compliant with them, because of what is listed below."),
}
"""What the accessibility statement says of each."""


class WhenOutdated(StrEnum):
    """What a reader of a language gets while a translation is older than its original."""

    NOTICE = "with a notice"
    ORIGINAL = "the original"
    HIDE = "no page"


@dataclass(frozen=True, kw_only=True)
class TranslationPolicy(Record):
    """How the site treats the translations into one language."""

    language: LanguageCode = said("The language.")
    outdated: WhenOutdated = said(
        "What is shown while a translation is older than its original: the translation with a notice, the original in "
        "its place, or no page where the summary is concerned.",
        default=WhenOutdated.NOTICE,
    )


@dataclass(frozen=True, kw_only=True)
class Accessibility(Record):
    """What the accessibility statement says that only its operator can know."""

    prepared: Period | NotStated = said("When the statement was prepared.", default=NOT_STATED)
    reviewed: Period | NotStated = said("When it was last reviewed.", default=NOT_STATED)
    tested: Text | NotStated = said("How the site was tested, in short Markdown.", default=NOT_STATED, rich=True)
    limits: Text | NotStated = said(
        "What is known not to work, or is not known, why, and what to use instead, in short Markdown.",
        default=NOT_STATED,
        rich=True,
    )
    compliance: Conformance | NotStated = said(
        "How far the site meets WCAG 2.2 AA, once somebody has found out.", default=NOT_STATED
    )
    burden: Text | NotStated = said(
        "What is left out because to mend it would be a disproportionate burden, in short Markdown.",
        default=NOT_STATED,
        rich=True,
    )
    exempt: Text | NotStated = said("What the law does not cover, in short Markdown.", default=NOT_STATED, rich=True)


class Supplied(StrEnum):
    """What a person has to make, and Planpress only offers."""

    SIGN_LANGUAGE = "sign language video"
    EASY_READ = "easy read"
    RECORDING = "recording"


@dataclass(frozen=True, kw_only=True)
class SuppliedFile(Record):
    """A file that people made of an edition: a video in sign language, Easy Read, a recording of it read aloud."""

    kind: Supplied = said("What it is.")
    plan: str = said("The id of the plan.")
    edition: str = said("The edition that it is of.")
    language: LanguageCode = said("The language it is in; of a video in sign language, that of its captions.")
    file: str | NotStated = said("The file, in the folder `supplied/`.", default=NOT_STATED)
    address: str | NotStated = said(
        "Where it is on the web, from https:// on, if there is no file.", default=NOT_STATED
    )
    chapter: str | NotStated = said(
        "The chapter that a recording is of (`planpress formats --chapters` names them). Left out, it is of all.",
        default=NOT_STATED,
    )
    by: str | NotStated = said("Who made it, or who reads.", default=NOT_STATED)
    made: Period | NotStated = said("When it was made.", default=NOT_STATED)


class EnglishBraille(StrEnum):
    """How English is written in Braille."""

    CONTRACTED = "grade 2"
    UNCONTRACTED = "grade 1"


@dataclass(frozen=True, kw_only=True)
class Formats(Record):
    """How the formats other than the website are made."""

    large_print: Decimal = said(
        "The size of the letters of the large-print PDF in points, 16 to 28.", default=Decimal(18)
    )
    braille_cells: Decimal = said("How many cells a line of Braille has, 20 to 48.", default=Decimal(40))
    braille_lines: Decimal = said("How many lines a page of Braille has, 10 to 40.", default=Decimal(25))
    english_braille: EnglishBraille = said(
        "With contractions (grade 2, as most readers of Braille in Britain use it) or without (grade 1).",
        default=EnglishBraille.CONTRACTED,
    )
    speech: Decimal = said("How fast the computer voice speaks, in words a minute, 80 to 300.", default=Decimal(150))
    epub_with_sound: YesNo = said(
        "Whether the EPUB book holds the sound too, so that it reads itself aloud.", default=YesNo.NO
    )
    epub_conforms_to: str | NotStated = said(
        "What the EPUB books are claimed to conform to, such as EPUB Accessibility 1.1 - WCAG 2.2 Level AA.",
        default=NOT_STATED,
    )
    epub_certified_by: str | NotStated = said("Who stands for that claim.", default=NOT_STATED)
    supplied: tuple[SuppliedFile, ...] = said(
        "What people made: videos in sign language, Easy Read, recordings.", default=()
    )


@dataclass(frozen=True, kw_only=True)
class Site(Record):
    """What is true of the whole website (`plan_data/site.yaml`)."""

    name: Text = said("The website's name.", summary=True)
    language: LanguageCode = said("The language whose pages have no language in their address.")
    as_of: Period = said("The day the site speaks from, such as 2026-04-01. Planpress never looks at the clock.")
    address: str | NotStated = said("The web address it is published at, from https:// on.", default=NOT_STATED)
    operator: Operator = said("Who runs this copy of the plan.")
    translations: tuple[TranslationPolicy, ...] = said(
        "Languages whose translations are not treated in the usual way.", default=()
    )
    accessibility: Accessibility | NotStated = said(
        "What the accessibility statement says of this site.", default=NOT_STATED
    )
    formats: Formats = said("How large print, Braille, sound and books are made.", default=Formats())
