"""The command `planpress`: arguments in, one call, exit code out. No decisions of its own.

Exit codes: 0 done, 1 the plan has errors, 2 wrong command.
"""

import sys
from pathlib import Path

import click

from generator import build as steps
from generator import schema as schemas
from generator import upkeep
from generator.compare_words import sentences
from generator.periods import Period, PeriodForm
from generator.problems import PlanError, Problem, errors

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
def check(folder: Path, as_of: Period | None) -> None:
    """Look for mistakes in the plan, and say what to do about each."""
    with _Telling():
        checked = steps.check(folder, as_of)
        _tell(checked.warnings)
        for plan in checked.plans:
            counts = (
                f"{_counted(len(plan.editions), 'edition')} (current: {plan.current.id})",
                _counted(sum(1 for _ in plan.current.all_items()), "item"),
                _counted(len(plan.current.targets.targets), "target"),
            )
            click.echo(f"{plan.plan.id}: {', '.join(counts)}.")
        click.echo(f"No errors, {_counted(len(checked.warnings), 'warning')}.")


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path), help="Where to put the site. [default: FOLDER/site]")
@AS_OF
def build(folder: Path, into: Path | None, as_of: Period | None) -> None:
    """Check the plan and build the website. If anything is wrong, the last good website stays as it is."""
    target = into or _shortest(folder) / "site"
    with _Telling():
        _progress("Checking the plan and building the website ...")
        made = steps.build(folder, target, as_of)
        _tell(made.warnings)
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


class _Telling:
    """Turns PlanError into messages and exit code 1. Everything else is a bug and keeps its traceback."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, PlanError):
            _tell(error.problems)
            click.echo(f"{_counted(len(errors(error.problems)), 'error')}. Nothing was changed.", err=True)
            sys.exit(1)


def _tell(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
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
