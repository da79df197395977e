"""The languages a plan can be read in.

Takes a BCP 47 tag; gives its Language: own name, direction and locale, as CLDR (through Babel) states them.
Knows nothing of plans or catalogs. English is one language among many.
"""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

INTERFACE_LANGUAGE = "en"
"""The language in which Planpress' own words are written in templates (gettext's source language)."""

_USAGE = {"en": "en-GB"}
"""Whose dates and numbers a language without a region follows here: 31 March 2011, not March 31, 2011."""


@dataclass(frozen=True)
class Language:
    """One language: `code` (BCP 47), `name` in the language itself, `direction` (ltr, rtl) and its CLDR locale."""

    code: str
    name: str
    direction: str
    locale: Locale

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
    own_name = locale.get_display_name(locale) or code
    usage = Locale.parse(_USAGE.get(code, code), sep="-")
    return Language(code, own_name[:1].upper() + own_name[1:], locale.text_direction, usage)


def known_language(code: str) -> Language:
    """The language of a tag that is known to be right, as those of the model are. Raises LookupError otherwise."""
    found = language(code)
    if found is None:
        raise LookupError(code)
    return found
