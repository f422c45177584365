"""Fields for what an answer tells about a person: one for each fact that would settle what was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.fields import OneOf, Words
from cases.forms.team import BELIEFS, PICK_ONE, kept_signature, who_field
from cases.mismatch.answering import Offer
from cases.mismatch.rules import Fact
from cases.models import Training
from cases.services.told import Told, ToldTraining
from cases.snapshot import TrainingFact
from roles.catalogue import Catalogue

Standing, Kind = Training.Standing, Training.Kind
SEEN, FULL, SHORT, UNDER_WAY = "seen", "full", "short", "under-way"
HOW: dict[str, tuple[str, str]] = {
    SEEN: (Standing.CERTIFIED, Kind.FULL),
    FULL: (Standing.TOLD, Kind.FULL),
    SHORT: (Standing.TOLD, Kind.SHORT),
    UNDER_WAY: (Standing.UNDER_WAY, ""),
}
"""What each answer about a training means."""
HOW_WORDS = (
    (SEEN, _("A full course, and I saw the certificate")),
    (FULL, _("A full course. I have not seen a certificate")),
    (SHORT, _("A short course, a webinar, a talk, or hours at work")),
    (UNDER_WAY, _("It is still under way")),
    ("", _("I don’t know yet")),
)
NEW, NEW_HOW = "new_training", "new_training_how"
OF_TRAINING, NAME_OF = "training_", "asked_training_"
"""With the id of the training: the field for its kind, and the name it was asked by."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the fields are about: an offer, what the person is called, the catalogue, and who may be meant."""

    offer: Offer
    name: str
    catalogue: Catalogue
    namesakes: tuple[tuple[str, str], ...] = ()

    def fields(self) -> dict[str, forms.Field]:
        found: dict[str, forms.Field] = {}
        for fact in self.offer.settles:
            found |= FIELDS[fact](self)
        return found

    def names(self) -> list[tuple[str, str]]:
        """The trainings by name, to be sent along: one that is gone by then can still be told by its name."""
        return [(f"{NAME_OF}{training.id}", training.name) for _, training in _by_id(self.offer)]

    def told(self, said: Mapping[str, Any]) -> Told:
        """What was filled in."""
        return Told(
            supervisor=said.get("supervisor_name", ""),
            supervisor_who=said.get("supervisor_who", ""),
            letters=said.get("letters", ""),
            role=said.get("role", ""),
            believed=said.get("believed", ""),
            looked_up=tuple(said.get("looked_up", ())),
            trainings=tuple(self._trainings(said)),
        )

    def _trainings(self, said: Mapping[str, Any]) -> list[ToldTraining]:
        told = [
            ToldTraining(training.capability, training.name, *HOW[said[field]], training.differs, training.id)
            for field, training in _by_id(self.offer)
            if said.get(field)
        ]
        if said.get(NEW):
            how = HOW.get(said.get(NEW_HOW, ""), (Standing.TOLD, ""))
            told.append(ToldTraining(self.offer.capability, said[NEW], *how))
        return told


def _by_id(offer: Offer) -> list[tuple[str, TrainingFact]]:
    """By the row and not by the place: one that comes or goes meanwhile shifts none of the others."""
    return [(f"{OF_TRAINING}{training.id}", training) for training in offer.trainings]


def _named(words: Any, asking: Asking, **more: str) -> Any:
    return words % {"name": asking.name, **more}


def _supervisor(asking: Asking) -> dict[str, forms.Field]:
    label = _named(_("Who supervises %(name)s?"), asking)
    named = {"supervisor_name": Words(label=label, max_length=60, required=False)}
    return (who_field(asking.namesakes) if asking.namesakes else {}) | named


def _letters(asking: Asking) -> dict[str, forms.Field]:
    label = _named(_("What letters or job title does %(name)s have?"), asking)
    return {"letters": _Letters(label=label, max_length=120, required=False)}


class _Letters(Words):
    """Kept as a signature is."""

    def clean(self, value: Any) -> str:
        written = super().clean(value)
        return kept_signature(written) if written else ""


def _role(asking: Asking) -> dict[str, forms.Field]:
    roles = [(slug, asking.catalogue.roles[slug].name) for slug in asking.offer.roles]
    label = _named(_("Which of these is %(name)s?"), asking)
    return {"role": _choice(label, [("", _("I don’t know yet")), *roles], forms.Select)}


def _belief(asking: Asking) -> dict[str, forms.Field]:
    label = _named(_("What do you think %(name)s is now?"), asking)
    return {"believed": _choice(label, [("", _("As before")), *BELIEFS[1:]], forms.Select)}


def _register(asking: Asking) -> dict[str, forms.Field]:
    return {
        "looked_up": forms.MultipleChoiceField(
            label=_("Did you look these letters up?"),
            help_text=_("On the list of a board or an agency. Tick what you found there."),
            choices=[(text, text) for text in asking.offer.listed],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": PICK_ONE},
        )
    }


def _training(asking: Asking) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {
        field: _choice(_asked(training) % {"training": training.name}, _how(training))
        for field, training in _by_id(asking.offer)
    }
    if asking.offer.capability:
        noun = asking.catalogue.capabilities[asking.offer.capability].noun
        label = _named(_("Does %(name)s have a training for %(noun)s? Write its name."), asking, noun=noun)
        found[NEW] = Words(label=label, max_length=80, required=False)
        found[NEW_HOW] = _choice(_("What kind of training is that?"), list(HOW_WORDS))
    return found


def _asked(training: TrainingFact) -> Any:
    if training.differs:
        return _(
            "“%(training)s” sounds short, over or still to come, and it is down as a full course. "
            "Which is right?"
        )
    return _("What kind of training is “%(training)s”?")


def _how(training: TrainingFact) -> list[tuple[str, Any]]:
    """Of one whose certificate was seen, only what it was for is open."""
    left_out = (FULL, UNDER_WAY) if training.certified else ()
    return [(value, words) for value, words in HOW_WORDS if value not in left_out]


def _choice(label: Any, choices: list[tuple[str, Any]], widget: Any = forms.RadioSelect) -> forms.ChoiceField:
    return OneOf(
        label=label,
        choices=choices,
        widget=widget,
        required=False,
        error_messages={"invalid_choice": PICK_ONE},
    )


def _scope(asking: Asking) -> dict[str, forms.Field]:
    """A yes tells it."""
    return {}


FIELDS: Mapping[Fact, Callable[[Asking], dict[str, forms.Field]]] = {
    Fact.SUPERVISOR: _supervisor,
    Fact.LETTERS: _letters,
    Fact.ROLE: _role,
    Fact.BELIEF: _belief,
    Fact.REGISTER: _register,
    Fact.TRAINING: _training,
    Fact.SCOPE: _scope,
}
