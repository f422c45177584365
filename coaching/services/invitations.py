"""Inviting a coach into a room, taking it back, accepting it, and ending it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.addresses import is_proven
from accounts.models import INVITATION_LIFE, Invitation, User, hash_token, new_token
from audit.services import record
from cases.models import Case, CaseEvent, Share
from cases.permissions import SYSTEM, Act, Rights, Section
from cases.services.errors import Refused
from cases.services.rooms import log
from cases.services.sharing import end_share, share_with_coach
from coaching.models import CoachInvitation, Thread
from coaching.permissions import must_be_invited, same_address
from coaching.services.notices import INVITED, say_invited
from coaching.tokens import token_for
from notify.models import Delivery

A_DAY = timedelta(days=1)
MOST_A_DAY = 10


def open_invitation(case: Case, *, now: datetime) -> Invitation | None:
    """The invitation to this room that someone can still accept."""
    return Invitation.objects.open(now).filter(coach_invitation__case=case).order_by("-pk").first()


def mail_state(invitation: Invitation) -> str:
    """What became of the mail with its link: 'sent', 'waiting', or 'lost' when none will come."""
    rows = Delivery.objects.filter(kind=INVITED, event=f"invitation:{invitation.pk}")
    state = rows.values_list("state", flat=True).first()
    return "sent" if state in Delivery.TOLD else "waiting" if state in Delivery.UNDER_WAY else "lost"


def open_share(case: Case) -> Share | None:
    """The coach who looks into this room right now."""
    return Share.objects.filter(case=case, ended_at=None).select_related("coach").order_by("-pk").first()


@transaction.atomic
def invite_coach(*, case: Case, by: Any, email: str, now: datetime) -> Invitation:
    """Ask someone to look into the room as its coach. The mail goes out from the outbox."""
    Rights(by, case).must(Act.WRITE, Section.SHARING)
    Case.objects.select_for_update().get(pk=case.pk)  # two tabs at once: the second sees the first one's row
    _refuse_if_senseless(case, by=by, email=email, now=now)
    invitation = Invitation.objects.create(
        token_hash=hash_token(new_token()),
        email=email.strip().lower(),
        invited_by=by,
        created_at=now,
        expires_at=now + INVITATION_LIFE,
    )
    invitation.token_hash = hash_token(token_for(invitation))  # the token needs the row's id
    invitation.save(update_fields=["token_hash"])
    CoachInvitation.objects.create(invitation=invitation, case=case)
    record(by=by, verb="coach-invited", on=invitation, case_id=case.pk)
    say_invited(invitation, now=now)
    return invitation


def _refuse_if_senseless(case: Case, *, by: Any, email: str, now: datetime) -> None:
    if same_address(email, by.email):
        raise Refused(_("That is your own address. Add the address of the person who supports you."))
    if open_share(case):
        raise Refused(_("A coach is here already. Stop sharing first, then invite someone else."))
    if open_invitation(case, now=now):
        raise Refused(_("An invitation is on its way already. Take it back first, then invite someone else."))
    if Invitation.objects.filter(invited_by=by, created_at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise Refused(_("That is a lot of invitations for one day. Try again tomorrow."))


@transaction.atomic
def take_back_invitation(*, invitation: Invitation, by: Any, now: datetime) -> bool:
    """The link stops working. False when it was accepted, or stopped working, before."""
    case = invitation.coach_invitation.case
    Rights(by, case).must(Act.WRITE, Section.SHARING)
    won = Invitation.objects.open(now).filter(pk=invitation.pk).update(revoked_at=now)
    if won:
        record(by=by, verb="coach-invitation-taken-back", on=invitation, case_id=case.pk)
    return bool(won)


@transaction.atomic
def decline_invitation(*, invitation: Invitation, by: Any, now: datetime) -> bool:
    """No, thank you: the link stops working, and the log says so without a name or a reason."""
    must_be_invited(by, invitation, signed_in=False)
    won = Invitation.objects.open(now).filter(pk=invitation.pk).update(revoked_at=now)
    if won:
        case = invitation.coach_invitation.case
        who = by if by.is_authenticated else SYSTEM
        log(case=case, by=who, kind=CaseEvent.Kind.COACH_DECLINED)
        record(by=by, verb="coach-invitation-declined", on=invitation, case_id=case.pk)
    return bool(won)


def was_declined(case: Case) -> bool:
    """Whether the one who was invited last said no."""
    last = Invitation.objects.filter(coach_invitation__case=case).order_by("-pk").first()
    if last is None or last.revoked_at is None:
        return False
    return case.events.filter(kind=CaseEvent.Kind.COACH_DECLINED, at__gte=last.revoked_at).exists()


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: Any, now: datetime, called: str = "") -> Thread:
    """Look into the room from now on. Of many accepts at the same moment one wins."""
    must_be_invited(by, invitation)
    if not is_proven(by, invitation.email):
        raise Refused(_("Confirm your address first. The link is in your mail."))
    mine = Invitation.objects.open(now).filter(pk=invitation.pk, email__iexact=by.email)
    if not mine.update(accepted_at=now, accepted_by=by):
        raise Refused(_("This invitation does not work any more. Ask the family to send a new one."))
    _become_coach(by, called=called)
    case = invitation.coach_invitation.case
    share = share_with_coach(case=case, coach=by, by=invitation.invited_by)  # the parent said yes by inviting
    thread, _made = Thread.objects.get_or_create(case=case, coach=by, defaults={"created_at": now})
    record(by=by, verb="coach-invitation-accepted", on=invitation, case_id=case.pk, share=share.pk)
    return thread


def _become_coach(user: Any, *, called: str) -> None:
    user.is_coach = True
    if called.strip():
        user.display_name = called.strip()
    User.objects.filter(pk=user.pk).update(is_coach=True, display_name=user.display_name)


def stop_sharing(*, share: Share, by: Any) -> None:
    """The coach sees nothing of this room from this moment on; the parent keeps the messages.

    Either of the two may end it.
    """
    end_share(share=share, by=by)  # asks
