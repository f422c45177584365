"""The parent's side: what a coach is, inviting one, taking it back, and stopping."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.models import Case, Share
from cases.permissions import Act, Rights, Section
from cases.services.errors import Refused
from coaching.forms import InviteForm
from coaching.models import Thread
from coaching.promise import what_a_coach_sees
from coaching.services.invitations import (
    invite_coach,
    mail_state,
    open_invitation,
    open_share,
    stop_sharing,
    take_back_invitation,
    was_declined,
)
from web.clock import now
from web.idempotency import once


def own_room(request: HttpRequest, key: str) -> Case:
    """A room its parent decides about. Outsiders learn nothing, a coach learns it is not theirs to change."""
    case = get_object_or_404(Case.objects.visible_to(request.user), key=key)
    Rights(request.user, case).must(Act.WRITE, Section.SHARING)
    return case


@once
def coach_page(request: HttpRequest, key: str) -> HttpResponse:
    """Who coaches in this room; a form to invite someone when nobody does."""
    case = own_room(request, key)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            invite_coach(case=case, by=request.user, email=form.cleaned_data["email"], now=now())
        except Refused as refused:
            form.add_error("email", str(refused))
        else:
            messages.success(request, _("The invitation is on its way."))
            return redirect("coaching:coach", key=key)
    return render(request, "coaching/coach.html", _context(request.user, case, form))


def _context(user: Any, case: Case, form: InviteForm) -> dict[str, object]:
    share = open_share(case)
    threads = Thread.objects.visible_to(user).filter(case=case).select_related("coach").order_by("-pk")
    invitation = None if share else open_invitation(case, now=now())
    return {
        "here": "coach",
        "room": case,
        "sees": what_a_coach_sees(),
        "form": form,
        "share": share,
        "thread": next((t for t in threads if share and t.coach_id == share.coach_id), None),
        "past": [t for t in threads if not share or t.coach_id != share.coach_id],
        "invitation": invitation,
        "mail": mail_state(invitation) if invitation else "",
        "declined": not share and not invitation and was_declined(case),
    }


@require_POST
@once
def invitation_take_back(request: HttpRequest, key: str) -> HttpResponse:
    """The link in the mail stops working."""
    case = own_room(request, key)
    at = now()
    invitation = open_invitation(case, now=at)
    if invitation and take_back_invitation(invitation=invitation, by=request.user, now=at):
        messages.success(request, _("Taken back. The link in the mail does not work any more."))
    else:
        messages.info(request, _("That invitation is not open any more."))
    return redirect("coaching:coach", key=key)


@require_POST
@once
def share_end(request: HttpRequest, key: str, share: int) -> HttpResponse:
    """The coach sees nothing of this room from this moment on. Twice is the same as once."""
    case = own_room(request, key)
    shares = Share.objects.editable_by(request.user).filter(case=case).select_related("coach")
    found = get_object_or_404(shares, pk=share)
    stop_sharing(share=found, by=request.user)
    words = _("%(coach)s can’t see this room any more. You can still read your messages.")
    messages.success(request, words % {"coach": found.coach.display_name or _("Your coach")})
    return redirect("coaching:coach", key=key)
