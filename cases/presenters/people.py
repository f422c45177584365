"""The people of a team as the pages show them: initials, and the letters on their name badge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cases.person_fit import person
from cases.reader import Reading
from cases.snapshot import CredentialFact, MemberFact
from cases.wording.letters import as_title
from cases.wording.names import is_addressed, numbered, short_names, told_apart, words_of
from roles.catalogue import Catalogue, Kind, Reach, RoleInfo
from roles.fit import why_not_here
from roles.lexicon import is_letters, letters_in, looks_like_letters, public_name
from roles.presenters.words import has_badge, short_name
from web.english import in_words

LONGEST_BADGE = 9
MOST_NAME_WORDS = 4

#: What goes on the badge first: a licence says more than a degree.
BADGE_ORDER = (Kind.LICENCE, Kind.QUALIFICATION, Kind.REGISTRATION, Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the pages show them.

    ``name``, ``short`` and ``initials`` differ from everybody else's in the room. ``badge`` is '' when no
    letters stand for the role; ``role`` is the role in words, as written where it is one of several that say
    the same, '' when it is not clear yet. Letters and the state tell it, and nothing that was agreed.
    ``waits``: it is not clear only because the family's state is not told, and the letters vary by state.
    """

    id: int
    key: str
    name: str
    short: str
    initials: str
    badge: str = ""
    role: str = ""
    slug: str = ""
    waits: bool = False

    @property
    def unclear(self) -> bool:
        return not self.role

    @property
    def at_table(self) -> str:
        """As short as a chair on a phone is wide: 'Dr. O.' for Dr. Okafor; the initials keep two apart."""
        words = words_of(self.short)
        long = is_addressed(words) and len(self.short) > LONGEST_BADGE
        return f"{words[0]} {words[-1][0]}." if long else self.short


def people(members: Sequence[MemberFact], catalogue: Catalogue, state: str) -> dict[int, Person]:
    """Everybody on the team, in the order they were added, by id. ``state``: the family's, '' if not told."""
    names = [m.name for m in members]
    initials = all_initials([_fuller(m) for m in members])
    called = zip(members, told_apart(names), short_names(names), initials, strict=True)
    return {m.id: _person(m, catalogue, state, name, short, letters) for m, name, short, letters in called}


def team_of(reading: Reading) -> dict[int, Person]:
    """Everybody in a room."""
    return people(reading.room.members, reading.catalogue, reading.room.state)


def _person(
    member: MemberFact, catalogue: Catalogue, state: str, name: str, short: str, initials: str
) -> Person:
    credential, role = leading(member.credentials, catalogue)
    written = "" if role else _as_written(member, catalogue, state)
    here = _here(credential, role, catalogue, state) if credential and role else ""
    return Person(
        id=member.id,
        key=member.key,
        name=name,
        short=short,
        initials=initials,
        badge=_badge(credential, here, member.credentials) if credential else _worn([written]),
        role=_called(credential, role, here) if credential and role else written,
        slug=role.slug if role else "",
        waits=not role and _waits_for_state(member, catalogue, state),
    )


def _waits_for_state(member: MemberFact, catalogue: Catalogue, state: str) -> bool:
    """Letters that may be a role, where the state alone leaves it open; a job title is open in any state."""
    spoken = (Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
    could = [slug for c in member.credentials if c.kind not in spoken for slug in c.candidates]
    return any(why_not_here(catalogue, slug, state) == "no-state" for slug in could)


def _called(credential: CredentialFact, role: RoleInfo, here: str) -> str:
    """What somebody wears, never the same role's letters in another state: LPC Associate in Texas, not PCA.

    ``here`` are the role's letters in the family's state. Without them it is called as it was written.
    """
    if not has_badge(role):
        return short_name(role)
    fallback = short_name(role) if here == role.letters else in_words(as_title(here or credential.text))
    return _worn([credential.text, here]) or fallback


def _here(credential: CredentialFact, role: RoleInfo, catalogue: Catalogue, state: str) -> str:
    """The letters to show for words: letters that somebody wears stay, however long, and no others come."""
    if not has_badge(role):
        return ""
    entries = catalogue.names.get(public_name(catalogue, credential.text), ())
    worn = next((e.name for e in entries if e.role == role.slug and is_letters(e)), "")
    return worn or letters_in(catalogue, role, state)


def _as_written(member: MemberFact, catalogue: Catalogue, state: str) -> str:
    """Letters of several roles that agree on a need, such as MD on medicine; '' where they tell on none."""
    fit = person(member, catalogue, state)
    if all(fit.on(need).reach is Reach.UNKNOWN for need in catalogue.needs.values()):
        return ""
    return next((c.text for c in member.credentials if c.role or c.candidates), "")


def leading(
    credentials: Sequence[CredentialFact], catalogue: Catalogue
) -> tuple[CredentialFact | None, RoleInfo | None]:
    """The letters that say most about what someone does, with their role; (None, None) when none is clear."""
    clear = [
        (c, role)
        for c in credentials
        if (role := catalogue.roles.get(c.role)) is not None and not role.ambiguous and not c.candidates
    ]
    return min(clear, key=lambda pair: BADGE_ORDER.index(pair[0].kind), default=(None, None))


def _fuller(member: MemberFact) -> str:
    """The name as the signature has it, when it is the same person's: initials say more with a last name."""
    signed = member.said.split(",")[0].split("\n")[0].strip()
    known = {word.casefold() for word in words_of(member.name)}
    same = any(word.casefold() in known for word in signed.split())
    return signed if same and len(signed.split()) <= MOST_NAME_WORDS else member.name


def _badge(credential: CredentialFact, here: str, others: Sequence[CredentialFact]) -> str:
    """The letters themselves, the role's in this state, or known letters beside a job title, such as MD."""
    beside = [c.text for c in others if c.kind not in (Kind.TITLE, Kind.UNKNOWN)]
    return _worn([credential.text, here, *beside])


def _worn(texts: Sequence[str]) -> str:
    """The first that is short enough for a badge, '' without one."""
    return next((text for text in texts if len(text) <= LONGEST_BADGE and looks_like_letters(text)), "")


def all_initials(names: Sequence[str]) -> list[str]:
    """Two letters each, a number after those that would be the same."""
    return numbered([_initials(name) for name in names], form="{0:.1}{1}")


def _initials(name: str) -> str:
    words = words_of(name)
    words = words[1:] if is_addressed(words) else words
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()
