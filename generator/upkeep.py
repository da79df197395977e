"""A site's catalogs, kept up: brought in step with the plan, marked as checked, and told of.

Takes the folder of a site; writes its catalogs, or gives a Report. Raises PlanError like every step, and then no file
has changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import catalog_files
from generator.catalogs import INTERFACE, INTERFACE_CATALOGS, SITE_CATALOG, TRANSLATIONS_FOLDER, State, catalog_path
from generator.checked import Checked, check
from generator.fields import LanguageCode
from generator.languages import INTERFACE_LANGUAGE, Language, known_language
from generator.ledger import Standing, Tally, coverage, standing
from generator.originals import Original, of_interface
from generator.problems import PlanError, Problem, Severity
from generator.translate import Translator

_NAMED = 5
"""How many ids a line of the report names before it only counts."""


_STATES = (
    ("checked", Standing.CHECKED),
    ("unchecked", Standing.UNCHECKED),
    ("drafts", Standing.DRAFT),
    ("outdated", Standing.OUTDATED),
)
"""The last columns of the report."""


@dataclass(frozen=True)
class Report:
    """How far a site's translations are: lines to print, and what is wrong with its catalogs."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def update(folder: Path) -> tuple[Path, ...]:
    """Bring the catalogs in step with the plan, one for each language and plan. Gives those that changed."""
    checked = check(folder)
    fresh = {
        path: catalog_files.updated(path, folder, _originals(checked, name), spoken, checked.site.as_of.first)
        for name, spoken, path in _catalogs(checked, folder)
    }
    return _write(fresh)


def keep(folder: Path, contexts: frozenset[str]) -> int:
    """Say of texts that their meaning did not change: older translations hold. How many translations that was.

    Brings the catalogs in step as well. Raises PlanError if no text has such an id.
    """
    update(folder)
    checked = check(folder)
    _refuse_ids(checked, contexts)
    fresh, count = {}, 0
    for _, spoken, path in _catalogs(checked, folder):
        fresh[path], kept = catalog_files.kept(path, folder, contexts, spoken)
        count += kept
    _write(fresh)
    update(folder)
    return count


def mark(folder: Path, code: str, by: str, on: date, contexts: frozenset[str]) -> int:
    """Mark translations into a language as checked: those of some texts, or all that nobody has checked. How many.

    Only texts of today, and translations that are shown, can be marked. Raises PlanError if the site is not in that
    language, or no text has such an id.
    """
    checked = check(folder)
    if code not in checked.translators:
        hint = f"Its languages are {', '.join(checked.translators)}."
        raise PlanError([Problem(f'This site is not in the language "{code}"', "translations", hint)])
    _refuse_ids(checked, contexts)
    fresh, count = {}, 0
    for name, spoken, path in _catalogs(checked, folder):
        if path.is_file() and spoken.code == code:
            translator = checked.translators[code]
            keys = frozenset(
                text.key
                for text in _originals(checked, name)
                if (found := translator.find(*text.key))
                and (text.context in contexts if contexts else found.state is not State.CHECKED)
            )
            fresh[path], marked = catalog_files.marked(path, folder, keys, spoken, by=by, on=on)
            count += marked
    _write(fresh)
    return count


def _refuse_ids(checked: Checked, contexts: frozenset[str]) -> None:
    known = {text.context for texts in checked.originals.values() for text in texts}
    hint = "Ids stand in the catalogs, after msgctxt, and in the report of planpress translations."
    unknown = [Problem(f'There is no text with the id "{each}"', "translations", hint) for each in contexts - known]
    if unknown:
        raise PlanError(unknown)


def report(folder: Path) -> Report:
    """How far the translations of a site are, language by language, and what to do next."""
    checked = check(folder)
    problems = [each for each in checked.warnings if each.check == "catalogs"]
    for name, spoken, path in _catalogs(checked, folder):
        originals = _originals(checked, name)
        if not catalog_files.in_step(path, folder, originals, spoken, checked.site.as_of.first):
            shown = path.relative_to(folder).as_posix()
            hint = "Run: planpress translations --update"
            message = f"The catalog {shown} is not in step with the plan"
            problems.append(Problem(message, "catalogs", hint, severity=Severity.WARNING))
    lines: list[str] = []
    for plan in checked.plans:
        codes = [code for code in plan.plan.languages if code != plan.plan.language]
        lines += _lines(checked, str(plan.plan.id), codes, folder)
    return Report(tuple(lines or ["Every plan of this site is in one language."]), tuple(problems))


def _catalogs(checked: Checked, folder: Path) -> Iterator[tuple[str, Language, Path]]:
    """The catalogs that a site should have: name, language and path.

    One for each language and plan, one for the site's own texts, and one for the words of Planpress in a language that
    it does not speak yet.
    """
    original = {str(plan.plan.id): plan.plan.language for plan in checked.plans} | {SITE_CATALOG: checked.site.language}
    offered = {str(plan.plan.id): plan.plan.languages for plan in checked.plans}
    offered[SITE_CATALOG] = tuple(LanguageCode(code) for code in checked.translators)
    original[INTERFACE] = LanguageCode(INTERFACE_LANGUAGE)
    offered[INTERFACE] = tuple(
        LanguageCode(code)
        for code in checked.translators
        if not (INTERFACE_CATALOGS / catalog_path(known_language(code), INTERFACE)).is_file()
    )
    for name, codes in offered.items():
        for code in codes:
            if code != original[name] and _originals(checked, name):
                spoken = known_language(code)
                yield name, spoken, folder / TRANSLATIONS_FOLDER / catalog_path(spoken, name)


def _originals(checked: Checked, name: str) -> tuple[Original, ...]:
    return of_interface() if name == INTERFACE else checked.originals[name]


def _write(fresh: Mapping[Path, bytes]) -> tuple[Path, ...]:
    changed = {path: text for path, text in fresh.items() if not path.is_file() or path.read_bytes() != text}
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return tuple(changed)


def _lines(checked: Checked, plan: str, codes: Iterable[str], folder: Path) -> Iterator[str]:
    """The report on one plan: a table, then what to do."""
    texts, around = checked.originals[plan], checked.originals[SITE_CATALOG]
    rows = [coverage(checked.translators[code].of_plan(plan), texts, around) for code in codes]
    if not rows:
        return
    yield f"{plan}: how many texts can be read in each language"
    yield _row("", ("summary", "rest of the plan", "site", "Planpress"), (name for name, _ in _STATES))
    for each in rows:
        parts = (each.summary, each.rest, each.site, each.interface)
        yield _row(each.language, map(_of, parts), (str(each.all.of(standing)) for _, standing in _STATES))
    for code in codes:
        files = {name: path for name, spoken, path in _catalogs(checked, folder) if spoken.code == code}
        for name in (plan, SITE_CATALOG, INTERFACE):
            if name in files:
                file = files[name].relative_to(folder).as_posix()
                yield from _to_do(checked.translators[code].of_plan(plan), _originals(checked, name), file)
        yield from _to_check(checked.translators[code].of_plan(plan), (*texts, *around))


def _of(tally: Tally) -> str:
    return f"{tally.readable} of {tally.total} {tally.percent:>3}%"


def _row(first: str, parts: Iterable[str], states: Iterable[str]) -> str:
    return f"  {first:<8}" + "".join(f"{each:>18}" for each in parts) + "".join(f"{each:>10}" for each in states)


def _by_standing(translator: Translator, texts: Iterable[Original]) -> dict[Standing, list[str]]:
    found: dict[Standing, list[str]] = {}
    for text in texts:
        found.setdefault(standing(translator, text), []).append(text.context)
    return found


def _to_do(translator: Translator, texts: tuple[Original, ...], file: str) -> Iterator[str]:
    """What to translate or to renew in a file."""
    code, found = translator.language.code, _by_standing(translator, texts)
    if missing := found.get(Standing.MISSING):
        yield f"{code}: translate {_counted(missing)}. Open {file} in Poedit{_some(missing)}."
        first = [text.context for text in texts if text.summary and text.context in set(missing)]
        if first:
            yield f"  Begin with the summary, since pages wait for it{_some(first)}."
    if outdated := found.get(Standing.OUTDATED):
        yield f"{code}: renew {_counted(outdated)} whose original has changed, in {file}{_some(outdated)}."
        yield f"  If only its form changed, run: planpress translations --unchanged {outdated[0]}"


def _to_check(translator: Translator, texts: tuple[Original, ...]) -> Iterator[str]:
    """Which texts a person should look at."""
    code, found = translator.language.code, _by_standing(translator, texts)
    waiting = [*found.get(Standing.DRAFT, ()), *found.get(Standing.UNCHECKED, ())]
    if waiting:
        name = translator.language.name
        yield f"{code}: let somebody who speaks {name} check {_counted(waiting)}{_some(waiting, few=True)}. Then run:"
        yield f"  planpress translations --checked {code} --by NAME --on DAY"


def _counted(texts: list[str]) -> str:
    return "1 text" if len(texts) == 1 else f"{len(texts)} texts"


def _some(contexts: list[str], *, few: bool = False) -> str:
    """The ids of some texts, behind a colon; with `few`, only if they are few. Words of Planpress have none."""
    named = list(dict.fromkeys(filter(None, contexts)))
    if not named or (few and len(named) > _NAMED):
        return ""
    return f": {', '.join(named[:_NAMED])}{' and more' if len(named) > _NAMED else ''}"
