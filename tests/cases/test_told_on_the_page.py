"""A yes or a no told on somebody's page answers the question that asked them exactly this."""

from datetime import timedelta

import pytest

from cases.models import Agreement, Ask, Flag
from cases.services.agreements import agree, forget_agreement, set_agreements
from cases.services.asks import decline_ask, draft_ask, reopen_ask, send_ask
from cases.services.reminders import remind_unanswered
from notify.models import Delivery
from roles.models import Need, Question
from tests import factories
from tests.cases.built import Seen, build
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
HARM, MEDICINE = "self-harm-suicide", "medication-questions"
SAM = {"name": "Sam Ray", "said": "Sam Ray, LCSW"}
KATE = {"name": "Kate", "said": "therapist"}


@pytest.fixture
def room(parent, catalogue):
    return build(parent, {"age": "6-11", "state": "OR", "needs": [HARM, MEDICINE], "team": [SAM, KATE]})


@pytest.fixture
def sam(room):
    return room.members.get(name="Sam Ray")


@pytest.fixture
def need(catalogue):
    return Need.objects.get(slug=HARM)


@pytest.fixture
def ask(room, parent, need):
    flag = Flag.objects.filter(case=room, need=need).open().get()
    return factories.waiting_ask(room, parent, name="Sam Ray", flag=flag)


def state(ask):
    return Ask.objects.get(pk=ask.pk).state


def flags(room):
    """What is told of the need, by rule, and how it stands."""
    here = Flag.objects.filter(case=room, need__slug=HARM).exclude(state="settled")
    return {flag.rule: flag.state for flag in here}


def agreed(sam):
    return list(Agreement.objects.filter(member=sam, need__slug=HARM).values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("kind", "became"), [("declined", "declined"), ("agreed", "answered"), ("plan", "waiting")]
)
def test_a_yes_and_a_no_are_answers_and_a_plan_is_none(room, parent, sam, need, ask, kind, became):
    agree(member=sam, need=need, by=parent, kind=kind)
    assert state(ask) == became


def test_a_no_is_first_with_its_next_door(room, parent, sam, need, ask):
    set_agreements(member=sam, by=parent, version=None, kinds={HARM: "declined"})
    assert Seen(room).next == f"fit_unknown {HARM} Kate"
    assert flags(room) == {"fit_unknown": "open"}


def test_where_nobody_else_is_left_to_ask_it_is_first_too(room, parent, sam, need, ask):
    """Kate is asked about medicine all the same, and safety is before that."""
    agree(member=room.members.get(name="Kate"), need=need, by=parent, kind="declined")
    set_agreements(member=sam, by=parent, version=None, kinds={HARM: "declined"})
    assert Seen(room).next.split()[1] == HARM
    assert list(flags(room).values()) == ["open"]


@pytest.mark.parametrize("kind", ["agreed", "declined"])
def test_no_reminder_goes_out_for_what_was_told(room, parent, sam, need, ask, kind):
    agree(member=sam, need=need, by=parent, kind=kind)
    assert remind_unanswered(now=now() + timedelta(days=60)) == 0
    assert not Delivery.objects.filter(kind="cases.ask_waiting").exists()


@pytest.mark.parametrize("kind", ["agreed", "declined"])
@pytest.mark.parametrize("back", ["", "plan"])
def test_taken_back_on_the_page_it_waits_again(room, parent, sam, need, ask, kind, back):
    before = flags(room)
    agree(member=sam, need=need, by=parent, kind=kind)
    if back:
        agree(member=sam, need=need, by=parent, kind=back)
    else:
        forget_agreement(member=sam, need=need, by=parent)
    assert (state(ask), agreed(sam), flags(room)) == ("waiting", [back] if back else [], before)
    assert not room.events.filter(kind__in=("answered", "said-no", "agreed")).exists()


@pytest.mark.parametrize("kind", ["agreed", "declined"])
@pytest.mark.parametrize("first", ["", "plan"])
def test_undone_with_the_question_the_page_is_as_before(room, parent, sam, need, ask, kind, first):
    if first:
        agree(member=sam, need=need, by=parent, kind=first)
    agree(member=sam, need=need, by=parent, kind=kind)
    ask.refresh_from_db()
    reopen_ask(ask=ask, by=parent)
    assert (state(ask), agreed(sam)) == ("waiting", [first] if first else [])


@pytest.mark.parametrize(("one", "other"), [("agreed", "declined"), ("declined", "agreed")])
def test_told_otherwise_it_is_answered_otherwise_and_undone_as_one(room, parent, sam, need, ask, one, other):
    agree(member=sam, need=need, by=parent, kind=one)
    agree(member=sam, need=need, by=parent, kind=other)
    assert state(ask) == {"agreed": "answered", "declined": "declined"}[other]
    ask.refresh_from_db()
    reopen_ask(ask=ask, by=parent)
    assert (state(ask), agreed(sam)) == ("waiting", [])


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_questions_answered_at_once_are_undone_in_any_order(room, parent, sam, need, ask, order):
    asks = [ask, another(room, parent, member=sam, need=need)]
    agree(member=sam, need=need, by=parent, kind="agreed")
    assert [state(one) for one in asks] == ["answered"] * 2
    for place in order:
        asks[place].refresh_from_db()
        reopen_ask(ask=asks[place], by=parent)
    assert ([state(one) for one in asks], agreed(sam)) == (["waiting"] * 2, [])


def test_what_the_answer_form_told_stays_answered(room, parent, sam, need, ask):
    decline_ask(ask=ask, by=parent)
    forget_agreement(member=sam, need=need, by=parent)
    assert state(ask) == "declined"


def another(room, parent, **fields):
    ask = draft_ask(case=room, by=parent, text="One more thing?", **fields)
    return send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED, knowingly=True)


def test_what_asks_something_else_or_somebody_else_waits_on(room, parent, sam, need):
    kate, ready = room.members.get(name="Kate"), Question.objects.filter(for_anyone=True).first()
    others = [
        another(room, parent, member=sam, need=Need.objects.get(slug=MEDICINE)),
        another(room, parent, member=sam),
        another(room, parent, member=kate, need=need),
        another(room, parent, member=sam, need=need, question=ready),
    ]
    agree(member=sam, need=need, by=parent, kind="declined")
    assert [state(ask) for ask in others] == ["waiting"] * 4


def test_a_question_to_who_said_no_already_keeps_no_need_waiting(room, parent, sam, need):
    """Told before it was sent, so it waits; who leads is asked of the next one meanwhile."""
    agree(member=sam, need=need, by=parent, kind="declined")
    another(room, parent, member=sam, need=need)
    assert Seen(room).next == f"fit_unknown {HARM} Kate"


def test_a_question_to_who_is_next_does(room, parent, sam, need):
    agree(member=sam, need=need, by=parent, kind="declined")
    another(room, parent, member=room.members.get(name="Kate"), need=need)
    assert Seen(room).next.split()[1] == MEDICINE


def test_nothing_on_the_pages_contradicts_for_parent_and_coach(client, room, parent, coach, sam, need, ask):
    factories.share(room, coach, parent)
    client.force_login(parent)
    agree(member=sam, need=need, by=parent, kind="declined")
    for person in (parent, coach):
        client.force_login(person)
        for page in ("", f"questions/{ask.key}/", f"needs/{HARM}/", f"team/{sam.key}/"):
            text = said(client.get(f"/room/{room.key}/{page}"))
            assert "Who leads the safety plan? Sam. Asked" not in text
            assert "said no" in text or page.startswith("team")


def test_undone_what_was_agreed_before_holds_since_it_was_said(days, room, parent, sam, need, ask):
    agree(member=sam, need=need, by=parent, kind="plan")
    since = Agreement.objects.get(member=sam, need=need).at
    days.live("2026-03-04 10:00")
    agree(member=sam, need=need, by=parent, kind="agreed")
    ask.refresh_from_db()
    days.live("2026-03-05 10:00")
    reopen_ask(ask=ask, by=parent)
    assert Agreement.objects.filter(member=sam, need=need).values_list("kind", "at").get() == ("plan", since)
