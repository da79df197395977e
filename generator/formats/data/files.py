"""Edition, Outcomes -> the data files that its data page offers.

Takes an Edition, what is concluded of its targets, what every file says of itself, and Translators for the plan's
languages; gives DataFiles. Knows nothing of pages, or of how a file is written: each kind has a module of its own.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.assess import Outcome
from generator.formats.data import as_json, csv_files, stratml
from generator.formats.data.about import About
from generator.formats.data.tables import Table, tables
from generator.formats.data.workbook_file import book
from generator.languages import message
from generator.model import Edition
from generator.pages import DataFile
from generator.translate import Translator

SPREADSHEETS, PROGRAMS, SYSTEMS = "spreadsheets", "programs", "systems"
"""What files are for: the parts of the data page."""
_JSON, _CSV = "application/json", "text/csv"
_ODS, _XLSX = (
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)


def files_of(
    edition: Edition, found: tuple[Outcome, ...], about: About, translators: Mapping[str, Translator]
) -> tuple[DataFile, ...]:
    """The data files of an edition, with their paths in the site."""
    made = tables(edition, found, about.judged_on)
    return (
        *_for_spreadsheets(edition, made, about, translators),
        *_for_programs(edition, made, about, translators),
        *_for_systems(edition, found, about, translators),
    )


def _path(edition: Edition, name: str) -> str:
    return f"plans/{edition.plan.id}/{edition.id}/data/{name}"


def _for_spreadsheets(
    edition: Edition, made: tuple[Table, ...], about: About, translators: Mapping[str, Translator]
) -> Iterator[DataFile]:
    from generator.workbook.ods_out import ods  # noqa: PLC0415 - so that the command line starts fast
    from generator.workbook.xlsx_out import xlsx  # noqa: PLC0415 - as above

    workbook = book(made, about, translators[about.language])
    excel, libre = message("All tables in one file, for Excel"), message("All tables in one file, for LibreOffice")
    yield DataFile(_path(edition, "plan.xlsx"), excel, xlsx(workbook), SPREADSHEETS, _XLSX, whole=True)
    yield DataFile(_path(edition, "plan.ods"), libre, ods(workbook), SPREADSHEETS, _ODS, whole=True)
    for table in made:
        name, holds = table.layout.name, table.layout.holds
        yield DataFile(_path(edition, f"{name}.csv"), holds, csv_files.csv_bytes(table), SPREADSHEETS, _CSV)


def _for_programs(
    edition: Edition, made: Iterable[Table], about: About, translators: Mapping[str, Translator]
) -> Iterator[DataFile]:
    def file(name: str, holds: str, content: bytes, kind: str = _JSON, *, whole: bool = False) -> DataFile:
        return DataFile(_path(edition, name), holds, content, PROGRAMS, kind, whole=whole)

    whole = message("The whole plan, in one file for programs")
    yield file("plan.json", whole, as_json.plan_json(edition, about), whole=True)
    schema = message("The rules that plan.json follows")
    yield file(as_json.SCHEMA, schema, as_json.schema_json(edition, about), "application/schema+json")
    for table in made:
        if table.layout.name == "outcomes":
            yield file("outcomes.json", table.layout.holds, as_json.outcomes_json(table, about))
    name = f"{edition.plan.id}-{edition.id}"
    package = message("What the columns of the CSV files hold, as a data package")
    yield file(csv_files.PACKAGE, package, csv_files.data_package(made, about, name))
    on_the_web = message("What the columns of the CSV files hold, as CSV on the Web")
    yield file(csv_files.CSVW, on_the_web, csv_files.csvw(made, about, translators), "application/csvm+json")


def _for_systems(
    edition: Edition, found: tuple[Outcome, ...], about: About, translators: Mapping[str, Translator]
) -> Iterator[DataFile]:
    heading = translators[about.language].word("Targets").text
    first, second = message("The plan as StratML, Part 1"), message("The plan with its figures as StratML, Part 2")
    for name, holds, content in (
        ("stratml-part-1.xml", first, stratml.strategic_plan(edition, about, heading)),
        ("stratml-part-2.xml", second, stratml.performance_plan(edition, about, heading, found)),
    ):
        yield DataFile(_path(edition, name), holds, content, SYSTEMS, "application/xml", whole=True)
