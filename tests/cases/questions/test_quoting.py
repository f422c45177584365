"""Our ready words around a question: said once, fair to who answered, never longer than can be sent."""

import re
from html import unescape

import pytest

from cases.models import Ask
from cases.services import asks
from cases.services.rooms import edit_child
from cases.services.team import edit_member
from roles.models import Need
from tests import factories
from tests.cases.pages import said, words

pytestmark = pytest.mark.django_db
TONES = ("warm", "short", "firm")


def written(page):
    """What stands in the box for the words."""
    return unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", words(page), re.S)[1])


@pytest.fixture
def home(room):
    return f"/room/{room.key}/questions/"


def keep(as_parent, start, to):
    """Save the ready words of a new question for later; the address of what was kept."""
    text = written(as_parent.get(start))
    as_parent.post(start, {"do": "save", "to": to, "text": text})
    return Ask.objects.get()


@pytest.mark.parametrize("start", ["n=family-conflict", "q=title-1", "f="])
@pytest.mark.parametrize("tone", TONES)
def test_a_kept_question_greets_once_in_any_tone(as_parent, home, flag, jane, start, tone):
    start = f"{home}new/?{start}{flag.key if start == 'f=' else ''}&m={jane.key}"
    ask = keep(as_parent, start, jane.key)
    form = {"do": f"tone-{tone}", "to": jane.key, "text": ask.text, "version": ask.version}
    assert written(as_parent.post(f"{home}{ask.key}/", form)) == written(
        as_parent.post(start, {**form, "text": written(as_parent.get(start))})
    )


def test_a_question_kept_for_a_supervisor_greets_once(as_parent, room, parent, home, flag, jane):
    boss = {"supervisor": "named", "supervisor_name": "Pat Lee, LCSW"}
    edit_member(member=jane, by=parent, version=None, name="Jane", said=jane.said, **boss)
    ask = keep(as_parent, f"{home}new/?f={flag.key}", f"sup-{jane.key}")
    form = {"do": "tone-warm", "to": f"sup-{jane.key}", "text": ask.text}
    assert written(as_parent.post(f"{home}{ask.key}/", form)).count("Hi Pat Lee, LCSW,") == 1


def test_a_kind_nudge_quotes_the_question_without_its_greeting(as_parent, parent, home, jane):
    ask = keep(as_parent, f"{home}new/?n=family-conflict&m={jane.key}", jane.key)
    asks.send_ask(ask=ask, by=parent, channel="")
    nudge = said(as_parent.get(f"{home}{ask.key}/")).split("I’m checking back")[1]
    assert "thank you for your work" not in nudge


def test_words_of_their_own_are_quoted_as_they_are(as_parent, room, parent, home):
    text = "Hi Jane, you said that you know somebody, thank you. Who is it?"
    ask = factories.waiting_ask(room, parent, text=text)
    assert f"my question: “{text}”" in said(as_parent.get(f"{home}{ask.key}/"))


def test_a_kept_question_about_a_need_says_what_a_clear_answer_has(as_parent, home, jane):
    ask = keep(as_parent, f"{home}new/?n=family-conflict&m={jane.key}", jane.key)
    clear = Need.objects.get(slug="family-conflict").clear_answer
    assert f"A clear answer has: {clear}" in said(as_parent.get(f"{home}{ask.key}/"))


def test_who_answered_is_not_told_on_as_silent(as_parent, parent, home, late):
    asks.unclear_ask(ask=late, by=parent, answer="We do a bit of everything.")
    door = written(as_parent.get(f"{home}new/?next={late.key}"))
    assert door == "I asked Jane: “Could you lead this?” The answer is not clear to me yet. Could you help?"
    page = said(as_parent.get(f"{home}{late.key}/"))
    sure = "I want to be sure I understood: do you lead help with family conflict?"
    assert f"Hi Jane, thank you for your answer. {sure} A yes or a no is enough." in page
    assert "When could I hear from you?" not in page


def test_whoever_may_not_lead_is_asked_to_say_it_in_other_words(as_parent, room, parent, home):
    ask = factories.waiting_ask(room, parent, text="What happens at night?")
    asks.unclear_ask(ask=ask, by=parent, answer="It depends.")
    page = said(as_parent.get(f"{home}{ask.key}/"))
    assert "“What happens at night?” The answer is not clear to me yet." in page
    assert "Could you say it in other words?" in page


ENDS = {"late": None, "unclear": asks.unclear_ask, "declined": asks.decline_ask}


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_words_for_the_next_door_can_always_be_sent(as_parent, room, parent, home, late, end, tone):
    edit_child(case=room, by=parent, nickname="S" * 40, age_group="", state="OR")
    long = {"name": "J" * 60, "said": "QMHP", "supervisor": "named", "supervisor_name": "P" * 60}
    edit_member(member=late.member, by=parent, version=None, **long)
    Ask.objects.update(text="word " * 199 + "word?")
    late.refresh_from_db()
    if end:
        end(ask=late, by=parent)
    door, to = f"{home}new/?next={late.key}", f"sup-{late.member.key}"
    text = written(
        as_parent.post(door, {"do": f"tone-{tone}", "to": to, "text": written(as_parent.get(door))})
    )
    assert "word…”" in text
    as_parent.post(door, {"do": "sent", "to": to, "text": text, "remind": "5"})
    assert Ask.objects.exclude(pk=late.pk).get().text == text
