"""Who was asked already and left it open is named, and is not asked in the same words as if it were new."""

import pytest

from cases.mismatch.addressee import whom_to_ask
from cases.models import Flag
from cases.presenters.flags import finding_of
from cases.presenters.just_done import just_done
from cases.reader import read
from cases.services.asks import answer_ask, decline_ask, draft_ask, reopen_ask, send_ask
from cases.wording import PARENT
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import asked, flag_of
from web.clock import now

pytestmark = pytest.mark.django_db
HOME, SIBLINGS, HARM = "home-aggression", "sibling-impact", "self-harm-suicide"
ED, DANA = {"name": "Ed Roe", "said": "LCSW"}, {"name": "Dana Fields", "said": "QMHA"}
ANN = {"name": "Ann Poe", "said": "LMFT"}
NO_PLAN = "You asked Ed. There is no plan for the night yet."


def room_of(parent, *team, needs=(HOME, SIBLINGS), state="OR"):
    return build(parent, {"state": state, "age": "6-11", "needs": list(needs), "team": list(team)})


def put(case, parent, flag, name):
    whom = {"member": case.members.get(name=name)} if name else {"to_whom": "the agency"}
    ask = draft_ask(case=case, by=parent, text="And tonight?", flag=flag, **whom)
    return send_ask(ask=ask, by=parent, channel="copied")


def no(ask, parent):
    decline_ask(ask=ask, by=parent)


def no_plan(ask, parent):
    answer_ask(ask=ask, by=parent, answer="no plan yet")


def whom(case, flag):
    """The name of whom it is for, '' for the agency."""
    flag.refresh_from_db()
    reading = read(case, now=now())
    here = {member.id: member.name for member in reading.room.members}
    found = whom_to_ask(finding_of(flag), reading.coverage, here)
    return here[found] if found else ""


# -- tonight ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("reply", "told"), [(no, "Ed said no."), (no_plan, NO_PLAN)])
@pytest.mark.parametrize("team", [(ED, DANA), (ED | {"agreed": [HOME]}, DANA)])
def test_tonight_goes_to_the_agency_after_a_reply(as_parent, catalogue, parent, reply, told, team):
    case = room_of(parent, *team)
    flag = flag_of(case, "sibling_safety")
    reply(put(case, parent, flag, "Ed Roe"), parent)
    assert (whom(case, flag), flag.why, flag.state) == ("", "again", "open")
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert f"{told} If it can’t wait, call or text 988." in page
    assert "I asked about a safety plan for tonight, and we have none yet." in page


def test_tonight_goes_to_another_clinician_in_the_first_words(as_parent, catalogue, parent):
    case = room_of(parent, ED, ANN, DANA)
    flag = flag_of(case, "sibling_safety")
    first = whom(case, flag)
    ask = put(case, parent, flag, first)
    no(ask, parent)
    (other,) = {"Ed Roe", "Ann Poe"} - {first}
    assert (whom(case, flag), flag.why) == (other, "")
    next_door = as_parent.get(f"/room/{case.key}/questions/new/?next={ask.key}").content.decode()
    assert f'value="{case.members.get(name=other).key}" checked' in next_door


def test_the_agency_is_named_when_it_has_no_plan_either(as_parent, catalogue, parent):
    case = room_of(parent, ED)
    flag = flag_of(case, "sibling_safety")
    no(put(case, parent, flag, "Ed Roe"), parent)
    no_plan(put(case, parent, flag, ""), parent)
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert "Ed said no. You asked the agency. There is no plan for the night yet. If it" in page


def test_a_reply_taken_back_is_none(as_parent, catalogue, parent):
    case = room_of(parent, ED)
    flag = flag_of(case, "sibling_safety")
    ask = put(case, parent, flag, "Ed Roe")
    no(ask, parent)
    reopen_ask(ask=ask, by=parent)
    assert (whom(case, flag), flag.state) == ("Ed Roe", "asked")


def test_who_gave_the_plan_is_asked_again_when_it_is_new(catalogue, parent):
    case = room_of(parent, ED)
    flag = flag_of(case, "sibling_safety")
    answer_ask(ask=put(case, parent, flag, "Ed Roe"), by=parent, answer="All set.", settles=True)
    assert read(case, now=now()).room.replies == ()


def test_a_coach_reads_who_asked(client, catalogue, parent, coach):
    case = room_of(parent, ED)
    no_plan(put(case, parent, flag_of(case, "sibling_safety"), "Ed Roe"), parent)
    factories.share(case, coach, parent)
    client.force_login(coach)
    page = said(client.get(f"/room/{case.key}/"))
    assert "asked Ed. There is no plan for the night yet." in page
    assert NO_PLAN not in page


# -- who leads ----------------------------------------------------------------------------------------


def test_an_unsettled_answer_is_remembered(as_parent, catalogue, parent):
    val, ty = {"name": "Val Orr", "said": "LISW-S"}, {"name": "Ty Cobb", "said": "case manager"}
    case = room_of(parent, val, ty, needs=[HARM], state="OH")
    flag = Flag.objects.get(case=case, rule="fit_not_asked")
    answer_ask(ask=asked(flag, parent), by=parent, answer="Maybe")
    page = said(as_parent.get(f"/room/{case.key}/"))
    own = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    for text in (page, own):
        assert "You asked Val, and an answer came. It is not settled yet." in text
        assert "no one has asked Val" not in text
        assert "Can you say yes or no? If not you, who?" in text


def test_a_no_is_told_with_who_is_asked_next(as_parent, catalogue, parent):
    case = room_of(parent, ED, ANN, needs=[HOME])
    flag = Flag.objects.get(case=case, rule="fit_not_asked")
    decline_ask(ask=asked(flag, parent), by=parent)
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert f"{flag.member.name.split()[0]} said no." in page


# -- a supervisor -------------------------------------------------------------------------------------


def test_a_supervisor_question_answered_without_a_name_is_remembered(as_parent, catalogue, parent):
    case = room_of(parent, DANA, needs=[HOME])
    flag = flag_of(case, "no_supervisor")
    answer_ask(ask=asked(flag, parent), by=parent, answer="It is Marco Lopez")
    told = "You asked Dana, and an answer came. It is not settled yet."
    assert told in said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert told in said(as_parent.get(f"/room/{case.key}/"))


# -- a no settles no chair ----------------------------------------------------------------------------


def test_a_no_on_an_empty_chair_is_not_called_settled(as_parent, catalogue, parent):
    case = room_of(parent, {"name": "Val Orr", "said": "LISW-S"}, needs=[HARM], state="OH")
    flag = Flag.objects.get(case=case, rule="fit_not_asked")
    ask = asked(flag, parent)
    answer_ask(ask=ask, by=parent, answer="Not me", leads=False)
    ask.refresh_from_db()
    done = just_done(None, ask, read(case, now=now()), PARENT)
    assert done
    assert done.text.startswith("Written down. Val said no.")
    own = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert "Val said no." in own
    assert "Settled" not in own
