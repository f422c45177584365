"""One group of letters as it was read, and the sentences that say what stays open."""

from __future__ import annotations

from dataclasses import dataclass

from roles.catalogue import Kind

COULD_BE = "Could be one of these. Ask."
COULD_BE_ONE = "Could be this role. Ask."
UNKNOWN_LETTERS = "We don't know these letters yet."
BARE_DEGREE = "A degree. It doesn't tell the job."
NO_LICENSE = "A degree. It is not a license."
ON_THE_WAY = "This may be on the way to a license or a degree. Ask how far along."
UNDER_SOMEONE = "On the way to a license. Ask who they work under."
PLACE_OR_LETTERS = "This could be a place or letters. Ask."
SEVERAL = "These letters can mean a few roles. Ask which one."


@dataclass(frozen=True, slots=True)
class Credential:
    """One group of letters or one title, as written in the paste but for marks: 'LPC-Intern' is 'LPC Intern'.

    ``role`` is a slug, or '' when nothing proves one; ``candidates`` are the slugs it could be. ``note`` is a
    plain sentence for the parent or ''. ``state_matters``: another state could change the meaning.
    ``is_title``: a job title or a spoken word, which never proves a role. ``from_elsewhere``: what the role
    says of itself holds in another state, so only the note is told.
    """

    text: str
    kind: Kind
    role: str = ""
    candidates: tuple[str, ...] = ()
    note: str = ""
    state_matters: bool = False
    is_title: bool = False
    from_elsewhere: bool = False


def could_be(roles: tuple[str, ...]) -> str:
    return COULD_BE if len(roles) != 1 else COULD_BE_ONE


@dataclass(frozen=True, slots=True)
class Training:
    """Extra training named behind a name, such as TF-CBT. ``capability`` is the slug it is for, or ''."""

    text: str
    capability: str = ""
