"""One person on the team: what is known, what was agreed, and what the parent can write down."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.forms import MemberForm, TrainingForm, VersionedForm
from cases.forms.team import BELIEFS, training_kind
from cases.models import Ask, Case, Credential, Member, Training
from cases.person_fit import may_rest_on
from cases.presenters.member import AGREEMENTS, MemberPage, member_page
from cases.presenters.namesakes import namesakes
from cases.reader import Reading
from cases.services import agreements, letters, trainings
from cases.services import team as act
from cases.services.errors import Refused, StaleEdit
from cases.views.access import NOTHING_NEW, carried_out, home_today, home_zone, read_room, show, voice_for
from cases.views.member_edit import FIELDS, asks_who, edited, is_new, put_in_their_place, values_of
from cases.wording.trainings import what_counts
from roles.models import Question
from web.english import capital, number
from web.ids import id_of


def member_shown(
    request: HttpRequest, case: Case, member: Member, *, picked: Mapping[str, str] | None = None, **forms: Any
) -> HttpResponse:
    """The page. ``forms`` that could not be saved, and the agreements ``picked`` in one, take the place of
    what is saved."""
    reading = read_room(case)
    asks = (
        Ask.objects.visible_to(request.user).filter(case=case, member=member).select_related("member", "need")
    )
    voice, here = voice_for(request.user, case), home_zone(case)
    rows, today = member.trainings.select_related("capability"), home_today(case)
    page = member_page(member, reading, list(asks), rows, today=today, zone=here, voice=voice)
    context: dict[str, Any] = {
        "page": page if picked is None else _with(page, picked),
        "member": member,
        "facts": [*facts_of(member, voice.parent), *page.told_facts],
        "form": _form(member, reading),
        "training_form": TrainingForm(catalogue=reading.catalogue),
        "training_kinds": training_kind().choices,
        "ready": () if asks else _ready(page.person.slug),
        "agreements": AGREEMENTS,
        "agreed_form": VersionedForm(initial={"version": member.version}, auto_id=False),
        "agreed_now": None if picked is None else _agreed_words(page),
    }
    return show(request, "cases/member.html", case, **context | forms)


def _with(page: MemberPage, picked: Mapping[str, str]) -> MemberPage:
    needs = tuple(replace(line, agreed=picked.get(line.slug, line.agreed)) for line in page.needs)
    return replace(page, needs=needs)


def _agreed_words(page: MemberPage) -> list[tuple[str, str]]:
    return [(line.title, str(dict(AGREEMENTS)[line.agreed])) for line in page.needs]


def _ready(role: str) -> QuerySet[Question]:
    """Two questions to begin with: those for this role, else those for anyone."""
    for_role = Question.objects.filter(for_roles__slug=role)[:2] if role else Question.objects.none()
    return for_role if for_role else Question.objects.filter(for_anyone=True)[:2]


def _form(member: Member, reading: Reading, data: Any = None) -> MemberForm:
    alike = namesakes(member.pk, reading)
    return MemberForm(data, initial=values_of(member), member=member, namesakes=alike)


def facts_of(member: Member, parent: str = "") -> list[tuple[str, str]]:
    """What they said, what the parent believes, who is behind them: to be read. ``parent``: see the log."""
    supervisor = _supervisor(member)
    return [
        (_("They said"), member.said or _("Nothing yet")),
        (
            _("%(parent)s thinks this person is") % {"parent": parent}
            if parent
            else _("You think this person is"),
            str(dict(BELIEFS).get(member.believed, member.believed)) if member.believed else _("Not told"),
        ),
        (_("Works at"), member.agency or _("Not told")),
        (_("Supervisor"), supervisor),
    ]


def _supervisor(member: Member) -> str:
    if member.supervisor == Member.Supervisor.UNKNOWN and member.supervisor_name:
        return _("%(name)s has left. We don’t know who it is now.") % {"name": member.supervisor_name}
    return member.supervisor_name or member.get_supervisor_display()


def act_on(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    acts = {name: partial(done, request, case, member) for name, done in ACTS.items()}
    back = reverse("cases:member", args=[case.key, member.key])
    return carried_out(request, acts, back=back, as_sent=partial(_as_sent, request, case, member))


def _as_sent(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    """The page with what stands in the form that was sent, and nothing of it saved."""
    reading = read_room(case)
    forms: dict[str, Any] = {}
    if "said" in request.POST:
        forms["form"] = _form(member, reading, request.POST)
    if "training" in request.POST:
        forms["training_form"] = TrainingForm(request.POST, catalogue=reading.catalogue)
    return member_shown(request, case, member, picked=_picked(request) or None, **forms)


def _here(case: Case, member: Member) -> HttpResponse:
    return redirect("cases:member", case.key, member.key)


def _left(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    led = {row.need for row in read_room(case).coverage.rows if row.has_lead}
    act.member_left(member=member, by=request.user, on=home_today(case))
    opened = sum(row.need in led for row in read_room(case).coverage.empty)
    left = _("%(name)s left the team.") % {"name": member.name}
    chairs = ngettext("%(count)s chair is open again.", "%(count)s chairs are open again.", opened)
    messages.success(request, f"{left} {capital(chairs % {'count': number(opened)})}" if opened else left)
    return _here(case, member)


def _back(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    act.member_back(member=member, by=request.user)
    messages.success(request, _("%(name)s is in the room again.") % {"name": member.name})
    return _here(case, member)


def _looked_up(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    letters.verify_credential(credential=_credential(request, member), by=request.user, on=home_today(case))
    return _here(case, member)


def _not_looked_up(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    letters.unverify_credential(credential=_credential(request, member), by=request.user)
    messages.success(request, _("Undone. It counts as not looked up."))
    return _here(case, member)


def _resolved(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    role = request.POST.get("role", "")
    letters.resolve_credential(credential=_credential(request, member), by=request.user, role=role)
    return _here(case, member)


def _unresolved(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    letters.unresolve_credential(credential=_credential(request, member), by=request.user)
    messages.success(request, _("Undone. We don’t know yet which one it is."))
    return _here(case, member)


def _untrained(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    trainings.remove_training(training=_training(request, member), by=request.user)
    return _here(case, member)


def _certified(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    training, kind = _training(request, member), request.POST.get("kind", "")
    sure = "sure" in request.POST
    trainings.certify_training(training=training, by=request.user, kind=kind, sure=sure)
    messages.success(request, _what_counts(case, training))
    return _here(case, member)


def _not_certified(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    trainings.uncertify_training(training=_training(request, member), by=request.user)
    messages.success(request, _("Undone. It counts as not checked."))
    return _here(case, member)


def _what_counts(case: Case, training: Training) -> str:
    reading = read_room(case)
    here = reading.room.members
    everybody = (*here, *(gone.member for gone in reading.room.departed))
    member, fact = next((m, t) for m in everybody for t in m.trainings if t.id == training.pk)
    may_rest = member in here and may_rest_on(fact, member, reading.room, reading.catalogue)
    return what_counts(fact, may_rest=may_rest)


def _training(request: HttpRequest, member: Member) -> Training:
    rows = Training.objects.editable_by(request.user).select_related("member__case__owner")
    found = rows.filter(member=member, pk=id_of(request.POST.get("training_id", ""))).first()
    if found is None:  # taken away in another tab, or somebody else's: to this reader that is the same
        raise Refused(trainings.TRAINING_GONE)
    return found


def _credential(request: HttpRequest, member: Member) -> Credential:
    rows = (
        Credential.objects.editable_by(request.user)
        .filter(member=member)
        .select_related("member__case__owner")
    )
    found = rows.filter(pk=id_of(request.POST.get("credential", ""))).first()
    if found is None:
        raise Refused(letters.READ_OTHERWISE)
    return found


def _edit(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    form = _form(member, read_room(case), request.POST)
    if not form.is_valid() or asks_who(form, member):
        return member_shown(request, case, member, form=form)
    was = values_of(member)
    try:
        if is_new(form, member):
            return put_in_their_place(request, case, member, form)
        version = form.cleaned_data["version"]
        act.edit_member(member=member, by=request.user, version=version, **edited(form))
    except StaleEdit as stale:
        member.refresh_from_db()
        form.met_another(version=member.version, stale=stale)
        return member_shown(
            request, case, member, form=form, now_saved=[(_("Name"), member.name), *facts_of(member)]
        )
    _say_saved(request, anything=any(was[name] != getattr(member, name) for name in FIELDS))
    return redirect("cases:member", case.key, member.key)


def _say_saved(request: HttpRequest, *, anything: bool) -> None:
    """ "Saved." where something was."""
    if anything:
        messages.success(request, _("Saved."))
    else:
        messages.info(request, NOTHING_NEW)


def _trained(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    form = TrainingForm(request.POST, catalogue=read_room(case).catalogue)
    if not form.is_valid():
        return member_shown(request, case, member, training_form=form)
    said = form.cleaned_data
    try:
        training = trainings.add_training(
            member=member,
            by=request.user,
            capability=said["capability"],
            name=said["training"],
            standing=said["standing"],
            kind=said["kind"],
        )
    except Refused as refused:
        form.add_error("training", str(refused))
        return member_shown(request, case, member, training_form=form)
    messages.success(request, _what_counts(case, training))
    return redirect("cases:member", case.key, member.key)


def _picked(request: HttpRequest) -> dict[str, str]:
    """What was picked for each need."""
    return {name.removeprefix("need-"): request.POST[name] for name in request.POST if name[:5] == "need-"}


def _agreed(request: HttpRequest, case: Case, member: Member) -> HttpResponse:
    """All needs at once; what was agreed meanwhile is shown beside what was picked here."""
    form = VersionedForm(request.POST, auto_id=False)
    form.full_clean()
    picked = _picked(request)
    try:
        changed = agreements.set_agreements(
            member=member, by=request.user, version=form.cleaned_data["version"], kinds=picked
        )
    except StaleEdit as stale:
        form.met_another(version=member.version, stale=stale)
        return member_shown(request, case, member, picked=picked, agreed_form=form)
    _say_saved(request, anything=changed)
    return redirect("cases:member", case.key, member.key)


ACTS = {
    "edit": _edit,
    "training": _trained,
    "training-remove": _untrained,
    "training-certified": _certified,
    "training-not-certified": _not_certified,
    "agreements": _agreed,
    "resolve": _resolved,
    "unresolve": _unresolved,
    "looked-up": _looked_up,
    "not-looked-up": _not_looked_up,
    "left": _left,
    "back": _back,
}
