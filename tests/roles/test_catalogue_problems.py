"""A broken data file gets its file, its line and what to do; nothing is written."""

import shutil

import pytest
from django.core.management import CommandError, call_command

from roles.loading.problems import BrokenData
from roles.loading.reading import read_catalogue
from roles.loading.services import DATA, StillInUse
from roles.models import CatalogueVersion, Need
from roles.models.role import TIERS
from roles.presenters.words import OTHER_GROUP, group_of
from tests.roles.datacopy import DataCopy
from tests.roles.slips import WITH_LINES


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """All slips in one copy of the data: each is found although the others are there."""
    copy = DataCopy(shutil.copytree(DATA, tmp_path_factory.mktemp("slips") / "data"))
    lines = {slip: copy.change(*slip[:3]) for slip in WITH_LINES}
    with pytest.raises(BrokenData) as broken:
        read_catalogue(copy.folder)
    return copy.folder, lines, [str(problem) for problem in broken.value.problems]


@pytest.mark.parametrize("slip", WITH_LINES, ids=lambda slip: f"{slip[0]}:{slip[2][:20]}")
def test_a_slip_is_told_with_its_file_and_line(told, slip):
    folder, lines, problems = told
    place = f"{folder / slip[0]}:{lines[slip]}: "
    assert [p for p in problems if p.startswith(place) and slip[3] in p], problems


def test_the_whole_message_reads_as_one_line(data):
    line = data.change("fits/qmha.csv", "\nfamily-therapy,", "\nfamly-therapy,") + 1
    with pytest.raises(BrokenData) as broken:
        read_catalogue(data.folder)
    assert str(broken.value.problems[-1]) == (
        f"{data.folder}/fits/qmha.csv:{line}: "
        'capability "famly-therapy" is not known. Did you mean "family-therapy"?'
    )


def test_paths_inside_the_repository_are_told_from_its_top(settings):
    from roles.loading.problems import Problem

    path = settings.ROOT / "roles" / "data" / "needs.yaml"
    assert str(Problem(True, path, 7, "says.")) == "roles/data/needs.yaml:7: says."


def test_all_problems_are_told_at_once(data):
    data.change("fits/qmha.csv", ",trained,", ",traned,")
    data.change("needs.yaml", "urgency: emergency", "urgency: emergancy")
    with pytest.raises(BrokenData) as broken:
        read_catalogue(data.folder)
    assert len(broken.value.problems) == 2


def test_a_table_saved_by_a_spreadsheet_is_read(data):
    path = data.folder / "fits/qmha.csv"
    path.write_text("\ufeff" + path.read_text().replace(";", " ; ") + "\n\n", encoding="utf-8")
    assert read_catalogue(data.folder).digest == read_catalogue(DATA).digest


@pytest.mark.parametrize("groups", ["groups: 5", "groups: [{a: b}]"])
def test_groups_that_are_no_list_of_names_are_a_problem(data, groups):
    line = data.change("questions.yaml", "groups:", f"{groups}\nold_groups:")
    with pytest.raises(
        BrokenData, match=rf'questions\.yaml:{line}: "groups" has to be a list of plain names'
    ):
        read_catalogue(data.folder)


def test_every_tier_has_its_place_in_the_list_of_roles():
    assert {tier for tier in TIERS if group_of(tier) == OTHER_GROUP} == set()


def test_a_missing_cell_is_a_problem(data):
    rows = (data.folder / "fits/qmha.csv").read_text().splitlines(keepends=True)
    (data.folder / "fits/qmha.csv").write_text("".join(r for r in rows if not r.startswith("medication,")))
    with pytest.raises(BrokenData, match=r'qmha\.csv:1: there is no row for capability "medication"'):
        read_catalogue(data.folder)


def test_a_missing_file_is_a_problem(data):
    (data.folder / "fits/qmha.csv").unlink()
    with pytest.raises(BrokenData, match=r"qmha\.csv:1: this file is missing"):
        read_catalogue(data.folder)


def test_text_that_is_not_yaml_is_a_problem(data):
    (data.folder / "needs.yaml").write_text("needs:\n  - slug: [open\n")
    with pytest.raises(BrokenData, match=r"needs\.yaml:\d+: this is not YAML we can read"):
        read_catalogue(data.folder)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("sources.yaml", "sources:\n  - id: [open\n", "3: this is not YAML we can read"),
        ("sources.yaml", "- just a list\n", '1: this file has to hold "key: value" lines.'),
        ("states/WA.yaml", "code: 'WA\n", "2: this is not YAML we can read"),
        ("roles/qmhp.yaml", "slug: qmhp\n lede: x\n", "2: this is not YAML we can read"),
        ("fits/qmhp.csv", "capability,fit\n", "1: the first line has to be: "),
        ("fits/qmhp.csv", '"open\n', "1: this is not a CSV file we can read"),
        ("sources.yaml", None, "1: this file is missing."),
    ],
)
def test_what_cannot_be_read_is_told_before_what_hangs_on_it(data, name, text, says):
    data.change("approaches.yaml", "    who_may_give:", "    who_can_give:")
    (data.folder / name).unlink()
    if text is not None:
        (data.folder / name).write_text(text)
    with pytest.raises(BrokenData) as broken:
        read_catalogue(data.folder)
    assert len(broken.value.problems) > 1
    assert str(broken.value.problems[0]).startswith(f"{data.folder / name}:{says}")


def test_an_empty_folder_is_told_kindly(tmp_path):
    with pytest.raises(BrokenData, match=r"roles:1: this folder has no \.yaml files"):
        read_catalogue(tmp_path)


def test_a_verified_fact_without_a_read_source_is_a_problem(data):
    line = data.change("fits/qmha.csv", "OAR-309-019-0125", "SEED")
    with pytest.raises(BrokenData, match=rf"qmha\.csv:{line}: verified needs a source that we read"):
        read_catalogue(data.folder)


@pytest.mark.django_db
def test_broken_data_write_nothing(data, django_assert_num_queries):
    data.change("fits/qmha.csv", ",trained,", ",traned,")
    with django_assert_num_queries(0), pytest.raises(BrokenData):
        data.load()


@pytest.mark.django_db
def test_the_command_tells_each_problem_and_that_nothing_was_written(data):
    line = data.change("fits/qmha.csv", ",trained,", ",traned,")
    with pytest.raises(CommandError) as told:
        call_command("load_catalogue", "--data", str(data.folder))
    assert "Nothing was written. 1 problem" in str(told.value)
    assert f"fits/qmha.csv:{line}: " in str(told.value)


@pytest.mark.django_db
def test_a_need_that_rooms_may_refer_to_stays(data):
    data.change("needs.yaml", "slug: everyday-skills", "slug: daily-skills")
    approaches = data.folder / "approaches.yaml"
    approaches.write_text(approaches.read_text().replace("everyday-skills", "daily-skills"))
    with pytest.raises(StillInUse, match="everyday-skills"):
        data.load()
    assert CatalogueVersion.objects.count() == 1
    assert Need.objects.filter(slug="everyday-skills").exists()


def test_a_need_is_not_kept_safe_from_itself(data):
    line = data.change("needs.yaml", "  - sibling-impact", "  - home-aggression") - 1
    with pytest.raises(BrokenData) as broken:
        read_catalogue(data.folder)
    (problem,) = map(str, broken.value.problems)
    assert problem.startswith(f"{data.folder}/needs.yaml:{line}")
    assert problem.endswith('need "home-aggression" stands for others here, not for itself.')
