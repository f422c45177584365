"""The rows a room is read from, and which catalogue is the newest: in one query by the key of the room."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from cases.models import Agreement, Ask, AskEvent, CaseNeed, Credential, Member, Training
from roles.reader import newest
from web.prepared import Together

TELLS = ["opened", "letters"]
"""The facts of an answer that can leave something open."""


class MemberRow(NamedTuple):
    """Somebody on the team or gone. ``belief`` as it is kept, None where it was never read."""

    id: int
    key: str
    name: str
    said: str
    believed: str
    belief: dict[str, Any] | None
    supervisor: str
    supervisor_name: str
    supervisor_who: str
    scope: list[list[str]]
    left_on: date | None


class LettersRow(NamedTuple):
    """One of somebody's letters, without the roles it may be. ``role`` is a slug or None."""

    member: int
    id: int
    position: int
    text: str
    kind: str
    role: str | None
    standing: str
    resolved: bool
    verified_on: date | None


class TrainingRow(NamedTuple):
    """As ``Training`` has it; ``capability`` is a slug."""

    member: int
    id: int
    capability: str
    name: str
    standing: str
    known: bool | None
    kind: str
    says_short: bool | None


class AnswerRow(NamedTuple):
    """An answer that stands and may have opened something: what it told, and what it was about."""

    ask: int
    facts: dict[str, Any]
    member: int | None
    need: int | None
    flag: int | None
    flag_member: int | None
    flag_need: int | None


class AskRow(NamedTuple):
    """A question that can still be answered, or was answered on what is not sorted since. ``rule`` and
    ``params`` are those of the flag it is about, None without one."""

    id: int
    key: str
    state: str
    text: str
    need: str | None
    member: int | None
    member_name: str | None
    to_whom: str
    asked_at: datetime | None
    due_on: date | None
    flag: int | None
    rule: str | None
    params: dict[str, Any] | None
    question: int | None
    say: str
    promised_on: date | None
    named: str

    @classmethod
    def of(cls, ask: Ask) -> AskRow:
        """One that was fetched already, or is not kept yet."""
        return cls(
            id=ask.pk,
            key=ask.key,
            state=ask.state,
            text=ask.text,
            need=ask.need.slug if ask.need else None,
            member=ask.member_id,
            member_name=ask.member.name if ask.member else None,
            to_whom=ask.to_whom,
            asked_at=ask.asked_at,
            due_on=ask.due_on,
            flag=ask.flag_id,
            rule=ask.flag.rule if ask.flag else None,
            params=ask.flag.params if ask.flag else None,
            question=ask.question_id,
            say=ask.say,
            promised_on=ask.promised_on,
            named=ask.named,
        )


OF_A_ROOM = Together(
    members=lambda case: Member.objects.filter(case=case).values_list(
        "pk",
        "key",
        "name",
        "said",
        "believed",
        "belief",
        "supervisor",
        "supervisor_name",
        "supervisor_who",
        "scope",
        "left_on",
    ),
    letters=lambda case: Credential.objects.filter(member__case=case).values_list(
        "member_id", "pk", "position", "text", "kind", "role__slug", "standing", "resolved", "verified_on"
    ),
    candidates=lambda case: (
        Credential.candidates.through.objects.filter(credential__member__case=case)
        .order_by("role__position")
        .values_list("credential_id", "role__slug")
    ),
    trainings=lambda case: Training.objects.filter(member__case=case).values_list(
        "member_id", "pk", "capability__slug", "name", "standing", "known", "kind", "says_short"
    ),
    agreements=lambda case: (
        Agreement.objects.filter(case=case).order_by("pk").values_list("member_id", "need__slug", "kind")
    ),
    newest=lambda case: newest(),
    opened=lambda case: (
        AskEvent.objects.filter(ask__case=case, facts__has_any_keys=TELLS)
        .standing()
        .values_list(
            "ask_id",
            "facts",
            "ask__member_id",
            "ask__need_id",
            "ask__flag_id",
            "ask__flag__member_id",
            "ask__flag__need_id",
        )
    ),
    needs=lambda case: CaseNeed.objects.filter(case=case).values_list("need__slug"),
    asks=lambda case: (
        Ask.objects.filter(case=case)
        .answerable_or_open()
        .values_list(
            "pk",
            "key",
            "state",
            "text",
            "need__slug",
            "member_id",
            "member__name",
            "to_whom",
            "asked_at",
            "due_on",
            "flag_id",
            "flag__rule",
            "flag__params",
            "question_id",
            "say",
            "promised_on",
            "named",
        )
    ),
)
