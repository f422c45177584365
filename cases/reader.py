"""Reads a room into plain values with one query, however many people and needs it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from cases.asked import ReplyFact, replied_openly
from cases.coverage import cover, cover_again
from cases.mismatch.rules import Rule
from cases.models import Ask, Case, Credential, Member
from cases.models.asks import THE_TEAM
from cases.rereading import read_anew
from cases.rows import OF_A_ROOM, AnswerRow, AskRow, LettersRow, MemberRow, TrainingRow
from cases.snapshot import (
    AgreementFact,
    AskFact,
    Coverage,
    CredentialFact,
    DepartedFact,
    MemberFact,
    RoomSnapshot,
    ScopeFact,
    TrainingFact,
)
from cases.supervisors import looked_at
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential as Decoded
from roles.decode.belief import Belief, is_called_doctor, read_belief
from roles.decode.less_by_name import says_less
from roles.decode.trainings import is_known_training
from roles.reader import catalogue_at, current_catalogue

Rows = Mapping[str, list[tuple[Any, ...]]]
"""What ``OF_A_ROOM`` gives."""


def snapshot(case: Case, read: Rows, *, now: datetime, catalogue: Catalogue) -> RoomSnapshot:
    """Everything the rules look at.

    Where the rows were read with another catalogue, everybody's letters are what they read as in this one.
    """
    zone = ZoneInfo(case.owner.time_zone)
    state = case.state
    people = _everybody(read, state, catalogue if catalogue.number != case.evaluated_version else None)
    gone = [fact for fact, left_on in people if left_on]
    staying = [fact for fact, left_on in people if left_on is None]
    here = looked_at(staying, catalogue, state, gone, (case.nickname, case.owner.display_name))
    agreed = [AgreementFact(*row) for row in read["agreements"]]
    asks = [AskRow._make(row) for row in read["asks"]]
    return RoomSnapshot(
        child=case.nickname,
        state=state,
        needs=tuple(slug for (slug,) in read["needs"]),
        members=here,
        agreements=tuple(a for a in agreed if a.member in {fact.id for fact in here}),
        asks=tuple(ask_fact(a, zone) for a in asks if a.state in Ask.UNDER_WAY),
        replies=tuple(_reply(a) for a in asks if a.state in Ask.REPLIED),
        today=home_day(case, now),
        departed=tuple(_gone(fact, left_on, agreed) for fact, left_on in people if left_on),
    )


def _gone(member: MemberFact, left_on: date, agreed: list[AgreementFact]) -> DepartedFact:
    return DepartedFact(member, left_on, tuple(a for a in agreed if a.member == member.id))


def everybody(case: Case) -> list[tuple[MemberFact, date | None]]:
    """On the team or gone, and since when, as their rows say."""
    return _everybody(OF_A_ROOM(case.pk), case.state, None)


def _everybody(read: Rows, state: str, anew: Catalogue | None) -> list[tuple[MemberFact, date | None]]:
    """As their rows say, or as they read ``anew`` in this catalogue."""
    letters, trainings = _letters(read), defaultdict(list)
    for row in map(TrainingRow._make, read["trainings"]):
        trainings[row.member].append(_training(row, anew))
    return [
        (_member(one, _as_read(one, letters[one.id], state, anew), trainings[one.id], anew), one.left_on)
        for one in map(MemberRow._make, read["members"])
    ]


def _member(
    row: MemberRow,
    letters: tuple[CredentialFact, ...],
    trainings: Iterable[TrainingFact],
    anew: Catalogue | None,
) -> MemberFact:
    named = row.supervisor == Member.Supervisor.NAMED
    return MemberFact(
        id=row.id,
        key=row.key,
        name=row.name,
        credentials=letters,
        trainings=tuple(trainings),
        believed=row.believed,
        belief=_belief(row, anew),
        called_doctor=is_called_doctor(row.name),
        said=row.said,
        supervisor=row.supervisor,
        supervisor_name=row.supervisor_name if named else "",
        supervisor_left="" if named else row.supervisor_name,
        supervisor_who=row.supervisor_who,
        scope=tuple(ScopeFact(*told) for told in row.scope),
    )


def _training(row: TrainingRow, anew: Catalogue | None) -> TrainingFact:
    """What its name says was read as it was saved; of a row older than that reading, read now."""
    known, short = row.known, row.says_short
    if anew or known is None:
        known = is_known_training(row.name, row.capability, anew or current_catalogue())
    if short is None:
        short = says_less(row.name, row.capability, anew or current_catalogue())
    return TrainingFact(row.capability, row.name, row.standing, known, row.kind, short, row.id)


def _belief(row: MemberRow, anew: Catalogue | None) -> Belief:
    """As read when it was saved; of a row older than that reading, read now."""
    if anew or row.belief is None:
        return read_belief(row.believed, anew or current_catalogue())
    return Belief(**{**row.belief, "roles": tuple(row.belief.get("roles", ()))})


Letters = tuple[LettersRow, CredentialFact]


def _letters(read: Rows) -> dict[int, list[Letters]]:
    """Everybody's letters in their order, by the key of the person: the row, and what it says."""
    candidates: dict[int, list[str]] = defaultdict(list)
    for letters, role in read["candidates"]:
        candidates[letters].append(role)
    found: dict[int, list[Letters]] = defaultdict(list)
    for row in map(LettersRow._make, read["letters"]):
        found[row.member].append((row, _letters_fact(row, tuple(candidates[row.id]))))
    return found


def _letters_fact(row: LettersRow, candidates: tuple[str, ...]) -> CredentialFact:
    return CredentialFact(
        text=row.text,
        kind=Kind(row.kind),
        role=row.role or "",
        candidates=candidates,
        verified=row.standing == Credential.Standing.VERIFIED,
        id=row.id,
        told=row.resolved,
        looked_up_on=row.verified_on,
    )


def _as_read(
    one: MemberRow, letters: list[Letters], state: str, anew: Catalogue | None
) -> tuple[CredentialFact, ...]:
    facts = {row.id: fact for row, fact in letters}
    if anew is None:
        return tuple(facts.values())
    member = Member(pk=one.id, name=one.name, said=one.said)
    own = [
        Credential(
            pk=row.id, text=row.text, position=row.position, standing=row.standing, resolved=row.resolved
        )
        for row, _ in letters
    ]
    return tuple(
        facts[row.pk] if part is None else _read_as(row, part, anew)
        for row, part in read_anew(member, own, anew, state)
    )


def _read_as(row: Credential, part: Decoded, catalogue: Catalogue) -> CredentialFact:
    """As ``_letters_fact`` will say of the row once it is written; nobody has settled it."""
    candidates = set(part.candidates)
    return CredentialFact(
        text=row.text,
        kind=Kind(part.kind),
        role=part.role,
        candidates=tuple(slug for slug in catalogue.roles if slug in candidates),
        id=row.pk,
    )


def ask_fact(row: AskRow, zone: ZoneInfo) -> AskFact:
    """``asked_at`` on the family's clock: its date is the day they asked."""
    return AskFact(
        id=row.id,
        key=row.key,
        state=row.state,
        text=row.text,
        need=row.need or "",
        member=row.member,
        asked_at=row.asked_at.astimezone(zone) if row.asked_at else None,
        due_on=row.due_on,
        whom=_whom(row),
        flag=row.flag,
        lead=_asks_who_leads(row),
        question=row.question,
        say=row.say,
        promised_on=row.promised_on,
        named=row.named,
    )


def _reply(row: AskRow) -> ReplyFact:
    return ReplyFact(
        flag=row.flag,
        rule=row.rule or "",
        need=row.need or "",
        member=row.member,
        whom=_whom(row),
        no=row.state == Ask.State.DECLINED,
        lead=_asks_who_leads(row),
        key=row.key,
        named=row.named,
    )


def _whom(row: AskRow) -> str:
    return row.member_name if row.member is not None and row.member_name else row.to_whom or THE_TEAM


def _asks_who_leads(row: AskRow) -> bool:
    return row.rule is None or Rule(row.rule).asks_who_leads(row.params or {})


@dataclass(frozen=True, slots=True)
class Reading:
    """A room as read just now: the facts, the catalogue they were read against, and the grid.

    ``answers``: those that stand and may have opened something.
    """

    room: RoomSnapshot
    catalogue: Catalogue
    coverage: Coverage
    answers: tuple[AnswerRow, ...] = ()


def read(case: Case, *, now: datetime, before: Reading | None = None) -> Reading:
    """The room, the catalogue and the grid; rows of ``before`` stay where nothing under them has changed."""
    rows = OF_A_ROOM(case.pk)
    catalogue = catalogue_at(rows["newest"])
    room = snapshot(case, rows, now=now, catalogue=catalogue)
    answers = tuple(map(AnswerRow._make, rows["opened"]))
    return Reading(room, catalogue, _grid(room, catalogue, before), answers)


def _grid(room: RoomSnapshot, catalogue: Catalogue, before: Reading | None) -> Coverage:
    """A question sent or answered touches the row of its need and no other; anything else all of them."""
    if before is None or before.catalogue is not catalogue or _still(before.room) != _still(room):
        return cover(room, catalogue)
    touched = {need for _, need, *_ in _asked(before.room) ^ _asked(room)}
    return cover_again(before.coverage, room, catalogue, touched) if touched else before.coverage


def _still(room: RoomSnapshot) -> RoomSnapshot:
    return replace(room, asks=(), replies=(), today=None)


def _asked(room: RoomSnapshot) -> set[tuple[int | None, str, bool | None]]:
    """Who was asked who leads which need: is it not clear yet? None: they said neither yes nor no."""
    asked = {(ask.member, ask.need, ask.unclear) for ask in room.asks if ask.lead}
    return asked | {(member, need, None) for member, need in replied_openly(room.replies)}


def home_day(case: Case, at: datetime) -> date:
    """The day where the family lives."""
    return at.astimezone(ZoneInfo(case.owner.time_zone)).date()


def next_day(case: Case, today: date) -> datetime:
    """When the day after ``today`` begins where the family lives."""
    return datetime.combine(today + timedelta(days=1), time.min, ZoneInfo(case.owner.time_zone))


def is_current(case: Case, *, number: int, today: date | None) -> bool:
    """Were the room's flags made from this version of the catalogue, and on this day?"""
    return (case.evaluated_version, case.evaluated_on) == (number, today)
