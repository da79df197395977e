"""The data files of a site's editions, for the tests that read them back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import build
from generator.assess import Outcome, outcomes
from generator.formats.data.about import About, about
from generator.formats.data.files import files_of
from generator.formats.data.tables import Table, tables
from generator.model import Edition
from generator.pages import DataFile, judged_on

ROOT = Path(__file__).parent.parent.parent
PLANS = ROOT / "tests" / "plans"


@dataclass(frozen=True)
class Offered:
    """The data of an edition: its files by name, and what they were made from."""

    edition: Edition
    outcomes: tuple[Outcome, ...]
    about: About
    tables: tuple[Table, ...]
    files: dict[str, DataFile]
    on: date

    def write(self, folder: Path) -> Path:
        """All files in a folder."""
        folder.mkdir(parents=True)
        for name, file in self.files.items():
            (folder / name).write_bytes(file.content)
        return folder


def offered(site: Path) -> list[Offered]:
    """The data of each edition of the plans of a site."""
    checked = build.check(site)
    made = []
    for plan in checked.plans:
        speakers = {str(code): checked.translators[code].of_plan(plan.plan.id) for code in plan.plan.languages}
        for edition in plan.editions:
            on = judged_on(plan, edition, checked.site)
            found = outcomes(edition, on)
            facts = about(checked.site, plan, edition, on)
            of = {each.path.rpartition("/")[2]: each for each in files_of(edition, found, facts, speakers)}
            made.append(Offered(edition, found, facts, tables(edition, found, on), of, on))
    return made
