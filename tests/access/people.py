"""Who tries every door, and the rows behind the doors."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Invitation, User
from cases.models import Case, Share
from cases.services.asks import draft_ask
from cases.services.rooms import write_note
from cases.services.sharing import end_share
from coaching.models import Thread
from coaching.services.invitations import invite_coach
from coaching.services.messages import write_message
from coaching.tokens import token_for
from tests import factories
from web.clock import now

PEOPLE = ("anonymous", "owner", "other parent", "coach", "ended coach", "other coach", "curator")

#: What the owner alone reads of the room, whoever else looks in.
PARENTS = {
    "a question that was not sent": "Who leads the quiet plan?",
    "a note": "We cried in the car today.",
    "former coach": "Quentin",
    "words to a former coach": "Your visits were hard for us.",
    "who is invited": "new@example.org",
}


@dataclass(frozen=True)
class Cast:
    """One family's rows, and everybody who may or may not see them."""

    people: dict[str, User | None]
    room: Case
    words: dict[str, Any]


def gather() -> Cast:
    """Make the cast in an empty database that has the catalogue."""
    owner = factories.user("owner@example.org", display_name="Renee")
    coach = factories.user("coach@example.org", display_name="Dana", is_coach=True)
    ended = factories.user("ended@example.org", display_name=PARENTS["former coach"], is_coach=True)
    people: dict[str, User | None] = {
        "anonymous": None,
        "owner": owner,
        "other parent": factories.user("other@example.org"),
        "coach": coach,
        "ended coach": ended,
        "other coach": factories.user("stranger@example.org", is_coach=True),
        "curator": factories.user("curator@example.org", is_curator=True, is_staff=True),
    }
    room = factories.sunnys_room(owner)
    factories.sunnys_room(people["other parent"])
    invitation = invite_coach(case=room, by=owner, email=PARENTS["who is invited"], now=now())
    for person in (ended, coach):
        factories.share(room, person, owner)
        Thread.objects.create(case=room, coach=person, created_at=now())
    former = Thread.objects.get(coach=ended)
    write_message(thread=former, by=owner, text=PARENTS["words to a former coach"])
    end_share(share=Share.objects.get(coach=ended), by=owner)
    write_note(case=room, by=owner, text=PARENTS["a note"])
    return Cast(people=people, room=room, words=_words(room, owner, invitation))


def _words(room: Case, owner: User, invitation: Invitation) -> dict[str, Any]:
    """What stands for each placeholder in an address."""
    ask = factories.waiting_ask(room, owner)
    jane, flag = factories.member(room, "Jane"), room.flags.open().first()
    draft = draft_ask(
        case=room, by=owner, text=PARENTS["a question that was not sent"], member=jane, flag=flag
    )
    return {
        "room": room.key,
        "member_key": jane.key,
        "flag_key": flag.key,
        "ask_key": ask.key,
        "draft": draft.key,
        "thread": Thread.objects.get(case=room, coach__email="coach@example.org").key,
        "former": Thread.objects.get(case=room, coach__email="ended@example.org").key,
        "share": Share.objects.get(case=room, ended_at=None).pk,
        "token": token_for(invitation),
        "slug": "qmha",
        "need": "self-harm-suicide",
        "code": "OR",
    }
