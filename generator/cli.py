"""The command `planpress`: arguments in, one call, exit code out. No decisions of its own.

Exit codes: 0 done, 1 the plan has errors, 2 wrong command.
"""

import sys
from enum import StrEnum
from pathlib import Path

import click

from generator import build as steps
from generator import editions, tell, upkeep
from generator import schema as schemas
from generator.compare_words import sentences
from generator.model import PlanEditions
from generator.periods import Period, PeriodForm
from generator.problems import PlanError, Problem, errors
from generator.sheets import roundtrip

FOLDER = click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
)


class _Day(click.ParamType[Period]):
    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        period = Period.parse(value)
        if period is None or period.form is not PeriodForm.DAY:
            self.fail(f'"{value}" is not a day; write it as 2026-04-01', param, ctx)
        return period


AS_OF = click.option("--as-of", type=_Day(), help="Speak from this day (2026-04-01), not the one in site.yaml.")


class _Format(StrEnum):
    """How problems are told."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="planpress")
def main() -> None:
    """Publish a public plan as a website that every resident can read.

    FOLDER is the folder of the site: the one with mkdocs.yml, plan_data/ and content/. Leave it out to use the folder
    you are in.
    """


@main.command()
@FOLDER
@AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(_Format, case_sensitive=False),
    default=_Format.TEXT,
    show_default=True,
    help="For people, for the pull requests of GitHub, or for programs.",
)
def check(folder: Path, as_of: Period | None, form: _Format) -> None:
    """Look for mistakes in the plan, and say what to do about each."""
    if form is _Format.JSON:
        problems = _problems(folder, as_of)
        click.echo(tell.as_json(problems))
        sys.exit(1 if errors(problems) else 0)
    with _Telling(form, _shortest(folder)):
        checked = steps.check(folder, as_of)
        _tell(checked.warnings, form, _shortest(folder))
        for plan in checked.plans:
            click.echo(f"{plan.plan.id}: {', '.join(_counts(plan))}.")
        click.echo(f"No errors, {_counted(len(checked.warnings), 'warning')}.")


def _problems(folder: Path, as_of: Period | None) -> tuple[Problem, ...]:
    """Errors and warnings alike."""
    try:
        return steps.check(folder, as_of).warnings
    except PlanError as error:
        return error.problems


def _counts(plan: PlanEditions) -> tuple[str, ...]:
    """What there is in a plan. Items and targets are those of the edition that readers see."""
    current = (plan.published or plan.editions)[-1]
    drafts = [str(edition.id) for edition in plan.editions if edition.facts.draft]
    named = ([f"current: {current.id}"] if plan.published else []) + ([f"draft: {', '.join(drafts)}"] if drafts else [])
    return (
        f"{_counted(len(plan.editions), 'edition')} ({', '.join(named)})",
        _counted(sum(1 for _ in current.all_items()), "item"),
        _counted(len(current.targets.targets), "target"),
    )


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path), help="Where to put the site. [default: FOLDER/site]")
@AS_OF
@click.option("--drafts", is_flag=True, help="Show editions that are not published yet as well. Only to look at them.")
def build(folder: Path, into: Path | None, as_of: Period | None, *, drafts: bool) -> None:
    """Check the plan and build the website. If anything is wrong, the last good website stays as it is."""
    target = into or _shortest(folder) / "site"
    with _Telling():
        _progress("Checking the plan and building the website ...")
        made = steps.build(folder, target, as_of, drafts=drafts)
        _tell(made.warnings)
        if made.left_out:
            click.echo(f"Left out, not published yet: {', '.join(made.left_out)}. To look at drafts, add --drafts.")
        click.echo(f"Built {len(made.pages)} pages. Open {click.format_filename(target / 'index.html')} in a browser.")


@main.command()
@FOLDER
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show it.")
def serve(folder: Path, address: str) -> None:
    """Show the website on this computer, and show each change as you save it. Stop with Ctrl+C."""
    with _Telling():
        steps.check(folder)
        click.echo(f"Open http://{address}/ in a browser.")
        steps.serve(folder, address)


@main.command()
@FOLDER
@click.option("--update", is_flag=True, help="Bring the catalogs in step with the plan first.")
@click.option("--unchanged", metavar="ID", multiple=True, help="This text means the same as before: keep translations.")
@click.option("--checked", metavar="LANGUAGE", help="A person has checked the translations into this language.")
@click.option("--by", metavar="NAME", help="Who checked them.")
@click.option("--on", "day", type=_Day(), help="The day of the check.")
@click.option("--only", metavar="ID", multiple=True, help="Only this text was checked. Give it once for each text.")
def translations(  # noqa: PLR0913 - one parameter for each option
    folder: Path,
    *,
    update: bool,
    unchanged: tuple[str, ...],
    checked: str | None,
    by: str | None,
    day: Period | None,
    only: tuple[str, ...],
) -> None:
    """Tell how far the translations are, and what to do next."""
    if checked and not (by and day):
        raise click.UsageError("Say who checked the translations, and when: --by NAME --on 2026-12-01")
    with _Telling():
        if update:
            for path in upkeep.update(folder):
                click.echo(f"Updated {path.relative_to(folder)}")
        if unchanged:
            click.echo(f"Kept {_counted(upkeep.keep(folder, frozenset(unchanged)), 'translation')}.")
        if checked and by and day:
            by = " ".join(by.split())
            count = upkeep.mark(folder, checked, by, day.first, frozenset(only))
            click.echo(f"Marked {_counted(count, 'text')} as checked by {by}.")
        report = upkeep.report(folder)
        _tell(report.problems)
        for line in report.lines:
            click.echo(line)
    if report.problems:
        sys.exit(1)


@main.command()
@FOLDER
@click.option("--plan", metavar="ID", default="", help="Only this plan.")
@click.option("--from", "before", metavar="EDITION", default="", help="The older edition. [default: the one before]")
@click.option("--to", "after", metavar="EDITION", default="", help="The newer edition. [default: the last]")
def changes(folder: Path, plan: str, before: str, after: str) -> None:
    """Tell what changed from one edition of a plan to the next, a sentence for each change."""
    with _Telling():
        compared = steps.changes(folder, plan, before, after)
        for each in compared:
            what = _counted(len(each.all), "change") if each.all else "nothing changed"
            click.echo(f"{each.after.plan.id}, from {each.before.id} to {each.after.id}: {what}.")
            for line in sentences(each):
                click.echo(f"- {line}")
        if not compared:
            click.echo("There is only one edition, so there is nothing to compare.")


@main.command()
@FOLDER
def schema(folder: Path) -> None:
    """Write the JSON Schemas that let an editor complete and check the plan's YAML files."""
    with _Telling():
        for path in schemas.write(folder):
            click.echo(f"Wrote {path.relative_to(folder)}")


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path), required=True, help="An empty folder for the pages.")
@AS_OF
def pages(folder: Path, into: Path, as_of: Period | None) -> None:
    """Write the pages with front matter, so that another site builder (such as ProperDocs) can build them."""
    with _Telling():
        made = steps.write_pages(folder, into, as_of)
        click.echo(f"Wrote {len(made.pages)} pages into {into}.")


@main.group()
def edition() -> None:
    """Begin, publish and correct the editions of a plan."""


PLAN = click.option("--plan", metavar="ID", help="Which plan, where the site has several.")
NOTE = click.option("--note", metavar="SENTENCE", help="What changed, in a sentence or two for readers.")


@edition.command("start")
@click.argument("name")
@FOLDER
@PLAN
def edition_start(name: str, folder: Path, plan: str | None) -> None:
    """Begin the edition NAME, such as 2027: a copy of the newest one, and a draft until you publish it."""
    with _Telling():
        into = editions.start(folder, name, plan)
        click.echo(f"Started {into.relative_to(folder).as_posix()}/ as a draft. The website does not show it yet.")


@edition.command("publish")
@click.argument("name")
@FOLDER
@PLAN
@click.option("--on", "day", type=_Day(), help="The day, such as 2027-05-01. Not needed if edition.yaml states it.")
@NOTE
@click.option("--minor", is_flag=True, help="Instead of a note: nothing that matters to readers changed.")
def edition_publish(  # noqa: PLR0913 - one parameter for each option
    name: str, folder: Path, plan: str | None, day: Period | None, note: str | None, *, minor: bool
) -> None:
    """Publish the edition NAME. From then on, it only changes by corrections."""
    note = _either(note, minor=minor)
    with _Telling():
        editions.publish(folder, name, plan, on=day, note=note, minor=minor)
        click.echo(f"Published {name}. Build the website to show it: planpress build")


@edition.command("correct")
@click.argument("name")
@FOLDER
@PLAN
@click.option("--on", "day", type=_Day(), required=True, help="The day of the correction, such as 2027-06-01.")
@NOTE
@click.option("--minor", is_flag=True, help="Instead of a note: no meaning changed, such as by a spelling.")
def edition_correct(  # noqa: PLR0913 - one parameter for each option
    name: str, folder: Path, plan: str | None, day: Period, note: str | None, *, minor: bool
) -> None:
    """Enter what you changed in the published edition NAME as a correction."""
    note = _either(note, minor=minor)
    if not note and not minor:
        raise click.UsageError('Say what was corrected: --note "What was wrong, and what is right". Or add --minor.')
    with _Telling():
        files = editions.correct(folder, name, plan, day, note)
        click.echo(f"Entered a correction of {name}: {', '.join(files)}.")


@edition.command("list")
@FOLDER
def edition_list(folder: Path) -> None:
    """Tell of each edition whether it is a draft, when it was published, and what changed since."""
    with _Telling():
        for line in editions.states(folder):
            click.echo(line)


@main.group()
def sheet() -> None:
    """Update an edition in a spreadsheet: export it, fill it in, import it."""


SHEET_PLAN = click.option("--plan", metavar="ID", default="", help="The plan, where a site has several.")


@sheet.command("export")
@FOLDER
@SHEET_PLAN
@click.option("--edition", "edition_", metavar="EDITION", default="", help="The edition. [default: the newest]")
@click.option("--into", type=click.Path(path_type=Path), required=True, help="The workbook: update.xlsx or update.ods.")
def sheet_export(folder: Path, plan: str, edition_: str, into: Path) -> None:
    """Write a workbook of an edition, to be filled in with Excel or LibreOffice."""
    with _Telling():
        made = roundtrip.export(folder, into, plan, edition_)
        click.echo(f"Wrote {into}, made from {made.plan.id} {made.id}. Its first sheet says how to fill it in.")


@sheet.command("import")
@click.argument("workbook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FOLDER
@SHEET_PLAN
@click.option("--edition", "edition_", metavar="EDITION", default="", help="Refuse a workbook of another edition.")
@click.option("--apply", "applied", is_flag=True, help="Write the changes into the plan's files.")
def sheet_import(workbook: Path, folder: Path, plan: str, edition_: str, *, applied: bool) -> None:
    """Tell what a filled-in workbook changes. With --apply, change it."""
    with _Telling():
        made = roundtrip.update(folder, workbook, plan, edition_)
        _tell(made.warnings)
        for line in made.lines():
            click.echo(line)
        if applied and made.texts:
            roundtrip.write(folder, made)
            click.echo(f"Wrote {', '.join(path.relative_to(folder).as_posix() for path in made.texts)}.")
        elif made.texts:
            click.echo("Nothing is written yet. If this is right, run the command again with --apply.")


def _either(note: str | None, *, minor: bool) -> str | None:
    """The note in one line. A minor change has none."""
    if note and minor:
        raise click.UsageError("Give --note or --minor, not both.")
    return " ".join(note.split()) if note else None


class _Telling:
    """Turns PlanError into messages and exit code 1. Everything else is a bug and keeps its traceback."""

    def __init__(self, form: _Format = _Format.TEXT, folder: Path = Path()) -> None:
        self.form, self.folder = form, folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, PlanError):
            _tell(error.problems, self.form, self.folder)
            click.echo(f"{_counted(len(errors(error.problems)), 'error')}. Nothing was changed.", err=True)
            sys.exit(1)


def _tell(problems: tuple[Problem, ...], form: _Format = _Format.TEXT, folder: Path = Path()) -> None:
    for problem in problems:
        if form is _Format.GITHUB:
            click.echo(tell.as_github(problem, folder.as_posix()))
        else:
            click.echo(str(problem), err=True)


def _shortest(folder: Path) -> Path:
    """The folder as a person would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _progress(words: str) -> None:
    if sys.stderr.isatty():
        click.echo(words, err=True)
