"""Reads a room into plain values with a fixed number of queries, however many people and needs it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from cases.asked import ReplyFact
from cases.coverage import cover, cover_again
from cases.mismatch.rules import Rule
from cases.models import Agreement, Ask, Case, Credential, Member, Training
from cases.models.asks import THE_TEAM, AskQuerySet
from cases.rereading import read_anew
from cases.snapshot import (
    AgreementFact,
    AskFact,
    Coverage,
    CredentialFact,
    DepartedFact,
    MemberFact,
    RoomSnapshot,
    TrainingFact,
)
from cases.supervisors import looked_at
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential as Decoded
from roles.decode.belief import Belief, is_called_doctor, read_belief
from roles.decode.less_by_name import says_less
from roles.decode.trainings import is_known_training
from roles.reader import current_catalogue


def snapshot(case: Case, *, now: datetime, catalogue: Catalogue) -> RoomSnapshot:
    """Everything the rules look at. Seven queries, and one more once there is a training.

    Where the rows were read with another catalogue, everybody's letters are what they read as in this one.
    """
    zone = ZoneInfo(case.owner.time_zone)
    state = case.jurisdiction_id or ""
    anew = catalogue if catalogue.number != case.evaluated_version else None
    people = [(m.left_on, member_fact(m, state, anew)) for m in _everybody(case)]
    gone = [fact for left_on, fact in people if left_on]
    staying = [fact for left_on, fact in people if left_on is None]
    here = looked_at(staying, catalogue, state, gone, (case.nickname, case.owner.display_name))
    agreed = _agreements(case)
    asks = list(_asks(case))
    return RoomSnapshot(
        child=case.nickname,
        state=state,
        needs=tuple(case.case_needs.order_by("need__position").values_list("need__slug", flat=True)),
        members=here,
        agreements=tuple(a for a in agreed if a.member in {fact.id for fact in here}),
        asks=tuple(ask_fact(a, zone) for a in asks if a.state in Ask.UNDER_WAY),
        replies=tuple(reply_fact(a) for a in asks if a.state in Ask.REPLIED),
        today=home_day(case, now),
        departed=tuple(_gone(fact, left_on, agreed) for left_on, fact in people if left_on),
    )


def _gone(member: MemberFact, left_on: date, agreed: list[AgreementFact]) -> DepartedFact:
    return DepartedFact(member, left_on, tuple(a for a in agreed if a.member == member.id))


def _everybody(case: Case) -> QuerySet[Member]:
    """On the team or gone, with their letters and trainings."""
    return Member.objects.filter(case=case).prefetch_related(
        Prefetch("credentials", Credential.objects.select_related("role").prefetch_related("candidates")),
        "trainings__capability",
    )


def _agreements(case: Case) -> list[AgreementFact]:
    """With everybody, also with those who left."""
    rows = Agreement.objects.filter(case=case).order_by("pk").values_list("member_id", "need__slug", "kind")
    return [AgreementFact(member=member, need=need, kind=kind) for member, need, kind in rows]


def member_fact(member: Member, state: str = "", anew: Catalogue | None = None) -> MemberFact:
    """A person as their rows say, or as they read ``anew`` in this catalogue."""
    named = member.supervisor == Member.Supervisor.NAMED
    return MemberFact(
        id=member.pk,
        key=member.key,
        name=member.name,
        credentials=_letters(member, state, anew),
        trainings=tuple(training_fact(row, anew) for row in member.trainings.all()),
        believed=member.believed,
        belief=_belief(member, anew),
        called_doctor=is_called_doctor(member.name),
        said=member.said,
        supervisor=member.supervisor,
        supervisor_name=member.supervisor_name if named else "",
        supervisor_left="" if named else member.supervisor_name,
        supervisor_who=member.supervisor_who,
    )


def training_fact(row: Training, anew: Catalogue | None = None) -> TrainingFact:
    """What its name says was read as it was saved; of a row older than that reading, read now."""
    capability, known = row.capability.slug, row.known
    if anew or known is None:
        known = is_known_training(row.name, capability, anew or current_catalogue())
    short = row.says_short
    if short is None:
        short = says_less(row.name, capability, anew or current_catalogue())
    return TrainingFact(capability, row.name, row.standing, known, row.kind, short, row.pk)


def _belief(member: Member, anew: Catalogue | None) -> Belief:
    """As read when it was saved; of a row older than that reading, read now."""
    if anew or member.belief is None:
        return read_belief(member.believed, anew or current_catalogue())
    return Belief(**{**member.belief, "roles": tuple(member.belief.get("roles", ()))})


def _letters(member: Member, state: str, anew: Catalogue | None) -> tuple[CredentialFact, ...]:
    if anew is None:
        return tuple(credential_fact(row) for row in member.credentials.all())
    return tuple(
        credential_fact(row) if part is None else _read_as(row, part, anew)
        for row, part in read_anew(member, anew, state)
    )


def credential_fact(credential: Credential) -> CredentialFact:
    return CredentialFact(
        text=credential.text,
        kind=Kind(credential.kind),
        role=credential.role.slug if credential.role else "",
        candidates=tuple(role.slug for role in credential.candidates.all()),
        verified=credential.standing == Credential.Standing.VERIFIED,
        id=credential.pk,
        told=credential.resolved,
        looked_up_on=credential.verified_on,
    )


def _read_as(row: Credential, part: Decoded, catalogue: Catalogue) -> CredentialFact:
    """As ``credential_fact`` will say of the row once it is written; nobody has settled it."""
    candidates = set(part.candidates)
    return CredentialFact(
        text=row.text,
        kind=Kind(part.kind),
        role=part.role,
        candidates=tuple(slug for slug in catalogue.roles if slug in candidates),
        id=row.pk,
    )


def _asks(case: Case) -> AskQuerySet:
    """Questions somebody can still answer, and those answered on what the parent has not sorted since."""
    return Ask.objects.filter(case=case).answerable_or_open().select_related("need", "member", "flag")


def ask_fact(ask: Ask, zone: ZoneInfo) -> AskFact:
    """``asked_at`` on the family's clock: its date is the day they asked."""
    return AskFact(
        id=ask.pk,
        key=ask.key,
        state=ask.state,
        text=ask.text,
        need=ask.need.slug if ask.need else "",
        member=ask.member_id,
        asked_at=ask.asked_at.astimezone(zone) if ask.asked_at else None,
        due_on=ask.due_on,
        whom=ask.member.name if ask.member else ask.to_whom or THE_TEAM,
        flag=ask.flag_id,
        lead=_asks_who_leads(ask),
        question=ask.question_id,
    )


def reply_fact(ask: Ask) -> ReplyFact:
    return ReplyFact(
        flag=ask.flag_id,
        rule=ask.flag.rule if ask.flag else "",
        need=ask.need.slug if ask.need else "",
        member=ask.member_id,
        whom=ask.member.name if ask.member else ask.to_whom or THE_TEAM,
        no=ask.state == Ask.State.DECLINED,
        lead=_asks_who_leads(ask),
    )


def _asks_who_leads(ask: Ask) -> bool:
    return ask.flag is None or Rule(ask.flag.rule).asks_who_leads(ask.flag.params)


@dataclass(frozen=True, slots=True)
class Reading:
    """A room as read just now: the facts, the catalogue they were read against, and the grid."""

    room: RoomSnapshot
    catalogue: Catalogue
    coverage: Coverage


def read(case: Case, *, now: datetime, before: Reading | None = None) -> Reading:
    """The room, the catalogue and the grid; rows of ``before`` stay where nothing under them has changed."""
    catalogue = current_catalogue()
    room = snapshot(case, now=now, catalogue=catalogue)
    return Reading(room=room, catalogue=catalogue, coverage=_grid(room, catalogue, before))


def _grid(room: RoomSnapshot, catalogue: Catalogue, before: Reading | None) -> Coverage:
    """A question sent or answered touches the row of its need and no other; anything else all of them."""
    if before is None or before.catalogue is not catalogue or _still(before.room) != _still(room):
        return cover(room, catalogue)
    touched = {need for _, need in _asked(before.room) ^ _asked(room)}
    return cover_again(before.coverage, room, catalogue, touched) if touched else before.coverage


def _still(room: RoomSnapshot) -> RoomSnapshot:
    return replace(room, asks=(), replies=(), today=None)


def _asked(room: RoomSnapshot) -> set[tuple[int | None, str]]:
    return {(ask.member, ask.need) for ask in room.asks if ask.lead}


def home_day(case: Case, at: datetime) -> date:
    """The day where the family lives."""
    return at.astimezone(ZoneInfo(case.owner.time_zone)).date()


def next_day(case: Case, today: date) -> datetime:
    """When the day after ``today`` begins where the family lives."""
    return datetime.combine(today + timedelta(days=1), time.min, ZoneInfo(case.owner.time_zone))


def is_current(case: Case, *, number: int, today: date | None) -> bool:
    """Were the room's flags made from this version of the catalogue, and on this day?"""
    return (case.evaluated_version, case.evaluated_on) == (number, today)
