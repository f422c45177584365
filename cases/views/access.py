"""Fetching is authorizing: how a view gets a room, what a reader sees of it, and how an act is refused."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from audit.services import record_read
from cases.models import Ask, Case, Flag
from cases.models.flags import FlagQuerySet
from cases.permissions import Act, Rights, Section, can_edit
from cases.reader import Reading, home_day, is_current, read
from cases.reconcile import flags_now
from cases.services.errors import Refused
from cases.services.recheck import recheck
from cases.wording import Voice
from roles.reader import current_catalogue
from web.clock import now

NOTHING_NEW = gettext_lazy("Nothing is new here, so nothing was saved.")
Doing = Callable[[], HttpResponse]


def room_of(request: HttpRequest, key: str, *, beside: bool = False) -> Case:
    """The room, if this person may look into it; else it does not exist for them.

    That somebody else than its owner looked goes on record. ``beside``: it knows if this person keeps another
    one (``has_others``).
    """
    case = _visible(request, key, beside=beside)
    if not case.is_of(request.user):
        record_read(by=request.user, on=case, case_id=case.pk)
    return case


def _visible(request: HttpRequest, key: str, *, beside: bool = False) -> Case:
    rows = Case.objects.visible_to(request.user).select_related("owner", "jurisdiction")
    return get_object_or_404(rows.with_others(request.user) if beside else rows, key=key)


def own_room_of(request: HttpRequest, key: str, section: Section) -> Case:
    """The room, if this person may change the section: 404 for outsiders, 403 for those who only look in."""
    case = _visible(request, key)
    Rights(request.user, case).must(Act.WRITE, section)
    if request.method == "POST":
        _bring_up_to_date(case)
    return case


def _bring_up_to_date(case: Case) -> None:
    """An act works on rows, so it finds them as the page before it showed them."""
    if not is_current(case, number=current_catalogue().number, today=home_today(case)):
        recheck(case=case, first=True)


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
    return home_day(case, now())


def told_by(reader: Any, case: Case) -> str:
    """The parent's name for other readers: "Renee asked", where the parent reads "You asked"."""
    return "" if case.is_of(reader) else case.parent_name


def voice_for(reader: Any, case: Case) -> Voice:
    """In which voice a page of this room speaks to this reader."""
    return Voice(parent=told_by(reader, case), language=reader.language)


def read_room(case: Case) -> Reading:
    """The room as it is now. Where its rows are behind, what they would say is worked out, never written."""
    return read(case, now=now())


def flag_rows(user: Any, case: Case) -> FlagQuerySet:
    return Flag.objects.visible_to(user).filter(case=case).select_related("need", "case")


def flag_now(user: Any, case: Case, reading: Reading, key: str) -> Flag:
    """One flag by its key, also what the rules find and no row keeps yet: it has the key it will have."""
    rows = flag_rows(user, case)
    if _rests_on(case, reading):
        return get_object_or_404(rows, key=key)
    found = [flag for flag in flags_now(case, reading, rows, at=now()) if flag.key == key]
    if not found:
        raise Http404
    return found[0]


def with_flag_now(ask: Ask, user: Any, case: Case, reading: Reading) -> Ask:
    """A question beside the flag it is about, as that is by now."""
    if ask.flag and not _rests_on(case, reading):
        ask.flag = flag_now(user, case, reading, ask.flag.key)
    return ask


def _rests_on(case: Case, reading: Reading) -> bool:
    return is_current(case, number=reading.catalogue.number, today=reading.room.today)


def show(
    request: HttpRequest, template: str, case: Case, *, here: str = "room", status: int = 200, **context: Any
) -> HttpResponse:
    """A page of this room. ``can_edit`` says whether forms are shown at all; ``child`` is the nickname."""
    may = can_edit(request.user, case)
    base = {"room": case, "case": case, "child": case.nickname, "here": here, "can_edit": may}
    return render(request, template, {**base, **context}, status=status)


def ask_what_to_do(request: HttpRequest) -> None:
    """A form came without one of its buttons: nothing is written, and no act is taken for another."""
    messages.warning(request, _("We did not catch what to do. Nothing has changed. Try once more."))


def carried_out(
    request: HttpRequest, acts: Mapping[str, Doing], *, back: str, as_sent: Doing
) -> HttpResponse:
    """Run the act the form names in ``do``. A kind refusal is said on the page it came from.

    ``as_sent``: the page with what was written in the form, where it names no act we know.
    """
    act = acts.get(request.POST.get("do", ""))
    if act is None:
        ask_what_to_do(request)
        return as_sent()
    try:
        return act()
    except Refused as refused:
        messages.warning(request, str(refused))
        return redirect(back)
