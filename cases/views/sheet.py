"""A page to bring: questions with room to write, the chairs, and numbers to call."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.models import Ask, Flag
from cases.presenters.sheet import sheet_page
from cases.reconcile import flags_now
from cases.views.access import flag_rows, read_room, room_of, show, voice_for
from roles.models import CrisisLine
from web.clock import now


@require_safe
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    """Two sides of paper at most."""
    case = room_of(request, key)
    reading = read_room(case)
    asks = (
        Ask.objects.visible_to(request.user)
        .filter(case=case, state__in=Ask.BEGUN)
        .select_related("member", "need")
    )
    found = flags_now(case, reading, flag_rows(request.user, case), at=now())
    flags = [flag for flag in found if flag.state == Flag.State.OPEN]
    here = Q(jurisdiction="US") | Q(jurisdiction=case.jurisdiction_id)
    numbers = list(CrisisLine.objects.filter(here).exclude(key__in=NOT_IN_A_MEETING))
    near = [line for line in numbers if line.jurisdiction_id != "US"][:2]
    lines = [line for line in numbers if line.jurisdiction_id == "US"][:3] + near
    zone = timezone.get_current_timezone()
    first, voice = request.GET.get("q", ""), voice_for(request.user, case)
    page = sheet_page(reading, list(asks), flags, first=first, now=now(), zone=zone, voice=voice)
    return show(request, "cases/sheet.html", case, here="ask", page=page, lines=lines)


NOT_IN_A_MEETING = ("orcah", "childhelp")
"""Reporting lines: a page held in front of the team is no place for them. They stand on the help page."""
