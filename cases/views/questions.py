"""Questions: ready, waiting, answered; and one of them from the first words to the answer."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms import AnswerForm, DayForm
from cases.forms.left_over import NO_PLACE, all_of
from cases.forms.told import Asking
from cases.models import Ask, Case
from cases.notices import leaves_at
from cases.permissions import Act, Rights, Section
from cases.presenters.left import left_by_undo, letters_left, nobody_waits
from cases.presenters.namesakes import namesakes
from cases.presenters.people import team_of
from cases.presenters.question import QuestionPage, about_in, offer_of, question_page, taken_back
from cases.presenters.words import day
from cases.reader import Reading
from cases.services.asks import (
    ON_ITS_WAY,
    acknowledge_ask,
    answer_ask,
    decline_ask,
    nudge_ask,
    promise_ask,
    reopen_ask,
    snooze_ask,
    unclear_ask,
    unsend_ask,
    withdraw_ask,
)
from cases.services.errors import NOT_WAITING, Refused, StaleEdit
from cases.services.locking import GONE
from cases.views.access import (
    Doing,
    carried_out,
    home_today,
    home_zone,
    own_room_of,
    read_room,
    room_for,
    room_of,
    show,
    with_flag_now,
)
from cases.views.compose import Draft, asking
from cases.views.prefill import kept, start_of
from cases.views.question_list import all_questions, asks_of
from cases.wording.messages import TONES
from web.clock import now
from web.idempotency import once
from web.ids import id_of

MOVED_ON = gettext_lazy("This question has moved on meanwhile. Look at it once more.")


@require_safe
def questions(request: HttpRequest, key: str) -> HttpResponse:
    """All questions by state: waiting (oldest first), ready, answered."""
    return all_questions(request, room_of(request, key))


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def question_new(request: HttpRequest, key: str) -> HttpResponse:
    """Make it yours and send it your way."""
    case = own_room_of(request, key, Section.DRAFTS)
    reading = read_room(case)
    team = team_of(reading)
    return asking(Draft(request, case, reading, team, start_of(request, case, reading, team)))


@once
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def question(request: HttpRequest, key: str, ask_key: str) -> HttpResponse:
    """Wait, ask again kindly, write down the answer."""
    case = room_for(request, key, Section.QUESTIONS)
    ask = asks_of(case, request.user).filter(key=ask_key).first()
    if ask is None:
        return _removed(request, case)
    if ask.state == Ask.State.DRAFT and Rights(request.user, case).may(Act.WRITE, Section.DRAFTS):
        return _draft(request, case, ask)
    if request.method == "POST":
        back, text = reverse("cases:question", args=[key, ask_key]), request.POST.get("text")
        as_sent = partial(_page, request, case, ask, unsaved=text or all_of(request.POST))
        return carried_out(request, _acts(request, case, ask), back=back, as_sent=as_sent)
    return _page(request, case, ask)


def _draft(request: HttpRequest, case: Case, ask: Ask) -> HttpResponse:
    """Make it yours and send it; another tab may be faster by a moment."""
    reading = read_room(case)
    team = team_of(reading)
    ask = with_flag_now(ask, request.user, case, reading)
    try:
        return asking(Draft(request, case, reading, team, kept(ask, reading, team), ask=ask))
    except Refused:
        found = asks_of(case, request.user).filter(pk=ask.pk).first()
        return _too_late(request, case, found) if found else _removed(request, case)


def _removed(request: HttpRequest, case: Case) -> HttpResponse:
    """There is no such question. One that was removed from another tab leaves the words of this one."""
    if request.method != "POST":
        raise Http404
    if _only_the_words(request):
        return HttpResponse(status=204)
    messages.warning(request, GONE)
    return all_questions(request, case, unsaved=request.POST.get("text") or all_of(request.POST))


def _only_the_words(request: HttpRequest) -> bool:
    """Asked for a part of a page that is out of date: it stays as it is, with what was written in it."""
    return request.headers.get("HX-Target") == "words-part"


#: What one tap does: the service, and what the page says then.
TAPS: dict[str, tuple[Callable[..., Ask], Any]] = {
    "nudged": (nudge_ask, gettext_lazy("Written down: you asked again.")),
    "got-it": (
        acknowledge_ask,
        gettext_lazy("Written down. “We got it” is not an answer yet, so we keep waiting with you."),
    ),
    "remove": (withdraw_ask, gettext_lazy("This question is put to rest. We won’t remind you.")),
    "undo": (reopen_ask, gettext_lazy("Undone. The question is waiting again.")),
    "unsend": (unsend_ask, gettext_lazy("Undone. The question is kept, ready to send.")),
}


def _acts(request: HttpRequest, case: Case, ask: Ask) -> dict[str, Doing]:
    return {
        "answer": partial(_answer, request, case, ask),
        "promised": partial(_on_a_day, request, case, ask, promised=True),
        "later": partial(_on_a_day, request, case, ask, promised=False),
        **{name: partial(_tap, request, case, ask, name) for name in TAPS},
        **{name: partial(_too_late, request, case, ask) for name in ON_A_DRAFT},
    }


#: What can be done with a question that is not sent yet.
ON_A_DRAFT = ("sent", "save", "print", "greet", *(f"tone-{tone}" for tone in TONES))


def _too_late(request: HttpRequest, case: Case, ask: Ask) -> HttpResponse:
    """It was sent from another tab: the words written in this one are not saved, and not thrown away."""
    if _only_the_words(request):
        return HttpResponse(status=204)
    messages.warning(request, ON_ITS_WAY)
    return _page(request, case, ask, unsaved=request.POST.get("text", ""))


def _tap(request: HttpRequest, case: Case, ask: Ask, name: str) -> HttpResponse:
    act, words = TAPS[name]
    if name == "remove" and "text" in request.POST:  # a tab where it is a draft yet: nobody takes back that
        return _too_late(request, case, ask)
    try:
        act(ask=ask, by=request.user, **_as_shown(request, name))
    except StaleEdit:
        raise Refused(MOVED_ON) from None
    undone = nobody_waits(ask, read_room(case).room.needs) if name == "undo" else ""
    messages.success(request, undone or words)
    _tell_of_the_day(request, ask, name, home_today(case))
    left = left_by_undo(ask)
    if left:
        messages.info(request, left)
    if request.POST.get("back") == "room":
        return redirect("cases:room", case.key)
    return redirect("cases:question", case.key, ask.key)


def _tell_of_the_day(request: HttpRequest, ask: Ask, name: str, today: date) -> None:
    """Asking again takes back no day that they named."""
    if name == "nudged" and ask.promised_on and ask.promised_on > today:
        on = day(ask.promised_on, today)
        messages.info(request, _("The day they named stays: %(day)s.") % {"day": on})


def _as_shown(request: HttpRequest, name: str) -> dict[str, int]:
    """The version the page showed, for what would take back more than the page told."""
    shown = id_of(request.POST.get("version", ""))
    return {"version": shown} if name in ("remove", "undo") and shown is not None else {}


def _answer(request: HttpRequest, case: Case, ask: Ask) -> HttpResponse:
    """They answered, they said no, or it is not clear yet. What cannot be saved stays on the page."""
    reading = read_room(case)
    page = question_page(ask, reading, zone=home_zone(case))
    if not page.under_way:
        messages.warning(request, NOT_WAITING)
        return _page(request, case, ask, unsaved=all_of(request.POST))
    form = _answer_form(ask, page, reading, request.POST)
    if lost := form.left_over:
        messages.warning(request, NO_PLACE)
    if lost or not form.is_valid():
        return _page(request, case, ask, answer=form, unsaved=lost)
    try:
        return _answered(request, case, ask, form)
    except StaleEdit as stale:
        form.met_another(version=ask.version, stale=stale)
        saved = [
            (_("They said"), ask.answer or _("Nothing yet")),
            (_("The question"), ask.get_state_display()),
        ]
        return _page(request, case, ask, answer=form, now_saved=saved)
    except Refused as refused:
        messages.warning(request, str(refused))
        return _as_it_is(request, case, ask)


def _as_it_is(request: HttpRequest, case: Case, ask: Ask) -> HttpResponse:
    """Nothing of an answer was saved: the page shows the question as it stands, and what was written."""
    found = asks_of(case, request.user).filter(pk=ask.pk).first()
    if found is None:
        return _removed(request, case)
    return _page(request, case, found, unsaved=all_of(request.POST))


def _answer_form(ask: Ask, page: QuestionPage, reading: Reading, data: Any = None) -> AnswerForm:
    """Nothing is ticked for the parent: what settles it are the facts, or the parent's own word."""
    offered = offer_of(ask, reading)
    alike = namesakes(offered.member.id, reading) if offered.member and offered.may_be else ()
    return AnswerForm(
        data,
        initial={**taken_back(ask), "version": ask.version},
        asking=Asking(offered, about_in(offered, reading), reading.catalogue, alike),
        name=page.whom,
        leads=page.leads,
        leads_likely=page.leads_likely,
    )


def _answered(request: HttpRequest, case: Case, ask: Ask, form: AnswerForm) -> HttpResponse:
    said = form.cleaned_data
    answer: dict[str, Any] = {
        "ask": ask, "by": request.user, "answer": said["answer"], "named": said["named"],
        "version": said["version"],
    }  # fmt: skip
    if said["outcome"] == "unclear":
        unclear_ask(**answer)
        messages.success(
            request, _("Written down. The question keeps waiting. You can ask once more, kindly.")
        )
        return redirect("cases:question", case.key, ask.key)
    if said["outcome"] == "declined":
        decline_ask(**answer)
        return redirect("cases:question", case.key, ask.key)
    answer_ask(**answer, leads=form.who_leads, settles=said["settles"], told=form.told)
    if ask.left:
        messages.info(request, letters_left(ask, form.told.letters))
    return redirect(f"{reverse('cases:room', args=[case.key])}?ask={ask.key}")


def _on_a_day(request: HttpRequest, case: Case, ask: Ask, *, promised: bool) -> HttpResponse:
    """They named a day, or the parent wants to hear of it on one."""
    today = home_today(case)
    form = DayForm(request.POST, today=today)
    if not form.is_valid():
        return _page(request, case, ask, **{"promised" if promised else "later": form})
    act = promise_ask if promised else snooze_ask
    try:
        act(ask=ask, by=request.user, day=form.cleaned_data["day"])
    except Refused as refused:
        messages.warning(request, str(refused))
        return _page(request, case, ask, **{"promised" if promised else "later": form})
    on = day(form.cleaned_data["day"], today)
    words = _("Written down: %(day)s.") if promised else _("We will remind you on %(day)s.")
    messages.success(request, words % {"day": on})
    return redirect("cases:question", case.key, ask.key)


def _page(request: HttpRequest, case: Case, ask: Ask, **forms: Any) -> HttpResponse:
    """The page. ``forms`` that could not be saved take the place of fresh ones; ``now_saved`` and
    ``unsaved`` say what stands against them."""
    reading = read_room(case)
    ask = with_flag_now(ask, request.user, case, reading)
    page = question_page(ask, reading, zone=home_zone(case), leaves=leaves_at(ask, now=now()))
    fresh = {
        "answer": _answer_form(ask, page, reading),
        "promised": DayForm(today=home_today(case), prefix=None),
        "later": DayForm(today=home_today(case)),
    }
    return show(request, "cases/question.html", case, here="ask", page=page, ask=ask, **fresh | forms)
