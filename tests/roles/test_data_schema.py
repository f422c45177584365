"""An editor with the schemas refuses the slips that the loader refuses, and nothing that stands here."""

import csv
import json
import shutil

import pytest
import yaml
from django.conf import settings
from jsonschema import Draft202012Validator

from roles.loading.problems import BrokenData
from roles.loading.reading import read_catalogue
from roles.loading.schema import schemas, written
from roles.loading.services import DATA
from roles.models import Fit, Need, RoleRevision, Source
from tests.roles.datacopy import DataCopy
from tests.roles.slips import SLIPS

FOLDER = DATA / "schema"
FILES = sorted(
    path.relative_to(DATA).as_posix() for end in ("yaml", "csv") for path in DATA.rglob(f"*.{end}")
)
SCHEMAS = {path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))}


def kind_of(name):
    """Which schema checks a file: the one with the name of its folder, or its own."""
    folder, _, _ = name.rpartition("/")
    return folder or name.removesuffix(".yaml")


def refusals(folder, name):
    """What an editor would mark, as it reads the file: no words of ours between."""
    path = folder / name
    check = Draft202012Validator(SCHEMAS[kind_of(name)], format_checker=Draft202012Validator.FORMAT_CHECKER)
    if path.suffix == ".csv":
        with path.open(newline="") as file:
            return [error.message for row in csv.DictReader(file) for error in check.iter_errors(row)]
    entries = yaml.load(path.read_text(), Loader=yaml.CSafeLoader)
    return [error.message for error in check.iter_errors(entries)]


def objects(schema):
    """A schema and every one inside it that has keys."""
    if isinstance(schema, dict):
        if "additionalProperties" in schema:
            yield schema
        for inner in schema.values():
            yield from objects(inner)


@pytest.mark.parametrize("name", FILES)
def test_every_file_here_passes(name):
    assert refusals(DATA, name) == []


def test_every_kind_of_file_has_its_schema_and_no_schema_is_left_over():
    assert set(SCHEMAS) == {kind_of(name) for name in FILES}


def test_the_schemas_are_what_the_loader_asks_for_today():
    committed = {path.name: path.read_text() for path in FOLDER.iterdir()}
    assert committed == {name: written(schema) for name, schema in schemas(DATA).items()}, (
        "run `.venv/bin/python manage.py data_schema`"
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """File and words of all the loader says when all slips are made in one copy."""
    copy = DataCopy(shutil.copytree(DATA, tmp_path_factory.mktemp("all") / "data"))
    for slip in SLIPS.values():
        copy.change(*slip[:3])
    with pytest.raises(BrokenData) as broken:
        read_catalogue(copy.folder)
    return [(p.path.relative_to(copy.folder).as_posix(), p.says) for p in broken.value.problems]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_refused_by_the_schema_and_by_the_loader(slip, told, tmp_path):
    (tmp_path / slip[0]).parent.mkdir(exist_ok=True)
    shutil.copy(DATA / slip[0], tmp_path / slip[0])
    DataCopy(tmp_path).change(*slip[:3])
    assert len(refusals(tmp_path, slip[0])) >= 1
    assert [says for name, says in told if name == slip[0] and slip[3] in says], told


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_sound_and_asks_nobody_else(kind):
    schema = SCHEMAS[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{kind}.json"
    refs = {part.split('"')[0] for part in json.dumps(schema).split('"$ref": "')[1:]}
    assert refs <= {"#/$defs/state", "#/$defs/capability"}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_has_a_title_and_says_what_belongs_there(kind):
    keys = [(key, said) for entry in objects(SCHEMAS[kind]) for key, said in entry["properties"].items()]
    assert keys
    assert [
        key
        for key, said in keys
        if not said["title"] or not said["description"].endswith((".", "?", "...", "'", ")"))
    ] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_no_entry_takes_a_key_nobody_named(kind):
    assert {entry["additionalProperties"] for entry in objects(SCHEMAS[kind])} == {False}


@pytest.mark.parametrize(("kind", "term"), [("roles", "role"), ("fits", "fit"), ("needs", "need")])
def test_what_is_described_is_described_in_the_glossarys_words(kind, term):
    glossary = (settings.ROOT / "docs" / "glossary.md").read_text()
    assert f"| {term} | {SCHEMAS[kind]['description']} |" in glossary


def test_choices_are_the_models_own():
    assert SCHEMAS["fits"]["properties"]["value"]["enum"] == Fit.Value.values
    assert SCHEMAS["fits"]["properties"]["claim"]["enum"] == Fit.Claim.values
    assert (
        SCHEMAS["sources"]["properties"]["sources"]["items"]["properties"]["kind"]["enum"]
        == Source.Kind.values
    )
    assert SCHEMAS["roles"]["properties"]["licence"]["enum"] == [*RoleRevision.Licence.values, ""]
    needs = SCHEMAS["needs"]["properties"]["needs"]["items"]
    assert needs["properties"]["urgency"]["enum"] == Need.Urgency.values
    assert {"slug", "title", "asks", "urgency", "confidence"} <= set(needs["required"])
    assert {"common", "safety", "note", "helpful"}.isdisjoint(needs["required"])


def test_states_and_capabilities_are_listed_and_roles_are_free():
    assert len(SCHEMAS["fits"]["$defs"]["state"]["enum"]) == 52
    assert len(SCHEMAS["fits"]["$defs"]["capability"]["enum"]) == 25
    assert set(SCHEMAS["spoken"]) >= {"properties"}
    assert "$defs" not in SCHEMAS["spoken"]
