"""The catalogue as plain values: complete, read in a few queries, kept per version."""

import pytest

from roles import reader
from roles.catalogue import Kind, Reach
from roles.models import CatalogueVersion, Collision, Role, RoleRevision

pytestmark = pytest.mark.django_db


@pytest.fixture
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(reader, "_kept", type(reader._kept)())


@pytest.mark.usefixtures("_nothing_kept")
def test_it_is_built_with_fourteen_queries_and_kept_at_the_price_of_one(django_assert_num_queries):
    with django_assert_num_queries(14):
        first = reader.current_catalogue()
    with django_assert_num_queries(1):
        assert reader.current_catalogue() is first


def test_a_new_version_is_seen_at_once(data):
    before = reader.current_catalogue()
    data.change("roles/qmha.yaml", "license_short: None needed", "license_short: Not needed")
    data.load()
    assert reader.current_catalogue().number == before.number + 1


@pytest.mark.usefixtures("_nothing_kept")
def test_memory_holds_a_few_versions_only(data, monkeypatch):
    monkeypatch.setattr(reader, "KEPT", 1)
    for number in range(2):
        data.change("needs.yaml", "title: Self-harm safety", f"title: Self-harm safety {number}")
        data.load()
        reader.current_catalogue()
    assert len(reader._kept) == reader.KEPT


def test_before_the_first_load_it_is_empty():
    Role.objects.update(published=None)
    RoleRevision.objects.all().delete()
    CatalogueVersion.objects.all().delete()
    assert reader.current_catalogue().number == 0


def test_it_holds_all_roles_needs_and_fits(catalogue):
    assert len(catalogue.roles) == Role.objects.published().count()
    assert (len(catalogue.capabilities), len(catalogue.needs)) == (25, 33)
    assert sum(1 for key in catalogue.fits if not key[2]) == len(catalogue.roles) * 25
    assert len(catalogue.collisions) == 31
    assert catalogue.states["OR"] == "Oregon"


def test_a_cell_brings_its_evidence(catalogue):
    cell = catalogue.fits["qmha", "family-therapy", ""]
    assert (cell.reach, cell.claim) == (Reach.NOT_TRAINED, "rule")
    assert cell.reason
    assert [source.address[:8] for source in cell.sources] == ["https://"] * len(cell.sources) != []


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("msw", Kind.DEGREE),
        ("lcsw", Kind.LICENCE),
        ("cswa", Kind.REGISTRATION),
        ("qmhp", Kind.QUALIFICATION),
        ("rbsw", Kind.QUALIFICATION),
        ("skills-trainer", Kind.TITLE),
    ],
)
def test_letters_are_told_apart_by_kind(catalogue, role, kind):
    assert catalogue.roles[role].kind is kind


def test_no_role_is_of_a_kind_without_a_word(catalogue):
    assert Kind.UNKNOWN not in {role.kind for role in catalogue.roles.values()}


def test_ambiguous_titles_are_marked(catalogue):
    found = {slug for slug, role in catalogue.roles.items() if role.ambiguous}
    assert found == {"therapist-title", "community-mh-provider", "family-intervention-specialist"}


def test_needs_keep_the_order_and_the_mode_of_their_calls(catalogue):
    need = catalogue.needs["self-harm-suicide"]
    assert need.all_of == ("safety-planning", "clinical-assessment")
    assert need.any_of == ("individual-psychotherapy",)
    assert need.helpful == ("medication", "family-therapy", "de-escalation")


def test_one_name_may_mean_several_roles(catalogue):
    assert {entry.role for entry in catalogue.names["md"]} == {"psychiatrist", "pediatrician-pcp"}
    assert {entry.role for entry in catalogue.names["qmhp"]} == {"qmhp"}


def test_letters_that_change_by_state_stand_in_the_order_of_the_alphabet(catalogue):
    titles = [collision.title for collision in catalogue.collisions.values()]
    assert titles == list(Collision.objects.order_by("title").values_list("title", flat=True))
    assert titles[0] != Collision.objects.order_by("pk").first().title
