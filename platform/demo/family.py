"""One family to try the product with: Sunny, five helpers, a parent, a coach, and someone for the catalogue.

Everything is made through the services the product itself uses, at the moments it would have happened.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Ask, Case, Member
from cases.services.agreements import agree
from cases.services.asks import answer_ask, draft_ask, send_ask
from cases.services.rooms import finish_setup, set_needs, start_room, write_note
from cases.services.team import add_member, edit_member
from cases.services.trainings import add_training
from coaching.models import Thread
from coaching.services.invitations import accept_invitation, invite_coach
from coaching.services.messages import mark_read, write_message
from demo import story
from notify.models import Delivery
from roles.models import Need

SIGN_INS = [
    ("parent", "renee@example.org", "try-the-room-renee"),
    ("coach", "dana@example.org", "try-the-room-dana"),
    ("curator", "kim@example.org", "try-the-room-kim"),
]


class NoCatalogue(Exception):
    """There are no roles and needs yet, so there is nothing to say about anybody."""


def is_here() -> bool:
    """Whether any of the demo people has an account."""
    return User.objects.filter(email__in=addresses()).exists()


def addresses() -> list[str]:
    return [email for _, email, _ in SIGN_INS]


@transaction.atomic
def remove_family() -> int:
    """Delete the demo people and all that is theirs, nothing else. Returns how many people that were."""
    people = User.objects.filter(email__in=addresses())
    Delivery.objects.filter(to_email__in=addresses()).delete()
    many = people.count()
    people.delete()
    return many


@transaction.atomic
def make_family(*, now: datetime) -> Case:
    """Make the people and the room as they stand at ``now``, after five weeks. Raises ``NoCatalogue``."""
    if Need.objects.filter(slug__in=story.NEEDS).count() < len(story.NEEDS):
        raise NoCatalogue
    parent, coach, _ = (_person(*row, now=now) for row in SIGN_INS)
    case = _room(parent, now=now)
    _questions(case, parent, now=now)
    _coaching(case, parent, coach, now=now)
    return case


def _person(who: str, email: str, password: str, *, now: datetime) -> User:
    names = {"parent": "Renee", "coach": "Dana M.", "curator": "Kim"}
    user = User.objects.create_user(
        email,
        password,
        display_name=names[who],
        time_zone=story.ZONE,
        is_coach=who == "coach",
        is_curator=who == "curator",
        is_staff=who == "curator",
        date_joined=now - timedelta(days=36),
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@contextmanager
def _living_at(moment: datetime) -> Iterator[datetime]:
    """For a while it is another hour, as far as the services can tell."""
    before = settings.CLOCK_SHIFT_SECONDS
    settings.CLOCK_SHIFT_SECONDS = (moment - timezone.now()).total_seconds()
    try:
        yield moment
    finally:
        settings.CLOCK_SHIFT_SECONDS = before


def _room(parent: User, *, now: datetime) -> Case:
    with _living_at(now - timedelta(days=35)):
        case = start_room(by=parent, nickname="Sunny", age_group=Case.AgeGroup.CHILD, state="OR")
        set_needs(case=case, by=parent, needs=story.NEEDS)
    for number, (days, name, said, believed) in enumerate(story.TEAM):
        with _living_at(now - timedelta(days=days) + timedelta(minutes=number)):
            add_member(case=case, by=parent, name=name, said=said, believed=believed)
            finish_setup(case=case, by=parent)
    _what_was_learned(case, parent, now=now)
    for days, text in story.NOTES:
        with _living_at(now - timedelta(days=days)):
            write_note(case=case, by=parent, text=text)
    return case


def _what_was_learned(case: Case, parent: User, *, now: datetime) -> None:
    """Who agreed to what, one extra training, one supervisor."""
    for name, need, kind in story.AGREEMENTS:
        with _living_at(now - timedelta(days=20)):
            agree(member=_member(case, name), need=Need.objects.get(slug=need), by=parent, kind=kind)
    days, name, capability, training = story.TRAINING
    with _living_at(now - timedelta(days=days)):
        add_training(member=_member(case, name), by=parent, capability=capability, name=training)
    days, name, supervisor = story.SUPERVISOR
    member = _member(case, name)
    with _living_at(now - timedelta(days=days)):
        edit_member(
            member=member,
            by=parent,
            version=None,
            name=member.name,
            said=member.said,
            supervisor=Member.Supervisor.NAMED,
            supervisor_name=supervisor,
        )


def _member(case: Case, name: str) -> Member:
    return case.members.get(name=name)


def _questions(case: Case, parent: User, *, now: datetime) -> None:
    """One answered, so that a chair is filled; two still waiting, one of them long enough for a nudge."""
    asked, answered, name, need, text = story.ANSWERED
    done = _ask(case, parent, name, text, now - timedelta(days=asked), need=need)
    with _living_at(now - timedelta(days=answered)):
        answer_ask(ask=done, by=parent, answer=story.ANSWER, leads=True)
    for days, name, text in story.WAITING:
        _ask(case, parent, name, text, now - timedelta(days=days))


def _ask(case: Case, parent: User, name: str, text: str, moment: datetime, *, need: str = "") -> Ask:
    with _living_at(moment):
        wanted = Need.objects.get(slug=need) if need else None
        ask = draft_ask(case=case, by=parent, text=text, member=_member(case, name), need=wanted)
        return send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED)


def _coaching(case: Case, parent: User, coach: User, *, now: datetime) -> Thread:
    with _living_at(now - timedelta(days=21)) as at:
        invitation = invite_coach(case=case, by=parent, email=coach.email, now=at)
        thread = accept_invitation(invitation=invitation, by=coach, now=at)
    people = {"parent": parent, "coach": coach}
    here = now.astimezone(ZoneInfo(story.ZONE))
    for days, hour, minute, who, text in story.TALK:
        day = here - timedelta(days=days)
        with _living_at(day.replace(hour=hour, minute=minute, second=0, microsecond=0)) as at:
            said = write_message(thread=thread, by=people[who], text=text, now=at)
            # Whoever writes has read what was there; the coach's last words wait for the parent.
            mark_read(thread=thread, by=people[who], up_to=said, now=at)
    return thread
