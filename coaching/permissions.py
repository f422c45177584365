"""Who may do what between parent and coach."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from accounts.addresses import is_proven
from accounts.models import Invitation
from cases.models import Case
from coaching.models import Thread


def can_invite(user: Any, case: Case) -> bool:
    """Only the parent decides who looks into the room."""
    return bool(case.owner_id == user.pk)


def is_shared(thread: Thread) -> bool:
    """Whether the coach of this thread may look into the room right now."""
    return Thread.objects.shared_now().filter(pk=thread.pk).exists()


def can_write(user: Any, thread: Thread) -> bool:
    """Both may write while the room is shared; afterwards the parent can still read."""
    return user.pk in (thread.coach_id, thread.case.owner_id) and is_shared(thread)


class Standing(StrEnum):
    """How an invitation stands towards the person who opened its link."""

    READY = "ready"
    SIGN_IN = "sign-in"
    MINE = "mine"  # this person accepted it already
    UNPROVEN = "unproven"  # the right address, but nobody has shown yet that its mail reaches them
    OTHER_ADDRESS = "other-address"
    USED = "used"
    TAKEN_BACK = "taken-back"
    EXPIRED = "expired"


def standing(invitation: Invitation, user: Any, *, now: datetime) -> Standing:
    """What to show someone who holds the link. Holding it proves nothing: links are passed on."""
    if invitation.accepted_at:
        return Standing.MINE if user.pk and invitation.accepted_by_id == user.pk else Standing.USED
    if invitation.revoked_at:
        return Standing.TAKEN_BACK
    if invitation.expires_at <= now:
        return Standing.EXPIRED
    if not user.is_authenticated:
        return Standing.SIGN_IN
    if not same_address(user.email, invitation.email):
        return Standing.OTHER_ADDRESS
    return Standing.READY if is_proven(user, invitation.email) else Standing.UNPROVEN


def same_address(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
