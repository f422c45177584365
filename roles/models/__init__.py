"""The reference catalogue: roles and what they may do, by state, with sources."""

from roles.models.capabilities import Capability, Fit, Need, NeedCapability
from roles.models.places import Board, Collision, CollisionReading, Jurisdiction, StateTitle
from roles.models.questions import CrisisLine, Notice, Question
from roles.models.role import Role, RoleFact, RoleName, RoleRevision
from roles.models.sources import CatalogueVersion, Confidence, Source

__all__ = [
    "Board",
    "Capability",
    "CatalogueVersion",
    "Collision",
    "CollisionReading",
    "Confidence",
    "CrisisLine",
    "Fit",
    "Jurisdiction",
    "Need",
    "NeedCapability",
    "Notice",
    "Question",
    "Role",
    "RoleFact",
    "RoleName",
    "RoleRevision",
    "Source",
    "StateTitle",
]
