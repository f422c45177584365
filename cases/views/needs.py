"""The needs of this room, and one of them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms import NeedsForm
from cases.models import Case
from cases.permissions import Section
from cases.presenters.grid import grid
from cases.presenters.needs import need_page, needs_picker
from cases.presenters.people import team_of
from cases.services.errors import StaleEdit
from cases.services.rooms import set_needs
from cases.views.access import read_room, room_for, room_of, sent, show, voice_for
from roles.models import Need
from web.idempotency import once


@once
@require_http_methods(["GET", "HEAD", "POST"])
def needs(request: HttpRequest, key: str) -> HttpResponse:
    """Change what is needed; see who covers it."""
    case = room_for(request, key, Section.NEEDS)
    reading = read_room(case)
    form = NeedsForm(sent(request), catalogue=reading.catalogue, initial={"version": case.version})
    now_saved = None
    if request.method == "POST" and form.is_valid():
        now_saved = saved_meanwhile(case, form, by=request.user)
        if now_saved is None:
            messages.success(request, _("Saved."))
            return redirect("cases:room", case.key)
    picked = set(request.POST.getlist("needs")) if request.method == "POST" else set(reading.room.needs)
    rows = grid(reading, team_of(reading), voice_for(request.user, case)).rows
    groups = needs_picker(Need.objects.all(), picked)
    return show(request, "cases/needs.html", case, form=form, groups=groups, rows=rows, now_saved=now_saved)


def saved_meanwhile(case: Case, form: NeedsForm, *, by: Any) -> list[tuple[str, str]] | None:
    """Save what was picked. When the needs have changed since the form was shown: what is saved now."""
    said = form.cleaned_data
    try:
        set_needs(case=case, by=by, needs=said["needs"], version=said["version"])
    except StaleEdit as stale:
        case.refresh_from_db()
        form.met_another(version=case.version, stale=stale)
        return [(_("Needs"), ", ".join(need.title for need in case.needs.all()) or _("None yet"))]
    return None


@require_safe
def need(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    """One need: five marks by person, which roles could lead it, whom to ask."""
    case = room_of(request, key)
    reading = read_room(case)
    page = need_page(slug, reading, team_of(reading), voice_for(request.user, case))
    if page is None:
        raise Http404
    return show(request, "cases/need.html", case, page=page)
