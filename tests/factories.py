"""People and rooms for tests, made through the services the product uses."""

from functools import cache
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from accounts.models import User
from cases.models import Ask, Case, Member
from cases.services.asks import draft_ask, send_ask
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.sharing import share_with_coach
from cases.services.team import add_member
from tests.kept_rows import Shelf, once

PASSWORD = "a-long-enough-password"  # one test password for everybody
NEEDS = ("self-harm-suicide", "family-conflict", "everyday-skills", "medication-questions")
TEAM = (
    ("Tasha", "Tasha R., QMHA"),
    ("Jane", "Jane Miller, MSW, CSWA, QMHP"),
    ("Luis", "Luis P., Family Support Specialist"),
)


def user(email: str, *, proven: bool = True, **fields: Any) -> User:
    """Someone who joined; ``proven`` says whether they followed the link in their mail."""
    made = User.objects.create(email=email, password=_hashed(), **fields)
    EmailAddress.objects.create(user=made, email=email.lower(), verified=proven, primary=True)
    return made


@cache
def _hashed() -> str:
    """Hashed once: a good hash is slow on purpose, and every test makes people."""
    return make_password(PASSWORD)


SUNNYS_ROOM = Shelf()


def sunnys_room(parent: User) -> Case:
    return Case.objects.get(pk=once(SUNNYS_ROOM, parent, lambda: _sunnys_room(parent)))


def _sunnys_room(parent: User) -> Case:
    case = start_room(by=parent, nickname="Sunny", age_group="6-11", state="OR")
    set_needs(case=case, by=parent, needs=NEEDS)
    for name, said in TEAM:
        add_member(case=case, by=parent, name=name, said=said)
    return finish_setup(case=case, by=parent)


def share(case: Case, coach: User, parent: User) -> None:
    share_with_coach(case=case, coach=coach, by=parent)


def member(case: Case, name: str) -> Member:
    return case.members.get(name=name)


def waiting_ask(
    case: Case, by: User, text: str = "Who leads the safety plan?", name: str = "Jane", **fields: Any
) -> Ask:
    """One that waits, beside others to the same person: the parent wants them all."""
    ask = draft_ask(case=case, by=by, text=text, member=member(case, name), **fields)
    return send_ask(ask=ask, by=by, channel=Ask.Channel.COPIED, knowingly=True)
