"""One flag in full, and its doors: ask this, it's sorted, not now, I see it differently."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.forms import DifferForm
from cases.mismatch import Rule
from cases.models import Ask, Case, Flag
from cases.permissions import Section
from cases.presenters.asking import addressee
from cases.presenters.became import look_again
from cases.presenters.flags import FlagCard, card, with_named
from cases.presenters.people import Person, team_of
from cases.presenters.questions import AskRow, ask_row, late_ask, waiting_row
from cases.reader import Reading
from cases.services.errors import Refused
from cases.services.flags import differ_on_flag, open_flag_again, put_off_flag, sort_flag, undo_flag
from cases.views.access import (
    carried_out,
    flag_now,
    flag_rows,
    home_today,
    home_zone,
    read_room,
    room_for,
    show,
    voice_for,
)
from cases.views.opened import opened_in, what_came
from cases.wording import Scene
from web.clock import now
from web.idempotency import once


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def flag(request: HttpRequest, key: str, flag_key: str) -> HttpResponse:
    """Why, what this person brings, the words, how we know, and the parent's own decision."""
    case = room_for(request, key, Section.FLAGS)
    if request.method == "POST":
        return _act(request, case, get_object_or_404(flag_rows(request.user, case), key=flag_key))
    return _page(request, case, flag_key, None)


def _act(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    acts = {name: partial(done, request, case, flag) for name, done in ACTS.items()}
    back, reason = reverse("cases:flag", args=[case.key, flag.key]), request.POST.get("reason", "")
    as_sent = partial(_page, request, case, flag.key, None, unsaved=reason)
    return carried_out(request, acts, back=back, as_sent=as_sent)


def _to_the_room(case: Case, flag: Flag) -> HttpResponse:
    """Back to the room, which says what was done and offers to undo it."""
    return redirect(f"{reverse('cases:room', args=[case.key])}?flag={flag.key}")


def _sorted(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    return _to_the_room(case, sort_flag(flag=flag, by=request.user))


def _not_now(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    return _to_the_room(case, put_off_flag(flag=flag, by=request.user))


def _differently(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    form = DifferForm(request.POST)
    if not form.is_valid():
        return _page(request, case, flag.key, form)
    try:
        differ_on_flag(flag=flag, by=request.user, reason=form.cleaned_data["reason"])
    except Refused as refused:
        messages.warning(request, str(refused))
        return _page(request, case, flag.key, form, unsaved=form.cleaned_data["reason"])
    return redirect("cases:flag", case.key, flag.key)


def _undo(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    undo_flag(flag=flag, by=request.user)
    if request.POST.get("back") == "room":
        messages.success(request, _("Undone. It is back on the list."))
        return redirect("cases:room", case.key)
    return redirect("cases:flag", case.key, flag.key)


def _open_again(request: HttpRequest, case: Case, flag: Flag) -> HttpResponse:
    open_flag_again(flag=flag, by=request.user)
    return redirect("cases:flag", case.key, flag.key)


ACTS = {
    "sorted": _sorted,
    "not-now": _not_now,
    "differ": _differently,
    "undo": _undo,
    "open": _open_again,
}
DECIDED = (Flag.State.SORTED, Flag.State.PUT_OFF, Flag.State.DIFFERENT)


def _page(
    request: HttpRequest, case: Case, flag_key: str, form: DifferForm | None, *, unsaved: str = ""
) -> HttpResponse:
    zone, reading, at = timezone.get_current_timezone(), read_room(case), now()
    flag = flag_now(request.user, case, reading, flag_key)
    team = team_of(reading)
    voice = voice_for(request.user, case)
    came = what_came([flag], opened_in(request.user, case, reading), reading, voice)
    since = look_again(flag, reading, led_to=came.get(flag.pk or 0, ""))
    read = card(flag, Scene.of(reading.room, reading.catalogue), voice, now=at, zone=zone, since=since)
    shown = with_named(_with_nudge(read, reading, team), reading, team)
    return show(
        request,
        "cases/flag.html",
        case,
        flag=shown,
        told_by=voice.parent,
        form=form or DifferForm(initial={"reason": _taken_back(flag)}),
        unsaved=unsaved,
        to=addressee(shown, reading, team),
        asks=_asks(request, case, flag_key, reading),
        about=team.get(flag.member_id) if flag.member_id else None,
        need=reading.catalogue.needs.get(shown.need),
        reopen=_reopening(flag),
    )


def _asks(request: HttpRequest, case: Case, flag_key: str, reading: Reading) -> list[AskRow]:
    """The questions that began with it."""
    asks = Ask.objects.visible_to(request.user).filter(case=case, flag__key=flag_key)
    today, zone, needs = home_today(case), home_zone(case), reading.room.needs
    rows = asks.select_related("member", "need")
    return [ask_row(ask, today=today, zone=zone, needs=needs) for ask in rows]


def _reopening(flag: Flag) -> str:
    """The act that makes a decided flag new again: 'undo' of one's last move, else 'open'; '' for no act."""
    if flag.state not in DECIDED:
        return ""
    return "undo" if _last_move(flag) == flag.state else "open"


def _taken_back(flag: Flag) -> str:
    """How the parent saw it before that was undone or opened again: their words are still theirs."""
    if flag.pk is None or flag.state == Flag.State.DIFFERENT:  # it has no row yet, or stands as they see it
        return ""
    seen = flag.moves.filter(became=Flag.State.DIFFERENT)
    return seen.values_list("reason", flat=True).first() or ""


def _with_nudge(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> FlagCard:
    """A flag about a late question leads to that question, not to a second one."""
    if flag.rule is not Rule.STILL_WAITING:
        return flag
    waiting = [waiting_row(a, team, today=reading.room.today) for a in reading.room.asks]
    return replace(flag, nudge=late_ask(waiting, need=flag.need, member=flag.member))


def _last_move(flag: Flag) -> str:
    """The state a person's last move led to, '' when there is none left to undo."""
    return flag.moves.filter(undone_at=None).exclude(by=None).values_list("became", flat=True).first() or ""
