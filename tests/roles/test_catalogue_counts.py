"""The catalogue holds everything it says it holds."""

import pytest

from roles.models import (
    Board,
    Capability,
    Collision,
    CrisisLine,
    Fit,
    Jurisdiction,
    Need,
    Notice,
    Question,
    Role,
    RoleFact,
    Source,
    StateTitle,
)

pytestmark = pytest.mark.django_db

ROLES = 78
LISTED_FACTS = {"mistake": 113, "code": 86, "billing": 161, "other": 45}
TABLES = {
    Role: ROLES,
    Capability: 25,
    Need: 33,
    Question: 50,
    Source: 699,
    CrisisLine: 16,
    Collision: 31,
    Board: 87,
    StateTitle: 719,
    RoleFact: ROLES * 13 + sum(LISTED_FACTS.values()),
}


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_entry_is_loaded(model):
    assert model.objects.count() == TABLES[model]


@pytest.mark.parametrize("group", LISTED_FACTS)
def test_facts_of_each_list_are_loaded(group):
    assert RoleFact.objects.filter(group=group).count() == LISTED_FACTS[group]


@pytest.mark.parametrize(("kind", "count"), [("disclaimer", 11), ("law", 14), ("on-a-bill", 9)])
def test_notices_of_each_kind_are_loaded(kind, count):
    assert Notice.objects.filter(kind=kind).count() == count


def test_every_role_has_one_general_fit_for_every_capability():
    assert Fit.objects.filter(jurisdiction=None).count() == ROLES * TABLES[Capability]


def test_fits_that_hold_in_one_state_are_few_and_named():
    rows = Fit.objects.exclude(jurisdiction=None)
    found = rows.values_list("role__slug", "capability__slug", "jurisdiction_id", "value")
    assert set(found) == {
        ("lpc", "diagnosis", "NY", "depends"),
        ("lmft", "diagnosis", "NY", "depends"),
        ("psychologist", "medication", "LA", "depends"),
        ("psychologist", "medication", "NM", "depends"),
        ("psychologist", "medication", "OR", "not-trained"),
    }


def test_fifty_states_and_dc_stand_beside_the_whole_country():
    assert Jurisdiction.objects.count() == 52
    assert set(Jurisdiction.objects.filter(code__in=["DC", "US"]).values_list("code", flat=True)) == {
        "DC",
        "US",
    }


def test_every_state_has_titles_of_every_tier_and_a_board():
    for state in Jurisdiction.objects.exclude(code="US").prefetch_related("titles", "boards"):
        tiers = {title.tier for title in state.titles.all()} - {StateTitle.Tier.TRAP}
        assert tiers == set(StateTitle.Tier.values) - {StateTitle.Tier.TRAP}, state
        assert state.boards.all(), state


def test_every_published_role_answers_the_same_thirteen_questions():
    groups = RoleFact.Group
    for role in Role.objects.published():
        facts = role.published.facts
        assert facts.filter(group=groups.FACT).count() == 6, role
        assert facts.filter(group=groups.AUTHORITY).count() == 7, role


def test_every_role_tells_a_family_what_it_brings():
    for role in Role.objects.published():
        says = role.published
        assert all([says.lede, says.license_short, says.school_short, says.works_under_short, says.brings]), (
            role
        )


def test_look_alikes_are_roles_of_ours():
    slugs = set(Role.objects.values_list("slug", flat=True))
    pairs = dict(Role.objects.published().values_list("slug", "published__confused_with"))
    assert set(pairs.values()) - {""} <= slugs
    assert (pairs["qmha"], pairs["qmhp"], pairs["msw"], pairs["bcaba"]) == ("qmhp", "qmha", "lcsw", "bcba")


def test_verified_facts_rest_on_a_source_that_was_read():
    read = Source.objects.filter(seen=True).exclude(kind=Source.Kind.LIVED)
    for model in (Fit, RoleFact, StateTitle, Board, Collision, CrisisLine, Notice):
        assert not model.objects.filter(confidence="verified").exclude(sources__in=read).exists(), model


def test_twelve_needs_stand_in_front_of_the_others():
    front = Need.objects.filter(common=True).values_list("slug", flat=True)
    assert len(front) == 12
    assert "family-conflict" in front
