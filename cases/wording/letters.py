"""How a role of somebody is called in a sentence: by the letters as written, by a title as said."""

from __future__ import annotations

from cases.snapshot import CredentialFact, MemberFact
from roles.catalogue import Catalogue, Kind, RoleInfo
from roles.lexicon import letters_in, spelling
from web.english import curly, in_words, inside, looks_like_letters, shortened

LONGEST_TITLE = 90
SAID = (Kind.TITLE, Kind.UNKNOWN)


def worn(member: MemberFact, role: RoleInfo, catalogue: Catalogue, state: str) -> str:
    """'QMHA', 'PA-C', 'LICSW', 'skills trainer': what the person wears, never somebody else's letters.

    A word that a parent has told the role of ('therapist' is an LCSW) gives way to the role's letters in the
    family's state, or to its name where only another state's letters are known.
    """
    own = role.letters.split(" / ")
    theirs = [c.text for c in member.credentials if c.role == role.slug and _names(c.kind, role)]
    maybe = [c.text for c in member.credentials if role.slug in c.candidates]
    best = next((text for text in theirs if text in own), "")
    here = letters_in(catalogue, role, state).split(" / ")[0]
    text = best or next(iter((*theirs, *maybe)), here or role.name.split(" (")[0])
    return in_words(as_title(own[0] if text in (role.letters, role.as_worn) else text))


def as_title(text: str) -> str:
    """Letters or a title as written, in single quotes where there are some. Long enough for any title: one
    that is cut, such as 'Licensed Marriage and Family Therapist Associate', would name another job."""
    return inside(curly(shortened(text, LONGEST_TITLE)))


def are_letters(credential: CredentialFact, catalogue: Catalogue) -> bool:
    """LCSW, 'lcsw' and unknown letters are; a job title and a license that is spelled out are words."""
    if credential.kind is Kind.UNKNOWN and " " not in credential.text:
        return True
    return any(map(looks_like_letters, spelling(credential.text, catalogue).split()))


def _names(kind: Kind, role: RoleInfo) -> bool:
    return kind not in SAID or role.kind is Kind.TITLE
