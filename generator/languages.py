"""The languages a plan can be read in.

Takes a BCP 47 tag; gives its Language: own name, direction and locale, as CLDR (through Babel) states them.
Knows nothing of plans or catalogs. English is one language among many.
"""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

INTERFACE_LANGUAGE = "en"
"""The language in which Planpress' own words are written in templates (gettext's source language)."""

_USAGE = {"en": "en-GB", "pt": "pt-PT"}
"""Whose dates and numbers a language without a region follows here: 31 March 2011, not March 31, 2011."""


_SCRIPT_CODE = 4
"""How many letters the code of a script has (ISO 15924)."""


def message(text: str) -> str:
    """Marks words of Planpress for its catalogs (`make translations` looks for calls of this name); gives them back."""
    return text


@dataclass(frozen=True)
class Language:
    """One language: `code` (BCP 47), own `name`, `direction` (ltr, rtl), `script` (ISO 15924) and CLDR locale."""

    code: str
    name: str
    direction: str
    script: str
    locale: Locale

    @property
    def locale_tag(self) -> str:
        """The tag of its locale, with the region whose usage it follows: `pt-PT`."""
        return str(self.locale).replace("_", "-")

    @property
    def folder(self) -> str:
        """The gettext folder of its catalogs: `zh-Hans` is `zh_Hans`."""
        return self.code.replace("-", "_")


@cache
def language(code: str) -> Language | None:
    """The language of a BCP 47 tag, or None if CLDR does not know it or the tag is not in its usual spelling."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    if str(locale).replace("_", "-") != code or not locale.get_display_name(locale):
        return None  # "root" and the like are tags of CLDR, not languages
    own_name = locale.languages.get(str(locale)) or locale.get_display_name(locale) or code
    usage = Locale.parse(_USAGE.get(code, code), sep="-")
    return Language(code, own_name[:1].upper() + own_name[1:], locale.text_direction, _script(locale), usage)


def _script(locale: Locale) -> str:
    """The script a language is written in: as its tag says, or as CLDR has it (likely subtags)."""
    likely = get_global("likely_subtags").get(locale.language, "")
    return locale.script or next((part for part in str(likely).split("_") if len(part) == _SCRIPT_CODE), "")


def known_language(code: str) -> Language:
    """The language of a tag that is known to be right, as those of the model are. Raises LookupError otherwise."""
    found = language(code)
    if found is None:
        raise LookupError(code)
    return found
