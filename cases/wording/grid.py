"""The grid, said: the sentence under a need, and what stands beside a person's mark."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as marked
from django.utils.translation import ngettext

from cases.snapshot import Cell, CellWhy, NeedRow, RowWhy
from cases.wording.voice import Voice, speaking
from web.english import filled, listed
from web.icons import MARK_WORDS

ROWS: dict[RowWhy, str] = {
    RowWhy.SHARED: marked("%(names)s share this"),
    RowWhy.SUPERVISOR_OPEN: marked("%(name)s agreed. Ask who supervises the work."),
    RowWhy.ASKED: marked("Asked %(names)s. Waiting to hear."),
    RowWhy.WITH_SUPERVISOR: marked("%(name)s could lead with a supervisor. Ask who."),
    RowWhy.COULD: marked("%(names)s could lead. Ask %(name)s."),
    RowWhy.COULD_SHARE: marked("%(names)s could share this. Ask %(name)s."),
    RowWhy.COULD_SHARE_ASKED: marked("%(names)s could share this. Waiting to hear."),
    RowWhy.STATE_OPEN: marked("It varies by state. Tell us yours."),
    RowWhy.TRAINING_OPEN: marked("%(name)s agreed. Ask about %(name)s’s training."),
    RowWhy.DEPENDS: marked("It depends. Ask %(name)s."),
    RowWhy.UNKNOWN: marked("We don’t know yet. Ask %(name)s."),
    RowWhy.AGENCY: marked("We don’t know yet. Ask the agency."),
    RowWhy.AGENCY_ASKED: marked("Asked. Waiting to hear."),
    RowWhy.DOCTOR: marked("We don’t know yet. Ask the child’s doctor or the agency."),
    RowWhy.NOBODY: marked("No one yet"),
}
CELLS: dict[CellWhy, str] = {
    CellWhy.LEADS_PART: marked("Leads a part"),
    CellWhy.COULD_PART: marked("Could lead a part"),
    CellWhy.SAID_NO: marked("Said no"),
    CellWhy.SUPERVISOR_OPEN: marked("%(name)s agreed. Ask who supervises the work."),
    CellWhy.ASKED: marked("Asked %(name)s. Waiting to hear."),
    CellWhy.WITH_SUPERVISOR: marked("Could lead with a supervisor. Ask who."),
    CellWhy.PLAN: marked("Could lead. The plan says so. Ask to be sure."),
    CellWhy.AGREED_OPEN: marked("%(name)s agreed. Ask about %(name)s’s training."),
    CellWhy.STATE_OPEN: marked("Varies by state"),
    CellWhy.DEPENDS: marked("It depends. Ask."),
}


def say_row(row: NeedRow, called: Mapping[int, str], voice: Voice) -> str:
    """The sentence under a need. ``called``: names by member id that differ from each other."""
    with speaking(voice):
        names = [called[member] for member in row.named]
        places = {"names": listed(names), "name": called.get(row.whom, "") if row.whom is not None else ""}
        if row.why is RowWhy.LEADS:
            return filled(ngettext("%(names)s leads", "%(names)s lead", len(names)), places)
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
