"""The coach's desk: the families who share their room, and why to look in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cases.models import Case
from cases.permissions import NotAllowed
from coaching.triage import families
from web.clock import now


def desk(request: HttpRequest) -> HttpResponse:
    """One row a family, whoever wrote first on top."""
    if not getattr(request.user, "is_coach", False):
        raise NotAllowed("the desk is for coaches")
    context = {
        "here": "desk",
        "families": families(request.user, now=now()),
        "has_rooms": Case.objects.editable_by(request.user).filter(closed_at=None).exists(),
    }
    return render(request, "coaching/desk.html", context)
