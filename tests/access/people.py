"""Who tries every door, and the rows behind the doors."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.models import Invitation, User
from cases.models import Case, Share
from cases.services.asks import draft_ask
from coaching.models import Thread
from coaching.services.invitations import invite_coach
from coaching.tokens import token_for
from tests import factories
from web.clock import now

PEOPLE = ("anonymous", "owner", "other parent", "coach", "ended coach", "other coach", "curator")


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
    ended = factories.user("ended@example.org", is_coach=True)
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
    invitation = invite_coach(case=room, by=owner, email="new@example.org", now=now())
    for person in (coach, ended):
        factories.share(room, person, owner)
        Thread.objects.create(case=room, coach=person, created_at=now())
    Share.objects.filter(coach=ended).update(ended_at=timezone.now())
    return Cast(people=people, room=room, words=_words(room, owner, invitation))


def _words(room: Case, owner: User, invitation: Invitation) -> dict[str, Any]:
    """What stands for each placeholder in an address."""
    ask = draft_ask(case=room, by=owner, text="Who leads the plan?", member=factories.member(room, "Jane"))
    return {
        "room": room.key,
        "member_key": factories.member(room, "Jane").key,
        "flag_key": room.flags.open().first().key,
        "ask_key": ask.key,
        "thread": Thread.objects.get(case=room, coach__email="coach@example.org").key,
        "share": Share.objects.get(case=room, ended_at=None).pk,
        "token": token_for(invitation),
        "slug": "qmha",
        "need": "self-harm-suicide",
        "code": "OR",
    }
