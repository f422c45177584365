"""Whom a question goes to first: the same person everywhere, and never who said no."""

import dataclasses
import re

import pytest

from cases.coverage import cover
from cases.mismatch import next_step
from cases.models import Ask, Flag
from cases.reader import read
from cases.services.agreements import agree
from cases.services.asks import decline_ask, draft_ask, send_ask
from cases.services.recheck import recheck
from cases.services.team import add_member, edit_member, member_left
from cases.snapshot import CredentialFact
from roles.catalogue import Kind
from tests import factories
from tests.cases.pages import said, words
from tests.cases.plain import (
    ANA,
    JANE,
    OKAFOR,
    TASHA,
    agreed,
    ask,
    believing,
    cells_told,
    findings,
    marks,
    person,
    room,
    row,
    row_told,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SKILLS, catalogue
from web.clock import now


@pytest.mark.parametrize(("member", "mark"), [(ANA, "could"), (OKAFOR, "ask")])
def test_somebody_who_said_no_is_not_asked_again(member, mark):
    said_no = row(SKILLS, member, agreements=(agreed(member, SKILLS, "declined"),))
    assert (marks(said_no), cells_told(said_no, member), said_no.could) == ([mark], ["Said no"], ())


def test_a_helper_who_said_no_is_not_asked_who_could_lead():
    team = (person(1, "Tasha", "qmha"), person(2, "Bo", "qmha"))
    helpers = row("home-aggression", *team, agreements=(agreed(team[0], "home-aggression", "declined"),))
    assert (helpers.helps, helpers.askable) == ((2, 1), (2,))


def test_whoever_is_unknown_is_asked_before_those_known_to_help_only():
    assert row(FAMILY, TASHA, SAM).askable == (9,)
    assert row(FAMILY, TASHA, person(9, "Zoe")).askable == ()  # maybe a relative: the agency
    assert row(MEDICINE, TASHA, JANE, state="ID").askable == ()  # the agency


def test_who_was_asked_already_comes_last():
    assert row(FAMILY, ANA, JANE, asks=(ask(1, FAMILY, ANA),)).askable == (JANE.id, ANA.id)


def test_letters_that_wait_for_the_state_are_not_asked_to_tell_more():
    waiting = row(FAMILY, JANE, state="")
    assert (row_told(waiting, JANE), waiting.askable) == ("It varies by state. Tell us yours.", ())


SAM = person(9, "Sam Hill", CredentialFact("XQZ", Kind.UNKNOWN))


@pytest.mark.parametrize("need", [MEDICINE, FAMILY])
@pytest.mark.parametrize("known", [OKAFOR, ANA])
def test_nobody_of_an_unknown_role_comes_before_a_role_that_fits(need, known):
    askable = row(need, SAM, known).askable
    assert askable[:1] == ((known.id,) if row(need, known).could else askable[:1])


def test_a_doctor_is_asked_about_medicine_before_somebody_unknown():
    facts = room(f"{MEDICINE} {FAMILY}", TASHA, SAM)
    grid = cover(facts, catalogue())
    assert row_told(grid.row(MEDICINE)) == "We don’t know yet. Ask the child’s doctor or the agency."
    assert (grid.row(MEDICINE).askable, grid.row(FAMILY).askable) == ((), (9,))
    found = next(f for f in findings(facts) if f.need == MEDICINE)
    assert (found.rule, found.member) == ("fit_unknown", None)
    assert "prescribe" in found.words.why


@pytest.mark.parametrize(
    "known",
    [
        believing(SAM, "doctor"),
        person(SAM.id, "Dr. Hill", *SAM.credentials),
        dataclasses.replace(SAM, credentials=(CredentialFact("MD", Kind.LICENCE, "", ("psychiatrist",)),)),
    ],
)
def test_somebody_who_may_be_the_doctor_is_asked(known):
    assert row(MEDICINE, TASHA, known).askable[0] == 9


@pytest.mark.parametrize("kind", ["plan", "agreed"])
def test_somebody_named_for_medicine_is_asked_all_the_same(kind):
    facts = room(MEDICINE, TASHA, SAM, agreements=(agreed(SAM, MEDICINE, kind),))
    assert cover(facts, catalogue()).row(MEDICINE).askable == (9,)
    assert next(f for f in findings(facts) if f.rule == "plan_on_unknown_fit").member == SAM.id


def test_of_two_equal_ones_the_first_at_the_table_is_asked_first():
    team = (person(10, "Bo", "qmha"), person(9, "Kim", "qmha"))
    found = next_step(facts := room(SKILLS, *team), cover(facts, catalogue()), backing(facts))
    assert found.fingerprint == "no_supervisor:-:10"


def backing(facts):
    return [f for f in findings(facts) if f.rule == "no_supervisor"]


@pytest.mark.django_db
def test_a_need_names_one_person_to_ask_both_times(as_parent, room, parent):
    for name in ("Jane", "Luis"):
        member_left(member=factories.member(room, name), by=parent, on=room.created_at.date())
    add_member(case=room, by=parent, name="Zoe", said="Zoe, XQZ")
    text = said(as_parent.get(f"/room/{room.key}/needs/family-conflict/"))
    assert "We don’t know yet. Ask Zoe." in text
    assert "You could ask Zoe" in text


@pytest.mark.django_db
def test_nobody_is_proposed_who_said_no(as_parent, room, parent):
    need = room.needs.get(slug="everyday-skills")
    for member in room.members.all():
        agree(member=member, need=need, by=parent, kind="declined")
    assert "You could ask the agency" in said(as_parent.get(f"/room/{room.key}/needs/{need.slug}/"))
    flag = Flag.objects.get(case=room, need=need, state="open")
    assert "To the agency" in said(as_parent.get(f"/room/{room.key}/asks/{flag.key}/"))


def picked(page):
    """Who is picked in "Who will you ask?"."""
    return re.findall(r'name="to" value="([^"]*)" checked', words(page))


@pytest.mark.django_db
def test_a_question_about_a_need_begins_with_whom_its_page_names(as_parent, room, parent):
    start = f"/room/{room.key}/questions/new/?n=everyday-skills"
    tasha = factories.member(room, "Tasha")
    page = as_parent.get(start)
    assert picked(page) == [tasha.key]
    assert "Hi Tasha, thank you" in words(page)
    for member in room.members.all():
        agree(member=member, need=room.needs.get(slug="everyday-skills"), by=parent, kind="declined")
    page = as_parent.get(start)
    assert picked(page) == ["agency"]
    assert "Hi. I have a question" in words(page)


@pytest.mark.django_db
def test_after_a_no_the_next_door_is_nobody_who_said_no(as_parent, room, parent):
    need = room.needs.get(slug="family-conflict")
    ask = factories.waiting_ask(room, parent, need=need)
    add_member(case=room, by=parent, name="Ana", said="Ana, LMFT")
    decline_ask(ask=ask, by=parent)
    rows = {row.need: row for row in read(room, now=now()).coverage.rows}
    first = rows["family-conflict"].askable[0]
    door = f"/room/{room.key}/questions/new/?next={ask.key}"
    assert picked(as_parent.get(door)) == [room.members.get(pk=first).key]
    for member in room.members.all():
        agree(member=member, need=need, by=parent, kind="declined")
    assert picked(as_parent.get(door)) == ["agency"]


@pytest.mark.django_db
def test_the_page_to_bring_names_whom_the_flag_names(as_parent, room, parent):
    tasha = factories.member(room, "Tasha")
    agree(member=tasha, need=room.needs.get(slug="family-conflict"), by=parent, kind="plan")
    known = {"name": "Tasha", "said": tasha.said, "supervisor": "named", "supervisor_name": "Maria"}
    edit_member(member=tasha, by=parent, version=None, **known)
    jane = factories.member(room, "Jane")
    agree(member=jane, need=room.needs.get(slug="family-conflict"), by=parent, kind="declined")
    flag = Flag.objects.get(case=room, rule="outside_training", state="open")
    assert "To Maria" in said(as_parent.get(f"/room/{room.key}/asks/{flag.key}/"))
    assert "To Maria" in said(as_parent.get(f"/room/{room.key}/sheet/"))


@pytest.mark.django_db
def test_a_late_question_to_the_agency_is_not_for_somebody_here(as_parent, room, parent):
    need = room.needs.get(slug="family-conflict")
    ask = draft_ask(case=room, by=parent, text="Who leads this?", to_whom="the agency", need=need)
    send_ask(ask=ask, by=parent, channel="copied")
    Ask.objects.update(due_on="2026-01-05", asked_at="2026-01-01T12:00Z")
    recheck(case=room)
    flag = Flag.objects.get(case=room, rule="still_waiting")
    assert "To the agency" in said(as_parent.get(f"/room/{room.key}/asks/{flag.key}/"))
