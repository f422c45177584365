"""The three steps of a new room. Every step saves; coming back goes on where one left."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.forms import ChildForm, NeedsForm
from cases.models import Case, Member
from cases.presenters.needs import needs_picker
from cases.presenters.people import team_of
from cases.reader import read
from cases.services.errors import Refused, StaleEdit
from cases.services.rooms import edit_child, finish_setup, start_room
from cases.services.team import remove_member
from cases.views.access import sent
from cases.views.adding import adding
from cases.views.child import child_values, child_words
from cases.views.needs import saved_meanwhile
from cases.views.rooms import own_rooms
from roles.models import Need
from roles.reader import current_catalogue
from web.clock import now
from web.idempotency import once

TWO_MINUTES = gettext_lazy("About two minutes left.")
LEFT = {1: gettext_lazy("About three minutes left."), 2: TWO_MINUTES, 3: TWO_MINUTES}
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def unfinished(request: HttpRequest) -> Case | None:
    """The room this person has begun and not finished."""
    return own_rooms(request).exclude(setup=Case.Setup.DONE).last()


def step(number: int, case: Case | None, **context: Any) -> dict[str, Any]:
    names = (_("Your child"), _("Needs"), _("The team"))
    steps = [
        (name, "done" if n < number else "now" if n == number else "") for n, name in enumerate(names, 1)
    ]
    return {"step": number, "left": LEFT[number], "steps": steps, "case": case, **context}


@once
@get_or_post
@sensitive_post_parameters()
def start_child(request: HttpRequest) -> HttpResponse:
    """Step 1: who is this for?"""
    case, catalogue = unfinished(request), current_catalogue()
    form = ChildForm(sent(request), catalogue=catalogue, initial=child_values(case) if case else None)
    now_saved: Any = None
    if request.method == "POST" and form.is_valid():
        try:
            return _child_saved(request, case, form)
        except StaleEdit as stale:
            assert case is not None
            case.refresh_from_db()
            form.met_another(version=case.version, stale=stale)
            now_saved = child_words(case)
    others = list(own_rooms(request).filter(setup=Case.Setup.DONE)[:2]) if case is None else []
    context = step(1, case, form=form, now_saved=now_saved, others=others)
    return render(request, "cases/start_child.html", context)


def _child_saved(request: HttpRequest, case: Case | None, form: ChildForm) -> HttpResponse:
    said = {name: form.cleaned_data[name] for name in ("nickname", "age_group", "state")}
    if case is None:
        start_room(by=request.user, **said)
        return redirect("cases:start_needs")
    edit_child(case=case, by=request.user, version=form.cleaned_data["version"], **said)
    return redirect("cases:start_needs")


@once
@get_or_post
def start_needs(request: HttpRequest) -> HttpResponse:
    """Step 2: what help is needed? None is fine too."""
    case, catalogue = unfinished(request), current_catalogue()
    if case is None:
        return redirect("cases:continue")
    form = NeedsForm(sent(request), catalogue=catalogue, initial={"version": case.version})
    now_saved = None
    if request.method == "POST" and form.is_valid():
        now_saved = saved_meanwhile(case, form, by=request.user)
        if now_saved is None:
            return redirect("cases:start_team")
    groups = needs_picker(Need.objects.all(), picked_needs(request, case))
    context = step(2, case, form=form, groups=groups, now_saved=now_saved)
    return render(request, "cases/start_needs.html", context)


def picked_needs(request: HttpRequest, case: Case) -> set[str]:
    if request.method == "POST":
        return set(request.POST.getlist("needs"))
    return set(case.case_needs.values_list("need__slug", flat=True))


@once
@get_or_post
@sensitive_post_parameters()
def start_team(request: HttpRequest) -> HttpResponse:
    """Step 3: who is helping?"""
    case = unfinished(request)
    if case is None:
        return redirect("cases:continue")
    if request.POST.get("do") == "done":
        finish_setup(case=case, by=request.user)
        return redirect("cases:room", case.key)
    if request.POST.get("do") == "remove":
        return _removed(request, case)
    reading = read(case, now=now())
    page = adding(request, case, reading)
    if page.added:
        return redirect("cases:start_team")
    if page.alone:
        return render(request, "cases/_read.html", {"case": case, **page.context})
    team = team_of(reading).values()
    return render(request, "cases/start_team.html", step(3, case, people=team, **page.context))


def _removed(request: HttpRequest, case: Case) -> HttpResponse:
    """Somebody was added by mistake."""
    team = Member.objects.editable_by(request.user).here().filter(case=case)
    member = get_object_or_404(team, key=request.POST.get("member", ""))
    try:
        remove_member(member=member, by=request.user)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("%(name)s is not in the room any more.") % {"name": member.name})
    return redirect("cases:start_team")
