"""What stays open about letters, as values. ``roles.wording`` says it. Pure, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Open(StrEnum):
    """What there is to say about letters that prove less than one role."""

    COULD_BE = "could-be"  # one of the candidates
    COULD_BE_ONE = "could-be-one"
    UNKNOWN = "unknown"
    DID_YOU_MEAN = "did-you-mean"  # ``text``: what we think was meant
    DEGREE = "degree"  # and the roles that people with it may have
    BARE_DEGREE = "bare-degree"
    NO_LICENCE = "no-licence"
    ON_THE_WAY = "on-the-way"  # to a licence or a degree, how far along is not said
    NOT_HELD = "not-held"  # the words beside them say so
    UNDER_SOMEONE = "under-someone"  # registered on the way to a licence
    PLACE_OR_LETTERS = "place-or-letters"
    SEVERAL = "several"  # roles, whatever the state
    TITLE_SEVERAL = "title-several"  # the same of a name that is spelled out
    MANY_CLINICS = "many-clinics"  # a licence held in many kinds of places
    TITLE_HERE = "title-here"  # in the list of ``here``, which does not say what it means
    MEANS_HERE = "means-here"  # ``meaning`` are the catalogue's own words
    NEAR_ROLE = "near-role"  # ``role`` of ``there`` is the nearest we know
    NEAR_ROLES = "near-roles"
    USED_IN = "used-in"  # ``there`` alone uses it, and no state was told
    USED_ELSEWHERE = "used-elsewhere"  # in ``there``, not here
    USED_IN_OTHERS = "used-in-others"  # in ``there`` and other states, not here
    KNOWN_FROM = "known-from"  # ``there``; it may differ here
    VARIES = "varies"  # from state to state


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that stays open. ``text``: the letters as they stand in a sentence; ``here`` and ``there``:
    codes of states, '' for none told; ``role``: a slug; ``meaning``: a phrase of the catalogue.
    """

    open: Open
    text: str = ""
    here: str = ""
    there: str = ""
    role: str = ""
    meaning: str = ""


Notes = tuple[Note, ...]


def could_be(roles: tuple[str, ...]) -> Note:
    return Note(Open.COULD_BE if len(roles) != 1 else Open.COULD_BE_ONE)
