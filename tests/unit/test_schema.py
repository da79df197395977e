"""The schemas that editors use say the same as the loader."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from generator import schema

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "plan_data").rglob("*.yaml"))


def test_the_schemas_in_the_repository_are_in_step() -> None:
    for path, text in schema.schemas(ROOT).items():
        assert path.read_text("utf-8") == text, 'run "planpress schema"'


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_file_names_its_schema_and_fits_it(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    named = json.loads((path.parent / first.removeprefix(prefix)).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(named)
    content = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    jsonschema.validate(content, named, jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("item.json", {"aims": [{"id": "a", "titel": "x"}]}),
        ("item.json", {"actions": [{"id": "a", "title": "x", "aims": []}]}),  # an aim never stands under an action
        ("item.json", {"id": "Not An Id"}),
        ("targets.json", {"targets": [{"id": "a", "statement": "x", "kind": "numbre", "measure": {"title": "x"}}]}),
        ("targets.json", {"goals": []}),
    ],
)
def test_an_editor_marks_what_the_loader_refuses(name: str, change: dict[str, object]) -> None:
    named = json.loads((ROOT / "plan_data/kettering-csp/schema" / name).read_text("utf-8"))
    good = {"id": "a", "title": "x"} if name == "item.json" else {}
    jsonschema.validate(good, named)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(good | change, named)
