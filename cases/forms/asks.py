"""Questions: the parent's words, whom they go to, and what came back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.fields import OneOf, VersionedForm, Words
from cases.forms.left_over import left_over
from cases.forms.told import NEW, NEW_HOW, Asking
from cases.models import Ask
from cases.no_name import names_nobody
from cases.reminders import WAIT_FOR_TONIGHT
from cases.services.told import Told

AGENCY = "agency"
LONGEST_ANSWER, LONGEST_NAMED = 1000, 120
FURTHEST = timedelta(days=365)
REMIND = (("3", _("In 3 days")), ("5", _("In 1 week")), ("no", _("No thanks")))
REMIND_SOON, REMIND_LATER = (("1", _("On the next workday")),), (("10", _("In 2 weeks")),)


def remind_choices(wait_days: int) -> list[tuple[str, str]]:
    """The days to choose from: the next one only where a night is at stake, two weeks only where an answer is
    known to take that long."""
    soon = REMIND_SOON if wait_days == WAIT_FOR_TONIGHT else ()
    return [*soon, *REMIND[:2], *(REMIND_LATER if wait_days > 5 else ()), REMIND[2]]


def chosen_at_first(wait_days: int) -> str:
    """The choice that comes nearest to the days usual for a question, and never earlier."""
    return next((days for days in ("1", "3", "5") if wait_days <= int(days)), "10")


class AskForm(VersionedForm):
    """A question, whom it goes to, how it was sent and when to remind."""

    to = OneOf(
        label=_("Who will you ask?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick who you will ask. “The agency” is fine."),
            "invalid_choice": _("This person is not on the team any more. Pick someone else."),
        },
    )
    text = Words(
        label=_("Your words"),
        help_text=_("Change anything. Make it sound like you."),
        max_length=1000,
        missing=_("Write your question. One line is enough."),
        widget=forms.Textarea(attrs={"rows": 5, "class": "say-input"}),
    )
    channel = OneOf(
        label=_("How did you send it?"),
        choices=[("", _("No need to say")), *Ask.Channel.choices],
        required=False,
    )
    remind = OneOf(label=_("Remind me if I don’t hear back"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, to: Sequence[tuple[str, str]], wait_days: int = 5, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        whom, remind = self.fields["to"], self.fields["remind"]
        assert isinstance(whom, forms.ChoiceField)
        assert isinstance(remind, forms.ChoiceField)
        whom.choices = list(to)
        remind.choices = remind_choices(wait_days)

    @property
    def wait_days(self) -> int | None:
        chosen = self.cleaned_data["remind"]
        return int(chosen) if chosen.isdigit() else None

    @property
    def wants_reminder(self) -> bool:
        return self.cleaned_data["remind"] != "no"


BESIDE = _(
    "You also ticked who leads it, or that this settles it. "
    "Pick “They answered” to see that: keep it, or take it out."
)


def _keep_as_words(said: dict[str, Any]) -> None:
    """'She would not say' in the place of a name is what they said, and no name."""
    for place in ("supervisor_name", "named"):
        words = said.get(place, "")
        if names_nobody(words):
            both = "\n".join(filter(None, (said.get("answer", ""), words)))
            said |= {place: "", "answer": both if len(both) <= LONGEST_ANSWER else said["answer"]}


class AnswerForm(VersionedForm):
    """What came back. ``leads`` is the answer "Yes, Jane leads ...", ``leads_likely``: it has to be said.

    ``asking`` adds a field for each fact that would settle what was asked.
    """

    OUTCOMES = (
        ("answered", _("They answered")),
        ("declined", _("They said no")),
        ("unclear", _("Not clear yet")),
    )

    outcome = OneOf(
        label=_("What came back?"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick one of the three. You can add words later."),
            "invalid_choice": _("Pick one of the three. You can add words later."),
        },
    )
    leads = OneOf(required=False, widget=forms.RadioSelect)
    settles = forms.BooleanField(required=False)
    answer = Words(
        label=_("What did they say?"),
        max_length=LONGEST_ANSWER,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    named = Words(
        label=_("Did they name someone else? Write who."),
        help_text=_("You can add them to the room after this."),
        max_length=LONGEST_NAMED,
        required=False,
    )

    def __init__(
        self, *args: Any, name: str, leads: str, leads_likely: bool, asking: Asking, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.may_lead = bool(leads)
        self.leads_likely, self.asking, self.about = leads_likely, asking, asking.fields()
        self.fields.update(self.about)
        self.tell_us = _("Tell us if %(name)s leads this. “Not settled yet” is fine.") % {"name": name}
        found = self.fields["leads"]
        assert isinstance(found, forms.ChoiceField)
        found.choices = [
            ("yes", leads),
            ("no", _("No, %(name)s does not lead it.") % {"name": name}),
            ("open", _("Not settled yet.")),
        ]
        found.error_messages["invalid_choice"] = self.tell_us

    def clean(self) -> dict[str, Any]:
        """Where the answer is likely about who leads, it says so, even if that is "not settled yet".

        What was told beside another outcome is not thrown away: it is asked if they answered after all.
        """
        said = self.cleaned_data
        _keep_as_words(said)
        if said.get("outcome", "answered") != "answered":
            self._must_say_one_thing(said)
        if said.get(NEW_HOW) and not said.get(NEW) and NEW not in self.errors:
            self.add_error(NEW, _("Add the name of the training, as they said it."))
        if self.leads_likely and said.get("outcome") == "answered" and not said.get("leads", "?"):
            self.add_error("leads", self.tell_us)
        return said

    def _must_say_one_thing(self, said: dict[str, Any]) -> None:
        """What only an answer can say; that they do not lead it goes with a no, too."""
        goes = ("", "open", "no") if said["outcome"] == "declined" else ("", "open")
        if self.told != Told():
            self.add_error(
                "outcome", _("You wrote down what they told you. Pick “They answered” to keep it.")
            )
        if said.get("settles") or said.get("leads", "") not in goes:
            self.add_error("outcome", BESIDE)

    @property
    def left_over(self) -> str:
        """What was written or picked that has no place here any more, in words."""
        return left_over(self.data, self.fields, leads=self.may_lead)

    @property
    def facts(self) -> list[forms.BoundField]:
        """The fields for what they told, as the page shows them."""
        return [self[name] for name in self.about]

    @property
    def asked_by_name(self) -> list[tuple[str, str]]:
        """Hidden fields of the page."""
        return self.asking.names()

    @property
    def told(self) -> Told:
        return self.asking.told(self.cleaned_data)

    @property
    def who_leads(self) -> bool | None:
        """Does the person asked lead it? None: that is open, or was not asked."""
        return {"yes": True, "no": False}.get(self.cleaned_data["leads"])


class DayForm(forms.Form):
    """A day after today, and near enough that a year was not mistyped."""

    day = forms.DateField(
        label=_("Which day?"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Pick a day."), "invalid": _("Write the day like 2026-03-09.")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["day"].widget.attrs["min"] = today.isoformat()
        self.last = today + FURTHEST

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day <= self.today:
            raise forms.ValidationError(_("Pick a day after today."))
        if day > self.last:
            raise forms.ValidationError(_("Pick a day within the next year. Is the year right?"))
        return day
