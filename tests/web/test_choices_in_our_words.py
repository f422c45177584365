"""What is none of the answers is said in our words, in every form: never in those of the framework."""

import importlib
import inspect

import pytest
from django import forms

from accounts.forms import SettingsForm
from accounts.models import User
from cases.forms import AddByTitleForm, AskForm, ChildForm, NeedsForm, TrainingForm
from cases.forms.asks import AnswerForm
from cases.forms.told import Asking
from cases.mismatch.answering import Offer
from cases.mismatch.rules import Fact
from cases.models import Member
from cases.snapshot import TrainingFact
from tests.cases.pages import said

MODULES = (
    "accounts.forms",
    "cases.forms",
    "cases.forms.asks",
    "cases.forms.team",
    "coaching.forms",
    "roles.forms",
)
THEIRS = "is not one of the available choices"


def made(catalogue):
    """Forms whose choices come from outside."""
    offer = Offer(
        settles=tuple(Fact), roles=("qmha",), listed=("LPC",), capability="trauma-treatment",
        trainings=(TrainingFact("trauma-treatment", "a talk", id=7),),
    )  # fmt: skip
    asking = Asking(offer, "Sam", catalogue)
    return [
        SettingsForm(instance=User()),
        AddByTitleForm(catalogue=catalogue),
        AnswerForm(name="Sam", leads="", leads_likely=False, asking=asking),
        AskForm(to=[]),
        ChildForm(catalogue=catalogue),
        NeedsForm(catalogue=catalogue),
        TrainingForm(catalogue=catalogue),
    ]


def test_no_choice_is_refused_in_the_words_of_the_framework(catalogue):
    fields = {
        f"{type(form).__name__}.{name}": field
        for form in made(catalogue)
        for name, field in form.fields.items()
    }
    for module in MODULES:
        for name, kind in inspect.getmembers(importlib.import_module(module), inspect.isclass):
            fields |= {f"{name}.{field}": one for field, one in getattr(kind, "base_fields", {}).items()}
    choices = {name: field for name, field in fields.items() if isinstance(field, forms.ChoiceField)}
    assert len(choices) > 12
    assert [n for n, field in choices.items() if THEIRS in str(field.error_messages["invalid_choice"])] == []


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"time_zone": "Mars/Olympus"}, "Pick a time zone from the list."),
        ({"time_zone": "America/Denver", "theme": "pink"}, "Pick one of these answers."),
    ],
)
def test_settings_say_it_so(as_parent, form, words):
    assert words in said(as_parent.post("/me/", form))


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["believed", "supervisor"])
def test_a_person_too(as_parent, room, field):
    member = Member.objects.filter(case=room).first()
    form = {"do": "edit", "name": "Tasha", "said": member.said, "version": member.version, field: "wizard"}
    assert "Pick one of these answers." in said(as_parent.post(f"/room/{room.key}/team/{member.key}/", form))
