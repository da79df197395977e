"""Originals, a catalog's file -> the file brought up to date: what is new to be translated, what is no longer said.

Takes Originals and a path; gives the bytes of a PO file. Knows nothing of pages. No translation is ever lost: one whose
text is gone moves to the end of the file (gettext's obsolete entries), and comes back with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from gettext import c2py
from io import BytesIO
from pathlib import Path

from babel.messages import catalog as gettext
from babel.messages.plurals import get_plural
from babel.messages.pofile import write_po
from babel.plural import to_gettext

from generator.catalogs import checked_mark, code_of, key_of, mark_of_older, outdated_mark, said_forms, translation_of
from generator.languages import Language
from generator.originals import Original
from generator.po import read_entries
from generator.problems import PlanError, Severity

_NO_WRAP = 1_000_000
_COUNTS = range(1000)
_FUZZY = "flag: fuzzy"


def updated(path: Path, root: Path, originals: Sequence[Original], spoken: Language, on: date) -> bytes:
    """A catalog in step with its originals, as it should stand in the file. `on` dates what is newly outdated.

    Raises PlanError if the file that is there cannot be read.
    """
    before, header = _before(path, root, spoken)
    return header.encode() + b"\n" + _written(_after(before, originals, on))


def _after(before: gettext.Catalog, originals: Sequence[Original], on: date) -> gettext.Catalog:
    """A catalog brought in step with its originals."""
    live = {original.key for original in originals}
    kept = {key_of(message): message for message in before if message.id}
    lost = {key_of(message): _revived(message) for message in before.obsolete.values()}
    after = gettext.Catalog(charset="utf-8")
    after.mime_headers = before.mime_headers  # its plural forms
    referred: set[tuple[str, str]] = set()
    for original in originals:
        message = _message(original, kept.get(original.key) or lost.get(original.key))
        if not any(said_forms(message)):
            predecessor = _predecessor(original, message, kept, live)
            if predecessor is not None:
                referred.add(key_of(predecessor))
                if outdated_mark(message) is None:
                    message.user_comments.append(mark_of_older(on, key_of(predecessor)[1]))
        after[message.id] = message
    for key, message in (lost | kept).items():
        if key in live or not any(said_forms(message)):
            continue
        if key in referred:
            message.auto_comments, message.locations = ["An older wording, until the newer one is translated."], []
            after[message.id] = message
        else:
            if message.fuzzy and _FUZZY not in message.user_comments:
                message.user_comments.append(_FUZZY)  # flags of obsolete entries are not written
            after.obsolete[key] = message
    return after


def _revived(message: gettext.Message) -> gettext.Message:
    """An obsolete entry with the flag that it had."""
    if _FUZZY in message.user_comments:
        message.user_comments.remove(_FUZZY)
        message.flags.add("fuzzy")
    return message


def template(originals: Iterable[Original]) -> bytes:
    """The originals alone: what a translation editor starts a new language from (gettext's .pot)."""
    catalog = gettext.Catalog(charset="utf-8")
    for original in originals:
        message = _message(original, None)
        catalog[message.id] = message
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head.encode() + b"\n" + _written(catalog)


def kept(path: Path, root: Path, contexts: frozenset[str], spoken: Language) -> tuple[bytes, int]:
    """The catalog in which the translations of older wordings hold for the newer ones of some texts, and how many.

    Raises PlanError if the file cannot be read.
    """
    catalog, header = _before(path, root, spoken)
    count = 0
    for message in catalog:
        mark = outdated_mark(message)
        if mark is None or (message.context or "") not in contexts or any(said_forms(message)):
            continue
        for older in catalog:
            same = older.context == message.context and older.id and code_of(key_of(older)[1]) == mark.was
            if same and not older.fuzzy:
                message.string = older.string
                message.user_comments = _comments_for(message, older)
                count += 1
    return header.encode() + b"\n" + _written(catalog), count


def marked(  # noqa: PLR0913 - what a check is: of which texts, by whom, when
    path: Path, root: Path, keys: frozenset[tuple[str, str]], spoken: Language, *, by: str, on: date
) -> tuple[bytes, int]:
    """The catalog in which the translations of some texts are marked as checked by a person, and how many.

    `keys` are contexts and wordings. Raises PlanError if the file cannot be read.
    """
    catalog, header = _before(path, root, spoken)
    count = 0
    for message in catalog:
        if message.id and key_of(message) in keys:
            others = [each for each in message.user_comments if not each.startswith("state:")]
            message.user_comments = [*others, checked_mark(by, on, key_of(message)[1], *said_forms(message))]
            count += 1
    return header.encode() + b"\n" + _written(catalog), count


def _comments_for(message: gettext.Message, older: gettext.Message) -> list[str]:
    """The comments of an older wording for a newer one of the same meaning: who checked the one checked the other."""
    comments = [each for each in older.user_comments if not _is_mark(each)]
    said = said_forms(older)
    was = translation_of(older, key_of(older)[1], said)
    if was.checked_on is None:
        return comments
    others = [each for each in comments if not each.startswith("state:")]
    return [*others, checked_mark(was.checked_by, was.checked_on, key_of(message)[1], *said)]


def _is_mark(comment: str) -> bool:
    return comment.startswith("outdated:")


def _before(path: Path, root: Path, spoken: Language) -> tuple[gettext.Catalog, str]:
    """The catalog as it stands, and its head; an empty one where there is no file."""
    if not path.is_file():
        return gettext.Catalog(locale=str(spoken.locale), charset="utf-8"), _header(spoken)
    read = read_entries(path, path.relative_to(root).as_posix(), spoken, root)
    if read.problems:  # an update would lose what cannot be read
        raise PlanError(replace(problem, severity=Severity.ERROR) for problem in read.problems)
    return read.catalog, read.head or _header(spoken)


def _header(spoken: Language) -> str:
    return (
        'msgid ""\n'
        'msgstr ""\n'
        '"Project-Id-Version: Planpress\\n"\n'
        f'"Language: {spoken.folder}\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {_plural_forms(spoken)}\\n"\n'
    )


def _plural_forms(spoken: Language) -> str:
    """Gettext's rule for plural forms: the usual one where it tells whole numbers apart as CLDR does, else CLDR's."""
    usual = get_plural(spoken.code.partition("-")[0])
    choose = c2py(usual.plural_expr)
    pairs = {(choose(count), spoken.locale.plural_form(count)) for count in _COUNTS}
    as_cldr = len(pairs) == len({form for form, _ in pairs}) == len({form for _, form in pairs})
    if as_cldr:
        return f"{usual.plural_forms};"
    by_cldr = str(to_gettext(spoken.locale.plural_form)).rstrip(";")
    try:
        c2py(by_cldr.partition("plural=")[2])
    except ValueError:  # CLDR counts in more ways than gettext does: millions in Brazilian Portuguese
        return f"{usual.plural_forms};"
    return f"{by_cldr};"


def _message(original: Original, before: gettext.Message | None) -> gettext.Message:
    """The entry of an original, with the translation and the translators' comments that it had."""
    return gettext.Message(
        (original.wording, original.plural) if original.plural else original.wording,
        string=before.string if before is not None else "",
        locations=[(file, 0) for file in original.files],
        flags=before.flags if before is not None else (),
        auto_comments=[original.about] if original.about else [],
        user_comments=_comments(before),
        context=original.context or None,
    )


def _comments(before: gettext.Message | None) -> list[str]:
    """The translators' comments that stay: a mark of an older wording goes once the newer one is translated."""
    if before is None:
        return []
    done = any(said_forms(before))
    return [each for each in before.user_comments if not each.startswith("| ") and not (done and _is_mark(each))]


def _predecessor(
    original: Original,
    message: gettext.Message,
    kept: dict[tuple[str, str], gettext.Message],
    live: set[tuple[str, str]],
) -> gettext.Message | None:
    """The translated entry whose wording an original replaced: one that no edition has any longer comes first."""
    if not original.context or original.context.startswith("content."):
        return None  # words of the interface and parts of pages have no id path of their own
    mark = outdated_mark(message)
    same = [
        (key, each)
        for key, each in kept.items()
        if key[0] == original.context and key != original.key and any(said_forms(each)) and not each.fuzzy
    ]
    if mark is not None:
        same = [(key, each) for key, each in same if code_of(key[1]) == mark.was]
    same.sort(key=lambda pair: pair[0] in live)
    return same[0][1] if same else None


def _written(catalog: gettext.Catalog) -> bytes:
    for message in catalog:
        message.flags -= {"python-format", "python-brace-format"}  # Babel guesses them from signs % and braces
    made = BytesIO()
    write_po(made, catalog, width=_NO_WRAP, omit_header=True, include_lineno=False)
    return made.getvalue()


def in_step(path: Path, root: Path, originals: Iterable[Original], spoken: Language, on: date) -> bool:
    """Whether an update would change any entry. How an editor wraps its lines does not matter.

    Raises PlanError if the file cannot be read.
    """
    if not path.is_file():
        return False
    before, _ = _before(path, root, spoken)
    return _entries(before) == _entries(_after(before, tuple(originals), on))


def _entries(catalog: gettext.Catalog) -> list[tuple[object, ...]]:
    return sorted(
        (*key_of(each), *said_forms(each), sorted(_comments(each)), each.fuzzy) for each in catalog if each.id
    )
