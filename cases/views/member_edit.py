"""Changing what is known about a person, and noticing where the form has become about somebody else."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from cases.forms import MemberForm
from cases.forms.team import NEW
from cases.models import Case, Member
from cases.same_person import Called, may_be_somebody_else
from cases.services import team as act
from cases.services.locking import hold, must_be_as_shown
from cases.views.access import home_today
from roles.decode import decode
from roles.reader import current_catalogue
from web.english import filled

SUPERVISOR = ("supervisor", "supervisor_name")
FIELDS = ("name", "said", "believed", "agency", *SUPERVISOR, "supervisor_who")


def values_of(member: Member) -> dict[str, Any]:
    return {name: getattr(member, name) for name in (*FIELDS, "version")}


def edited(form: MemberForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in FIELDS}


def asks_who(form: MemberForm, member: Member) -> bool:
    """Is it worth asking whose name this is, and has the parent not told yet? The form asks then."""
    if form.cleaned_data["who"] or not _may_be_new(member, edited(form)):
        return False
    form.ask_who(was=member.name)
    return True


def _may_be_new(member: Member, said: dict[str, Any]) -> bool:
    letters = frozenset(text.casefold() for text in member.credentials.values_list("text", flat=True))
    now = letters
    if said["said"] != member.said:
        read = decode(said["said"], current_catalogue(), member.case.state)
        now = frozenset(one.text.casefold() for one in read.credentials)
    return may_be_somebody_else(Called(member.name, letters), Called(said["name"], now))


def is_new(form: MemberForm, member: Member) -> bool:
    """Somebody else by this name. With the name as it was, it is the same person whatever was picked."""
    return form.cleaned_data["who"] == NEW and form.cleaned_data["name"] != member.name


def put_in_their_place(request: HttpRequest, case: Case, member: Member, form: MemberForm) -> HttpResponse:
    """What the form still says of the first goes to nobody: only what was written anew is the new one's."""
    said, was = edited(form), values_of(member)
    plain = [name for name in FIELDS if name not in SUPERVISOR]
    told = {name: said[name] if said[name] != was[name] else "" for name in plain}
    if any(said[name] != was[name] for name in SUPERVISOR):
        told |= {name: said[name] for name in SUPERVISOR}
    new = _one_for_another(request, case, member, told, version=form.cleaned_data["version"])
    done = _("%(was)s left the team. %(name)s is in the room.")
    messages.success(request, filled(done, {"was": was["name"], "name": new.name}))
    return redirect("cases:member", case.key, new.key)


@transaction.atomic
def _one_for_another(
    request: HttpRequest, case: Case, member: Member, told: dict[str, Any], *, version: int
) -> Member:
    """The first leaves and the new one comes, or neither."""
    hold(member)
    must_be_as_shown(member, version)
    act.member_left(member=member, by=request.user, on=home_today(case))
    new = act.add_member(case=case, by=request.user, name=told["name"], said=told["said"])
    return act.edit_member(member=new, by=request.user, version=None, **told)
