"""The coach's desk: the families who share their room, and why to look in."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coaching.families import families
from web.clock import now


def desk(request: HttpRequest) -> HttpResponse:
    """One row a family, whoever wrote first on top."""
    if not getattr(request.user, "is_coach", False):
        raise PermissionDenied
    return render(
        request, "coaching/desk.html", {"here": "desk", "families": families(request.user, now=now())}
    )
