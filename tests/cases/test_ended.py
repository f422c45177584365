"""A question that ended with what it was about is not told as settled: nobody answered it."""

from datetime import timedelta

import pytest

from cases.models import Flag, Member
from cases.services.asks import answer_ask, draft_ask, send_ask
from cases.services.rooms import edit_child, set_needs
from cases.services.team import edit_member, member_back, member_left
from tests import factories
from tests.cases.built import ROOMS, build
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
TIMS = "supervisor_in_the_room"


@pytest.fixture
def case(catalogue, parent):
    return build(parent, ROOMS["A12"])


def asked(flag, by, **whom):
    ask = draft_ask(case=flag.case, by=by, text="Who could?", flag=flag, **whom)
    return send_ask(ask=ask, by=by, channel="copied")


def leaves(case, name):
    member_left(member=case.members.get(name=name), by=case.owner, on=now().date())


def told(client, flag):
    return said(client.get(f"/room/{flag.case.key}/asks/{flag.key}/"))


def no_longer_open(client, case):
    """What stands under the questions of the room that are not open now."""
    return said(client.get(f"/room/{case.key}/asks/")).partition("Not open now")[2]


def test_who_it_was_about_left_while_it_was_open(as_parent, case):
    flag = case.flags.get(rule=TIMS)
    asked(flag, case.owner, member=flag.member)
    leaves(case, "Tim Orr")
    assert "Tim left the team. This needs no answer any more." in told(as_parent, flag)
    assert "Settled" not in told(as_parent, flag)
    assert "Tim left the team. This needs no answer any more." in no_longer_open(as_parent, case)


def test_who_was_offered_in_it_left(as_parent, case):
    flag = case.flags.get(rule=TIMS)
    asked(flag, case.owner, member=flag.member)
    leaves(case, "Kay Lund")
    assert "Kay left the team. This needs no answer any more." in told(as_parent, flag)
    assert case.flags.get(rule="no_supervisor").state == "open"


@pytest.mark.parametrize("name", [person["name"] for person in ROOMS["A12"]["team"]])
def test_nothing_about_somebody_who_left_is_called_settled(as_parent, case, name):
    about = list(case.flags.filter(member__name=name))
    leaves(case, name)
    for flag in case.flags.filter(pk__in=[flag.pk for flag in about], state="settled"):
        assert "left the team. This needs no answer any more." in told(as_parent, flag), flag.rule
        assert "Settled" not in told(as_parent, flag)


def test_every_question_about_a_need_that_is_taken_off(as_parent, case):
    about = list(case.flags.filter(need__slug="learning", state="open"))
    assert about
    needs = [need.slug for need in case.needs.exclude(slug="learning")]
    set_needs(case=case, by=case.owner, needs=needs)
    for flag in about:
        page = told(as_parent, flag)
        assert "Testing and a plan for learning is not on the list any more. This needs no answer." in page
        assert "Settled" not in page


def moves(case, state):
    edit_child(case=case, by=case.owner, nickname="Sunny", age_group="12-17", state=state)


def test_another_state_ends_what_only_the_first_had(as_parent, case):
    was_open = list(case.flags.filter(state="open").values_list("pk", flat=True))
    moves(case, "ID")
    ended = case.flags.filter(pk__in=was_open, state="settled")
    assert ended
    for flag in ended:
        assert "The state has changed. This needs no answer any more." in told(as_parent, flag)


def test_a_state_that_was_asked_for_and_is_told_settles_it(as_parent, catalogue, parent):
    spec = {**ROOMS["A12"], "state": "", "needs": ["learning"], "team": ROOMS["A12"]["team"][:1]}
    case = build(parent, spec)
    flag = case.flags.get(rule="fit_unknown", why="state")
    moves(case, "OR")
    assert "Settled today." in told(as_parent, flag)


def test_what_an_answer_settled_stays_settled_when_they_leave_later(as_parent, case, days):
    flag = case.flags.get(rule=TIMS)
    ask = asked(flag, case.owner, member=flag.member)
    answer_ask(ask=ask, by=case.owner, answer="Kay does.", settles=True)
    days.live("2026-03-09 10:00")
    leaves(case, "Tim Orr")
    assert "left the team. This needs" not in told(as_parent, flag)


def test_a_fact_that_was_told_settles_it_whoever_leaves_later(as_parent, case, days):
    flag, tim = case.flags.get(rule=TIMS), case.members.get(name="Tim Orr")
    kept = {name: getattr(tim, name) for name in ("name", "said", "believed")}
    named = Member.Supervisor.NAMED
    edit_member(member=tim, by=case.owner, version=None, **kept, supervisor=named, supervisor_name="Pat Lee")
    assert "Settled today." in told(as_parent, flag)
    days.live(f"{(now() + timedelta(days=3)).date()} 10:00")
    leaves(case, "Tim Orr")
    assert "Settled on" in told(as_parent, flag)


def test_who_is_back_is_asked_again_as_before(as_parent, case):
    flag = case.flags.get(rule=TIMS)
    leaves(case, "Tim Orr")
    member_back(member=case.members.get(name="Tim Orr"), by=case.owner)
    flag.refresh_from_db()
    assert (flag.state, flag.ended) == ("open", "")


def test_a_coach_reads_the_same(client, coach, parent, case):
    flag = case.flags.get(rule=TIMS)
    factories.share(case, coach, parent)
    leaves(case, "Tim Orr")
    client.force_login(coach)
    assert "Tim left the team. This needs no answer any more." in told(client, flag)
    assert Flag.objects.get(pk=flag.pk).ended == "left"
