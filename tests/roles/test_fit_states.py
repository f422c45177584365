"""Whose facts hold in the family's state."""

import pytest

from roles.catalogue import Kind, NameEntry, Reach
from roles.fit import AT_HOME, fit
from tests.roles import tiny
from tests.roles.tiny import Letters, cell

CELLS = (
    cell("qmhp", "therapy", Reach.TRAINED),
    cell("qmhp", "therapy", Reach.NOT_TRAINED, state="TX"),
    cell("msw", "therapy", Reach.DEPENDS),
    cell("lcsw", "therapy", Reach.TRAINED),
)
NAMES = (
    NameEntry("LICSW", "lcsw", "letters", "WA"),
    NameEntry("LCSW", "lcsw", "letters"),
    NameEntry("therapist", "lcsw", "spoken"),
)
CATALOGUE = tiny.catalogue(tiny.ROLES, CELLS, (tiny.capability("therapy"),), NAMES)


def reach(letters, state):
    return fit(CATALOGUE, [letters], "therapy", state)


@pytest.mark.parametrize(
    ("role", "state", "expected"),
    [
        ("qmhp", "OR", Reach.TRAINED),
        ("msw", "", Reach.DEPENDS),
        ("qmhp", AT_HOME, Reach.TRAINED),
        ("qmhp", "TX", Reach.NOT_TRAINED),
        ("msw", "VA", Reach.DEPENDS),
        ("lcsw", "WA", Reach.TRAINED),
    ],
)
def test_facts_hold_at_home_everywhere_by_name_or_by_a_row_of_the_state(role, state, expected):
    assert reach(Letters(role), state).reach is expected


@pytest.mark.parametrize(("role", "state"), [("qmhp", "VA"), ("lcsw", "VA"), ("cswa", "VA")])
def test_facts_of_another_state_decide_nothing(role, state):
    result = reach(Letters(role), state)
    assert (result.reach, result.role, result.why_unknown) == (Reach.UNKNOWN, role, "other-state")


@pytest.mark.parametrize("role", ["qmhp", "lcsw", "cswa"])
def test_without_a_state_facts_of_one_state_decide_nothing(role):
    result = reach(Letters(role), "")
    assert (result.reach, result.why_unknown, result.decided_by) == (Reach.UNKNOWN, "no-state", None)


@pytest.mark.parametrize("candidates", [("qmhp",), ("qmhp", "lcsw"), ("qmhp", "msw")])
def test_letters_that_vary_do_not_agree_with_themselves_before_the_state_is_told(candidates):
    assert reach(Letters(candidates=candidates), "").why_unknown == "no-state"


@pytest.mark.parametrize(
    ("worn", "expected"),
    [("LICSW", Reach.TRAINED), ("LCSW", Reach.UNKNOWN), ("therapist", Reach.TRAINED), ("", Reach.TRAINED)],
)
def test_a_role_is_at_home_by_the_letters_worn(worn, expected):
    assert reach(Letters("lcsw", text=worn), "WA").reach is expected
    assert reach(Letters("lcsw", text=worn), "OR").reach is Reach.TRAINED


@pytest.mark.parametrize("kind", [Kind.LICENCE, Kind.REGISTRATION, Kind.QUALIFICATION])
def test_letters_that_the_state_has_are_told_apart_from_unknown_ones(kind):
    assert reach(Letters(kind=kind), "OR").why_unknown == "local-letters"


def test_candidates_of_another_state_are_said_to_be_so():
    assert reach(Letters(candidates=("qmhp", "lcsw")), "VA").why_unknown == "other-state"
    assert reach(Letters(candidates=("qmhp", "lcsw")), "WA").why_unknown == "could-be-several"
