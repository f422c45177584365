"""What happened, in order, and a note to add to it."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.forms import NoteForm
from cases.models import Case, CaseEvent
from cases.permissions import Section
from cases.presenters.log import LogLine, log_line
from cases.services.rooms import write_note
from cases.views.access import room_for, sent, show, voice_for
from web.clock import now
from web.idempotency import once
from web.ids import id_of

PAGE = 50


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def log(request: HttpRequest, key: str) -> HttpResponse:
    """The log, newest first."""
    case = room_for(request, key, Section.NOTES)
    form = NoteForm(sent(request))
    if request.method == "POST" and form.is_valid():
        write_note(case=case, by=request.user, text=form.cleaned_data["text"])
        messages.success(request, _("Kept."))
        return redirect("cases:log", case.key)
    lines, older = _lines(case, request.user, request.GET.get("before", ""))
    return show(request, "cases/log.html", case, here="log", form=form, lines=lines, older=older)


def _lines(case: Case, user: Any, before: str) -> tuple[list[LogLine], int]:
    """A page of the log, and where the next one starts (0: nowhere)."""
    events = CaseEvent.objects.visible_to(user).filter(case=case)
    number = id_of(before)
    last = events.filter(pk=number).first() if number else None
    if last:
        events = events.filter(Q(at__lt=last.at) | Q(at=last.at, pk__lt=last.pk))
    found = list(events.select_related("ask_event", "flag_move")[: PAGE + 1])
    zone, at = timezone.get_current_timezone(), now()
    voice = voice_for(user, case)
    lines = [log_line(event, now=at, zone=zone, voice=voice) for event in found[:PAGE]]
    return lines, (found[PAGE - 1].pk if len(found) > PAGE else 0)
