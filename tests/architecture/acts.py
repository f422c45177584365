"""A room with everybody who may try something in it, and how each act of the services is called there.

Rows are read anew at each look: a world is built once, and every trial in it is taken back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser

from accounts.models import Invitation, User
from cases.models import Ask, AskEvent, Case, Flag, Member, Share
from cases.services.agreements import agree
from cases.services.asks import answer_ask, draft_ask
from cases.services.flags import put_off_flag
from cases.services.sharing import end_share
from cases.services.trainings import add_training
from coaching.models import Message, Thread
from coaching.services.invitations import invite_coach
from coaching.services.messages import write_message
from roles.models import Need
from tests import factories
from web.clock import now

AGREED = {"family-conflict": "agreed"}
OWNER = ("owner",)
EVERYBODY = ("owner", "coach", "second coach", "former coach", "invited", "stranger")


@dataclass(frozen=True)
class World:
    people: dict[str, Any]
    room_id: int
    invitation_id: int
    said_id: int

    @property
    def room(self) -> Case:
        return Case.objects.get(pk=self.room_id)

    @property
    def invitation(self) -> Invitation:
        return Invitation.objects.get(pk=self.invitation_id)

    @property
    def said(self) -> Message:
        return Message.objects.get(pk=self.said_id)

    @property
    def thread(self) -> Thread:
        return self.said.thread

    def ask(self, state: str) -> Ask:
        return Ask.objects.get(case=self.room, state=state)

    def flag(self, state: str) -> Flag:
        return Flag.objects.filter(case=self.room, state=state).order_by("pk").last()

    def member(self, name: str) -> Member:
        return factories.member(self.room, name)

    @property
    def share(self) -> Share:
        return Share.objects.get(case=self.room, coach=self.people["coach"])


def world() -> World:
    """Sunny's room with two coaches, each with a thread, one who was asked to go, and one invited."""
    names = ("owner", "coach", "second coach", "former coach", "invited", "stranger")
    people: dict[str, Any] = {name: _user(name) for name in names}
    people |= {"anonymous": AnonymousUser(), "nobody": None}
    owner = people["owner"]
    room = factories.sunnys_room(owner)
    factories.sunnys_room(people["stranger"])
    invitation = invite_coach(case=room, by=owner, email=people["invited"].email, now=now())
    for name in ("coach", "second coach", "former coach"):
        factories.share(room, people[name], owner)
        Thread.objects.create(case=room, coach=people[name], created_at=now())
    end_share(share=room.shares.get(coach=people["former coach"]), by=owner)
    thread = Thread.objects.get(case=room, coach=people["coach"])
    said = write_message(thread=thread, by=owner, text="Hello.")
    _fill(room, owner)
    return World(people, room.pk, invitation.pk, said.pk)


def _user(name: str) -> User:
    return factories.user(f"{name.replace(' ', '-')}@example.org", display_name=f"The {name}")


def _fill(room: Case, owner: User) -> None:
    """A question in each state, a flag put off, a training, an agreement, somebody with several roles."""
    draft_ask(case=room, by=owner, text="Who leads this?", to_whom="the clinic")
    factories.waiting_ask(room, owner)
    answer_ask(ask=factories.waiting_ask(room, owner, name="Tasha"), by=owner, answer="I do.")
    put_off_flag(flag=room.flags.filter(state="open").first(), by=owner)
    jane = factories.member(room, "Jane")
    add_training(member=jane, by=owner, capability="trauma-treatment", name="TF-CBT")
    agree(member=jane, need=Need.objects.get(slug="family-conflict"), by=owner, kind="plan")


Arguments = Callable[[World], Mapping[str, Any]]


@dataclass(frozen=True)
class Trial:
    """How an act is called, who may, and what has to be so before."""

    arguments: Arguments
    may: tuple[str, ...] = OWNER
    before: Callable[[World], object] = lambda world: None


def _team_still_named(world: World) -> None:
    Case.objects.filter(pk=world.room.pk).update(setup=Case.Setup.TEAM)


def _luis_left(world: World) -> None:
    Member.objects.filter(pk=world.member("Luis").pk).update(left_on=now().date())


def _nobody_looks_in(world: World) -> None:
    Share.objects.filter(case=world.room).update(ended_at=now())
    Invitation.objects.update(revoked_at=now())


def _a_plan_stood_there(world: World) -> None:
    ask = world.ask("answered")
    Ask.objects.filter(pk=ask.pk).update(need=Need.objects.get(slug="family-conflict"))
    ask.events.filter(kind=AskEvent.Kind.ANSWERED).update(agreed_before="plan")


def _ask(state: str, **more: Any) -> Trial:
    return Trial(lambda world: {"ask": world.ask(state), **more})


def _flag(state: str, **more: Any) -> Trial:
    return Trial(lambda world: {"flag": world.flag(state), **more})


def _member(who: str = "Luis", before: Callable[[World], object] = lambda world: None, **more: Any) -> Trial:
    return Trial(lambda world: {"member": world.member(who), **more}, before=before)


def _room(**more: Any) -> Trial:
    return Trial(lambda world: {"case": world.room, **more})


def _letters(**more: Any) -> Trial:
    return Trial(lambda world: {"credential": world.member("Tasha").credentials.first(), **more})


def _agreement(**more: Any) -> Trial:
    def arguments(world: World) -> Mapping[str, Any]:
        need = Need.objects.get(slug="family-conflict")
        return {"member": world.member("Jane"), "need": need, **more}

    return Trial(arguments)


def _answer(**more: Any) -> Trial:
    """To a question about a need, before which somebody else's plan stood there."""

    def arguments(world: World) -> Mapping[str, Any]:
        return {"event": world.ask("answered").events.get(kind=AskEvent.Kind.ANSWERED), **more}

    return Trial(arguments, before=_a_plan_stood_there)


TOMORROW_WEEK = timedelta(days=8)


def _seen(world: World) -> None:
    world.member("Jane").trainings.update(standing="certified")


def _training(before: Callable[[World], object] = lambda world: None) -> Trial:
    return Trial(lambda world: {"training": world.member("Jane").trainings.get()}, before=before)


TRIALS: dict[str, Trial] = {
    "cases.services.asks.draft_ask": _room(text="Who leads this?"),
    "cases.services.asks.edit_ask": _ask(
        "draft", version=None, text="Who?", member=None, to_whom="the clinic"
    ),
    "cases.services.asks.remove_draft": _ask("draft"),
    "cases.services.asks.send_ask": _ask("draft", channel="copied"),
    "cases.services.asks.unsend_ask": _ask("waiting"),
    "cases.services.asks.nudge_ask": _ask("waiting"),
    "cases.services.asks.promise_ask": Trial(
        lambda world: {"ask": world.ask("waiting"), "day": (now() + TOMORROW_WEEK).date()}
    ),
    "cases.services.asks.snooze_ask": Trial(
        lambda world: {"ask": world.ask("waiting"), "day": (now() + TOMORROW_WEEK).date()}
    ),
    "cases.services.asks.acknowledge_ask": _ask("waiting"),
    "cases.services.asks.answer_ask": _ask("waiting", answer="I do."),
    "cases.services.asks.decline_ask": _ask("waiting"),
    "cases.services.asks.unclear_ask": _ask("waiting"),
    "cases.services.asks.withdraw_ask": _ask("waiting"),
    "cases.services.asks.reopen_ask": _ask("answered"),
    "cases.services.flags.sort_flag": _flag("open"),
    "cases.services.flags.put_off_flag": _flag("open"),
    "cases.services.flags.differ_on_flag": _flag("open", reason="We know."),
    "cases.services.flags.ask_about_flag": _flag("open"),
    "cases.services.flags.open_flag_again": _flag("put-off"),
    "cases.services.flags.undo_flag": _flag("put-off"),
    "cases.services.letters.resolve_credential": _letters(role=""),
    "cases.services.letters.unresolve_credential": _letters(),
    "cases.services.letters.verify_credential": _letters(on=now().date()),
    "cases.services.letters.unverify_credential": _letters(),
    "cases.services.rooms.start_room": Trial(lambda world: {"nickname": "Bee"}, may=EVERYBODY),
    "cases.services.rooms.edit_child": _room(nickname="Bee", age_group="", state="WA"),
    "cases.services.rooms.set_needs": _room(needs=["trauma"]),
    "cases.services.rooms.finish_setup": _room(),
    "cases.services.rooms.write_note": _room(text="A good day."),
    "cases.services.sharing.share_with_coach": Trial(
        lambda world: {"case": world.room, "coach": world.people["stranger"]}
    ),
    "cases.services.sharing.end_share": Trial(lambda world: {"share": world.share}, may=("owner", "coach")),
    "cases.services.team.add_member": _room(name="Sam", said="Sam, LCSW"),
    "cases.services.team.remove_member": _member(before=_team_still_named),
    "cases.services.team.edit_member": _member(version=None, name="Lou", said="Lou, LCSW"),
    "cases.services.trainings.add_training": _member("Jane", capability="family-therapy", name="FFT"),
    "cases.services.trainings.remove_training": _training(),
    "cases.services.trainings.certify_training": _training(),
    "cases.services.trainings.uncertify_training": _training(before=_seen),
    "cases.services.agreements.agree": _agreement(kind="agreed"),
    "cases.services.agreements.forget_agreement": _agreement(),
    "cases.services.agreements.agree_by_answer": _answer(kind="agreed"),
    "cases.services.agreements.agree_as_before_answer": _answer(),
    "cases.services.agreements.set_agreements": _member(
        "Jane", version=None, kinds={"family-conflict": "agreed"}
    ),
    "cases.services.team.member_left": _member(on=now().date()),
    "cases.services.team.member_back": _member(before=_luis_left),
    "coaching.services.invitations.invite_coach": Trial(
        lambda world: {"case": world.room, "email": "new@example.org", "now": now()}, before=_nobody_looks_in
    ),
    "coaching.services.invitations.take_back_invitation": Trial(
        lambda world: {"invitation": world.invitation, "now": now()}
    ),
    "coaching.services.invitations.decline_invitation": Trial(
        lambda world: {"invitation": world.invitation, "now": now()}, may=("invited", "anonymous")
    ),
    "coaching.services.invitations.accept_invitation": Trial(
        lambda world: {"invitation": world.invitation, "now": now()}, may=("invited",)
    ),
    "coaching.services.invitations.stop_sharing": Trial(
        lambda world: {"share": world.share}, may=("owner", "coach")
    ),
    "coaching.services.messages.write_message": Trial(
        lambda world: {"thread": world.thread, "text": "Hello."}, may=("owner", "coach")
    ),
    "coaching.services.messages.mark_read": Trial(
        lambda world: {"thread": world.thread, "up_to": world.said, "now": now()}, may=("owner", "coach")
    ),
}
