"""A telephone number, an email address and a web address look like one.

Takes an Edition, gives Problems. Knows nothing of YAML, or of how problems are shown.

Why: a number with a digit missing sends a resident to a stranger.
Wrong: `telephone: 01536 53437`. Right: `telephone: 01536 534378`.
"""

import re
from collections.abc import Iterator

from generator.fields import NotStated
from generator.model import Contact, Edition
from generator.problems import Problem, Severity
from generator.site import Operator

_NUMBER = re.compile(r"\+?[0-9 ()-]+(?: ?(?:ext|x)\.? ?[0-9]+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_WEBSITE = re.compile(r"https?://[^\s]+\.[^\s]+")
_DIGITS = range(7, 16)
"""ITU-T E.164 allows 15 digits; the shortest British geographic numbers as dialled have 9 or 10."""
_BRITISH = re.compile(r"0[1-9]")
_BRITISH_DIGITS = (10, 11)
"""Ofcom's numbering plan: 0 and nine or ten digits."""


def check(edition: Edition) -> Iterator[Problem]:
    """Yield a problem for each contact that cannot be right."""
    for organisation in edition.organisations.organisations:
        nameless = [contact for contact in organisation.contacts if isinstance(contact.id, NotStated)]
        if len(organisation.contacts) > 1 and nameless:
            yield Problem(
                message=f'"{organisation.name.wording}" has several contacts, and this one has no "id"',
                check="contacts",
                hint='Give each an id, such as "id: office", so that translations can tell them apart.',
                place=nameless[0].places[""],
            )
        for contact in organisation.contacts:
            yield from faults(contact)


def faults(contact: Contact | Operator) -> Iterator[Problem]:
    """The problems of one contact."""
    for name in ("telephone", "textphone", "fax"):
        number = getattr(contact, name, None)
        if not isinstance(number, str):
            continue
        digits = re.sub(r"\D", "", re.split(r"ext|x", number)[0])
        place = contact.places[name]
        if not _NUMBER.fullmatch(number) or len(digits) not in _DIGITS:
            hint = "Write digits and spaces, such as 01536 410333."
            yield Problem(f'"{number}" is not a telephone number', "contacts", hint, place)
        elif _BRITISH.match(number) and len(digits) not in _BRITISH_DIGITS:
            message = f'"{number}" has {len(digits)} digits; numbers that start with 0 have 10 or 11'
            yield Problem(message, "contacts", "Compare it with the source.", place, Severity.WARNING)
    for name, pattern, example in (("email", _EMAIL, "plan@example.org"), ("website", _WEBSITE, "https://example.org")):
        address = getattr(contact, name)
        if not isinstance(address, NotStated) and not pattern.fullmatch(address):
            hint = f"Write it in full, such as {example}."
            yield Problem(f'"{address}" cannot be the {name}', "contacts", hint, contact.places[name])
