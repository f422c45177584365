"""Rooms made through the services, and what they show: values by the names of people, never prose."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from cases.mismatch import Finding, find, next_step
from cases.models import Case, Member
from cases.reader import read
from cases.services.agreements import agree
from cases.services.letters import verify_credential
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member, member_left
from cases.services.trainings import add_training
from cases.wording.names import names_in
from roles.models import Need
from web.clock import now

ROOMS: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("rooms_of_experts.yaml").read_text()
)
NOBODY = "-"


def build(by: Any, spec: dict[str, Any]) -> Case:
    """A room as a parent tells it: the child, the needs, the people, what was agreed; then they look."""
    case = start_room(by=by, nickname="Sunny", age_group=spec["age"], state=spec["state"])
    set_needs(case=case, by=by, needs=spec["needs"])
    for person in spec["team"]:
        member = add_member(
            case=case,
            by=by,
            name=person["name"],
            said=person.get("said", ""),
            believed=person.get("believed", ""),
        )
        _tell_more(member, person, by=by)
    finish_setup(case=case, by=by)
    yesterday = now().date() - timedelta(days=1)
    for person in spec["team"]:
        if person.get("left"):
            member_left(member=case.members.get(name=person["name"]), by=by, on=yesterday)
    return case


def _tell_more(member: Member, person: dict[str, Any], *, by: Any) -> None:
    if "supervisor" in person:
        _supervised(member, person["supervisor"], by=by)
    for capability, name in person.get("training", {}).items():
        add_training(member=member, by=by, capability=capability, name=name)
    for kind in ("plan", "agreed", "declined"):
        for need in person.get(kind, ()):
            agree(member=member, need=Need.objects.get(slug=need), by=by, kind=kind)
    if "looked_up" in person:
        letters = member.credentials.get(text=person["looked_up"])
        verify_credential(credential=letters, by=by, on=now().date())


def _supervised(member: Member, name: str, *, by: Any) -> None:
    standing = Member.Supervisor.NONE if name == "none" else Member.Supervisor.NAMED
    edit_member(
        member=member,
        by=by,
        version=None,
        name=member.name,
        said=member.said,
        believed=member.believed,
        supervisor=standing,
        supervisor_name="" if name == "none" else name,
    )


class Seen:
    """What a room shows: its flags, its chairs, its next step, by names."""

    def __init__(self, case: Case) -> None:
        self.reading = read(case, now=now())
        self.coverage = self.reading.coverage
        self.findings = find(self.reading.room, self.reading.catalogue, self.coverage)
        self.names = {m.id: m.name for m in self.reading.room.members}

    @property
    def called(self) -> tuple[str, ...]:
        """What sentences call everybody, in the order of the table."""
        called = names_in(self.reading.room)
        return tuple(called[m.id] for m in self.reading.room.members)

    def id(self, name: str) -> int:
        return next(id for id, known in self.names.items() if known == name)

    def name(self, member: int | None) -> str:
        return NOBODY if member is None else self.names.get(member, "gone")

    @property
    def flags(self) -> set[str]:
        """ "rule need person", '-' for none."""
        return {f"{f.rule} {f.need or NOBODY} {self.name(f.member)}" for f in self.findings}

    @property
    def rules(self) -> list[str]:
        return [f.rule.value for f in self.findings]

    @property
    def rules_about(self) -> list[tuple[str, str]]:
        """(rule, person) of everything that is about somebody."""
        return [(f.rule.value, self.name(f.member)) for f in self.findings]

    def flag(self, rule: str, need: str = "", person: str = "") -> Finding:
        """The only one of a rule, about a need or a person where they are named."""
        (found,) = [
            f
            for f in self.findings
            if f.rule == rule and need in ("", f.need) and person in ("", self.name(f.member))
        ]
        return found

    def about(self, need: str) -> list[tuple[str, str, str]]:
        """(rule, level, person) of everything asked about a need."""
        return [(f.rule.value, f.level.value, self.name(f.member)) for f in self.findings if f.need == need]

    def state(self, need: str) -> str:
        return self.coverage.row(need).state

    def leads(self, need: str) -> list[str]:
        return [self.name(m) for m in self.coverage.row(need).leads]

    def could(self, need: str) -> list[str]:
        return [self.name(m) for m in self.coverage.row(need).could]

    def asks(self, need: str) -> list[str]:
        """Whom the need says to ask, first one first."""
        return [self.name(m) for m in self.coverage.row(need).askable]

    def mark(self, need: str, person: str) -> str:
        return next(c.mark.value for c in self.coverage.row(need).cells if self.name(c.member) == person)

    @property
    def next(self) -> str:
        found = next_step(self.reading.room, self.coverage, self.findings)
        return f"{found.rule} {found.need or NOBODY} {self.name(found.member)}" if found else NOBODY


def not_yet(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


STATE_TITLES = "what a state's list says of its own title is words so far, not a level that rules can read"
FAMILY = "relatives are people of a kind that is told later"
