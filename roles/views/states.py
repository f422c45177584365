"""What each state calls its helpers."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from roles.forms import StateForm
from roles.models import Board, Notice, StateTitle
from roles.presenters.notices import notices
from roles.presenters.states import choices, collisions, state_page
from roles.reader import current_catalogue
from roles.views.caching import cacheable_for_visitors


@login_not_required
@require_safe
@cacheable_for_visitors
def state_list(request: HttpRequest) -> HttpResponse:
    """Every state; ``?state=TX`` (the form without JavaScript) leads straight to one."""
    catalogue = current_catalogue()
    form = StateForm(request.GET, catalogue=catalogue)
    if form.is_valid() and form.cleaned_data["state"]:
        return redirect("roles:state_detail", code=form.cleaned_data["state"].lower())
    limits = Notice.objects.filter(kind=Notice.Kind.DISCLAIMER)
    return render(
        request,
        "roles/states.html",
        {
            "states": choices(catalogue),
            "collisions": collisions(catalogue),
            "limits": notices(limits.prefetch_related("sources"), catalogue.checked_on),
        },
    )


@login_not_required
@require_safe
@cacheable_for_visitors
def state_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One state: titles, boards, easy mix-ups."""
    catalogue, code = current_catalogue(), code.upper()
    if code not in catalogue.states or code == "US":
        raise Http404("No such state")
    page = state_page(
        catalogue,
        code,
        titles=StateTitle.objects.filter(jurisdiction=code).prefetch_related("sources"),
        boards=Board.objects.filter(jurisdiction=code).prefetch_related("sources"),
    )
    return render(request, "roles/state.html", {"page": page})
