"""The words of what stays open about letters: one or two whole sentences for each note."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from roles.catalogue import Catalogue, Kind
from roles.notes import Note, Open

LONGEST_MEANING = 16
"""Words of a meaning that still fit into one sentence with the place."""

SENTENCES: dict[Open, str] = {
    Open.COULD_BE: gettext_noop("Could be one of these. Ask."),
    Open.COULD_BE_ONE: gettext_noop("Could be this role. Ask."),
    Open.UNKNOWN: gettext_noop("We don't know these letters yet."),
    Open.DID_YOU_MEAN: gettext_noop("Did you mean %(text)s?"),
    Open.DEGREE: gettext_noop("A degree, not a license."),
    Open.BARE_DEGREE: gettext_noop("A degree. It doesn't tell the job."),
    Open.NO_LICENCE: gettext_noop("A degree. It is not a license."),
    Open.ON_THE_WAY: gettext_noop("This may be on the way to a license or a degree. Ask how far along."),
    Open.NOT_HELD: gettext_noop("The words here say that this is not held now. Ask what the role is."),
    Open.UNDER_SOMEONE: gettext_noop("On the way to a license. Ask who they work under."),
    Open.PLACE_OR_LETTERS: gettext_noop("This could be a place or letters. Ask."),
    Open.SEVERAL: gettext_noop("These letters can mean a few roles. Ask which one."),
    Open.TITLE_SEVERAL: gettext_noop("This title can mean a few roles. Ask which one."),
    Open.MANY_CLINICS: gettext_noop("A physician assistant. Ask where they work."),
    Open.TITLE_HERE: gettext_noop("%(text)s is a title in %(here)s. Ask what it means."),
    Open.NEAR_ROLE: gettext_noop("Close to %(role)s in %(there)s, the nearest role we know."),
    Open.NEAR_ROLES: gettext_noop("Close to these roles in %(there)s, the nearest we know. Ask which one."),
    Open.USED_IN: gettext_noop("%(text)s is used in %(there)s. Tell us your state, or ask."),
    Open.USED_ELSEWHERE: gettext_noop("%(text)s is used in %(there)s. Ask what it means in %(here)s."),
    Open.USED_IN_OTHERS: gettext_noop(
        "%(text)s is used in %(there)s and other states. Ask what it means in %(here)s."
    ),
    Open.KNOWN_FROM: gettext_noop("We know %(text)s from %(there)s. It may differ in %(here)s. Ask."),
    Open.VARIES: gettext_noop("%(text)s does not mean the same in every state. Tell us yours, or ask."),
}


UNDER_A_HEADING: dict[tuple[Kind, Open], str] = {
    (Kind.UNKNOWN, Open.UNKNOWN): "",
    (Kind.DEGREE, Open.BARE_DEGREE): gettext_noop("It doesn't tell the job."),
    (Kind.DEGREE, Open.NO_LICENCE): gettext_noop("It is not a license."),
    (Kind.REGISTRATION, Open.UNDER_SOMEONE): gettext_noop("Ask who they work under."),
}
"""What is left to say where a heading has said the kind of letters already."""


def say_notes(notes: Iterable[Note], catalogue: Catalogue, *, under: Kind | None = None) -> str:
    """All of them in their order, '' when nothing stays open. ``under``: the kind that a heading says."""
    return " ".join(filter(None, (_say(note, catalogue, under) for note in notes)))


def _say(note: Note, catalogue: Catalogue, under: Kind | None) -> str:
    if under and (under, note.open) in UNDER_A_HEADING:
        rest = UNDER_A_HEADING[under, note.open]
        return _(rest) if rest else ""
    places = {
        "text": note.text,
        "here": _state(note.here, catalogue),
        "there": _state(note.there, catalogue),
        "role": _called(note.role, catalogue),
    }
    if note.open is Open.MEANS_HERE:
        return _meaning(note, places["here"])
    return _(SENTENCES[note.open]) % places


def _meaning(note: Note, here: str) -> str:
    """What letters mean in the family's state: in one sentence where it fits, else in two."""
    meaning = note.meaning.rstrip(".")
    named = {"text": note.text, "here": here, "meaning": meaning}
    if here in meaning:
        return f"{meaning}. " + _("Ask to be sure.")
    if len(meaning.split()) + len(here.split()) > LONGEST_MEANING:
        return _("%(text)s has its own meaning in %(here)s. %(meaning)s. Ask to be sure.") % named
    named["meaning"] = meaning if meaning[1:2].isupper() else meaning[:1].lower() + meaning[1:]
    return _("In %(here)s, %(text)s means: %(meaning)s. Ask to be sure.") % named


def _state(code: str, catalogue: Catalogue) -> str:
    return catalogue.states.get(code, code) or _("any state")


def _called(slug: str, catalogue: Catalogue) -> str:
    """A role inside a sentence: its letters, or its name where it has several."""
    role = catalogue.roles.get(slug)
    if role is None:
        return slug
    called = role.letters if "/" not in role.letters else role.name
    return re.sub(r" *[(].*?[)]", "", called)
