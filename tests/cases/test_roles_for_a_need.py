"""Which roles a need's page says to look for: those the need names, each with what it could lead."""

from pathlib import Path

import pytest
import yaml

from cases.presenters.needs import roles_that_could
from cases.roles_for import How, roles_for
from roles.catalogue import Reach
from roles.loading.writing import sync_links
from roles.models import Need

pytestmark = pytest.mark.django_db

NAMED = {
    need["slug"]: need.get("role_hint", [])
    for need in yaml.safe_load(Path("roles/data/needs.yaml").read_text())["needs"]
}
NEEDS = sorted(NAMED)


def told(catalogue, need, state="OR"):
    return {one.role: one for one in roles_for(catalogue.needs[need], catalogue, state)}


def conditions(catalogue, need, state="OR"):
    return {line.slug: line.condition for line in roles_that_could(need, catalogue, state)}


def reaches(catalogue, role, need):
    """What the cells say where the role's facts hold, by capability."""
    cells = {
        s: catalogue.fits.get((role, s, "OR")) or catalogue.fits.get((role, s, "")) for s in need.required
    }
    return {slug: cell.reach if cell else Reach.UNKNOWN for slug, cell in cells.items()}


@pytest.mark.parametrize("need", NEEDS)
def test_every_role_a_need_names_stands_first_in_its_order(catalogue, need):
    for state in ("OR", "TX", ""):
        slugs = [line.slug for line in roles_that_could(need, catalogue, state)]
        assert slugs[: len(NAMED[need])] == NAMED[need]
        assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("need", NEEDS)
def test_each_has_the_condition_its_own_facts_give(catalogue, need):
    info, here = catalogue.needs[need], told(catalogue, need)
    for role in NAMED[need]:
        found, reach = here[role], reaches(catalogue, role, info)
        trained = {slug for slug, far in reach.items() if far is Reach.TRAINED}
        whole = trained.issuperset(info.all_of) and bool(not info.any_of or trained.intersection(info.any_of))
        assert whole == (found.how is How.ALL and not found.supervised and not found.trainings), role
        assert set(found.parts) == (
            trained if found.how is How.PART and not found.supervised else set(found.parts)
        )
        assert all(reach[slug] is Reach.DEPENDS for slug in found.trainings), role
        assert not (found.how in (How.OPEN, How.BESIDE) and trained), role
        assert found.how is not How.BESIDE or set(reach.values()) <= {Reach.NOT_TRAINED, Reach.SUPERVISED}


@pytest.mark.parametrize(
    ("need", "role", "condition"),
    [
        (
            "substance-use",
            "cadc-i",
            "Leads a part: substance-use assessment and treatment. Ask about the rest.",
        ),
        ("school-refusal", "school-psychologist", "Leads a part: care coordination. Ask about the rest."),
        (
            "autism-overwhelm",
            "bcba",
            "Leads a part: behavior analysis and the behavior plan. The rest takes another role.",
        ),
        (
            "school-removals",
            "bcba",
            "Leads a part: care coordination, and behavior analysis and the behavior plan. "
            "The rest takes another role.",
        ),
        (
            "eating",
            "lmft",
            "Leads a part: the full assessment and the care plan, family therapy, and one-on-one talk "
            "therapy. The rest takes another role.",
        ),
        (
            "attachment-adoption",
            "pmhnp",
            "With training in family therapy and trauma treatment.",
        ),
        (
            "running-away",
            "wraparound-coordinator",
            "Leads a part with a supervisor: risk assessment and the safety plan. "
            "The rest takes another role.",
        ),
        (
            "sexualized-behavior",
            "lmft",
            "With training in help with sexualized or harmful sexual behavior.",
        ),
        ("caregiver-burnout", "wraparound-coordinator", "With a supervisor."),
        ("caregiver-burnout", "family-support-specialist", ""),
        ("self-harm-suicide", "mobile-crisis", "It depends. Ask."),
        ("grief-loss", "school-counselor", "Helps with this. Another role leads it."),
        ("self-harm-suicide", "psychiatrist", ""),
    ],
)
def test_the_condition_is_said(catalogue, need, role, condition):
    assert conditions(catalogue, need)[role] == condition


@pytest.mark.parametrize("role", ["lcsw", "lpc", "lmft", "psychologist", "psychiatrist", "pmhnp"])
def test_a_training_in_a_method_opens_a_need_to_who_has_the_rest(catalogue, role):
    assert conditions(catalogue, "trauma")[role] == "With training in trauma treatment."
    assert told(catalogue, "trauma")["cswa"].supervised


def test_a_training_alone_makes_no_lead_of_a_role_without_any_part(catalogue):
    offered = told(catalogue, "racial-identity")
    assert offered["psychologist"].trainings == ("cultural-identity",)
    assert not offered.keys() & {"qmha", "rbt", "dietitian", "interpreter", "cadc-i"}


def test_a_supervisor_makes_no_lead_of_a_helper(catalogue):
    """They carry out clinical work that others lead, whoever supervises them."""
    for need in NEEDS:
        if any(catalogue.capabilities[slug].clinical for slug in catalogue.needs[need].all_of):
            assert "mental-health-intern" not in told(catalogue, need)


def test_another_states_role_is_not_called_a_no(catalogue):
    elsewhere = {one.how for one in told(catalogue, "autism-overwhelm", "TX").values()}
    assert How.ELSEWHERE in elsewhere
    words = conditions(catalogue, "autism-overwhelm", "TX")["odds-behavior-professional"]
    assert words == "We know this role from Oregon. It may have another name where you live."


def listed():
    """The roles of every need, by key, in the order in which they are kept."""
    kept = Need.role_hints.through.objects.order_by("pk")
    pairs = list(kept.values_list("need_id", "role_id"))
    return {need: [role for owner, role in pairs if owner == need] for need in dict(pairs)}


def test_a_list_that_changes_its_order_is_kept_in_the_new_one(catalogue):
    before, need = listed(), Need.objects.get(slug="substance-use").pk
    sync_links(Need, "role_hints", before | {need: before[need][::-1]})
    assert listed() == before | {need: before[need][::-1]}
