"""Fetching is authorizing: how a view gets a room, what a reader sees of it, and how an act is refused."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from audit.services import record_read
from cases.models import Case
from cases.permissions import Act, Rights, Section, can_edit
from cases.reader import Reading, read
from cases.services.errors import Refused
from cases.services.recheck import recheck
from cases.wording import Voice
from web.clock import now

Doing = Callable[[], HttpResponse]


def room_of(request: HttpRequest, key: str) -> Case:
    """The room, if this person may look into it; else it does not exist for them.

    That somebody else than its owner looked goes on record.
    """
    case = _visible(request, key)
    if not case.is_of(request.user):
        record_read(by=request.user, on=case, case_id=case.pk)
    return case


def _visible(request: HttpRequest, key: str) -> Case:
    return get_object_or_404(
        Case.objects.visible_to(request.user).select_related("owner", "jurisdiction"), key=key
    )


def own_room_of(request: HttpRequest, key: str, section: Section) -> Case:
    """The room, if this person may change the section: 404 for outsiders, 403 for those who only look in."""
    case = _visible(request, key)
    Rights(request.user, case).must(Act.WRITE, section)
    return case


def room_for(request: HttpRequest, key: str, section: Section) -> Case:
    """The room for reading on GET, for changing on anything else."""
    return room_of(request, key) if request.method in ("GET", "HEAD") else own_room_of(request, key, section)


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, also when nothing in it was filled in; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def home_zone(case: Case) -> ZoneInfo:
    """The family's clock: what is late, and since when, is the same for everybody who looks in."""
    return ZoneInfo(case.owner.time_zone)


def home_today(case: Case) -> date:
    return now().astimezone(home_zone(case)).date()


def told_by(reader: Any, case: Case) -> str:
    """The parent's name for other readers: "Renee asked", where the parent reads "You asked"."""
    return "" if case.is_of(reader) else case.parent_name


def voice_for(reader: Any, case: Case) -> Voice:
    """In which voice a page of this room speaks to this reader."""
    return Voice(parent=told_by(reader, case), language=reader.language)


def read_room(case: Case) -> Reading:
    """The room as it is now; flags are rechecked first when the catalogue, or the day, has moved on."""
    at = now()
    reading = read(case, now=at)
    made_from = (case.evaluated_version, case.evaluated_on)
    stale = made_from != (reading.catalogue.number, reading.room.today)
    return recheck(case=case, now=at, first=True) if stale else reading


def show(
    request: HttpRequest, template: str, case: Case, *, here: str = "room", status: int = 200, **context: Any
) -> HttpResponse:
    """A page of this room. ``can_edit`` says whether forms are shown at all."""
    base = {"room": case, "case": case, "here": here, "can_edit": can_edit(request.user, case)}
    return render(request, template, {**base, **context}, status=status)


def carried_out(request: HttpRequest, acts: Mapping[str, Doing], *, back: str) -> HttpResponse:
    """Run the act the form names in ``do``. A kind refusal is said on the page it came from."""
    act = acts.get(request.POST.get("do", ""))
    if act is None:
        messages.warning(request, "We did not catch what to do. Nothing has changed. Try once more.")
        return redirect(back)
    try:
        return act()
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect(back)
