"""Whom a need asks first, and what fills its chair: read from the catalogue, not from a list in code."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.snapshot import CellWhy, CredentialFact, RowWhy
from roles.catalogue import Kind
from roles.fit import standing
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, findings, person, room, row, the
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SAFETY, SEVERE, TRAUMA, catalogue

UNKNOWN = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))


def known_with(need, *first_roles):
    """The catalogue, where a need names these roles first."""
    small = catalogue()
    changed = dataclasses.replace(small.needs[need], first_roles=first_roles)
    return dataclasses.replace(small, needs=small.needs | {need: changed})


def row_with(need, first_roles, *members, **more):
    return cover(room(need, *members, **more), known_with(need, *first_roles)).row(need)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (("lcsw",), 0),
        (("qmha", "lcsw"), 0),
        (("qmhp",), 1),
        (("qmha",), 2),
        ((CredentialFact("MD", Kind.LICENCE, "", ("psychiatrist", "qmha")),), 2),
        ((), 3),
        ((CredentialFact("XQZ", Kind.UNKNOWN),), 3),
    ],
)
def test_how_far_letters_stand_is_told_by_the_tiers_of_their_roles(letters, expected):
    assert standing(catalogue(), person(1, "Ana", *letters).credentials) == expected


def test_the_profession_at_home_in_a_need_is_asked_before_another_of_equal_reach():
    assert row_with(TRAUMA, ["cswa"], ANA, person(7, "Kim", "cswa")).askable[0] == 7
    assert row_with(TRAUMA, ["lcsw"], ANA, person(7, "Kim", "cswa")).askable[0] == ANA.id


def test_who_the_plan_lists_is_asked_before_the_profession_at_home():
    kim = person(7, "Kim", "cswa")
    planned = row_with(TRAUMA, ["lcsw"], ANA, kim, agreements=(agreed(kim, TRAUMA, "plan"),))
    assert planned.askable == (7, ANA.id)


def test_letters_of_several_roles_are_at_home_only_when_each_of_them_is():
    bo = person(8, "Bo", CredentialFact("LX", Kind.LICENCE, "", ("lcsw", "cswa")))
    assert row_with(TRAUMA, ["cswa"], ANA, bo).askable == (ANA.id, 8)
    assert row_with(TRAUMA, ["cswa", "lcsw"], UNKNOWN, bo).askable == (8, 9)


def test_whose_fit_is_open_is_asked_first_where_the_need_names_their_role():
    kim = person(7, "Kim", "slp")
    plain = row("communication-sensory", ANA, kim)
    assert plain.could == (7,)
    bo = person(8, "Bo", "msw")
    asked = row_with(FAMILY, ["msw"], ANA, bo)
    assert (asked.state, asked.whom, asked.askable, asked.could) == ("ask", 8, (8, ANA.id), (ANA.id,))


def test_for_safety_who_is_known_to_reach_comes_first_whatever_the_need_names():
    bo = person(8, "Bo", "msw")
    assert (row_with(SAFETY, ["msw"], ANA, bo).state, row_with(SAFETY, ["msw"], ANA, bo).whom) == ("could", 5)


@pytest.mark.parametrize("kind", ["plan", "agreed"])
def test_nobody_is_asked_before_somebody_who_could_lead_and_is_counted_on(kind):
    bo = person(8, "Bo", "msw")
    counted = row_with(FAMILY, ["msw"], JANE, bo, agreements=(agreed(JANE, FAMILY, kind),))
    assert (counted.state, counted.askable[0]) == ("could", JANE.id)


def test_a_fact_of_the_own_state_is_asked_about_before_one_from_elsewhere():
    kim, bo = person(7, "Kim", "lcsw"), person(8, "Bo", "cswa")
    everywhere = dataclasses.replace(catalogue().roles["cswa"], state="US")
    known = dataclasses.replace(catalogue(), roles=catalogue().roles | {"cswa": everywhere})
    assert cover(room(TRAUMA, kim, bo, state="ID"), known).row(TRAUMA).askable == (8, 7)
    assert row(TRAUMA, kim, bo, state="ID").askable == (7, 8)


def test_a_clinician_from_elsewhere_is_asked_before_a_degree_that_tells_no_job():
    """Not known here is not a no, and a degree is known to leave it open."""
    kim, bo = person(7, "Kim", "msw"), person(8, "Bo", "cswa")
    assert row(TRAUMA, bo, kim, state="ID").askable == (8, 7)


def test_a_profession_is_asked_before_an_aide_and_an_aide_before_nothing_known():
    aide = person(6, "Al", CredentialFact("Helper", Kind.TITLE, "", ("qmha", "cswa")))
    assert row(DIAGNOSIS, UNKNOWN, aide, person(7, "Kim", "msw")).askable == (7, 6, 9)


# -- too little to fill a chair -----------------------------------------------------------------------


def sharing(first_roles, kind):
    """A doctor who prescribes and a social worker who diagnoses, for severe symptoms."""
    doctor = person(3, "Dr. Lee", CredentialFact("MD", Kind.LICENCE, "doctor"))
    small = known_with(SEVERE, *first_roles)
    md = dataclasses.replace(small.roles["psychiatrist"], slug="doctor")
    cells = {("doctor", MEDICINE_CELL, ""): small.fits["psychiatrist", MEDICINE_CELL, ""]}
    known = dataclasses.replace(small, roles=small.roles | {"doctor": md}, fits=small.fits | cells)
    agreements = tuple(agreed(who, SEVERE, kind) for who in (doctor, ANA) if kind)
    return cover(room(SEVERE, doctor, ANA, agreements=agreements), known).row(SEVERE)


MEDICINE_CELL = "medication"


@pytest.mark.parametrize(("kind", "state"), [("", "could"), ("agreed", "shared")])
def test_parts_add_up_where_a_need_names_no_role_first(kind, state):
    assert sharing([], kind).state == state


@pytest.mark.parametrize("kind", ["", "agreed"])
def test_parts_do_not_add_up_without_the_profession_that_the_need_names(kind):
    assert sharing(["psychiatrist"], kind).state == "ask"
    assert sharing(["doctor"], kind).state in ("could", "shared")


# -- medicine, and a yes ------------------------------------------------------------------------------


def test_no_role_that_never_prescribes_is_asked_about_medicine_and_a_profession_is_about_a_part():
    assert row(MEDICINE, TASHA).askable == ()
    assert row(MEDICINE, TASHA, ANA).askable == ()
    assert row(SEVERE, TASHA, ANA).askable == (ANA.id,)


def test_nothing_says_that_nobody_prescribes_beside_somebody_who_does():
    said_no = agreed(OKAFOR, "eating", "declined")
    found = the("fit_unknown", room("eating", OKAFOR, UNKNOWN, agreements=(said_no,)))
    assert (found.member, found.why) == (None, "prescriber")
    assert found.words.why.startswith("Somebody here can prescribe.")
    alone = the("fit_unknown", room("eating", UNKNOWN))
    assert (alone.member, alone.why) == (None, "doctor")


@pytest.mark.parametrize(
    ("member", "why", "cell"),
    [
        (UNKNOWN, RowWhy.ROLE_OPEN, CellWhy.AGREED_ROLE_OPEN),
        (ANA, RowWhy.TRAINING_OPEN, CellWhy.AGREED_OPEN),
    ],
)
def test_a_yes_whose_fit_is_open_stands_in_the_grid_with_what_is_open(member, why, cell):
    before, after = row(TRAUMA, member), row(TRAUMA, member, agreements=(agreed(member, TRAUMA),))
    assert before.why is not why
    assert (after.why, after.whom, after.cells[0].why) == (why, member.id, cell)


def test_a_yes_of_somebody_known_from_elsewhere_is_asked_about_and_not_passed_to_the_agency():
    yes = (agreed(TASHA, SAFETY),)
    assert row(SAFETY, TASHA, state="ID").askable == ()
    assert row(SAFETY, TASHA, state="ID", agreements=yes).askable == (TASHA.id,)
    assert {f.member for f in findings(room(SAFETY, TASHA, state="ID", agreements=yes))} == {TASHA.id}
