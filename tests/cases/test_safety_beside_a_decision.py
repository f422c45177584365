"""A decision about what stands in front of it never leaves a safety need without a lead unspoken of."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import TABLE, Rule, find
from cases.mismatch.decided import CARRIED
from cases.models import Flag
from cases.reader import read
from cases.reconcile import DECIDED, finding_of
from cases.services import flags
from tests.cases.built import ROOMS, build
from tests.cases.plain import ANA, TASHA, agreed, person, room
from tests.cases.plain_catalogue import catalogue
from tests.cases.test_every_need_is_told_of import NEEDS, PEOPLE, STATES, UNREAD, said, written
from web.clock import now

often = settings(deadline=None, max_examples=200)
NO_LEAD = {rule for rule in Rule if TABLE[rule].lead} | {Rule.EVERYONE_SAID_NO, Rule.NO_PRESCRIBER}
"""What says no more than that nobody leads, and whom to ask about it."""


def speaks_of(need, found):
    carried = (found.params.get(name) for name in CARRIED)
    own = found.need == need and TABLE[found.rule].chair
    return own or any(need in slugs for slugs in carried if isinstance(slugs, list))


def left_alone(grid, found, decided):
    """Safety needs without a lead that only decided ones speak of, none of which says that nobody leads."""
    return [
        row.need
        for row in grid.empty
        if row.safety
        and not any(speaks_of(row.need, f) and f.fingerprint not in decided for f in found)
        and not any(f.need == row.need and f.rule in NO_LEAD for f in found if f.fingerprint in decided)
    ]


@often
@given(st.lists(PEOPLE, min_size=1, max_size=4), NEEDS, STATES, st.randoms(use_true_random=False))
def test_whatever_is_decided_who_leads_safety_is_open_or_decided(here, needs, state, chance):
    team = written(here, 1)
    kinds = [agreed(one, need, kind) for one, all in team for need, kind in said(needs, all).items()]
    facts = room(" ".join(needs), *(one for one, _ in team), state=state, agreements=tuple(kinds))
    grid, decided = cover(facts, catalogue()), set()
    for _ in range(3):
        found = find(facts, catalogue(), grid, decided)
        assert left_alone(grid, found, decided) == []
        assert {f.fingerprint for f in find(facts, catalogue(), grid)} <= {f.fingerprint for f in found}
        decided |= {f.fingerprint for f in found if chance.random() < 0.7}


def about(facts, need, decided=()):
    """(rule, person) of everything told of a need."""
    found = find(facts, catalogue(), cover(facts, catalogue()), decided)
    return [(f.rule.value, f.member) for f in found if f.need == need]


def planned(need):
    return room(need, TASHA, ANA, agreements=(agreed(TASHA, need, "plan"),))


def test_that_the_plan_is_right_says_nothing_of_who_leads():
    facts = planned("self-harm-suicide")
    assert about(facts, "self-harm-suicide") == [("outside_training", TASHA.id)]
    decided = {f"outside_training:self-harm-suicide:{TASHA.id}"}
    assert about(facts, "self-harm-suicide", decided)[1:] == [("fit_not_asked", ANA.id)]


def test_a_need_that_can_wait_takes_the_parents_view_for_an_answer():
    facts = planned("family-conflict")
    decided = {f"outside_training:family-conflict:{TASHA.id}"}
    assert about(facts, "family-conflict", decided) == about(facts, "family-conflict")


def test_whom_the_parent_has_decided_about_is_not_asked_for_the_same_again():
    dana = person(7, "Dana Roe", UNREAD[0])
    facts = room("self-harm-suicide", dana, agreements=(agreed(dana, "self-harm-suicide", "plan"),))
    (first,) = find(facts, catalogue(), cover(facts, catalogue()))
    assert (first.rule, first.member) == ("plan_on_unknown_fit", 7)
    assert about(facts, "self-harm-suicide", {first.fingerprint})[1:] == [("fit_unknown", None)]


# -- through the services -------------------------------------------------------------------------------

SAFETY = {"self-harm-suicide", "home-aggression", "severe-symptoms", "sexualized-behavior", "eating"}
WITH_SAFETY = [name for name, spec in ROOMS.items() if SAFETY.intersection(spec["needs"])]
DECIDE = [
    lambda flag, by: flags.differ_on_flag(flag=flag, by=by, reason="We see it otherwise."),
    lambda flag, by: flags.sort_flag(flag=flag, by=by),
    lambda flag, by: flags.put_off_flag(flag=flag, by=by),
]


def by_state(case, *states):
    return [finding_of(flag) for flag in Flag.objects.filter(case=case, state__in=states)]


def silent_in(case):
    """What a family sees in its room: the safety needs without a lead that nothing leads on from."""
    reading = read(case, now=now())
    decided = by_state(case, *DECIDED)
    found = by_state(case, *Flag.UNDECIDED) + decided
    asked = {ask.need for ask in reading.room.asks}
    alone = left_alone(reading.coverage, found, {f.fingerprint for f in decided})
    return [need for need in alone if need not in asked]


@pytest.mark.django_db
@pytest.mark.parametrize("name", WITH_SAFETY)
def test_in_a_family_s_room_it_stands_on_the_list_until_that_is_decided(catalogue, parent, name):
    case, chance = build(parent, ROOMS[name]), random.Random(name)
    for _ in range(12):
        open_ones = list(Flag.objects.filter(case=case).open())
        if not open_ones:
            break
        chance.choice(DECIDE)(chance.choice(open_ones), parent)
        assert silent_in(case) == []


@pytest.mark.django_db
def test_it_goes_again_with_the_decision_that_brought_it(catalogue, parent):
    spec = {"state": "OR", "age": "6-11", "needs": ["self-harm-suicide"]}
    team = [{"name": "Ann Roe", "said": "QMHA", "plan": ["self-harm-suicide"]}]
    case = build(parent, spec | {"team": team})
    flag = Flag.objects.get(case=case, rule="outside_training")
    flags.differ_on_flag(flag=flag, by=parent, reason="She does this at work.")
    assert silent_in(case) == []
    (other,) = [one for one in Flag.objects.filter(case=case).open() if one.need == flag.need]
    assert Rule(other.rule) in NO_LEAD
    flags.undo_flag(flag=flag, by=parent)
    other.refresh_from_db()
    assert (Flag.objects.get(pk=flag.pk).state, other.state) == ("open", "settled")
