"""The next step is the gravest need that nobody leads, in rooms drawn at random, with people who said no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.next_step import most_important, needs_behind
from cases.mismatch.rules import TABLE
from tests.cases.any_room import people_for, room_of, some_needs
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, ask, room
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SEVERE, TRAUMA, catalogue

HOME, EATING, SLEEP = "home-aggression", "eating", "sleep"
GRAVE = ("emergency", "soon", "routine")
PEOPLE = people_for(5, kinds=("", "plan", "agreed", "declined", "declined"), most=4)
NEEDS = some_needs(5)


def said_no(facts_needs, *members, no):
    """Everybody here declined one need."""
    return room(facts_needs, *members, agreements=tuple(agreed(member, no, "declined") for member in members))


def step(facts):
    grid = cover(facts, catalogue())
    found = next_step(facts, grid, find(facts, catalogue(), grid))
    return f"{found.rule} {found.need}"


def drawn(people, needs, state):
    facts = room_of(people, needs, state)
    grid = cover(facts, catalogue())
    return facts, grid, find(facts, catalogue(), grid)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (said_no(f"{SAFETY} {HOME}", ANA, no=SAFETY), f"everyone_said_no {SAFETY}"),
        (said_no(f"{SAFETY} {SLEEP} {TRAUMA}", ANA, JANE, no=SAFETY), f"everyone_said_no {SAFETY}"),
        (said_no(f"{SAFETY} {HOME}", TASHA, no=SAFETY), f"gap {SAFETY}"),
        (said_no(f"{HOME} {SAFETY}", ANA, no=HOME), f"fit_not_asked {SAFETY}"),
        (said_no(f"{TRAUMA} {FAMILY}", ANA, no=FAMILY), f"fit_unknown {TRAUMA}"),
        (said_no(f"{EATING} {SEVERE}", OKAFOR, no=SEVERE), f"everyone_said_no {SEVERE}"),
        (said_no(f"{MEDICINE} {SAFETY} {HOME}", ANA, no=SAFETY), f"everyone_said_no {SAFETY}"),
    ],
)
def test_a_no_makes_a_need_no_less_grave(facts, expected):
    assert step(facts) == expected


def test_a_late_answer_about_a_grave_need_comes_before_a_milder_chair():
    facts = room(f"{SAFETY} {HOME}", ANA, JANE, asks=(ask(1, SAFETY, ANA),))
    assert step(facts) == f"still_waiting {SAFETY}"


@settings(deadline=None, max_examples=150)
@given(PEOPLE, NEEDS, st.sampled_from(["OR", "ID", ""]))
def test_in_any_room_the_gravest_need_without_a_lead_comes_first(people, needs, state):
    facts, grid, found = drawn(people, needs, state)
    ordered = sorted(found, key=most_important(facts, grid, found))
    open_ones = {row.need: catalogue().needs[row.need] for row in grid.empty}
    assert next_step(facts, grid, found) == (ordered[0] if ordered else None)
    asked = [
        [open_ones[need] for need in needs_behind(f) if need in open_ones]
        for f in ordered
        if not TABLE[f.rule].tonight
    ]
    safe = [any(need.safety for need in needs) for needs in asked]
    assert safe == sorted(safe, reverse=True)
    grave = [
        min(GRAVE.index(n.urgency) for n in needs if n.safety)
        for needs in asked
        if any(n.safety for n in needs)
    ]
    assert grave == sorted(grave)


@settings(deadline=None, max_examples=80)
@given(PEOPLE, NEEDS)
def test_in_any_room_no_safety_need_without_a_lead_is_left_out(people, needs):
    _, grid, found = drawn(people, needs, "OR")
    told = {need for f in found for need in needs_behind(f)}
    waiting = {row.need for row in grid.empty if row.could and row.cells and row.why == "supervisor-open"}
    assert {row.need for row in grid.empty if row.safety} <= told | waiting
