"""The next door of a question: who else of the room is asked, in the order in which anybody is asked."""

from __future__ import annotations

from cases.mismatch import Rule
from cases.mismatch.addressee import whom_to_ask
from cases.models import Ask
from cases.presenters.flags import finding_of
from cases.presenters.people import Person
from cases.presenters.whom import whom_about
from cases.reader import Reading


def behind_next_door(ask: Ask, reading: Reading, team: dict[int, Person]) -> Person | None:
    """After a no, or where who was asked has left; None: nobody here. A late answer is not somebody else's.

    About tonight that is for whom the flag is now, whoever could lead the need. Where somebody left, first
    for who leads the need by now.
    """
    if ask.state != Ask.State.DECLINED and not has_left(ask):
        return None
    if _is_about_tonight(ask):
        return _about_tonight(ask, reading, team)
    return _who_leads(ask, reading, team)


def has_left(ask: Ask) -> bool:
    return ask.member is not None and ask.member.left_on is not None


def _is_about_tonight(ask: Ask) -> bool:
    return ask.flag is not None and Rule(ask.flag.rule).traits.tonight


def _about_tonight(ask: Ask, reading: Reading, team: dict[int, Person]) -> Person | None:
    assert ask.flag
    first = whom_to_ask(finding_of(ask.flag), reading.coverage, team)
    return team[first] if first is not None else None


def _who_leads(ask: Ask, reading: Reading, team: dict[int, Person]) -> Person | None:
    need = ask.need.slug if ask.need else ""
    leads = (member for row in reading.coverage.rows if row.need == need for member in row.leads)
    took_over = next((member for member in leads if has_left(ask)), None)
    if took_over is not None:
        return team[took_over]
    return whom_about(need, reading, team, besides=ask.member_id) if need else None
