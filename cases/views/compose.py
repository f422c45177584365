"""Putting a question: make the words yours, send them your own way, and say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.asked import AskFact
from cases.forms import AskForm
from cases.forms.asks import chosen_at_first
from cases.mismatch import Rule
from cases.models import Ask, Case, Flag, Member
from cases.models.asks import THE_AGENCY, THE_SUPERVISOR
from cases.presenters.again import waits_already
from cases.presenters.asking import AGENCY, SUPERVISOR, Recipient, mail_link, text_link
from cases.presenters.just_done import sent_words
from cases.presenters.people import Person
from cases.reader import Reading, ask_fact
from cases.rows import AskRow
from cases.services.asks import draft_ask, edit_ask, remove_draft, send_ask
from cases.services.errors import StaleEdit
from cases.services.twins import WAITS_ALREADY, AskedAlready
from cases.views.access import ask_what_to_do, home_zone, show
from cases.wording.messages import WARM, even, question_in, ready_in_all, ready_words
from roles.models import Need, Question

SENT, SENT_TOO = "sent", "sent-too"
KEEPING = frozenset({SENT, SENT_TOO, "save", "print"})
"""What the buttons do that keep the words; too: though the same waits already."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a question begins with. ``say`` is the bare question, ``text`` the words shown first.

    ``to_others`` is the same for anybody but ``written_for``, a value of ``people``; '' where it is the same.
    """

    heading: str
    say: str
    text: str
    people: tuple[Recipient, ...]
    first: str
    clear_answer: str = ""
    wait_days: int = 5
    flag: Flag | None = None
    need: Need | None = None
    question: Question | None = None
    to_others: str = ""
    written_for: str = ""

    def say_to(self, value: str) -> str:
        """The bare question as it is for one of the people."""
        return self.to_others if self.to_others and value != self.written_for else self.say

    @property
    def says(self) -> tuple[str, ...]:
        return (self.say, self.to_others) if self.to_others else (self.say,)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one request about one question needs. ``ask`` is None until it is kept."""

    request: HttpRequest
    case: Case
    reading: Reading
    team: dict[int, Person]
    start: Start
    ask: Ask | None = None

    @property
    def child(self) -> str:
        return self.case.nickname

    def name_of(self, value: str) -> str:
        """The first name a message greets, '' for the agency."""
        found = next((p for p in self.start.people if p.value == value), None)
        return found.name if found and found.value != AGENCY else ""

    @property
    def names(self) -> list[str]:
        """Everybody a message may greet."""
        return [p.name for p in self.start.people if p.value != AGENCY]

    def tone(self, text: str) -> str:
        """Which of the ready words these are; '' when the parent changed them.

        Words kept as ready stay so, whatever anybody is called since.
        """
        if self.ask and self.ask.tone and even(text) == even(self.ask.text):
            return self.ask.tone
        ready = (ready_in_all(say, names=self.names, child=self.child) for say in self.start.says)
        return next((tones[even(text)] for tones in ready if even(text) in tones), "")

    def worded(self, text: str, to: str) -> dict[str, str]:
        """The words as they are kept, with the question in them and their tone.

        Ready words greet by name and may say "you": picking somebody else changes them.
        """
        if tone := self.tone(text):
            say = self.start.say_to(to)
            ready = ready_words(say, tone=tone, name=self.name_of(to), child=self.child)
            return {"text": ready, "say": say, "tone": tone}
        return {"text": text, "say": question_in(text, names=self.names, child=self.child), "tone": ""}


def asking(draft: Draft) -> HttpResponse:
    """The page on GET; on POST keep it, send it, print it, or only change its tone.

    Raises ``Refused`` when another tab has sent it or removed it at the same moment.
    """
    request = draft.request
    if request.method != "POST":
        return _page(draft, _form(draft))
    do = request.POST.get("do", "")
    if do == "remove" and draft.ask:
        return _removed(draft, draft.ask)
    if do.startswith("tone-"):
        return _page(draft, _retold(draft, do.removeprefix("tone-")))
    if do == "greet":  # somebody else was picked: ready words are made for them, changed words stay
        return _page(draft, _retold(draft, draft.tone(request.POST.get("text", ""))))
    form = _form(draft, request.POST)
    if do not in KEEPING:
        ask_what_to_do(request)
        return _page(draft, form)
    if not form.is_valid():
        return _page(draft, form)
    try:
        return _kept(draft, form, do)
    except StaleEdit as stale:
        return _met_another(draft, form, stale)


def _removed(draft: Draft, ask: Ask) -> HttpResponse:
    """Only as the page showed it: words that were saved in another tab meanwhile do not go unseen."""
    form = _form(draft, draft.request.POST)
    form.full_clean()
    try:
        remove_draft(ask=ask, by=draft.request.user, version=form.cleaned_data["version"])
    except StaleEdit as stale:
        return _met_another(draft, form, stale)
    messages.success(draft.request, _("Removed."))
    return redirect("cases:questions", draft.case.key)


def _met_another(draft: Draft, form: AskForm, stale: StaleEdit) -> HttpResponse:
    assert draft.ask is not None
    draft.ask.refresh_from_db()
    form.met_another(version=draft.ask.version, stale=stale)
    return _page(draft, form, now_saved=[(_("Saved now"), draft.ask.text)])


def _form(draft: Draft, data: Any = None) -> AskForm:
    start = draft.start
    initial = {
        "to": start.first,
        "text": start.text,
        "remind": chosen_at_first(start.wait_days),
        "channel": "",
        "version": draft.ask.version if draft.ask else None,
    }
    return AskForm(
        data, to=[(p.value, p.name) for p in start.people], wait_days=start.wait_days, initial=initial
    )


def _retold(draft: Draft, tone: str) -> AskForm:
    """The same form with the words in another tone, unless the parent has changed them: those are kept."""
    sent = draft.request.POST.copy()
    text = sent.get("text", "")
    if text.strip() and not draft.tone(text):
        if tone:
            messages.info(draft.request, _("You changed the words, so we kept yours."))
    else:
        to = sent.get("to", "")
        name, say = draft.name_of(to), draft.start.say_to(to)
        sent["text"] = ready_words(say, tone=tone or WARM, name=name, child=draft.child)
    fields = {name: sent.get(name, "") for name in ("to", "text", "remind", "channel", "version")}
    form = _form(draft)
    form.initial.update({name: value for name, value in fields.items() if value})
    return form


def _page(draft: Draft, form: AskForm, **context: Any) -> HttpResponse:
    text = str(form["text"].value() or "")
    context |= {"form": form, "start": draft.start, "ask": draft.ask, "tone": draft.tone(text)}
    to = str(form["to"].value() or "")
    context |= {"chosen": to, "mail": mail_link(text), "sms": text_link(text)}
    context["again"] = waits_already(_as_asked(draft, to, text), draft.reading)
    if draft.request.headers.get("HX-Target") == "words-part":
        return render(draft.request, "cases/_words.html", context)
    return show(draft.request, "cases/ask.html", draft.case, here="ask", **context)


def _as_asked(draft: Draft, to: str, text: str) -> AskFact:
    """The question as it would be on its way."""
    start, member = draft.start, next((id for id, p in draft.team.items() if p.key == to), None)
    return AskFact(
        id=draft.ask.pk if draft.ask else 0,
        key="",
        state=Ask.State.DRAFT,
        text=text,
        need=start.need.slug if start.need else "",
        member=member,
        whom="" if member else _outside(draft, to),
        flag=start.flag.pk if start.flag else None,
        lead=start.flag is None or Rule(start.flag.rule).asks_who_leads(start.flag.params),
        question=start.question.pk if start.question else None,
    )


def _kept(draft: Draft, form: AskForm, do: str) -> HttpResponse:
    ask = _keep(draft, form)
    if do == "print":
        return redirect(f"{reverse('cases:sheet', args=[draft.case.key])}?q={ask.key}")
    if do == "save":
        messages.success(draft.request, _("Kept for later. Nothing was sent."))
        return redirect("cases:question", draft.case.key, ask.key)
    said = form.cleaned_data
    try:
        send_ask(
            ask=ask,
            by=draft.request.user,
            channel=said["channel"],
            wait_days=form.wait_days,
            remind=form.wants_reminder,
            seen=draft.reading,
            knowingly=do == SENT_TOO,
        )
    except AskedAlready as again:
        return _asked_already(draft, ask, again.twin)
    if draft.request.POST.get("back") == "room":  # sent with one tap there: the room says so, with an undo
        return redirect(f"{reverse('cases:room', args=[draft.case.key])}?ask={ask.key}")
    messages.success(draft.request, sent_words(ask, draft.reading.room.today))
    return redirect("cases:question", draft.case.key, ask.key)


def _asked_already(draft: Draft, ask: Ask, twin: Ask) -> HttpResponse:
    """The same from another tab: the same words lead to what is on its way, other words are kept unsent."""
    again = waits_already(ask_fact(AskRow.of(ask), home_zone(draft.case)), draft.reading)
    if draft.ask is None and even(ask.text) == even(twin.text):
        remove_draft(ask=ask, by=draft.request.user)
        messages.warning(draft.request, again.told if again else str(WAITS_ALREADY))
        if draft.request.POST.get("back") == "room":
            return redirect(f"{reverse('cases:room', args=[draft.case.key])}?ask={twin.key}")
        return redirect("cases:question", draft.case.key, twin.key)
    messages.info(draft.request, _("Your words are kept here. Nothing was sent."))
    return redirect("cases:question", draft.case.key, ask.key)  # which says what waits, as long as it does


def _keep(draft: Draft, form: AskForm) -> Ask:
    said, start = form.cleaned_data, draft.start
    member, to_whom = _whom(draft, said["to"])
    words, by = draft.worded(said["text"], said["to"]), draft.request.user
    if draft.ask:
        return edit_ask(
            ask=draft.ask, by=by, version=said["version"], member=member, to_whom=to_whom, **words
        )
    return draft_ask(
        case=draft.case,
        by=by,
        member=member,
        to_whom=to_whom,
        flag=start.flag,
        need=start.need,
        question=start.question,
        **words,
    )


def _whom(draft: Draft, value: str) -> tuple[Member | None, str]:
    """The member a choice stands for, or the words for somebody who is not on the team."""
    if outside := _outside(draft, value):
        return None, outside
    return Member.objects.editable_by(draft.request.user).here().get(case=draft.case, key=value), ""


def _outside(draft: Draft, value: str) -> str:
    if value == AGENCY:
        return THE_AGENCY
    if not value.startswith(SUPERVISOR):
        return ""
    key = value.removeprefix(SUPERVISOR)
    return next((m.supervisor_name for m in draft.reading.room.members if m.key == key), THE_SUPERVISOR)
