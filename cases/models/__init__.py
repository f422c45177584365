"""A family's room: child, needs, team, flags, questions, log."""

from cases.models.asks import Ask, AskEvent
from cases.models.case import Case, CaseEvent, CaseNeed, Share
from cases.models.flags import Flag, FlagMove, Telling
from cases.models.team import Agreement, Credential, Member, Training

__all__ = [
    "Agreement",
    "Ask",
    "AskEvent",
    "Case",
    "CaseEvent",
    "CaseNeed",
    "Credential",
    "Flag",
    "FlagMove",
    "Member",
    "Share",
    "Telling",
    "Training",
]
