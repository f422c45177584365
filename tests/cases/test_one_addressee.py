"""The room names one person to ask about a need: in the grid, on its page, in its flag, as the next step."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.addressee import whom_about, whom_to_ask
from cases.mismatch.rules import Rule
from cases.models import Flag
from cases.services.agreements import agree
from cases.services.asks import decline_ask
from cases.services.recheck import recheck
from cases.services.team import add_member
from cases.snapshot import CellWhy, Mark, RowWhy
from tests import factories
from tests.cases.any_room import people_for, room_of, some_needs
from tests.cases.pages import said, words
from tests.cases.plain import agreed, person, room, row_told, told
from tests.cases.plain_catalogue import catalogue

PEOPLE = people_for(4)
NEEDS = some_needs(4)


def read(people, needs, state):
    """The room of these people, its grid and what is found in it."""
    facts = room_of(people, needs, state)
    grid = cover(facts, catalogue())
    found = find(facts, catalogue(), grid)
    return facts, grid, found


@settings(deadline=None, max_examples=250)
@given(PEOPLE, NEEDS, st.sampled_from(["OR", "OR", "ID", ""]))
def test_in_any_room_flag_grid_and_next_step_name_the_same_person(people, needs, state):
    facts, grid, found = read(people, needs, state)
    for row in grid.empty:
        assert row.whom in (None, whom_about(row.need, facts, grid, found)), row.need
    step = next_step(facts, grid, found)
    if step and step.need and step.rule is not Rule.SIBLING_SAFETY:
        first = whom_to_ask(step, grid, {member.id for member in facts.members})
        assert first == whom_about(step.need, facts, grid, found)


@settings(deadline=None, max_examples=250)
@given(PEOPLE, NEEDS, st.sampled_from(["OR", "OR", "ID", ""]))
def test_in_any_room_nobody_outside_is_asked_where_a_cell_could_lead(people, needs, state):
    """But whom the family counts on is asked before; and who was asked, or agreed, is waited for."""
    facts, grid, found = read(people, needs, state)
    for row in grid.empty:
        could = [c.member for c in row.cells if c.mark is Mark.COULD and c.why is not CellWhy.SAID_NO]
        if could:
            assert row.whom is not None, row.why
            assert whom_about(row.need, facts, grid, found) is not None
            assert row.why not in (RowWhy.AGENCY, RowWhy.DOCTOR, RowWhy.STATE_OPEN)


@settings(deadline=None, max_examples=250)
@given(PEOPLE, NEEDS, st.sampled_from(["OR", "OR", "ID", ""]))
def test_in_any_room_a_plan_in_vain_hides_nobody_who_may_fit(people, needs, state):
    """The agency is asked about it only where nobody here can tell; first comes who agreed or is planned."""
    facts, grid, found = read(people, needs, state)
    here = {member.id for member in facts.members}
    for one in (f for f in found if f.rule is Rule.OUTSIDE_TRAINING):
        row = grid.row(one.need)
        first = whom_to_ask(one, grid, here)
        assert (first is None) == (not row.could and not row.nearest)
        assert first in (None, *row.could, *row.nearest)
        assert row.whom in (None, first)


TOM, AMY = person(1, "Tom", "qmha"), person(3, "Amy", "lcsw")


@pytest.mark.parametrize(
    ("kinds", "asked", "says"),
    [
        ({}, 3, "It is not known yet if Amy’s role covers all of it."),
        ({3: "plan"}, 3, "The plan lists Amy as well. It is not known yet if that role covers all of it."),
        ({3: "agreed"}, 3, "Amy said yes to it. It is not known yet if that role covers all of it."),
        ({3: "declined"}, None, ""),
    ],
)
@pytest.mark.parametrize("vain", ["plan", "agreed"])
def test_who_agreed_or_is_planned_or_may_fit_is_asked_before_the_agency(vain, kinds, asked, says):
    said = {1: vain, **kinds}
    agreements = tuple(agreed(one, "trauma", said[one.id]) for one in (TOM, AMY) if one.id in said)
    facts = room("trauma", TOM, AMY, agreements=agreements)
    (flag,) = [f for f in told(facts, catalogue()) if f.rule == "outside_training"]
    grid = cover(facts, catalogue())
    assert whom_to_ask(flag.finding, grid, {1, 3}) == asked
    assert grid.row("trauma").whom == asked
    assert says in flag.words.why
    assert ("Then it is not all on Tom" in flag.words.say) is (asked is None)
    assert "the agency" not in row_told(grid.row("trauma"), TOM, AMY) or asked is None


def test_a_yes_that_does_not_reach_hides_nobody_who_could_lead():
    pia, fox, zed = person(1, "Pia", "qmha"), person(2, "Dr. Fox"), person(3, "Zed", "lcsw")
    for kinds in (((pia, "agreed"),), ((pia, "plan"),), ((pia, "agreed"), (fox, "agreed"))):
        agreements = tuple(agreed(who, "self-harm-suicide", kind) for who, kind in kinds)
        facts = room("self-harm-suicide", pia, fox, zed, agreements=agreements)
        grid = cover(facts, catalogue())
        row = grid.row("self-harm-suicide")
        beyond = "Pia said yes. The role can help. To lead all of it takes another role. "
        yes = beyond if (pia, "agreed") in kinds else ""
        open_yet = (
            "Dr. Fox said yes. Whether the role covers it is open. " if (fox, "agreed") in kinds else ""
        )
        assert row_told(row, pia, fox, zed) == f"{yes}{open_yet}Zed could lead. Ask Zed."
        assert whom_about("self-harm-suicide", facts, grid, find(facts, catalogue(), grid)) == 3


def picked(page):
    """Who is picked in "Who will you ask?"."""
    return re.findall(r'name="to" value="([^"]*)" checked', words(page))


@pytest.fixture
def named(as_parent, room, parent):
    """Whom each page names about family conflict, once something was agreed with somebody."""

    def named(**kinds):
        need = room.needs.get(slug="family-conflict")
        for name, kind in kinds.items():
            member = room.members.filter(name__startswith=name).first()
            member = member or add_member(case=room, by=parent, name=name)
            agree(member=member, need=need, by=parent, kind=kind)
        recheck(case=room)
        flags = Flag.objects.filter(case=room, need=need, state="open")
        flag = next(iter(flags.exclude(rule="plan_on_unknown_fit")), flags.first())
        start = f"/room/{room.key}/questions/new/"
        return (
            re.search(
                r"To (the agency|Zoe|Tasha|Jane)", said(as_parent.get(f"/room/{room.key}/asks/{flag.key}/"))
            )[1],
            re.search(
                r"You could ask (the agency|Zoe|Jane)",
                said(as_parent.get(f"/room/{room.key}/needs/{need.slug}/")),
            )[1],
            picked(as_parent.get(f"{start}?f={flag.key}")),
            picked(as_parent.get(f"{start}?n={need.slug}")),
        )

    return named


@pytest.mark.django_db
def test_a_plan_on_somebody_whose_role_does_not_reach_is_for_who_else_could_lead(named, room):
    flag, page, asked, about = named(Tasha="plan")
    jane = factories.member(room, "Jane").key
    assert (flag, page, asked, about) == ("Jane", "Jane", [jane], [jane])


@pytest.mark.django_db
def test_where_nobody_else_could_it_is_for_those_who_made_the_plan(named):
    flag, page, asked, about = named(Jane="declined", Tasha="plan")
    assert (flag, page, asked, about) == ("the agency", "the agency", ["agency"], ["agency"])


@pytest.mark.django_db
def test_a_plan_on_somebody_we_do_not_know_is_for_them(named, room):
    flag, page, asked, about = named(Zoe="plan")
    zoe = room.members.get(name="Zoe").key
    assert (flag, page, asked, about) == ("Zoe", "Zoe", [zoe], [zoe])


@pytest.mark.django_db
def test_after_a_no_the_next_door_is_whom_the_page_of_the_need_names(as_parent, room, parent):
    need = room.needs.get(slug="family-conflict")
    ask = factories.waiting_ask(room, parent, need=need)
    agree(member=factories.member(room, "Tasha"), need=need, by=parent, kind="plan")
    decline_ask(ask=ask, by=parent)
    assert "You could ask the agency" in said(as_parent.get(f"/room/{room.key}/needs/{need.slug}/"))
    assert picked(as_parent.get(f"/room/{room.key}/questions/new/?next={ask.key}")) == ["agency"]


def test_a_need_that_somebody_leads_says_so_whoever_else_the_plan_names():
    lead, zoe, other = person(1, "Ana", "lcsw"), person(2, "Zoe"), person(3, "Kim", "lcsw")
    kinds = (agreed(lead, "family-conflict"), agreed(zoe, "family-conflict", "plan"))
    facts = room("family-conflict", lead, zoe, other, agreements=kinds)
    found = cover(facts, catalogue()).row("family-conflict")
    assert (found.state, found.why, found.leads) == ("led", "leads", (1,))


def test_whom_the_plan_names_is_asked_before_a_need_is_shared_also_when_one_agreed_to_a_part():
    part, other, zoe = person(1, "Kim", "cswa"), person(2, "Ed", "slp"), person(3, "Zoe")
    for kinds in ((), (agreed(part, "learning"),), (agreed(other, "learning"),)):
        facts = room("learning", part, other, zoe, agreements=(*kinds, agreed(zoe, "learning", "plan")))
        grid = cover(facts, catalogue())
        row = grid.row("learning")
        why = "part-agreed" if kinds else "first-then-share"
        assert (row.state, row.why, row.whom, row.askable[0]) == ("ask", why, 3, 3)
        assert whom_about("learning", facts, grid, find(facts, catalogue(), grid)) == 3
