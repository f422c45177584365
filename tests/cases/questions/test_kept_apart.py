"""A question is kept apart from our greeting: what was asked, in which tone, and the words as sent."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from cases.models import Ask, Flag
from cases.presenters.questions import core_of
from cases.services.rooms import edit_child
from cases.services.team import edit_member
from tests import factories
from tests.cases.pages import as_told, said, words

pytestmark = pytest.mark.django_db

migration = import_module("cases.migrations.0012_questions_read_out_of_messages")
WARM = "Hi Jane, thank you for your work with Sunny. "


def written(page):
    """What stands in the box for the words."""
    return words(page).split("</textarea>")[0].rsplit(">", 1)[1]


def save(as_parent, url, to, text, **more):
    as_parent.post(url, {"do": "save", "to": to, "text": text, **more})
    return Ask.objects.get()


@pytest.mark.parametrize("tone", ["warm", "short", "firm"])
def test_ready_words_keep_the_bare_question_and_their_tone(as_parent, new, flag, jane, tone):
    text = written(as_parent.post(new, {"do": f"tone-{tone}", "to": jane.key, "text": ""}))
    ask = save(as_parent, new, jane.key, text)
    assert (ask.say, ask.tone, ask.text) == (as_told(flag)["say"], tone, text)
    assert core_of(ask) == as_told(flag)["say"]


def test_words_of_their_own_have_no_tone(as_parent, new, jane):
    ask = save(as_parent, new, jane.key, "Could you lead this?")
    assert (ask.say, ask.tone, core_of(ask)) == ("", "", "Could you lead this?")


def test_a_question_changed_inside_our_greeting_is_quoted_alone(as_parent, new, jane):
    ask = save(as_parent, new, jane.key, f"{WARM}Would you lead this for us?")
    assert (ask.text, ask.tone) == (f"{WARM}Would you lead this for us?", "")
    assert core_of(ask) == "Would you lead this for us?"


def test_changing_a_kept_question_changes_what_is_kept_apart(as_parent, new, room, jane):
    ask = save(as_parent, new, jane.key, written(as_parent.get(new)))
    assert ask.tone == "warm"
    ask = save(as_parent, f"/room/{room.key}/questions/{ask.key}/", jane.key, "My own.", version=ask.version)
    assert (ask.text, ask.say, ask.tone) == ("My own.", "", "")


def test_kept_ready_words_stay_ready_whatever_anybody_is_called_since(as_parent, parent, new, room, jane):
    ask = save(as_parent, new, jane.key, written(as_parent.get(new)))
    edit_child(case=room, by=parent, nickname="Moon", age_group="", state="OR")
    edit_member(member=jane, by=parent, version=None, name="Janet", said=jane.said)
    url = f"/room/{room.key}/questions/{ask.key}/"
    page = as_parent.post(url, {"do": "greet", "to": jane.key, "text": ask.text})
    assert written(page) == f"Hi Janet, thank you for your work with Moon. {ask.say}"


# -- questions kept before the two were apart ---------------------------------------------------------


def told(room, parent, text, **fields):
    """As an earlier version kept it, read the way the migration does."""
    ask = factories.waiting_ask(room, parent, text=text, **fields)
    migration.read_questions(apps, connection.schema_editor())
    ask.refresh_from_db()
    return ask.say, ask.tone


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"{WARM}Who leads this?", ("Who leads this?", "warm")),
        ("Hi. I have a question about Sunny. Who leads this?", ("Who leads this?", "warm")),
        (
            "Hello Sam,  I am asking about Sunny’s care.\n"
            "Who leads this? Could I have the answer in writing?",
            ("Who leads this?", "firm"),
        ),
        ("Who leads this?", ("", "")),
        ("Hi Jane, you said that you know somebody, thank you. Who is it?", ("", "")),
        ("Hi Jane, thank you for your work with Moon. Who leads this?", ("", "")),
    ],
)
def test_a_question_is_read_once_out_of_ready_words(room, parent, text, read):
    assert told(room, parent, text) == read


def test_a_name_with_a_comma_is_known_by_whom_it_went_to(room, parent, jane):
    edit_member(member=jane, by=parent, version=None, name="Pat Lee, LCSW", said=jane.said)
    text = "Hi Pat Lee, LCSW, thank you for your work with Sunny. Who leads this?"
    assert told(room, parent, text, name="Pat Lee, LCSW") == ("Who leads this?", "warm")


def test_the_bare_question_of_a_flag_was_the_short_tone(room, parent, flag):
    say = as_told(flag)["say"]
    ask = factories.waiting_ask(room, parent, text=f"“{say}”", flag=flag)
    Flag.objects.update(as_told=as_told(flag))  # as it stood before flags kept values
    migration.read_questions(apps, connection.schema_editor())
    ask.refresh_from_db()
    assert (ask.say, ask.tone) == (say, "short")


def test_a_question_read_out_of_its_message_is_quoted_alone(as_parent, room, parent):
    ask = factories.waiting_ask(room, parent, text=f"{WARM}Who leads this?")
    migration.read_questions(apps, connection.schema_editor())
    page = said(as_parent.get(f"/room/{room.key}/questions/{ask.key}/"))
    assert "I’m checking back on my question: “Who leads this?”" in page
