"""How far a person reaches for a whole need."""

import pytest

from roles.catalogue import Reach
from roles.fit import need_fit
from tests.roles import tiny
from tests.roles.tiny import Letters, cell, need, role

T, S, D, U, N = Reach.TRAINED, Reach.SUPERVISED, Reach.DEPENDS, Reach.UNKNOWN, Reach.NOT_TRAINED
SLUGS = {T: "t", S: "s", D: "d", N: "n", U: "u"}
TIERS = ("paraprofessional", "peer", "trainee", "clinician-in-agency", "pre-license", "degree-only")
ROLES = tuple(role(tier, tier.upper(), tier, tier=tier) for tier in TIERS)
CELLS = tuple(cell(tier, slug, value) for tier in TIERS for value, slug in SLUGS.items() if value is not U)
SOFT = tuple(cell(tier, "soft", S) for tier in TIERS)
CAPABILITIES = (
    *(tiny.capability(slug, opened=True) for slug in SLUGS.values()),
    tiny.capability("soft", clinical=False),
)
CATALOGUE = tiny.catalogue(ROLES, (*CELLS, *SOFT), CAPABILITIES)


def reach(all_of=(), any_of=(), tier="clinician-in-agency", supervisor="unknown", trainings=()):
    wanted = need(all_of=[SLUGS.get(r, r) for r in all_of], any_of=[SLUGS.get(r, r) for r in any_of])
    return need_fit(CATALOGUE, [Letters(tier)], wanted, "OR", trainings, supervisor)[0]


@pytest.mark.parametrize(
    ("all_of", "any_of", "expected"),
    [
        ((T, T), (), T),
        ((T, S), (), S),
        ((T, D, S), (), D),
        ((T, U), (), U),
        ((U, N), (), N),
        ((), (N, T), T),
        ((), (N, U), U),
        ((), (N, D), D),
        ((T,), (N, S), S),
        ((D,), (N, T), D),
        ((T,), (N,), N),
        ((), (), U),
    ],
)
def test_each_of_all_counts_at_its_worst_and_one_of_any_at_its_best(all_of, any_of, expected):
    assert reach(all_of, any_of) is expected


@pytest.mark.parametrize("tier", ["clinician-in-agency", "pre-license", "degree-only"])
def test_a_named_supervisor_makes_supervised_work_count_as_trained(tier):
    assert reach([S], tier=tier, supervisor="named") is T


@pytest.mark.parametrize("tier", ["paraprofessional", "peer", "trainee"])
def test_a_helper_with_a_supervisor_still_carries_out_clinical_work_and_does_not_lead_it(tier):
    assert reach([S], tier=tier, supervisor="named") is S
    assert reach(["soft"], tier=tier, supervisor="named") is T


@pytest.mark.parametrize("supervisor", ["unknown", "none"])
def test_without_a_named_supervisor_supervised_stays_supervised(supervisor):
    assert reach([S], supervisor=supervisor) is S
    assert reach(["soft"], supervisor=supervisor) is S


@pytest.mark.parametrize("value", [D, U, N])
def test_a_supervisor_lifts_nothing_else(value):
    assert reach([value], supervisor="named") is value


def test_training_counts_inside_a_need():
    assert reach([T, D], trainings={"d": "a course"}) is T


def test_the_results_say_what_the_cells_say_in_the_order_of_the_need():
    wanted = need(all_of=("s", "t"), any_of=("n",))
    _, results = need_fit(CATALOGUE, [Letters("pre-license")], wanted, "OR", (), "named")
    assert [(r.capability, r.reach) for r in results] == [("s", S), ("t", T), ("n", N)]
