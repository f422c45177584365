"""How a flag reads on a page: level, words, evidence, and what the parent decided about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from cases.mismatch.merge import BACKING
from cases.mismatch.next_step import LEVELS
from cases.models import Flag
from cases.phrases import owner
from cases.presenters.people import Person
from cases.presenters.words import bare, day, month
from cases.reader import Reading
from cases.snapshot import Finding, Mark, Words
from roles.catalogue import Catalogue, Reach
from roles.fit import only_helps
from roles.presenters.sources import DATED, how_known
from roles.presenters.words import CLAIMS, ONLY_HELPS, REACH_WORDS

BADGES = {"first": "badge--first", "soon": "badge--ask", "know": "badge--line"}
TO_OTHERS = {"You see": "{} sees", "you have": "{} has", "you": "they"}
YOU = re.compile(rf"\b({'|'.join(TO_OTHERS)})\b")
LEAD_RULES = frozenset({"gap", "fit_not_asked", "fit_unknown", "helpers_no_lead"})


@dataclass(frozen=True, slots=True)
class Proof:
    """One fit a flag stands on.

    ``role`` is '' when its page is gone; ``place``: another state's rule; ``known``: how far we read it and
    when; ``dated`` the same in two words: only what we read was checked.
    """

    role: str
    letters: str
    capability: str
    reach: str
    reason: str
    claim: str
    known: str
    dated: str
    source: str
    address: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class FlagCard:
    """A flag in the tone guide's order, ``finding`` as the rules see it.

    ``nudge`` is the late question it is about, ready to be asked again, or ''.
    """

    key: str
    finding: Finding
    rule: str
    state: str
    badge: str
    level: str
    title: str
    why: str
    brings: str
    say: str
    clear_answer: str
    if_not: str
    proofs: tuple[Proof, ...]
    catalogue: int
    need: str
    member: int | None
    reason: str
    decided: str
    open: bool
    nudge: str = ""

    @property
    def asked(self) -> bool:
        return self.state == Flag.State.ASKED

    @property
    def of_the_role(self) -> bool:
        """Does it speak of what the role is, which the page of the role tells?"""
        return self.rule in BACKING

    @property
    def proof(self) -> Proof | None:
        return self.proofs[0] if self.proofs else None


def card(flag: Flag, catalogue: Catalogue, *, now: datetime, zone: tzinfo, parent: str = "") -> FlagCard:
    """``parent``: the parent's name, for a reader who is not the parent; '' reads "you".

    Words to say, and what to do after them, stay the parent's own.
    """
    words: dict[str, str] = flag.words
    return FlagCard(
        key=flag.key,
        finding=_finding(flag),
        rule=flag.rule,
        state=flag.state,
        badge=BADGES[flag.level],
        level=flag.get_level_display(),
        title=_told(words["title"], parent),
        why=_told(words["why"], parent),
        brings=words.get("brings", ""),
        say=bare(words["say"]),
        clear_answer=words["clear_answer"],
        if_not=words["if_not"],
        proofs=tuple(_proof(e, catalogue) for e in flag.evidence),
        catalogue=flag.catalogue_number,
        need=flag.need.slug if flag.need else "",
        member=flag.member_id,
        reason=flag.reason,
        decided=_told(_decided(flag, now=now, zone=zone), parent),
        open=flag.state in (Flag.State.OPEN, Flag.State.ASKED),
    )


def _told(text: str, parent: str) -> str:
    """Each sentence as the log would tell it; ours also say what the parent sees, has and does."""
    if not parent:
        return text
    text = YOU.sub(lambda found: TO_OTHERS[found[0]].format(parent), text)
    return " ".join(_to_others(sentence, parent) for sentence in re.split(r"(?<=[.!?]) ", text))


def _to_others(text: str, parent: str) -> str:
    """What the parent reads as "You asked", by the parent's name."""
    return re.sub(r"\byour\b", lambda _: f"{parent}’s", re.sub(r"^You\b", lambda _: parent, text))


def _finding(flag: Flag) -> Finding:
    """The flag as the rules wrote it, for the decision what to ask first."""
    return Finding(
        rule=flag.rule,
        fingerprint=flag.fingerprint,
        level=flag.level,
        words=Words(**flag.words),
        need=flag.need.slug if flag.need else "",
        member=flag.member_id,
        catalogue=flag.catalogue_number,
    )


def _proof(evidence: dict[str, Any], catalogue: Catalogue) -> Proof:
    capability = catalogue.capabilities.get(evidence["capability"])
    on = date.fromisoformat(evidence["reviewed_on"])
    return Proof(
        role=evidence["role"] if evidence["role"] in catalogue.roles else "",
        letters=evidence["letters"],
        capability=capability.title if capability else evidence["capability"],
        reach=_reach(evidence, catalogue),
        reason=evidence["reason"],
        claim=CLAIMS.get(evidence["claim"], evidence["claim"]),
        known=how_known(evidence["confidence"], on),
        dated=f"{DATED.get(evidence['confidence'], 'listed').capitalize()} {month(on)}",
        source=evidence["source_title"],
        address=evidence["source_address"],
        place=_place(evidence),
    )


def _reach(evidence: dict[str, Any], catalogue: Catalogue) -> str:
    reach = Reach(evidence["reach"])
    helps = only_helps(catalogue, evidence["role"], evidence["capability"], reach)
    return ONLY_HELPS if helps else REACH_WORDS[reach].rstrip(".")


def _place(evidence: dict[str, Any]) -> str:
    """'Oregon’s rule. Yours may differ.' for a fact of another state; older flags do not say."""
    place = evidence.get("place", "")
    if not place:
        return ""
    whose = f"{owner(place)} rule" if evidence["claim"] == "rule" else f"From {place}"
    return f"{whose}. Yours may differ."


def _decided(flag: Flag, *, now: datetime, zone: tzinfo) -> str:
    """What became of it, in one sentence; '' while it is new."""
    today = now.astimezone(zone).date()
    if flag.state == Flag.State.PUT_OFF and flag.returns_at:
        return f"Not now. It comes back on {day(flag.returns_at.astimezone(zone).date(), today)}."
    if flag.settled_at and flag.state in (Flag.State.SETTLED, Flag.State.SORTED):
        who = "You said it is sorted" if flag.state == Flag.State.SORTED else "Settled"
        return f"{who} on {day(flag.settled_at.astimezone(zone).date(), today)}.".replace("on today", "today")
    return {
        Flag.State.DIFFERENT: "You see it differently.",
        Flag.State.ASKED: "You asked. No answer yet.",
    }.get(Flag.State(flag.state), "")


MIXED_UP = frozenset({"belief_vs_role", "outside_training"})
"""A role was taken for more than it is trained for: what families come here to find out."""


def in_order(flags: list[Flag], reading: Reading) -> list[Flag]:
    """Most pressing first; asked ones after new ones.

    Within a level safety first, then roles taken for another, then the needs in the order of the grid.
    """
    needs = {row.need: place for place, row in enumerate(reading.coverage.rows)}
    safety = {row.need for row in reading.coverage.rows if row.safety}

    def place(flag: Flag) -> tuple[bool, int, bool, bool, int, int]:
        slug = flag.need.slug if flag.need else ""
        return (
            flag.state == Flag.State.ASKED,
            LEVELS.index(flag.level),
            slug not in safety,
            flag.rule not in MIXED_UP,
            needs.get(slug, len(needs)),
            flag.pk,
        )

    return sorted(flags, key=place)


def heading(flag: FlagCard, reading: Reading) -> str:
    """What to do about it: 'Ask who leads the safety plan', else the flag's own title."""
    need = reading.catalogue.needs.get(flag.need)
    return f"Ask who leads {need.noun}" if need and flag.rule in LEAD_RULES else flag.title


NOBODY_HERE = frozenset({"fit_unknown", "still_waiting"})
"""Without a person these are for the agency: nobody here is the one to ask, or it was asked outside."""


def whom_to_ask(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> tuple[Person | None, str]:
    """The person a flag's question goes to first, and why in a few words; (None, '') when nobody fits.

    What the plan asks of a helper is a question for those who made the plan, not for the helper.
    """
    if flag.rule == "outside_training":
        return None, ""
    if flag.member in team:
        return team[flag.member], fits(flag.need, flag.member, reading)
    if flag.rule in NOBODY_HERE:
        return None, ""
    rows = {row.need: row for row in reading.coverage.rows}
    row = rows.get(flag.need)
    first = row.askable[0] if row and row.askable else None
    return (team[first], fits(flag.need, first, reading)) if first is not None else (None, "")


FIT_WORDS = {
    Mark.LEAD: "Leads this now",
    Mark.COULD: "The role fits",
    Mark.HELP: "Can help",
    Mark.ASK: "We don’t know yet",
    Mark.NONE: "",
}


def fits(need: str, member: int | None, reading: Reading) -> str:
    """How a person's role stands to a need, in a few words."""
    for row in reading.coverage.rows:
        for cell in row.cells:
            if row.need == need and cell.member == member:
                return FIT_WORDS[cell.mark]
    return ""
