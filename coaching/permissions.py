"""Who may do what between parent and coach."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from accounts.addresses import is_proven
from accounts.models import Invitation
from cases.permissions import Act, NotAllowed, Rights, Section
from coaching.models import Thread


def is_shared(thread: Thread) -> bool:
    """Whether the coach of this thread may look into the room right now."""
    return Thread.objects.shared_now().filter(pk=thread.pk).exists()


def may(user: Any, act: Act, thread: Thread) -> bool:
    """The parent may, and of the coaches the one whose thread it is, as long as they look into the room."""
    one_of_the_two = thread.case.is_of(user) or thread.coach_id == getattr(user, "pk", None)
    return one_of_the_two and Rights(user, thread.case).may(act, Section.MESSAGES)


def must(user: Any, act: Act, thread: Thread) -> None:
    if not may(user, act, thread):
        raise NotAllowed(f"no right to {act} this thread")


def must_be_invited(user: Any, invitation: Invitation, *, signed_in: bool = True) -> None:
    """An invitation is for one address. Holding its link is enough only for who is nobody here yet."""
    if not getattr(user, "is_authenticated", False):
        if signed_in or user is None:
            raise NotAllowed("no account")
    elif not same_address(user.email, invitation.email):
        raise NotAllowed("invited was somebody else")


class LinkState(StrEnum):
    """What the link of an invitation is for the person who opened it."""

    READY = "ready"
    SIGN_IN = "sign-in"
    MINE = "mine"  # this person accepted it already
    UNPROVEN = "unproven"  # the right address, but nobody has shown yet that its mail reaches them
    OTHER_ADDRESS = "other-address"
    USED = "used"
    TAKEN_BACK = "taken-back"
    EXPIRED = "expired"


def link_state(invitation: Invitation, user: Any, *, now: datetime) -> LinkState:
    """What to show someone who holds the link. Holding it proves nothing: links are passed on."""
    if invitation.accepted_at:
        return LinkState.MINE if user.pk and invitation.accepted_by_id == user.pk else LinkState.USED
    if invitation.revoked_at:
        return LinkState.TAKEN_BACK
    if invitation.expires_at <= now:
        return LinkState.EXPIRED
    if not user.is_authenticated:
        return LinkState.SIGN_IN
    if not same_address(user.email, invitation.email):
        return LinkState.OTHER_ADDRESS
    return LinkState.READY if is_proven(user, invitation.email) else LinkState.UNPROVEN


def same_address(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
