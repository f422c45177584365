"""The coach's side of an invitation: read what it means, say yes."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from accounts.models import Invitation
from cases.services.errors import Refused
from coaching.forms import AcceptForm
from coaching.models import Thread
from coaching.permissions import LinkState, link_state
from coaching.promise import what_a_coach_sees
from coaching.services.invitations import accept_invitation, decline_invitation
from web.clock import now
from web.idempotency import once

OPEN = (LinkState.READY, LinkState.SIGN_IN, LinkState.UNPROVEN)


def by_token(token: str) -> Invitation:
    """The invitation to a room this link stands for. 256 random bits: nobody finds one by trying."""
    rows = Invitation.objects.with_token(token).filter(coach_invitation__isnull=False)
    found = rows.select_related("coach_invitation__case").first()
    if found is None:
        raise Http404
    return found


@login_not_required
@cache_control(private=True, no_store=True)
@require_GET
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What someone who got the mail sees, signed in or not. Says nothing about the family."""
    found = by_token(token)
    return _page(request, found, token=token, form=AcceptForm(initial={"called": _called(request)}))


@require_POST
@login_not_required
def invitation_decline(request: HttpRequest, token: str) -> HttpResponse:
    """No. It takes no account to say so; whoever is signed in says it for their own address only."""
    found = by_token(token)
    at = now()
    state = link_state(found, request.user, now=at)
    if state not in OPEN or not decline_invitation(invitation=found, by=request.user, now=at):
        found.refresh_from_db()
        return _page(request, found, token=token, form=AcceptForm())
    return render(request, "coaching/invitation_closed.html", {"state": "declined", "here": "coach"})


def _called(request: HttpRequest) -> str:
    return getattr(request.user, "display_name", "")


def _page(request: HttpRequest, found: Invitation, *, token: str, form: AcceptForm) -> HttpResponse:
    state = link_state(found, request.user, now=now())
    if state is LinkState.MINE:
        return _to_thread(request, found)
    context = {"state": state.value, "token": token, "path": request.path, "form": form, "here": "coach"}
    if state in OPEN:
        sees = what_a_coach_sees(_("the parent"))
        return render(request, "coaching/invitation.html", {**context, "sees": sees})
    answer = render(request, "coaching/invitation_closed.html", context, status=404)
    answer._has_been_logged = True  # type: ignore[attr-defined]  # the log would keep the address, token and all
    return answer


def _to_thread(request: HttpRequest, found: Invitation) -> HttpResponse:
    case = found.coach_invitation.case
    thread = Thread.objects.visible_to(request.user).filter(case=case).first()
    return redirect("coaching:thread", key=thread.key) if thread else redirect("coaching:desk")


@once
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Yes. A sign-in on the way ends up here without a form: show the page again."""
    if request.method != "POST":
        return redirect("coaching:invitation", token=token)
    found = by_token(token)
    form = AcceptForm(request.POST)
    state = link_state(found, request.user, now=now())
    if state is not LinkState.READY or not form.is_valid():
        return _page(request, found, token=token, form=form)
    try:
        thread = accept_invitation(
            invitation=found, by=request.user, now=now(), called=form.cleaned_data["called"]
        )
    except Refused:
        found.refresh_from_db()
        return _page(request, found, token=token, form=form)
    return redirect("coaching:thread", key=thread.key)
