"""The yearly update in a spreadsheet: what is filled in comes back, and everything else is refused by its address."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator import build
from generator.problems import Place, Problem, by_place
from generator.sheets.layout import SHEETS
from generator.workbook.book import Book, Content, Look, Written
from generator.workbook.ods_out import ods
from generator.workbook.xlsx_out import xlsx
from tests.unit.workbooks import (
    DAY,
    MONTH,
    PERCENT,
    changed,
    exported,
    filled,
    imported,
    run,
    spoilt,
    table_changed,
    texts,
)

ROOT = Path(__file__).parent.parent.parent
PLANS = sorted(path for path in (ROOT / "tests" / "plans").iterdir() if path.is_dir())
TARGETS = "plan_data/tiny/2026/targets.yaml"
GONE: dict[str, Content] = {"Values!D3": None, "Values!F3": None, "Values!L3": None}
"""That the cells of a result are emptied."""
BURGLARY = "plan_data/tiny/2026/items/burglary.yaml"


def _told(site: Path, workbook: Path) -> list[str]:
    """What is said about a workbook that is refused: message and hint of each problem."""
    before = texts(site)
    result = imported(site, workbook, "--apply")
    assert result.exit_code == 1, result.output
    assert texts(site) == before
    lines = result.stderr.splitlines()
    return [
        f"{line.removeprefix('update.xlsx: ')} |{hint.removeprefix('  hint:')}"
        for line, hint in zip(lines[:-1:2], lines[1::2], strict=True)
    ]


def _one(site: Path, cells: dict[str, Content]) -> str:
    told = _told(site, filled(site, cells))
    assert len(told) == 1, told
    return told[0]


def _applied(site: Path, workbook: Path) -> str:
    result = imported(site, workbook, "--apply")
    assert result.exit_code == 0, result.output
    return result.stdout


def _added(site: Path, before: dict[str, bytes], file: str) -> list[str]:
    """The lines of a file that were not in it before."""
    old = before[file].decode().splitlines()
    return [line for line in (site / file).read_text("utf-8").splitlines() if line not in old]


# ------------------------------------------------------------------------------------------------------------ export


@pytest.mark.parametrize("write", [xlsx, ods])
@pytest.mark.parametrize("plan", [*PLANS, ROOT], ids=lambda path: path.name)
def test_an_export_that_nobody_touched_changes_no_byte(
    plan: Path, write: Callable[[Book], bytes], tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for part in ("plan_data", "content", "translations"):
        if (plan / part).is_dir():
            shutil.copytree(plan / part, site / part)
    for record in site.rglob("published.yaml"):
        record.unlink()
    before = texts(site)
    said = _applied(site, filled(site, {}, write))
    assert said.endswith(": nothing changes.\n")
    assert texts(site) == before


def test_a_workbook_has_the_sheets_and_columns_of_the_guide(tiny: Path) -> None:
    guide = (ROOT / "docs" / "spreadsheet.md").read_text("utf-8")
    tables = exported(tiny).tables
    assert [table.name for table in tables] == ["Read me", *(layout.name for layout in SHEETS), "Lists"]
    for layout, table in zip(SHEETS, tables[1:], strict=False):
        assert f"### {layout.name}" in guide
        for index, column in enumerate(layout.columns):
            assert table.rows[0][index].content == column.header
            assert f"| {chr(ord('A') + index)} | {column.header} |" in guide.partition(f"### {layout.name}")[2]


def test_only_what_may_be_filled_in_is_unlocked(tiny: Path) -> None:
    values = next(table for table in exported(tiny).tables if table.name == "Values")
    looks = [[cell.look for cell in row] for row in values.rows]
    assert set(looks[1]) == {Look.LOCKED, Look.LOCKED_NUMBER}  # the baseline
    assert looks[6][:3] == [Look.NEW, Look.NEW, Look.LOCKED]
    assert set(looks[6][3:]) == {Look.FILL_NEW, Look.FILL_NEW_NUMBER}


def test_a_new_row_says_so_in_words(tiny: Path) -> None:
    values = next(table for table in exported(tiny).tables if table.name == "Values")
    new = [row for row in values.rows if row[0].look is Look.NEW]
    assert [row[0].content for row in new] == ["New result"] * 7


def test_export_never_replaces_a_file(tiny: Path) -> None:
    into = tiny.parent / "mine.xlsx"
    assert run("sheet", "export", tiny, "--into", into).exit_code == 0
    result = run("sheet", "export", tiny, "--into", into)
    assert result.exit_code == 1
    assert 'There is a file "mine.xlsx" already' in result.stderr


def test_export_knows_two_kinds_of_workbook_only(tiny: Path) -> None:
    result = run("sheet", "export", tiny, "--into", tiny.parent / "mine.csv")
    assert result.exit_code == 1
    assert "Let its name end in .xlsx or .ods." in result.stderr


@pytest.mark.parametrize("options", [("--edition", "2030"), ("--plan", "tinny")])
def test_export_refuses_an_unknown_name(options: tuple[str, str], tiny: Path) -> None:
    result = run("sheet", "export", tiny, "--into", tiny.parent / "mine.xlsx", *options)
    assert result.exit_code == 1
    assert f'"{options[1]}"' in result.stderr


def test_a_number_that_a_spreadsheet_would_round_goes_out_as_text(tiny: Path) -> None:
    path = tiny / TARGETS
    path.write_text(path.read_text("utf-8").replace("value: 41\n", "value: 123456789012345.678\n"), "utf-8")
    assert "nothing changes" in _applied(tiny, filled(tiny, {}))


# ------------------------------------------------------------------------------------------------------------ import


def test_the_preview_tells_in_sentences_and_changes_nothing(tiny: Path) -> None:
    before = texts(tiny)
    result = imported(tiny, filled(tiny, {"Actions!D4": "under way", "Values!E4": Decimal(43)}))
    assert result.stdout.splitlines() == [
        "tiny 2026: 2 changes.",
        '- Target "Burglaries": result for 2026-05: 41 crimes (provisional), now 43 crimes (provisional).',
        '- Action "Fit 200 alley gates": status added: under way.',
        "Nothing is written yet. If this is right, run the command again with --apply.",
    ]
    assert texts(tiny) == before


def test_a_new_result_is_appended_and_reads_back(tiny: Path) -> None:
    before = texts(tiny)
    cells: dict[str, Content] = {"Values!D9": "2026/2027", "Values!E9": Decimal("68.4"), "Values!I9": "Survey: 2027"}
    _applied(tiny, filled(tiny, cells))
    assert _added(tiny, before, TARGETS) == [
        "      - period: 2026/2027",
        "        value: 68.4",
        '        source: "Survey: 2027"',
    ]
    value = build.check(tiny).plans[0].current.targets.targets[1].values[0]
    assert (value.value, value.source.wording) == (Decimal("68.4"), "Survey: 2027")  # type: ignore[union-attr]


def test_a_status_stands_where_a_person_would_write_it(tiny: Path) -> None:
    cells: dict[str, Content] = {"Actions!D4": "Done", "Actions!E4": "All are up.", "Actions!F8": "police"}
    _applied(tiny, filled(tiny, cells))
    text = (tiny / BURGLARY).read_text("utf-8")
    assert "          - police\n        status: done\n        status_note: All are up.\n        serves:" in text
    assert "- police" in (tiny / "plan_data/tiny/2026/items/streets.yaml").read_text("utf-8")


def test_comments_and_untouched_lines_stay(tiny: Path) -> None:
    path = tiny / TARGETS
    path.write_text("# Ask the police in May.\n" + path.read_text("utf-8"), "utf-8")
    before = texts(tiny)
    _applied(tiny, filled(tiny, {"Due!E3": Decimal(470), "Targets!H2": "The police have more people."}))
    kept = before[TARGETS].decode().splitlines()
    now = (tiny / TARGETS).read_text("utf-8").splitlines()
    assert [line for line in kept if line not in now] == ["        value: 480"]
    assert [line for line in now if line not in kept] == [
        "        value: 470",
        "    revision: The police have more people.",
    ]


def test_an_empty_cell_takes_an_optional_field_out_and_the_preview_says_so(tiny: Path) -> None:
    result = imported(tiny, filled(tiny, {"Actions!H4": None}))
    assert "ends taken out: 2027-03-31" in result.stdout
    assert "- Action" in result.stdout


def test_an_empty_row_takes_a_result_out(tiny: Path) -> None:
    gone: dict[str, Content] = {"Values!D3": None, "Values!F3": None, "Values!L3": None}
    said = _applied(
        tiny, filled(tiny, gone | {"Values!E4": Decimal(44), "Values!D7": "2026-08", "Values!E7": Decimal(9)})
    )
    assert "3 changes" in said
    values = build.check(tiny).plans[0].current.targets.targets[0].values
    assert values[0].value == Decimal(44)
    assert [value.period.written for value in values] == ["2026-05", "2026-06", "2026-07", "2026-08"]  # type: ignore[union-attr]


def test_what_the_publisher_concludes_comes_and_goes_as_a_whole(tiny: Path) -> None:
    before = texts(tiny)
    _applied(tiny, filled(tiny, {"Targets!I2": "on track", "Targets!J2": "Green"}))
    added = ["    published_outcome:", "      outcome: on track", "      words: Green"]
    assert _added(tiny, before, TARGETS) == added
    _applied(tiny, filled(tiny, {"Targets!I2": None, "Targets!J2": None}))
    assert texts(tiny) == before


def test_a_percent_cell_counts_as_its_figure(tiny: Path) -> None:
    workbook = spoilt(
        tiny, {"Values!E9": f'<c r="E9" s="{PERCENT}"><v>0.12</v></c>', "Values!D9": '<c r="D9"><v>2026</v></c>'}
    )
    said = imported(tiny, workbook).stdout
    assert "12%" in said
    assert "Note: update.xlsx: Values!E9: 12% is read as 12." in said


def test_dates_of_excel_are_read_as_days_or_months(tiny: Path) -> None:
    cells = {
        "Actions!G4": f'<c r="G4" s="{DAY}"><v>46112</v></c>',
        "Actions!H4": f'<c r="H4" s="{MONTH}"><v>46143</v></c>',
    }
    _applied(tiny, spoilt(tiny, cells))
    text = (tiny / BURGLARY).read_text("utf-8")
    assert "starts: 2026-03-31\n        ends: 2026-05\n" in text


def test_a_formula_with_a_plain_result_is_taken(tiny: Path) -> None:
    _applied(tiny, spoilt(tiny, {"Values!E4": '<c r="E4"><f>20+22</f><v>42</v></c>'}))
    assert "value: 42\n" in (tiny / TARGETS).read_text("utf-8")


def test_hidden_rows_are_read(tiny: Path) -> None:
    whole = spoilt(tiny, {"Values!E4": '<c r="E4"><v>42</v></c>'})
    assert "now 42 crimes" in imported(tiny, whole).stdout  # the reader does not look at what is hidden


# --------------------------------------------------------------------------------------- tables that people moved about


def _moved(cells: list[list[Written]]) -> None:
    for row in cells:
        row.insert(0, row.pop(4))
    cells.insert(0, [])
    cells.insert(0, [Written("Draft of the results, ask Sam")])
    cells[2].append(Written("Sam's remarks"))
    cells[8].append(Written("done"))
    cells.extend([[], [Written("  ")]])


def test_columns_may_be_moved_and_lines_put_above_them(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Values", _moved))
    said = _applied(tiny, workbook)
    assert said.splitlines()[0] == "tiny 2026: nothing changes."
    assert said.splitlines()[1] == 'Note: Values!M3: the column "Sam\'s remarks" is your own and is left out.'


def _sorted(cells: list[list[Written]]) -> None:
    cells[1:] = sorted(cells[1:], key=lambda row: str(row[3].content))


def test_rows_may_be_sorted(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Values", _sorted))
    assert "nothing changes" in _applied(tiny, workbook)


def _second_new_row(cells: list[list[Written]]) -> None:
    for row, (period, value) in ((8, ("2026", "70")), (9, ("2027", "71"))):
        cells.insert(row, list(cells[8])) if row == 9 else None
        cells[row][3:5] = [Written(period), Written(Decimal(value))]


def test_a_new_result_comes_with_the_source_of_the_last_one(tiny: Path) -> None:
    path = tiny / TARGETS
    last = "      - state: missing\n        period: 2026-07\n"
    path.write_text(path.read_text("utf-8").replace(last, f"{last}        source: Police records\n"), "utf-8")
    row = [each[0].content for each in exported(tiny).tables[1].rows].index("New result") + 1
    _applied(tiny, filled(tiny, {f"Values!D{row}": "2026-08", f"Values!E{row}": Decimal(44)}))
    new = build.check(tiny).plans[0].current.targets.targets[0].values[-1]
    assert (new.value, new.source.wording) == (Decimal(44), "Police records")  # type: ignore[union-attr]


def test_a_late_result_of_an_earlier_time_stands_where_it_belongs(tiny: Path) -> None:
    rows = [row[0].content for row in exported(tiny).tables[1].rows]
    row = rows.index("New result") + 1
    said = _applied(tiny, filled(tiny, {f"Values!D{row}": "2026-03", f"Values!E{row}": Decimal(44)}))
    assert "result for 2026-03 added: 44 crimes" in said
    target = build.check(tiny).plans[0].current.targets.targets[0]
    assert [value.period.written for value in target.values][:2] == ["2026-03", "2026-04"]  # type: ignore[union-attr]


def test_an_owner_who_joins_leaves_the_comments_of_the_others_alone(tiny: Path) -> None:
    path = tiny / "plan_data/tiny/2026/items/streets.yaml"
    path.write_text(
        path.read_text("utf-8").replace("- exampleton-council\n", "- exampleton-council  # until May\n"), "utf-8"
    )
    rows = exported(tiny).tables[2].rows
    row = next(number for number, each in enumerate(rows, 1) if each[5].content == "exampleton-council")
    _applied(tiny, filled(tiny, {f"Actions!F{row}": "exampleton-council, police"}))
    assert "- exampleton-council  # until May\n      - police\n" in path.read_text("utf-8")


def test_a_name_that_two_organisations_have_is_asked_about(tiny: Path) -> None:
    path = tiny / "plan_data/tiny/2026/organisations.yaml"
    names = [each.name.wording for each in build.check(tiny).plans[0].current.organisations.organisations]
    path.write_text(path.read_text("utf-8").replace(f"name: {names[1]}", f"name: {names[0]}"), "utf-8")
    told = _one(tiny, {"Actions!F4": names[0]})
    assert "can mean several" in told
    assert "Write the id that you mean" in told


def test_a_target_may_have_several_new_results(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Values", _second_new_row))
    _applied(tiny, workbook)
    values = build.check(tiny).plans[0].current.targets.targets[1].values
    assert [(each.period.written, each.value) for each in values] == [("2026", Decimal(70)), ("2027", Decimal(71))]  # type: ignore[union-attr]


# ---------------------------------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Values!E4": "four hundred"}, 'Values!E4: error: The value is in words ("four hundred") [sheet]'),
        ({"Values!E4": "n/a"}, 'Values!E4: error: "n/a" is no figure [sheet]'),
        ({"Values!E4": "1,234"}, 'Values!E4: error: "1,234" can mean 1234 or 1.234 [sheet]'),
        ({"Values!D4": "03/04/2026"}, 'Values!D4: error: "03/04/2026" can mean two days [sheet]'),
        ({"Values!F4": "provisonal"}, 'Values!F4: error: "State" cannot be "provisonal" [sheet] | Did you mean "prov'),
        ({"Actions!D4": "finished"}, 'Actions!D4: error: "Status" cannot be "finished" [sheet] | Use one of: '),
        ({"Actions!F4": "polise"}, 'Actions!F4: error: "Owners" cannot be "polise" [sheet] | Did you mean "police"?'),
        ({"Targets!F2": "crime"}, 'Targets!F2: error: "Unit" cannot be "crime" [sheet] | Did you mean "crimes"?'),
        ({"Targets!C2": None}, 'Targets!C2: error: "Promise" may not be empty [sheet]'),
        ({"Actions!C4": "Fit gates"}, 'Actions!C4: error: "Title" cannot be changed here [sheet]'),
        ({"Values!E2": Decimal(501)}, 'Values!E2: error: "Value" cannot be changed here [sheet]'),
        ({"Values!C4": None}, 'Values!C4: error: "What is counted" cannot be changed here [sheet]'),
        ({"Values!E9": Decimal(1)}, 'Values!D9: error: This new row has no "Period" [sheet]'),
        ({"Values!B9": "feel-saf"}, 'Values!B9: error: "feel-saf" under "Target" is not in the plan [sheet]'),
        ({"Values!A4": "Result 9"}, 'Values!A4: error: "Result 9" under "Row" is not in the plan [sheet]'),
        ({"Values!E1": "Vaule"}, 'Values!E1: error: The column "Value" is missing [sheet] | Is it "Vaule" in'),
        ({"Values!L1": "Value"}, 'Values!A1: error: The column "Note" is missing [sheet]'),
        # Found by the checks of the plan, and told by the cell that it comes from:
        ({"Values!E5": Decimal(50)}, 'Values!F5: error: This value is "awaited", but has a figure (50) [values]'),
        (GONE | {"Values!E5": Decimal(50)}, 'Values!F5: error: This value is "awaited", but has a figure'),
        (
            {"Values!D7": "2026-05", "Values!E7": Decimal(4), "Values!F7": "provisional"},
            "Values!D7: error: There are two values",
        ),
        ({"Actions!G4": "2027-05"}, "Actions!H4: error: "),
        ({"Targets!J2": "Green"}, 'Targets!J2: error: A published outcome has no "outcome" [known-fields]'),
        ({"Actions!E4": "A hid\u200eden\u2028sign"}, "Actions!E4: error: There is a hidden control character"),
    ],
)  # fmt: skip
def test_a_bad_cell_is_told_by_its_address(cells: dict[str, Content], said: str, tiny: Path) -> None:
    told = _told(tiny, filled(tiny, cells))
    assert any(line.startswith(said) for line in told), told


def test_every_bad_cell_is_told_in_one_run(tiny: Path) -> None:
    cells: dict[str, Content] = {"Values!E4": "many", "Values!D4": "May", "Actions!D4": "so so", "Due!E2": "-"}
    told = _told(tiny, filled(tiny, cells))
    assert [line.partition(":")[0] for line in told] == ["Actions!D4", "Due!E2", "Values!D4", "Values!E4"]


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ('<c r="E4"><f>A1</f></c>', "The formula here has no result (=A1)"),
        ('<c r="E4" t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "The formula here ends in an error (#DIV/0!)"),
        ('<c r="E4" t="e"><v>#REF!</v></c>', "The formula here ends in an error (#REF!)"),
        ('<c r="E4" t="b"><v>1</v></c>', "There is TRUE here, not a figure"),
        (f'<c r="E4" s="{DAY}"><v>46112</v></c>', "There is a date here (2026-03-31), not a figure"),
        (
            f'<c r="E4" s="{PERCENT}"><v>0.5</v></c>',
            "There is a percentage here (50%), but this does not count percent",
        ),
    ],
)
def test_a_cell_without_a_plain_figure_is_refused(xml: str, said: str, tiny: Path) -> None:
    assert _told(tiny, spoilt(tiny, {"Values!E4": xml}))[0].startswith(f"Values!E4: error: {said} [sheet]")


def test_a_formula_error_in_a_cell_that_only_names_the_row_is_told_too(tiny: Path) -> None:
    told = _told(tiny, spoilt(tiny, {"Actions!C4": '<c r="C4" t="e"><v>#N/A</v></c>'}))
    assert told[0].startswith("Actions!C4: error: The formula here ends in an error (#N/A) [sheet]")


def test_merged_cells_are_refused(tiny: Path) -> None:
    told = _told(
        tiny,
        spoilt(tiny, {"Values!E4": '<c r="E4"><v>41</v></c>'}, '<mergeCells><mergeCell ref="D3:D4"/></mergeCells>'),
    )
    assert "Values!D3: error: Several cells are merged to one here [sheet]" in told[-1]


def test_a_deleted_row_is_missed(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Targets", lambda rows: rows.remove(rows[2])))
    told = _told(tiny, workbook)
    assert len(told) == 1
    assert told[0].startswith('Targets!A1: error: The row of "feel-safe" is missing: rows may not be deleted [sheet]')
    assert told[0].endswith("To withdraw a target, see docs/editions.md.")


def test_a_new_row_that_is_not_needed_may_be_deleted(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Values", lambda rows: rows.remove(rows[-1])))
    assert "nothing changes" in _applied(tiny, workbook)


def test_a_row_that_stands_twice_is_refused(tiny: Path) -> None:
    workbook = changed(tiny, lambda made: table_changed(made, "Actions", lambda rows: rows.append(list(rows[3]))))
    told = _told(tiny, workbook)
    assert told[0].startswith('Actions!A9: error: The row of "burglary.homes.alley-gates" stands here twice [sheet]')


@pytest.mark.parametrize("name", ["Read me", "Values"])
def test_a_missing_sheet_is_told(name: str, tiny: Path) -> None:
    def without(made: Book) -> Book:
        return replace(made, tables=tuple(table for table in made.tables if table.name != name))

    workbook = changed(tiny, lambda made: without(made) if name == "Read me" else table_renamed(made, name))
    result = imported(tiny, workbook)
    assert result.exit_code == 1
    assert "Read me sheet" in result.stderr or f'The sheet "{name}" is missing' in result.stderr


def table_renamed(made: Book, name: str) -> Book:
    return replace(
        made, tables=tuple(replace(each, name="Other") if each.name == name else each for each in made.tables)
    )


def test_a_repaired_text_is_not_overwritten(tiny: Path) -> None:
    path = tiny / TARGETS
    text = path.read_text("utf-8").replace(
        "    statement: Residents trust the partnership more\n",
        "    statement:\n      text: Residents trust the partnership more\n"
        "      as_printed: Residents trust partnership more\n      why: A word is missing.\n",
    )
    path.write_text(text, "utf-8")
    assert 'Targets!C7: error: "Promise" cannot be changed here' in _one(tiny, {"Targets!C7": "Trust"})


# -------------------------------------------------------------------------------------------------- the right edition


def test_a_plan_that_has_changed_since_is_not_overwritten(tiny: Path) -> None:
    workbook = filled(tiny, {"Values!E4": Decimal(43)})
    path = tiny / TARGETS
    path.write_text(path.read_text("utf-8").replace("value: 41", "value: 40"), "utf-8")
    assert (
        _told(tiny, workbook)[0].startswith(
            "error: The plan has changed since this workbook was exported (targets.yaml) [sheet]"
        )
        or "has changed since this workbook was exported (targets.yaml) [sheet]" in _told(tiny, workbook)[0]
    )


def test_a_workbook_can_be_applied_once_only(tiny: Path) -> None:
    workbook = filled(tiny, {"Values!D9": "2026", "Values!E9": Decimal(70)})
    _applied(tiny, workbook)
    assert "has changed since this workbook was exported" in _told(tiny, workbook)[0]


@pytest.mark.parametrize("options", [("--edition", "2025"), ("--plan", "other")])
def test_a_workbook_of_another_edition_is_refused(options: tuple[str, str], tiny: Path) -> None:
    result = imported(tiny, filled(tiny, {}), *options)
    assert result.exit_code == 1
    assert "This workbook belongs to" in result.stderr


def test_a_published_edition_is_never_changed(tiny: Path) -> None:
    assert run("edition", "publish", "2026", tiny).exit_code == 0
    told = _told(tiny, filled(tiny, {"Values!E4": Decimal(43)}))
    assert told[0].startswith("error: Edition 2026 is published, and does not change any more [sheet]")
    assert "planpress edition start" in told[0]


def test_a_draft_can_be_updated(tiny: Path) -> None:
    run("edition", "publish", "2026", tiny)
    assert run("edition", "start", "2027", tiny).exit_code == 0
    _applied(tiny, filled(tiny, {"Values!E4": Decimal(43)}))
    assert "value: 43" in (tiny / "plan_data/tiny/2027/targets.yaml").read_text("utf-8")
    assert "value: 41" in (tiny / TARGETS).read_text("utf-8")


def test_all_files_are_written_or_none(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook = filled(tiny, {"Values!E4": Decimal(43), "Actions!D4": "done", "Actions!D8": "done"})
    before = texts(tiny)
    moves: list[Path] = []
    replace_ = Path.replace

    def failing(self: Path, target: Path) -> Path:
        moves.append(self)
        if len(moves) == 2:
            raise OSError(28, "No space left on device")
        return replace_(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    assert imported(tiny, workbook, "--apply").exit_code == 1
    assert texts(tiny) == before


def test_cells_are_sorted_by_sheet_row_and_column() -> None:
    places = [
        Place("a.xlsx", 2, 1, "B"),
        Place("a.xlsx", 10, 2, "A"),
        Place("a.xlsx", 10, 1, "A"),
        Place("a.xlsx", 9, 27, "A"),
    ]
    ordered = by_place(Problem("m", "sheet", "h", place) for place in places)
    assert [str(each.place) for each in ordered] == ["a.xlsx: A!AA9", "a.xlsx: A!A10", "a.xlsx: A!B10", "a.xlsx: B!A2"]
