"""Lines that an earlier version kept as sentences: read once into facts, or left as they were told."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from cases.models import CaseEvent, Member
from cases.services.team import remove_member
from cases.wording import PARENT
from cases.wording.log import say
from tests.cases.pages import said

pytestmark = pytest.mark.django_db

migration = import_module("cases.migrations.0010_lines_told_as_sentences")
TOLD = [
    ("member-added", "You added Jane.", {"name": "Jane"}),
    ("member-left", "Jane left the team.", {"name": "Jane"}),
    ("needs-changed", "You changed the needs.", {}),
    ("asked", "You asked Jane a question.", {"whom": "Jane"}),
    ("nudged", "You asked the team again, kindly.", {"whom": ""}),
    ("answered", "Dr. Okafor answered your question.", {"whom": "Dr. Okafor"}),
    ("said-no", "Jane said no to your question.", {"whom": "Jane"}),
    ("unclear", "Jane answered, and it is not clear yet.", {"whom": "Jane"}),
    ("settled", "You said this is sorted: No lead yet", {"title": "No lead yet"}),
    ("coach-joined", "Someone joined as your coach.", {"coach": ""}),
    ("coach-declined", "The one you asked can’t be your coach right now.", {}),
    ("coach-left", "Dana can’t go on as your coach.", {"coach": "Dana"}),
    (
        "agreed",
        "Jane said yes to leading help with family conflict.",
        {"name": "Jane", "need": "family-conflict", "noun": "help with family conflict"},
    ),
]
AS_TOLD = [
    ("agreed", "Jane leads the safety plan."),
    ("agreed", "Jane said yes to leading what we called otherwise then."),
    ("asked", "Vous avez demandé à Jane."),
    ("member-added", "You added ."),
    ("note", "You added Jane."),
]


def line(room, parent, kind, text):
    return CaseEvent.objects.create(case=room, at=room.created_at, kind=kind, by=parent, text=text)


def keep_facts():
    migration.keep_facts(apps, connection.schema_editor())


@pytest.mark.parametrize(("kind", "text", "params"), TOLD)
def test_a_sentence_we_made_is_read_into_what_it_was_made_from(room, parent, kind, text, params):
    told = line(room, parent, kind, text)
    keep_facts()
    told.refresh_from_db()
    assert (told.kind, told.text, told.params) == (kind, "", params)
    assert say(told.kind, told.params, PARENT) == text


@pytest.mark.parametrize("name", ["Dana", "your coach"])
def test_who_stopped_sharing_becomes_a_kind_of_its_own(room, parent, name):
    told = line(room, parent, "coach-left", f"You stopped sharing with {name}.")
    keep_facts()
    told.refresh_from_db()
    assert (told.kind, told.params) == ("sharing-ended", {"coach": "" if name == "your coach" else name})


@pytest.mark.parametrize(("kind", "text"), AS_TOLD)
def test_any_other_sentence_stays_as_it_was_told(room, parent, kind, text):
    told = line(room, parent, kind, text)
    keep_facts()
    told.refresh_from_db()
    assert (told.kind, told.text, told.params) == (kind, text, {})


@pytest.mark.parametrize(("kind", "text", "params"), TOLD)
def test_going_back_tells_the_sentence_again(room, parent, kind, text, params):
    told = line(room, parent, kind, text)
    keep_facts()
    migration.tell_sentences(apps, connection.schema_editor())
    told.refresh_from_db()
    assert (told.kind, told.text) == (kind, text)


def test_a_line_read_this_way_finds_its_person_again(room, parent):
    room.events.all().delete()
    Member.objects.filter(name="Tasha").update(name="Tasha R.")
    told = [line(room, parent, "member-added", f"You added {name}.") for name in ("Tasha R", "Jane")]
    keep_facts()
    for event, name in zip(told, ("Tasha R.", "Jane"), strict=True):
        event.refresh_from_db()
        assert (event.member.name, event.params) == (name, {"name": name})


def test_of_two_people_with_one_name_each_keeps_the_line_of_their_own(room, parent):
    room.events.all().delete()
    Member.objects.filter(name="Tasha").update(name="Jane")
    told = [line(room, parent, "member-added", "You added Jane.") for _ in range(2)]
    keep_facts()
    for event in told:
        event.refresh_from_db()
    assert [event.member for event in told] == list(room.members.filter(name="Jane").order_by("pk"))
    room.setup = "team"
    room.save(update_fields=["setup"])
    remove_member(member=told[0].member, by=parent)
    assert list(room.events.filter(kind="member-added")) == [told[1]]


def test_what_stayed_as_told_is_shown_as_it_stands_to_everybody(client, shared_room, parent, coach):
    at = shared_room.created_at + timedelta(days=1)
    CaseEvent.objects.create(
        case=shared_room, at=at, kind="agreed", by=parent, text="Jane leads your safety plan."
    )
    for person in (parent, coach):
        client.force_login(person)
        page = said(client.get(f"/room/{shared_room.key}/log/"))
        assert "Jane leads your safety plan." in page
