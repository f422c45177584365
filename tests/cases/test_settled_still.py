"""What settled is told as settled as long as that holds; what contradicts the room is gone from its list."""

import pytest

from cases.models import Flag
from cases.services.agreements import agree, forget_agreement
from cases.services.asks import answer_ask
from cases.services.letters import verify_credential
from cases.services.rooms import edit_child, set_needs
from cases.services.team import edit_member, member_back, member_left
from roles.models import Need
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import asked
from web.clock import now

pytestmark = pytest.mark.django_db
HARM, TRAUMA = "self-harm-suicide", "trauma"
FITS = "With a supervisor, Jess’s role fits the self-harm safety plan"
CHANGED = "What it rests on has changed since."
SAM = {"name": "Sam", "said": "Sam Ray, LCSW"}


@pytest.fixture
def case(parent, catalogue):
    """Jess said yes, and her supervisor is named: what was asked about both is settled."""
    team = [{"name": "Jess", "said": "Jess Poe, CSWA"}, {"name": "Bri", "said": "Bri Moss, QMHA"}, SAM]
    no = {**SAM, "declined": [HARM]}
    made = build(parent, {"age": "6-11", "state": "OR", "needs": [HARM, TRAUMA], "team": [*team[:2], no]})
    answer_ask(ask=asked(flag_of(made), parent), by=parent, leads=True)
    edits(made, parent, "Jess Poe, CSWA", "Dr. Lund")
    asked(Flag.objects.get(case=made, rule="register_not_checked"), parent)
    return made


def jess(case):
    return case.members.get(name="Jess")


def edits(case, by, letters, supervisor):
    named = {"supervisor": "named", "supervisor_name": supervisor} if supervisor else {}
    edit_member(member=jess(case), by=by, version=None, name="Jess", said=letters, **named)


def flag_of(case):
    return Flag.objects.get(case=case, rule="fit_not_asked", need__slug=HARM, member=jess(case))


def quiet(client, case):
    return said(client.get(f"/room/{case.key}/asks/")).partition("Not open now")[2]


def own(client, flag):
    return said(client.get(f"/room/{flag.case.key}/asks/{flag.key}/"))


def leaves(case, by):
    member_left(member=jess(case), by=by, on=now().date())


def other_letters(case, by):
    edits(case, by, "Jess Poe, QMHA", "Dr. Lund")


def other_letters_and_another_lead(case, by):
    other_letters(case, by)
    sam = case.members.get(name="Sam")
    agree(member=sam, need=Need.objects.get(slug=HARM), by=by, kind="agreed")


def another_state(case, by):
    edit_child(case=case, by=by, nickname="Sunny", age_group="6-11", state="KY")


def need_removed(case, by):
    set_needs(case=case, by=by, needs=[TRAUMA])


LOST = [leaves, other_letters, other_letters_and_another_lead, another_state, need_removed]


def test_while_it_holds_it_is_told(as_parent, case):
    assert FITS in quiet(as_parent, case)
    assert CHANGED not in own(as_parent, flag_of(case))


@pytest.mark.parametrize("act", LOST)
def test_what_no_longer_holds_is_gone_from_the_list(as_parent, parent, case, act):
    flag = flag_of(case)
    act(case, parent)
    assert FITS not in quiet(as_parent, case)
    assert CHANGED in own(as_parent, flag)


def test_a_coach_reads_the_same(client, parent, coach, case):
    factories.share(case, coach, parent)
    other_letters(case, parent)
    client.force_login(coach)
    assert FITS not in quiet(client, case)


def test_an_agreement_undone_opens_it_and_leaves_nothing_settled(as_parent, parent, case):
    forget_agreement(member=jess(case), need=Need.objects.get(slug=HARM), by=parent)
    assert flag_of(case).state == "open"
    assert "No one has looked up CSWA yet" not in quiet(as_parent, case)


def test_what_was_looked_up_stays_settled_without_a_yes(as_parent, parent, case):
    letters = jess(case).credentials.get(text="CSWA")
    verify_credential(credential=letters, by=parent, on=now().date())
    assert "No one has looked up CSWA yet" in quiet(as_parent, case)


@pytest.mark.parametrize("back", ["person", "need", "letters"])
def test_what_is_as_it_was_is_told_again(as_parent, parent, case, back):
    if back == "person":
        leaves(case, parent)
        member_back(member=jess(case), by=parent)
    elif back == "need":
        need_removed(case, parent)
        set_needs(case=case, by=parent, needs=[HARM, TRAUMA])
    else:
        other_letters(case, parent)
        edits(case, parent, "Jess Poe, CSWA", "Dr. Lund")
    assert FITS in quiet(as_parent, case)


def test_unanswered_it_ended_with_the_letters(as_parent, parent, catalogue):
    team = [{"name": "Jess", "said": "Jess Poe, CSWA"}]
    made = build(parent, {"age": "6-11", "state": "OR", "needs": [HARM], "team": team})
    flag = flag_of(made)
    edits(made, parent, "Jess Poe, QMHA", "")
    flag.refresh_from_db()
    assert (flag.state, flag.ended) == ("settled", "role")
    page = own(as_parent, flag)
    assert "Jess’s letters have changed. This needs no answer any more." in page
    assert "Settled" not in page


def test_a_title_that_is_answered_with_letters_is_settled(as_parent, parent, catalogue):
    team = [{"name": "Jess", "said": "therapist"}]
    made = build(parent, {"age": "6-11", "state": "OR", "needs": [HARM], "team": team})
    flag = Flag.objects.get(case=made, rule="title_unclear")
    edits(made, parent, "Jess Poe, LCSW", "")
    flag.refresh_from_db()
    assert (flag.state, flag.ended) == ("settled", "")
    assert "Settled today." in own(as_parent, flag)
