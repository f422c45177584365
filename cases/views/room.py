"""The room itself, and who the child is."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms import ChildForm
from cases.hooks import beside_the_room
from cases.models import Ask, Case, CaseEvent, Flag
from cases.permissions import Section
from cases.presenters.child import about_child
from cases.presenters.just_done import just_done
from cases.presenters.opened import Opened
from cases.presenters.room import LOG_LINES, RoomPage, room_page
from cases.reader import Reading
from cases.reconcile import flags_now
from cases.services.errors import StaleEdit
from cases.services.rooms import edit_child
from cases.views.access import flag_rows, own_room_of, read_room, room_of, sent, show, voice_for
from cases.views.child import child_values, child_words
from cases.views.opened import opened_in, what_came
from cases.views.undo_targets import done_ask, done_flag
from cases.wording import Voice
from roles.reader import current_catalogue
from web.clock import now
from web.idempotency import once


@require_safe
def room(request: HttpRequest, key: str) -> HttpResponse:
    """Who covers what, and the one next step."""
    case = room_of(request, key, beside=True)
    reading = read_room(case)
    voice = voice_for(request.user, case)
    flags = _flags(case, request.user, reading)
    opened = opened_in(request.user, case, reading, flags)
    done = just_done(done_flag(request, case), done_ask(request, case), reading, voice, opened)
    # After an act htmx asks again for all that may have changed with it, and the news about it.
    template = "cases/_room_part.html" if request.headers.get("HX-Target") == "room" else "cases/room.html"
    return show(
        request,
        template,
        case,
        page=_page(request, case, reading, flags, voice, opened),
        done=done,
        about_child=about_child(case),
        side=beside_the_room(request.user, case),
        several=getattr(case, "has_others", False),
    )


FOLDED = {"later": "cases/_later.html", "quiet": "cases/_quiet.html"}
"""What the room folds away, by the part of it that htmx asks for."""


@require_safe
def asks(request: HttpRequest, key: str) -> HttpResponse:
    """Everything worth asking about, and what is not open now: what the room folds away stands open here."""
    case = room_of(request, key)
    reading = read_room(case)
    voice = voice_for(request.user, case)
    flags = _flags(case, request.user, reading)
    page = _page(request, case, reading, flags, voice, opened_in(request.user, case, reading, flags))
    template = FOLDED.get(request.headers.get("HX-Target", ""), "cases/asks.html")
    return show(request, template, case, page=page)


def _page(
    request: HttpRequest,
    case: Case,
    reading: Reading,
    flags: list[Flag],
    voice: Voice,
    opened: Opened,
) -> RoomPage:
    led_to = what_came(flags, opened, reading, voice)
    seen = CaseEvent.objects.visible_to(request.user).filter(case=case)
    events = list(seen.select_related("ask_event", "flag_move")[:LOG_LINES])
    zone = timezone.get_current_timezone()
    return room_page(reading, flags, events, now=now(), zone=zone, voice=voice, led_to=led_to)


def _flags(case: Case, user: Any, reading: Reading) -> list[Flag]:
    """Flags worth showing: those that settled by themselves before anybody asked were never news."""
    asked = Exists(Ask.objects.visible_to(user).filter(flag=OuterRef("pk")))
    rows = flag_rows(user, case).annotate(was_asked=asked)
    flags = flags_now(case, reading, rows, at=now())
    return [flag for flag in flags if flag.state != Flag.State.SETTLED or getattr(flag, "was_asked", False)]


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def child(request: HttpRequest, key: str) -> HttpResponse:
    """Nickname, age group and state."""
    case = own_room_of(request, key, Section.CHILD)
    form = ChildForm(sent(request), catalogue=current_catalogue(), initial=child_values(case))
    now_saved: Any = None
    if request.method == "POST" and form.is_valid():
        try:
            return _save(request, case, form)
        except StaleEdit as stale:
            case.refresh_from_db()
            form.met_another(version=case.version, stale=stale)
            now_saved = child_words(case)
    return show(request, "cases/child.html", case, form=form, now_saved=now_saved)


def _save(request: HttpRequest, case: Case, form: ChildForm) -> HttpResponse:
    said = {name: form.cleaned_data[name] for name in ("nickname", "age_group", "state")}
    edit_child(case=case, by=request.user, version=form.cleaned_data["version"], **said)
    messages.success(request, _("Saved."))
    return redirect("cases:room", case.key)
