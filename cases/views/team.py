"""The people of a room: all of them, a new one, and one of them in full."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Member
from cases.permissions import Section
from cases.presenters.people import team_of
from cases.presenters.standing import standing
from cases.views.access import own_room_of, read_room, room_for, room_of, show
from cases.views.adding import adding
from cases.views.member import act_on, member_shown
from web.idempotency import once


@require_safe
def team(request: HttpRequest, key: str) -> HttpResponse:
    """Everyone, past and present."""
    case = room_of(request, key)
    reading = read_room(case)
    here = team_of(reading)
    left = (
        Member.objects.visible_to(request.user).filter(case=case).exclude(left_on=None).order_by("-left_on")
    )
    rows = [(person, standing(person.id, reading).shown) for person in here.values()]
    return show(request, "cases/team.html", case, rows=rows, left=left)


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def member_add(request: HttpRequest, key: str) -> HttpResponse:
    """One more person, by signature or by title."""
    case = own_room_of(request, key, Section.TEAM)
    reading = read_room(case)
    page = adding(request, case, reading)
    if page.added:
        return redirect("cases:team", case.key)
    if page.alone:
        return render(request, "cases/_read.html", {"case": case, **page.context})
    team = team_of(reading).values()
    return show(request, "cases/member_add.html", case, people=team, **page.context)


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def member(request: HttpRequest, key: str, member_key: str) -> HttpResponse:
    """One person: letters explained, what they lead, what was asked."""
    case = room_for(request, key, Section.TEAM)
    found = get_object_or_404(
        Member.objects.visible_to(request.user).filter(case=case).select_related("case__owner"),
        key=member_key,
    )
    return act_on(request, case, found) if request.method == "POST" else member_shown(request, case, found)
