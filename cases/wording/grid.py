"""The grid, said: the sentence under a need, and what stands beside a person's mark."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from cases.snapshot import Cell, CellWhy, Mark, NeedRow, RowWhy
from cases.wording.voice import Voice, speaking
from web.english import filled, listed
from web.icons import MARK_WORDS

ROWS: dict[RowWhy, str] = {
    RowWhy.SHARED: gettext_noop("%(names)s share this"),
    RowWhy.SUPERVISOR_OPEN: gettext_noop("%(name)s agreed. Ask who supervises the work."),
    RowWhy.ASKED: gettext_noop("Asked %(names)s. Waiting to hear."),
    RowWhy.UNCLEAR: gettext_noop("Asked %(names)s. The answer is not clear yet."),
    RowWhy.WITH_SUPERVISOR: gettext_noop("%(name)s could lead with a supervisor. Ask who."),
    RowWhy.COULD: gettext_noop("%(names)s could lead. Ask %(name)s."),
    RowWhy.COULD_SHARE: gettext_noop("%(names)s could share this. Ask %(name)s."),
    RowWhy.COULD_SHARE_ASKED: gettext_noop("%(names)s could share this. Waiting to hear."),
    RowWhy.PART_AGREED: gettext_noop("%(names)s said yes to a part. Ask %(name)s about the rest."),
    RowWhy.PART_AGREED_ASKED: gettext_noop("%(names)s said yes to a part. Waiting to hear about the rest."),
    RowWhy.FIRST_THEN_COULD: gettext_noop("%(names)s could lead. First ask %(name)s."),
    RowWhy.FIRST_THEN_WITH_SUPERVISOR: gettext_noop(
        "%(names)s could lead with a supervisor. First ask %(name)s."
    ),
    RowWhy.FIRST_THEN_SHARE: gettext_noop("%(names)s could share this. First ask %(name)s."),
    RowWhy.STATE_OPEN: gettext_noop("It varies by state. Tell us yours."),
    RowWhy.TRAINING_OPEN: gettext_noop("%(name)s agreed. Ask about %(name)s’s training."),
    RowWhy.ROLE_OPEN: gettext_noop("%(name)s agreed. Ask what %(name)s’s role covers."),
    RowWhy.DEPENDS: gettext_noop("It depends. Ask %(name)s."),
    RowWhy.UNKNOWN: gettext_noop("We don’t know yet. Ask %(name)s."),
    RowWhy.AGENCY: gettext_noop("We don’t know yet. Ask the agency."),
    RowWhy.AGENCY_ASKED: gettext_noop("Asked. Waiting to hear."),
    RowWhy.AGENCY_UNCLEAR: gettext_noop("Asked. The answer is not clear yet."),
    RowWhy.DOCTOR: gettext_noop("We don’t know yet. Ask the child’s doctor or the agency."),
    RowWhy.NOBODY: gettext_noop("No one yet"),
    RowWhy.NO_THEN_ASK: gettext_noop("%(names)s said no. Ask %(name)s."),
    RowWhy.NO_THEN_AGENCY: gettext_noop("%(names)s said no. Ask the agency."),
    RowWhy.NO_THEN_DOCTOR: gettext_noop("%(names)s said no. Ask the child’s doctor or the agency."),
    RowWhy.SAID_NO: gettext_noop("%(names)s said no. No one else yet."),
    RowWhy.SAID_YES: gettext_noop("%(names)s said yes. Whether the role covers it is open."),
}
CELLS: dict[CellWhy, str] = {
    CellWhy.LEADS_PART: gettext_noop("Leads a part"),
    CellWhy.COULD_PART: gettext_noop("Could lead a part"),
    CellWhy.AGREED_PART: gettext_noop("Said yes to a part"),
    CellWhy.SAID_NO: gettext_noop("Said no"),
    CellWhy.SUPERVISOR_OPEN: gettext_noop("%(name)s agreed. Ask who supervises the work."),
    CellWhy.ASKED: gettext_noop("Asked %(name)s. Waiting to hear."),
    CellWhy.UNCLEAR: gettext_noop("Asked %(name)s. The answer is not clear yet."),
    CellWhy.WITH_SUPERVISOR: gettext_noop("Could lead with a supervisor. Ask who."),
    CellWhy.PLAN: gettext_noop("Could lead. The plan says so. Ask to be sure."),
    CellWhy.AGREED_OPEN: gettext_noop("%(name)s agreed. Ask about %(name)s’s training."),
    CellWhy.AGREED_ROLE_OPEN: gettext_noop("%(name)s agreed. Ask what %(name)s’s role covers."),
    CellWhy.AGREED_BEYOND: gettext_noop("Said yes. To lead all of it takes another role."),
    CellWhy.STATE_OPEN: gettext_noop("Varies by state"),
    CellWhy.DEPENDS: gettext_noop("It depends. Ask."),
}


YES: dict[tuple[CellWhy, Mark], str] = {
    (CellWhy.AGREED_BEYOND, Mark.HELP): gettext_noop(
        "%(names)s said yes. The role can help. To lead all of it takes another role."
    ),
    (CellWhy.AGREED_BEYOND, Mark.NONE): gettext_noop("%(names)s said yes. To lead it takes another role."),
    (CellWhy.AGREED_OPEN, Mark.ASK): gettext_noop("%(names)s said yes. The training for it is open."),
    (CellWhy.AGREED_ROLE_OPEN, Mark.ASK): gettext_noop(
        "%(names)s said yes. Whether the role covers it is open."
    ),
    (CellWhy.SUPERVISOR_OPEN, Mark.COULD): gettext_noop(
        "%(names)s said yes. Who supervises the work is open."
    ),
}
"""Of a yes that the sentence under a need says nothing of: who said it, and what the role is to that."""


def say_row(row: NeedRow, called: Mapping[int, str], voice: Voice) -> str:
    """What stands under a need: each yes that fills no chair, then what comes next.

    ``called``: names by member id that differ from each other.
    """
    with speaking(voice):
        yes = (_said_yes(row, words, called) for words in YES)
        return " ".join(filter(None, (*yes, _say_row(row, called))))


def _said_yes(row: NeedRow, kind: tuple[CellWhy, Mark], called: Mapping[int, str]) -> str:
    names = [called[member] for member in row.unsaid_yes(*kind)]
    return filled(_(YES[kind]), {"names": listed(names)}) if names else ""


def _say_row(row: NeedRow, called: Mapping[int, str]) -> str:
    names = [called[member] for member in row.named]
    places = {"names": listed(names), "name": called.get(row.whom, "") if row.whom is not None else ""}
    if row.why is RowWhy.LEADS:
        return filled(ngettext("%(names)s leads", "%(names)s lead", len(names)), places)
    if row.why is RowWhy.SAID_YES and not names:
        return ""
    return filled(_(ROWS[row.why]), places)


def say_cell(cell: Cell, called: Mapping[int, str], voice: Voice) -> str:
    """What is told beside a mark; '' where the mark says it all."""
    if cell.why is CellWhy.MARK:
        return ""
    with speaking(voice):
        return filled(_(CELLS[cell.why]), {"name": called[cell.member]})


def say_mark(cell: Cell, voice: Voice) -> str:
    """The mark in words: 'Could lead'."""
    with speaking(voice):
        return _(MARK_WORDS[cell.mark])
