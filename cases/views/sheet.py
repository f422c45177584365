"""A page to bring: questions with room to write, the chairs, and numbers to call."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import Ask, Flag
from cases.presenters.sheet import sheet_page
from cases.views.access import read_room, room_of, show
from roles.models import CrisisLine
from web.clock import now


@require_safe
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    """Two sides of paper at most."""
    case = room_of(request, key)
    reading = read_room(case)
    asks = (
        Ask.objects.visible_to(request.user).filter(case=case, state__in=Ask.BEGUN).select_related("member")
    )
    flags = (
        Flag.objects.visible_to(request.user).filter(case=case, state=Flag.State.OPEN).select_related("need")
    )
    here = Q(jurisdiction="US") | Q(jurisdiction=case.jurisdiction_id)
    found = list(CrisisLine.objects.filter(here).exclude(key__in=NOT_IN_A_MEETING))
    near = [line for line in found if line.jurisdiction_id != "US"][:2]
    lines = [line for line in found if line.jurisdiction_id == "US"][:3] + near
    zone = timezone.get_current_timezone()
    page = sheet_page(reading, list(asks), list(flags), first=request.GET.get("q", ""), now=now(), zone=zone)
    return show(request, "cases/sheet.html", case, here="ask", page=page, lines=lines)


NOT_IN_A_MEETING = ("orcah", "childhelp")
"""Reporting lines: a page held in front of the team is no place for them. They stand on the help page."""
