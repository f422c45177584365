"""A question on its way about tonight, a supervisor or a word is no question who leads its need."""

import pytest

from cases.mismatch import next_step
from cases.models import Agreement, Flag
from cases.presenters.flags import finding_of
from cases.reader import read
from cases.services.asks import decline_ask, draft_ask, send_ask
from cases.services.recheck import recheck
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import flag_of
from web.clock import now

pytestmark = pytest.mark.django_db
HOME, SIBLINGS = "home-aggression", "sibling-impact"
ED, DANA = {"name": "Ed Roe", "said": "LCSW"}, {"name": "Dana Fields", "said": "QMHA"}


def room_of(parent, *team):
    return build(parent, {"state": "OR", "age": "6-11", "needs": [HOME, SIBLINGS], "team": list(team)})


def put(case, parent, flag, name):
    ask = draft_ask(case=case, by=parent, text="And tonight?", flag=flag, member=case.members.get(name=name))
    return send_ask(ask=ask, by=parent, channel="copied")


def seen(case, need):
    reading = read(case, now=now())
    row = reading.coverage.row(need)
    return row.why, row.cells[0].why


def test_tonight_is_no_question_who_leads(as_parent, catalogue, parent):
    case = room_of(parent, ED, DANA)
    put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe")
    fit = Flag.objects.get(case=case, rule="fit_not_asked", need__slug=SIBLINGS)
    assert (seen(case, SIBLINGS), fit.why, fit.state) == (("could", "mark"), "free", "open")
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert "Asked Ed. Waiting to hear." not in page
    assert "and you have asked" not in page


def test_who_leads_is_asked_while_tonight_waits(catalogue, parent):
    case = room_of(parent, ED | {"agreed": [HOME]}, DANA)
    put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe")
    flags = Flag.objects.open().filter(case=case).exclude(state="asked")
    reading = read(case, now=now())
    step = next_step(reading.room, reading.coverage, [finding_of(flag) for flag in flags])
    assert step
    assert (step.rule, step.need) == ("fit_not_asked", SIBLINGS)


def test_a_question_who_leads_is_seen_beside_one_about_tonight(catalogue, parent):
    case = room_of(parent, ED, DANA)
    put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe")
    before = read(case, now=now())
    put(case, parent, Flag.objects.get(case=case, rule="fit_not_asked", need__slug=SIBLINGS), "Ed Roe")
    assert seen(case, SIBLINGS) == ("asked", "asked")
    again = read(case, now=now(), before=before)
    assert again.coverage.row(SIBLINGS).why == "asked"


def test_the_agency_asked_about_tonight_was_not_asked_who_leads(catalogue, parent):
    case = room_of(parent, {"name": "Uma Hale", "said": "CADC"})
    flag = flag_of(case, "sibling_safety")
    before = read(case, now=now()).coverage.row(SIBLINGS).why
    ask = draft_ask(case=case, by=parent, text="And tonight?", flag=flag, to_whom="the agency")
    send_ask(ask=ask, by=parent, channel="copied")
    assert read(case, now=now()).coverage.row(SIBLINGS).why == before


def test_the_ready_question_who_leads_stays_while_tonight_waits(as_parent, catalogue, parent):
    case = room_of(parent, ED)
    ready = f"/room/{case.key}/questions/new/?n={SIBLINGS}"
    put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe")
    assert ready in as_parent.get(f"/room/{case.key}/questions/").content.decode()


def test_a_nudge_about_tonight_is_answered_about_tonight(days, catalogue, parent):
    case = room_of(parent, ED)
    put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe")
    days.live("2026-03-12 10:00")
    recheck(case=case)
    again = put(case, parent, flag_of(case, "still_waiting"), "Ed Roe")
    decline_ask(ask=again, by=parent)
    assert not Agreement.objects.filter(case=case, kind="declined").exists()
