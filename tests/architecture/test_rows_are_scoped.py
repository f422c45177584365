"""Every row that leads to a room comes through ``visible_to`` or ``editable_by``, or says here why not."""

import pytest
from django.conf import settings

from tests.architecture.rows import accessors, scoped_models, unscoped

#: Whatever lies below cannot import a room: contracts hold it.
ROOTS = ("cases", "coaching", "platform/config", "platform/demo")
GOT = "leads on from a row somebody has already"
#: Where rows are asked for in another way, by file and function: what is asked for, and why that is right.
REASONS = {
    "cases/models/": "where visible_to is made",
    "coaching/models.py": "where visible_to is made",
    "cases/services/": "every act asks Rights in its first line; what runs by the clock is for nobody",
    "coaching/services/": "as above",
    "cases/mismatch/": "plain values, no database: a contract holds it",
    "cases/wording/": "plain values, no database",
    "cases/permissions.py:Rights._looks_in": "the question itself: who looks into this room",
    "coaching/permissions.py:is_shared": "says of a thread somebody has whether its room is shared",
    "cases/rows.py": GOT + ": the whole of one room, for the rules",
    "cases/receivers.py:read_every_room_again": "every room, for the clock: nobody is shown any",
    "cases/receivers.py:wind_clocks_anew": "the clocks of one person's own rooms, when they move",
    "cases/rereading.py:said_with": GOT + ": letters of the person who is told of",
    "cases/presenters/question.py:_replies": GOT + ": what came back on the question that is shown",
    "cases/views/adding.py:_add": GOT,
    "cases/views/flags.py:_last_move": GOT,
    "cases/views/flags.py:_taken_back": GOT,
    "cases/views/member.py:member_shown": GOT,
    "cases/views/member_edit.py:_may_be_new": GOT,
    "cases/views/setup.py:picked_needs": GOT,
    "coaching/notices.py:messages_at_the_door": "at the door of a mail: shown to nobody; the room is asked",
    "coaching/room_card.py:": "through ``visible_to``, for the key of whoever looks",
    "coaching/views/threads.py:_shown": GOT,
    "coaching/views/threads.py:thread_read": GOT,
    "platform/config/stream.py:_look": "sessions, to see whether somebody is still signed in",
    "platform/demo/family.py:_member": "the demo's own room",
}


def code():
    for root in ROOTS:
        for path in sorted((settings.ROOT / root).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(settings.ROOT).as_posix(), path.read_text()


def places():
    """``file:function`` of each query that does not ask who looks, with what it asks for."""
    return {(f"{path}:{query.where}", query.what) for path, source in code() for query in unscoped(source)}


def reason_for(place):
    """The entry of the list that speaks of this place: its function, its file or its folder."""
    return next((key for key in REASONS if place == key or place.startswith(_with_end(key))), "")


def _with_end(key):
    return key if key.endswith("/") else f"{key}:"


def test_every_row_of_a_room_is_asked_for_through_who_looks():
    found = {place: what for place, what in places() if not reason_for(place)}
    assert found == {}


def test_every_reason_is_still_needed():
    assert {reason_for(place) for place, _ in places()} - {""} == set(REASONS)


def test_what_leads_to_a_room_is_found_by_looking():
    names = {model.__name__ for model in scoped_models()}
    assert {"Case", "Member", "Credential", "Training", "FlagMove", "AskEvent", "Message", "Share"} <= names
    assert not {"User", "Invitation", "Role", "Need", "Entry"} & names
    assert {"members", "asks", "flags", "trainings", "credentials", "moves", "events"} <= accessors()


@pytest.mark.parametrize("model", sorted(scoped_models(), key=lambda model: model._meta.label))
def test_every_such_row_can_say_who_sees_it(model):
    if model._meta.auto_created:
        return
    rows = model._default_manager.all()
    assert callable(rows.visible_to)
    assert callable(rows.editable_by)


BAD = """
def training(request, member):
    return get_object_or_404(Training.objects.filter(member=member), pk=1)

def found(key):
    return get_object_or_404(Member, key=key)

class Page:
    def notes(self, case):
        return case.events.filter(kind="note")

def any_row(row):
    return type(row)._default_manager.get(pk=row.pk)

def links(row):
    return Credential.candidates.through.objects.filter(pk=1)
"""
GOOD = """
def flags(user, case):
    rows = Flag.objects.visible_to(user).filter(case=case)
    return rows.open() or Member.objects.here().editable_by(user)

def roles():
    return Role.objects.filter(slug="qmha"), Invitation.objects.open(now())

def seen(reading, facts):
    return reading.room.asks, facts.agreements[1], get_object_or_404(flags(user, case), pk=1)
"""


def test_a_query_that_does_not_ask_is_noticed():
    assert [(query.where, query.what) for query in unscoped(BAD)] == [
        ("training", "Training"),
        ("found", "Member"),
        ("Page.notes", ".events"),
        ("any_row", "?"),
        ("links", "Credential"),
    ]


def test_a_query_that_asks_is_left_alone():
    assert list(unscoped(GOOD)) == []
