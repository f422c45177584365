"""What an answer tells that has no place any more: the room may change while somebody writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from cases.backing import ELSE
from cases.forms.team import BELIEFS
from cases.forms.told import HOW_WORDS, NAME_OF, NEW, NEW_HOW, OF_TRAINING
from roles.reader import current_catalogue

LABELS = {
    "letters": gettext_lazy("Letters or job title: %(words)s"),
    "role": gettext_lazy("Which role it is: %(words)s"),
    "believed": gettext_lazy("What you think they are: %(words)s"),
    "looked_up": gettext_lazy("You looked up: %(words)s"),
    "supervisor_name": gettext_lazy("Supervisor: %(words)s"),
    "named": gettext_lazy("Who they named: %(words)s"),
    "supervisor_who": gettext_lazy("Who the supervisor is: %(words)s"),
    NEW: gettext_lazy("A training: %(words)s"),
}
KIND_OF_TRAINING = gettext_lazy("What kind of training it is: %(words)s")
KIND_OF = gettext_lazy("What kind of training “%(training)s” is: %(words)s")
WHO = {"": "", ELSE: gettext_lazy("somebody else of that name")}
THE_SAME = gettext_lazy("the same person as here")
LEADS = {"yes": gettext_lazy("Yes, they lead it."), "no": gettext_lazy("No, they do not lead it.")}


def all_of(data: Any) -> str:
    """Everything that somebody wrote or picked as an answer, a line for each."""
    return "\n".join(filter(None, [data.get("answer", ""), *_told(data, {})]))


def left_over(data: Any, fields: Mapping[str, forms.Field], *, leads: bool) -> str:
    """What none of the ``fields`` takes; ``leads``: can the answer say who leads?"""
    taken = {name: field for name, field in fields.items() if leads or name != "leads"}
    return "\n".join(_told(data, taken))


def _told(data: Any, fields: Mapping[str, forms.Field]) -> Iterator[str]:
    for name in data:
        words = [_said(name, value) for value in data.getlist(name) if not _takes(fields.get(name), value)]
        label, training = _label(name, data)
        if name == "leads" and any(words):
            yield words[0]
        elif label and any(words):
            yield label % {"words": ", ".join(filter(None, words)), "training": training}


def _label(name: str, data: Any) -> tuple[Any, str]:
    """What a field is called, and the training it is about, which may be gone."""
    training = ""
    if name.startswith(OF_TRAINING):
        training = data.get(name.replace(OF_TRAINING, NAME_OF, 1), "").strip()
    if training:
        return KIND_OF, training
    return KIND_OF_TRAINING if name.startswith(OF_TRAINING) or name == NEW_HOW else LABELS.get(name), ""


def _takes(field: forms.Field | None, value: str) -> bool:
    if isinstance(field, forms.ChoiceField):
        return not value or field.valid_value(value)
    return field is not None


def _said(name: str, value: str) -> str:
    """A choice in words, and words as they are."""
    if name == "leads":
        return str(LEADS.get(value, ""))
    if name == "supervisor_who":
        return str(WHO.get(value, THE_SAME))
    if name == "role":
        roles = current_catalogue().roles
        return roles[value].name if value in roles else ""
    if name == "believed":
        return str(dict(BELIEFS).get(value, value)) if value else ""
    if name.startswith(OF_TRAINING) or name == NEW_HOW:
        return str(dict(HOW_WORDS).get(value, "")) if value else ""
    return value.strip()


NO_PLACE = gettext_lazy("Something changed while you wrote. Part of your answer has no place now.")
