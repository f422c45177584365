"""Adding a person, the same in the first evening and later: paste, read what it means, add."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cases.forms import AddByTitleForm, AddMemberForm
from cases.models import Ask, Case
from cases.presenters.preview import Preview, preview
from cases.reader import Reading
from cases.services.team import add_member
from cases.views.access import ask_what_to_do, sent
from cases.wording.names import names_in, short_names
from roles.decode import decode
from web.english import filled


@dataclass(frozen=True, slots=True)
class Adding:
    """``added`` is the name of the person just added, '' when the form is shown (again)."""

    added: str = ""
    alone: bool = False
    context: dict[str, Any] = field(default_factory=dict)


def adding(request: HttpRequest, case: Case, reading: Reading) -> Adding:
    """One GET or POST of the form. ``alone``: htmx asked for what we read and nothing around it."""
    if request.GET.get("by") == "title":
        return _by_title(request, case, reading)
    named = _named(request, case)
    return _begun(named, reading) if named else _by_signature(request, case, reading)


def _by_signature(request: HttpRequest, case: Case, reading: Reading) -> Adding:
    form: forms.Form = AddMemberForm(sent(request))
    reading_only = request.method == "POST" and request.POST.get("do") == "read"
    twin: Twin | None = None
    if not reading_only and _is_to_add(request) and form.is_valid():
        said = form.cleaned_data["text"]
        twin = _twin(request, form, reading, said=said)
        if twin is None:
            return _add(request, case, form, said=said)
    read: Preview | None = None
    if request.method == "POST":
        form, read = _read(form, reading) if reading_only else (form, _preview(form, reading))
    alone = reading_only and request.headers.get("HX-Request") == "true"
    return Adding(alone=alone, context={"form": form, "read": read, "by_title": False, "twin": twin})


def _is_to_add(request: HttpRequest) -> bool:
    """Did one of the buttons say so? Without any, it is asked what to do."""
    found = request.method == "POST" and request.POST.get("do") in ("add", "add-too")
    if request.method == "POST" and not found:
        ask_what_to_do(request)
    return found


def _named(request: HttpRequest, case: Case) -> str:
    """Whom an answer named, by the key of the question: no name stands in an address."""
    key = request.GET.get("named", "") if request.method == "GET" else ""
    asks = Ask.objects.visible_to(request.user).filter(case=case, key=key)
    return asks.values_list("named", flat=True).first() or "" if key else ""


def _begun(named: str, reading: Reading) -> Adding:
    """The form as if somebody had pasted this; what cannot be read stands in it all the same."""
    form, read = _read(AddMemberForm({"text": named}), reading)
    if read is None:
        form = AddMemberForm(initial={"text": named})
    return Adding(context={"form": form, "read": read, "by_title": False, "twin": None})


def _preview(form: forms.Form, reading: Reading) -> Preview | None:
    """What we read, if the text can be read at all; checking the form is what fills ``cleaned_data``."""
    form.is_valid()
    text = form.cleaned_data.get("text", "")
    return preview(text, reading, whole=form.data.get("text", "")) if text else None


def _read(form: forms.Form, reading: Reading) -> tuple[forms.Form, Preview | None]:
    """Only reading: a name that is not there yet is filled in and never complained about."""
    read = _preview(form, reading)
    if read is None:
        form.errors.pop("name", None)
        return form, None
    kept = {name: form.data.get(name, "") for name in ("text", "name", "believed")}
    return AddMemberForm(initial={**kept, "name": kept["name"] or read.name}), read


def _by_title(request: HttpRequest, case: Case, reading: Reading) -> Adding:
    form = AddByTitleForm(sent(request), catalogue=reading.catalogue)
    twin: Twin | None = None
    if _is_to_add(request) and form.is_valid():
        twin = _twin(request, form, reading, said=form.said, role=form.role)
        if twin is None:
            return _add(request, case, form, said=form.said, role=form.role)
    return Adding(context={"form": form, "by_title": True, "twin": twin})


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody here of the same name and letters. ``sent`` is what the form said, to send it once more."""

    called: str
    sent: tuple[tuple[str, str], ...]


def _twin(
    request: HttpRequest, form: forms.Form, reading: Reading, *, said: str, role: str = ""
) -> Twin | None:
    """None too when the parent has told us that this is someone else."""
    if request.POST.get("do") == "add-too":
        return None
    name, letters = form.cleaned_data["name"], _letters(reading, said, role)
    for member in reading.room.members:
        same_letters = {c.text.casefold() for c in member.credentials} == letters
        if member.name.casefold() == name.casefold() and same_letters:
            sent = tuple((field, form.data.get(field, "")) for field in form.fields)
            return Twin(names_in(reading.room)[member.id], sent)
    return None


def _letters(reading: Reading, said: str, role: str) -> set[str]:
    picked = reading.catalogue.roles.get(role)
    if picked:
        return {picked.letters.casefold()}
    return {c.text.casefold() for c in decode(said, reading.catalogue, reading.room.state).credentials}


def _add(request: HttpRequest, case: Case, form: forms.Form, *, said: str, role: str = "") -> Adding:
    name, believed = form.cleaned_data["name"], form.cleaned_data["believed"]
    others = list(case.members.here().values_list("name", flat=True))
    add_member(case=case, by=request.user, name=name, said=said, role=role, believed=believed)
    first = short_names([name])[0]
    messages.success(request, _("%(name)s is in the room.") % {"name": first})
    if first.casefold() in (other.casefold() for other in short_names_alone(others)):
        twice = _("You have two people called %(name)s. You can add a letter to the name.")
        messages.warning(request, filled(twice, {"name": first}))
    return Adding(added=name)


def short_names_alone(names: list[str]) -> list[str]:
    """Each name as it would be if nobody else were there."""
    return [short_names([name])[0] for name in names]
