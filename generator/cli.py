"""The command `planpress`: arguments in, one call, exit code out. No decisions of its own.

Exit codes: 0 done, 1 the plan has errors, 2 wrong command.
"""

import sys
from pathlib import Path
from typing import Any

import click

from generator import build as steps
from generator import listing, tell, upkeep
from generator import schema as schemas
from generator.cli_year import edition, sheet
from generator.compare_words import sentences
from generator.formats.makers import NAMES
from generator.formats.sound.recordings import chapter_names
from generator.model import PlanEditions
from generator.periods import Period
from generator.problems import PlanError, Problem, errors
from generator.terminal import AS_OF, FOLDER, Day, Format, Telling, bar, counted, progress, shortest, told


class _Names(click.ParamType[frozenset[str]]):
    """Names of formats, parted by commas."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:  # noqa: ANN401 - click's signature
        if isinstance(value, frozenset):
            return value
        found = frozenset(each.strip() for each in value.split(",") if each.strip())
        if unknown := sorted(found - frozenset(NAMES)):
            self.fail(f'There is no format "{unknown[0]}"; there are {", ".join(NAMES)}', param, ctx)
        return found


WITHOUT = click.option(
    "--without", type=_Names(), default=frozenset(), help=f"Leave out formats: {','.join(NAMES)}, or some of them."
)


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
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT,
    show_default=True,
    help="For people, for the pull requests of GitHub, or for programs.",
)
def check(folder: Path, as_of: Period | None, form: Format) -> None:
    """Look for mistakes in the plan, and say what to do about each."""
    if form is Format.JSON:
        problems = _problems(folder, as_of)
        click.echo(tell.as_json(problems))
        sys.exit(1 if errors(problems) else 0)
    with Telling(form, shortest(folder)):
        checked = steps.check(folder, as_of)
        told(checked.warnings, form, shortest(folder))
        for plan in checked.plans:
            click.echo(f"{plan.plan.id}: {', '.join(_counts(plan))}.")
        click.echo(f"No errors, {counted(len(checked.warnings), 'warning')}.")


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
        f"{counted(len(plan.editions), 'edition')} ({', '.join(named)})",
        counted(sum(1 for _ in current.all_items()), "item"),
        counted(len(current.targets.targets), "target"),
    )


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path), help="Where to put the site. [default: FOLDER/site]")
@AS_OF
@click.option("--drafts", is_flag=True, help="Show editions that are not published yet as well. Only to look at them.")
@WITHOUT
def build(folder: Path, into: Path | None, as_of: Period | None, *, drafts: bool, without: frozenset[str]) -> None:
    """Check the plan, make its formats and build the website.

    If the plan has an error, the last good website stays as it is. If one format cannot be made, the website is built
    without it, and the exit code is 1.
    """
    target = into or shortest(folder) / "site"
    with Telling():
        progress("Checking the plan and building the website ...")
        wanted = [name for name in NAMES if name not in without]
        with bar("Making formats") as shown:
            made = steps.build(folder, target, as_of, drafts=drafts, formats=wanted, progress=shown)
        told((*made.warnings, *made.failed))
        if made.left_out:
            click.echo(f"Left out, not published yet: {', '.join(made.left_out)}. To look at drafts, add --drafts.")
        files = f" and {counted(len(made.copies), 'file')} of other formats" if made.copies else ""
        page = click.format_filename(target / "index.html")
        click.echo(f"Built {len(made.pages)} pages{files}. Open {page} in a browser.")
    if errors(made.failed):
        click.echo("Some formats could not be made, as said above. The website was built without them.", err=True)
        sys.exit(1)


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="Copy the files into this folder.")
@click.option("--chapters", is_flag=True, help="Only tell the names of chapters, as recordings in site.yaml give them.")
@WITHOUT
def formats(folder: Path, into: Path | None, without: frozenset[str], *, chapters: bool) -> None:
    """Make large print, Braille, sound and books of every edition, and tell what there is."""
    with Telling():
        checked = steps.shown(steps.check(folder))
        if chapters:
            for booklet in steps.booklets(checked):
                click.echo(f"{booklet.name}: {', '.join(chapter_names(booklet))}")
            return
        with bar("Making formats") as shown:
            made = steps.formatted(checked, [name for name in NAMES if name not in without], shown)
        told(made.problems)
        for named, found in steps.listed(checked, made):
            click.echo(named)
            for line in listing.lines(found, checked.site.operator):
                click.echo(line)
        if into:
            steps.copy(made, into)
            click.echo(f"Copied {counted(len(made.files), 'file')} into {click.format_filename(into)}.")
    if errors(made.problems):
        click.echo("Some formats could not be made, as said above.", err=True)
        sys.exit(1)


@main.command()
@FOLDER
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show it.")
def serve(folder: Path, address: str) -> None:
    """Show the website on this computer, and show each change as you save it. Stop with Ctrl+C."""
    with Telling():
        steps.check(folder)
        click.echo(f"Open http://{address}/ in a browser. What is to be seen to: http://{address}/desk.html")
        steps.serve(folder, address)


@main.command()
@FOLDER
@click.option("--update", is_flag=True, help="Bring the catalogs in step with the plan first.")
@click.option("--unchanged", metavar="ID", multiple=True, help="This text means the same as before: keep translations.")
@click.option("--checked", metavar="LANGUAGE", help="A person has checked the translations into this language.")
@click.option("--by", metavar="NAME", help="Who checked them.")
@click.option("--on", "day", type=Day(), help="The day of the check.")
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
    with Telling():
        if update:
            for path in upkeep.update(folder):
                click.echo(f"Updated {path.relative_to(folder)}")
        if unchanged:
            click.echo(f"Kept {counted(upkeep.keep(folder, frozenset(unchanged)), 'translation')}.")
        if checked and by and day:
            by = " ".join(by.split())
            count = upkeep.mark(folder, checked, by, day.first, frozenset(only))
            click.echo(f"Marked {counted(count, 'text')} as checked by {by}.")
        report = upkeep.report(folder)
        told(report.problems)
        for line in report.lines:
            click.echo(line)
    if report.problems:
        sys.exit(1)


@main.command()
@FOLDER
@AS_OF
def status(folder: Path, as_of: Period | None) -> None:
    """Tell what is to be seen to: overdue figures and reviews, contacts, translations, formats, long sentences."""
    with Telling():
        for name, edition, topics in steps.status(folder, as_of):
            click.echo(f"{name}, edition {edition}")
            for topic in topics:
                count = f" ({len(topic.notes)})" if topic.notes else ""
                click.echo(f"\n{topic.title}{count}")
                for note in topic.notes:
                    where = f" [{note.place}]" if note.place else ""
                    click.echo(f"  - {note.words}{where}")
                if not topic.notes:
                    click.echo(f"  {topic.rest}")


@main.command()
@FOLDER
@click.option("--plan", metavar="ID", default="", help="Only this plan.")
@click.option("--from", "before", metavar="EDITION", default="", help="The older edition. [default: the one before]")
@click.option("--to", "after", metavar="EDITION", default="", help="The newer edition. [default: the last]")
def changes(folder: Path, plan: str, before: str, after: str) -> None:
    """Tell what changed from one edition of a plan to the next, a sentence for each change."""
    with Telling():
        compared = steps.changes(folder, plan, before, after)
        for each in compared:
            said = [*sentences(each, each.of_the_plan)]
            what = counted(len(said), "change") if said else "nothing changed"
            click.echo(f"{each.after.plan.id}, from {each.before.id} to {each.after.id}: {what}.")
            for line in said:
                click.echo(f"- {line}")
        if not compared:
            click.echo("There is only one edition, so there is nothing to compare.")


@main.command()
@FOLDER
def schema(folder: Path) -> None:
    """Write the JSON Schemas that let an editor complete and check the plan's YAML files."""
    with Telling():
        for path in schemas.write(folder):
            click.echo(f"Wrote {path.relative_to(folder)}")


@main.command()
@FOLDER
@click.option("--into", type=click.Path(path_type=Path), required=True, help="An empty folder for the pages.")
@AS_OF
def pages(folder: Path, into: Path, as_of: Period | None) -> None:
    """Write the pages with front matter, so that another site builder (such as ProperDocs) can build them."""
    with Telling():
        made = steps.write_pages(folder, into, as_of)
        click.echo(f"Wrote {len(made.pages)} pages into {into}.")


main.add_command(edition)
main.add_command(sheet)
