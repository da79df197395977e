"""The data files read back: by validators of their standards, and against each other."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from csvw import CSVW
from frictionless import Package

from tests.formats.offered import PLANS, ROOT, Offered, offered
from tests.formats.stratml_rules import facts_of

EDITIONS, TABLES = 11, 58
"""How many the sites have in all that tests read back."""
STRATML = ("stratml-part-1.xml", "stratml-part-2.xml")
pytestmark = pytest.mark.xdist_group("formats data")


def _csvw_faults(folder: Path) -> list[str]:
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            read = CSVW(str(folder / "csv-metadata.json"), validate=True)
            # It sees some faults of cells only while it reads the rows.
            rows = [row for table in read.tables for row in table.iterdicts(strict=True)]
            found = [] if read.is_valid and rows else ["not valid"]
        except ValueError as error:
            found = [str(error)]
    return found + [str(each.message) for each in heard]


def _package_faults(folder: Path) -> list[str]:
    report = Package(str(folder / "datapackage.json")).validate()
    return [error.message for error in [*report.errors, *(error for task in report.tasks for error in task.errors)]]


def test_every_edition_is_a_data_package(folders: dict[str, Path]) -> None:
    assert {name: _package_faults(folder) for name, folder in folders.items()} == {name: [] for name in folders}
    assert len(folders) == EDITIONS


def test_every_edition_is_csv_on_the_web(folders: dict[str, Path]) -> None:
    assert {name: _csvw_faults(folder) for name, folder in folders.items()} == {name: [] for name in folders}
    assert sum(len(list(folder.glob("*.csv"))) for folder in folders.values()) == TABLES


def test_the_headings_of_each_file_are_titles_in_no_language(real: Offered) -> None:
    for table in json.loads(real.files["csv-metadata.json"].content)["tables"]:
        header = real.files[table["url"]].content.decode("utf-8-sig").partition("\r\n")[0].split(",")
        assert [column["titles"]["und"] for column in table["tableSchema"]["columns"]] == header


def test_the_edition_is_a_version_and_no_identifier(real: Offered) -> None:
    stated = json.loads(real.files["csv-metadata.json"].content)
    assert (stated["schema:version"], stated.get("dc:identifier")) == ("2008", None)


def test_columns_say_in_which_form_their_words_are(real: Offered) -> None:
    described = {
        (table["url"], column["name"]): column["dc:description"]["@value"]
        for table in json.loads(real.files["csv-metadata.json"].content)["tables"]
        for column in table["tableSchema"]["columns"]
    }
    assert described["organisations.csv", "address"] == "The postal address, with commas between its lines."
    assert described["achievements.csv", "text"] == "The words as printed, in short Markdown."


def test_columns_have_the_words_of_the_pages_in_each_language(real: Offered) -> None:
    tables = json.loads(real.files["csv-metadata.json"].content)["tables"]
    columns = {column["name"]: column["titles"] for column in tables[0]["tableSchema"]["columns"]}
    assert columns["direction"]["pl"] == "Kierunek zmiany"
    assert set(columns["direction"]) == {"und", "en", "es", "it", "pt", "bn", "zh-Hans", "ur", "pl"}


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("targets.csv", ",913,", ",nine hundred,"),
        ("targets.csv", ",number,", ",figure,"),
        ("targets.csv", "\r\ndomestic-burglary,", "\r\nvehicle-crime,"),
        ("targets.csv", "\r\nvehicle-crime,", "\r\nno-such-target,"),
        ("outcomes.csv", ",2026-11-23,", ",23/11/2026,"),
        ("items.csv", "\r\nenvironment,", "\r\nEnvironment!,"),
        ("items.csv", "path,parent", "way,parent"),
    ],
)
def test_both_validators_refuse_a_spoilt_file(
    real: Offered, tmp_path: Path, name: str, before: str, after: str
) -> None:
    folder = real.write(tmp_path / "spoilt")
    text = (folder / name).read_bytes().decode()
    assert before in text
    (folder / name).write_bytes(text.replace(before, after, 1).encode())
    assert _package_faults(folder)
    assert _csvw_faults(folder)


def test_every_plan_fits_the_schema_beside_it(data: dict[str, Offered]) -> None:
    count = 0
    for each in data.values():
        plan, schema = (json.loads(each.files[name].content) for name in ("plan.json", "plan.schema.json"))
        jsonschema.Draft7Validator.check_schema(schema)
        jsonschema.validate(plan, schema, jsonschema.Draft7Validator)
        assert plan["$schema"] == "plan.schema.json"
        count += 1
    assert count == EDITIONS


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("files", "targets.yaml", "targets", 0, "kind"), "figure"),
        (("files", "targets.yaml", "targets", 0, "baseline", "value"), "nine hundred"),
        (("files", "items/environment.yaml", "aims", 0, "titel"), "x"),
        (("files", "items/Not An Id.yaml"), {}),
        (("files", "plan.yaml", "title"), {"text": "x"}),
    ],
)
def test_the_schema_refuses_what_is_no_plan(real: Offered, path: tuple[Any, ...], value: object) -> None:
    plan, schema = (json.loads(real.files[name].content) for name in ("plan.json", "plan.schema.json"))
    part = plan
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plan, schema, jsonschema.Draft7Validator)


def _rows(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def _walk(item: dict[str, Any], levels: Iterable[str], above: str = "") -> Iterator[str]:
    path = f"{above}{item['id']}"
    yield path
    for child in (child for level in levels for child in item.get(level, ())):
        yield from _walk(child, levels, f"{path}.")


def test_all_files_tell_the_same_items_targets_figures_and_contacts(data: dict[str, Offered]) -> None:
    counted = 0
    for each in data.values():
        content = {name: file.content for name, file in each.files.items()}
        files = json.loads(content["plan.json"])["files"]
        levels = [next(iter(level.values())) for level in files["plan.yaml"]["levels"]]
        tops = files["edition.yaml"][levels[0]]
        paths = [path for top in tops for path in _walk(files[f"items/{top}.yaml"], levels)]
        assert paths
        assert [row["path"] for row in _rows(content["items.csv"])] == paths
        ids = [target["id"] for target in files["targets.yaml"].get("targets", ())]
        assert list(dict.fromkeys(row["id"] for row in _rows(content["targets.csv"]))) == ids
        assert [row["target"] for row in _rows(content["outcomes.csv"])] == ids
        assert [row["target"] for row in json.loads(content["outcomes.json"])["outcomes"]] == ids
        for part in STRATML:
            facts = [facts_of(text) for text in ET.fromstring(content[part]).itertext()]
            assert [of["path"] for of in facts if "level" in of] == paths
            assert [of["id"] for of in facts if "kind" in of] == ids
        baselines = [target.get("baseline", {}).get("value") for target in files["targets.yaml"]["targets"]]
        first = [row for row in _rows(content["targets.csv"]) if row["due_number"] in ("0", "1")]
        assert [row["baseline_value"] or None for row in first] == baselines
        contacts = [each for body in files["organisations.yaml"]["organisations"] for each in body.get("contacts", ())]
        telephones = [contact["telephone"] for contact in contacts if "telephone" in contact]
        rows = _rows(content["organisations.csv"])
        assert [row["telephone"].removeprefix("'") for row in rows if row["telephone"]] == telephones
        for part in STRATML:
            assert re.findall("telephone: ([^\n<]*)", content[part].decode()) == telephones
        counted += len(paths) + len(ids) + len(telephones)
    assert counted > 400


def test_every_file_that_can_says_licence_source_and_edition(data: dict[str, Offered]) -> None:
    tiny, real = data["tiny 2026"], data["real 2008"]
    address = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    texts = [name for name in tiny.files if name.endswith((".json", ".xml")) and name != "plan.schema.json"]
    for name in texts:
        assert address in tiny.files[name].content.decode(), name
        assert "licence" not in real.files[name].content.decode() or "not state" in real.files[name].content.decode()
        assert "A damaged transcript of the printed plan" in real.files[name].content.decode(), name
        assert "2008" in real.files[name].content.decode()
    assert len(texts) == 6
    assert "licenses" not in json.loads(real.files["datapackage.json"].content)


SUMS = """
import hashlib
from tests.formats.offered import PLANS, offered
for each in offered(PLANS / "tiny"):
    for name, file in each.files.items():
        print(name, hashlib.sha256(file.content).hexdigest())
"""


def test_the_same_plan_gives_the_same_bytes_in_another_process() -> None:
    run = [
        subprocess.run([sys.executable, "-c", SUMS], cwd=ROOT, env=os.environ | seed, check=True, capture_output=True)
        for seed in ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"})
    ]
    assert run[0].stdout == run[1].stdout
    assert run[0].stdout.count(b"\n") == 15


def test_with_an_address_rows_and_schema_say_where_they_are(tmp_path: Path) -> None:
    site = Path(shutil.copytree(PLANS / "tiny", tmp_path / "tiny"))
    settings = site / "plan_data" / "site.yaml"
    text = re.sub(r"(?m)^address:.*\n", "", settings.read_text("utf-8"))
    settings.write_text(f"{text.rstrip()}\naddress: https://plan.example.org/safer\n", "utf-8")
    (each,) = offered(site)
    folder = each.write(tmp_path / "data")
    assert _csvw_faults(folder) == []
    tables = {
        table["url"]: table["tableSchema"]
        for table in json.loads((folder / "csv-metadata.json").read_text("utf-8"))["tables"]
    }
    assert tables["targets.csv"]["aboutUrl"] == "https://plan.example.org/safer/plans/tiny/2026/targets/{id}.html"
    schema = json.loads((folder / "plan.schema.json").read_text("utf-8"))
    assert schema["$id"] == "https://plan.example.org/safer/plans/tiny/2026/data/plan.schema.json"


def test_without_an_address_the_schema_has_none_of_its_own(real: Offered) -> None:
    assert "$id" not in json.loads(real.files["plan.schema.json"].content)
    assert "aboutUrl" not in real.files["csv-metadata.json"].content.decode()
