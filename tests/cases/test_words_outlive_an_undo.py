"""Nothing a parent wrote is lost: what is undone is in its field again, what came before stays readable."""

import pytest
from django.utils.html import escape

from cases.models import AskEvent, CaseEvent, Flag
from cases.services import asks, flags
from tests import factories
from tests.cases.pages import said

WORDS, NAMED = "Tuesdays at four, with Ruth", "Dr. Sol Ray"
pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(room, parent):
    return factories.waiting_ask(room, parent)


def fields(client, ask):
    form = client.get(f"/room/{ask.case.key}/questions/{ask.key}/").context["answer"]
    return form["answer"].value() or "", form["named"].value() or ""


REPLIES = {
    "yes": lambda **of: asks.answer_ask(leads=True, **of),
    "somebody else": lambda **of: asks.answer_ask(leads=False, **of),
    "open": asks.answer_ask,
    "settles": lambda **of: asks.answer_ask(settles=True, **of),
    "no": asks.decline_ask,
}


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("written", [{"answer": WORDS}, {"named": NAMED}, {"answer": WORDS, "named": NAMED}])
def test_an_answer_that_is_undone_stands_in_its_fields_again(as_parent, ask, parent, reply, written):
    REPLIES[reply](ask=ask, by=parent, **written)
    asks.reopen_ask(ask=ask, by=parent)
    assert fields(as_parent, ask) == (written.get("answer", ""), written.get("named", ""))
    assert (ask.answer, ask.named) == ("", "")
    asks.nudge_ask(ask=ask, by=parent)
    asks.withdraw_ask(ask=ask, by=parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert fields(as_parent, ask) == (written.get("answer", ""), written.get("named", ""))
    asks.unclear_ask(ask=ask, by=parent, answer="A new word")
    assert fields(as_parent, ask) == ("", "")


@pytest.mark.parametrize("reply", REPLIES)
def test_what_came_before_stays_on_the_page_and_in_the_log(as_parent, ask, parent, reply):
    asks.unclear_ask(ask=ask, by=parent, answer=WORDS, named=NAMED)
    asks.unclear_ask(ask=ask, by=parent, answer="Call on Monday")
    REPLIES[reply](ask=ask, by=parent, answer="Now it is clear", named="Ida Bern")
    page = said(as_parent.get(f"/room/{ask.case.key}/questions/{ask.key}/"))
    log = said(as_parent.get(f"/room/{ask.case.key}/log/"))
    for words in (WORDS, "Call on Monday", "Now it is clear"):
        assert page.count(words) == 1
        assert words in log
    assert page.count(NAMED) == 1


def test_how_the_parent_sees_it_stands_in_its_field_again(as_parent, room, parent):
    flag = Flag.objects.filter(case=room, state="open").first()
    address = f"/room/{room.key}/asks/{flag.key}/"
    for back in (flags.undo_flag, flags.open_flag_again):
        flags.differ_on_flag(flag=flag, by=parent, reason=WORDS)
        assert WORDS in said(as_parent.get(f"/room/{room.key}/log/"))
        back(flag=flag, by=parent)
        assert as_parent.get(address).context["form"]["reason"].value() == WORDS


def test_a_day_they_named_is_read_until_the_answer(as_parent, ask, parent, time_machine):
    time_machine.move_to(ask.asked_at, tick=False)
    day = ask.due_on
    asks.promise_ask(ask=ask, by=parent, day=day)
    asks.snooze_ask(ask=ask, by=parent, day=ask.due_on.replace(day=28))
    asks.nudge_ask(ask=ask, by=parent)
    assert (ask.promised_on, ask.due_on) == (day, day)
    told = f"The day they named: {day:%A, %B} {day.day}"
    for page in (f"questions/{ask.key}/", "questions/", ""):
        assert told in said(as_parent.get(f"/room/{ask.case.key}/{page}"))
    line = CaseEvent.objects.get(kind="promised")
    assert (line.params["day"], line.ask_event.kind) == (day.isoformat(), AskEvent.Kind.PROMISED)
    asks.unclear_ask(ask=ask, by=parent)
    assert told not in said(as_parent.get(f"/room/{ask.case.key}/questions/{ask.key}/"))


def test_links_to_questions_name_the_person_and_the_bare_question(as_parent, room, parent):
    warm = "Hi Jane, thank you for your work with Sunny. Who leads the plan?"
    member = room.members.first()
    draft = asks.draft_ask(case=room, by=parent, text=warm, say="Who leads the plan?", member=member)
    asks.send_ask(ask=draft, by=parent, channel="copied")
    page = as_parent.get(f"/room/{room.key}/questions/").content.decode()
    assert escape("“Who leads the plan?”") in page
    assert "Write down the answer" in page
    assert ": Hi Jane" not in page
