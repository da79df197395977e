"""The commands of the yearly update: `planpress edition` and `planpress sheet`.

Arguments in, one call, exit code out. No decisions of its own.
"""

from pathlib import Path

import click

from generator import editions
from generator.periods import Period
from generator.sheets import roundtrip
from generator.terminal import FOLDER, Day, Telling, told


@click.group()
def edition() -> None:
    """Begin, publish and correct the editions of a plan."""


PLAN = click.option("--plan", metavar="ID", default="", help="Which plan, where the site has several.")
NOTE = click.option("--note", metavar="SENTENCE", help="What changed, in a sentence or two for readers.")


@edition.command("start")
@click.argument("name")
@FOLDER
@PLAN
def edition_start(name: str, folder: Path, plan: str) -> None:
    """Begin the edition NAME, such as 2027: a copy of the newest one, and a draft until you publish it."""
    with Telling():
        into = editions.start(folder, name, plan)
        click.echo(f"Started {into.relative_to(folder).as_posix()}/ as a draft. The website does not show it yet.")


@edition.command("publish")
@click.argument("name")
@FOLDER
@PLAN
@click.option("--on", "day", type=Day(), help="The day, such as 2027-05-01. Not needed if edition.yaml states it.")
@NOTE
@click.option("--minor", is_flag=True, help="Instead of a note: nothing that matters to readers changed.")
def edition_publish(  # noqa: PLR0913 - one parameter for each option
    name: str, folder: Path, plan: str, day: Period | None, note: str | None, *, minor: bool
) -> None:
    """Publish the edition NAME. From then on, it only changes by corrections."""
    note = _either(note, minor=minor)
    with Telling():
        later = editions.publish(folder, name, plan, on=day, note=note, minor=minor)
        if later and day:
            click.echo(f"The website speaks from {day.written} now (`as_of` in plan_data/site.yaml).")
        click.echo(f"Published {name}. Build the website to show it: planpress build")


@edition.command("correct")
@click.argument("name")
@FOLDER
@PLAN
@click.option("--on", "day", type=Day(), required=True, help="The day of the correction, such as 2027-06-01.")
@NOTE
@click.option("--minor", is_flag=True, help="Instead of a note: no meaning changed, such as by a spelling.")
def edition_correct(  # noqa: PLR0913 - one parameter for each option
    name: str, folder: Path, plan: str, day: Period, note: str | None, *, minor: bool
) -> None:
    """Enter what you changed in the published edition NAME as a correction."""
    note = _either(note, minor=minor)
    if not note and not minor:
        raise click.UsageError('Say what was corrected: --note "What was wrong, and what is right". Or add --minor.')
    with Telling():
        files, later = editions.correct(folder, name, plan, day, note)
        if later:
            click.echo(f"The website speaks from {day.written} now (`as_of` in plan_data/site.yaml).")
        click.echo(f"Entered a correction of {name}: {', '.join(files)}.")


@edition.command("list")
@FOLDER
def edition_list(folder: Path) -> None:
    """Tell of each edition whether it is a draft, when it was published, and what changed since."""
    with Telling():
        for line in editions.states(folder):
            click.echo(line)


@click.group()
def sheet() -> None:
    """Update an edition in a spreadsheet: export it, fill it in, import it."""


@sheet.command("export")
@FOLDER
@PLAN
@click.option("--edition", "edition_", metavar="EDITION", default="", help="The edition. [default: the newest]")
@click.option("--into", type=click.Path(path_type=Path), required=True, help="The workbook: update.xlsx or update.ods.")
def sheet_export(folder: Path, plan: str, edition_: str, into: Path) -> None:
    """Write a workbook of an edition, to be filled in with Excel or LibreOffice."""
    with Telling():
        made = roundtrip.export(folder, into, plan, edition_)
        click.echo(f"Wrote {into}, made from {made.plan.id} {made.id}. Its first sheet says how to fill it in.")


@sheet.command("import")
@click.argument("workbook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FOLDER
@PLAN
@click.option("--edition", "edition_", metavar="EDITION", default="", help="Refuse a workbook of another edition.")
@click.option("--apply", "applied", is_flag=True, help="Write the changes into the plan's files.")
def sheet_import(workbook: Path, folder: Path, plan: str, edition_: str, *, applied: bool) -> None:
    """Tell what a filled-in workbook changes. With --apply, change it."""
    with Telling():
        made = roundtrip.update(folder, workbook, plan, edition_)
        told(made.warnings)
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
