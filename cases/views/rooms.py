"""From the door to the right place: a parent's rooms, and what is open in them."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import Ask, Case
from web.clock import now

SETUP_PAGES = {
    Case.Setup.CHILD: "cases:start_child",
    Case.Setup.NEEDS: "cases:start_needs",
    Case.Setup.TEAM: "cases:start_team",
}


def own_rooms(request: HttpRequest) -> QuerySet[Case]:
    """The rooms this person keeps, oldest first."""
    mine: QuerySet[Case] = Case.objects.editable_by(request.user).filter(closed_at=None)
    return mine.select_related("owner", "jurisdiction").order_by("pk")


@require_safe
def go_on(request: HttpRequest) -> HttpResponse:
    """To the only room, at the step where one left; else to the list of rooms, or to the first step."""
    mine = list(own_rooms(request)[:2])
    if not mine:
        shared = Case.objects.visible_to(request.user).exists()
        return redirect("coaching:desk" if shared else "cases:start_child")
    if len(mine) > 1:
        return redirect("cases:rooms")
    return redirect(*place_in(mine[0]))


def place_in(case: Case) -> tuple[Any, ...]:
    """Where somebody goes on in a room: the first open step, or the room itself."""
    if case.setup == Case.Setup.DONE:
        return ("cases:room", case.key)
    return (SETUP_PAGES[Case.Setup(case.setup)],)


@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """Every room of this parent, with how many questions wait there."""
    asks = Ask.objects.visible_to(request.user).to_answer()
    waiting = Count("asks", filter=Q(asks__in=asks.values("pk")))
    rows = [_row(case) for case in own_rooms(request).annotate(waiting=waiting)]
    if not rows:
        return redirect("cases:continue")
    begun = any(row["begun"] for row in rows)
    return render(request, "cases/rooms.html", {"rooms": rows, "begun": begun, "here": "room"})


def _row(case: Any) -> dict[str, Any]:
    return {
        "name": case.nickname,
        "address": resolve_url(*place_in(case)),
        "questions": resolve_url("cases:questions", case.key),
        "begun": case.setup != Case.Setup.DONE,
        "waiting": case.waiting,
    }


@require_safe
def open_items(request: HttpRequest) -> HttpResponse:
    """Where a reminder leads. Its address says nothing; the person who signs in finds what is open."""
    asks = Ask.objects.visible_to(request.user).to_answer().filter(case__owner=request.user)
    waiting = list(asks.select_related("case"))
    today = timezone.localdate(now())
    found = [ask for ask in waiting if ask.remind and ask.due_on and ask.due_on <= today] or waiting
    if len(found) == 1:
        return redirect("cases:question", found[0].case.key, found[0].key)
    keys = {ask.case.key for ask in found}
    return redirect("cases:questions", keys.pop()) if len(keys) == 1 else redirect("cases:continue")
