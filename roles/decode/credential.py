"""One group of letters as it was read, and what stays open about it."""

from __future__ import annotations

from dataclasses import dataclass

from roles.catalogue import Kind
from roles.notes import Notes


@dataclass(frozen=True, slots=True)
class Credential:
    """One group of letters or one title, as written in the paste but for marks: 'LPC-Intern' is 'LPC Intern'.

    ``role`` is a slug, or '' when nothing proves one; ``candidates`` are the slugs it could be. ``notes``
    say what stays open, in the order it is told. ``state_matters``: another state could change the meaning.
    ``is_title``: a job title or a spoken word, which never proves a role. ``from_elsewhere``: what the role
    says of itself holds in another state, so only the notes are told. ``doubted``: the folded letters that
    the words beside them leave open, and ``lost``: these words say "not" or "no longer".
    """

    text: str
    kind: Kind
    role: str = ""
    candidates: tuple[str, ...] = ()
    notes: Notes = ()
    state_matters: bool = False
    is_title: bool = False
    from_elsewhere: bool = False
    doubted: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Training:
    """Extra training named behind a name, such as TF-CBT. ``capability`` is the slug it is for, or ''."""

    text: str
    capability: str = ""
