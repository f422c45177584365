"""A read signature in words: what each group of letters is, what stays open, and what to ask."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from roles.catalogue import Catalogue, Kind, RoleInfo
from roles.decode import MAX_TEXT, Credential, Decoded, Training
from roles.lexicon import spelling
from roles.notes import Open
from roles.presenters.browse import Line, line
from roles.presenters.compare import AT_MOST
from roles.presenters.words import KINDS, first_sentence, may_be_a_license, what_it_is
from roles.wording.notes import say_notes

LOOKS = {
    Kind.DEGREE: "cred--deg",
    Kind.REGISTRATION: "cred--lic",
    Kind.LICENCE: "cred--role",
    Kind.QUALIFICATION: "cred--role",
    Kind.TITLE: "cred--deg cred--word",
    Kind.UNKNOWN: "cred--unknown",
}
SHOWN = 5
"""Roles a title could be that are shown at once; the others open on a tap."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something to say, and what a clear answer has."""

    say: str
    clear_answer: str


def _title() -> Words:
    say = _("What is your role on the team? Do you have a license or a certificate?")
    return Words(say, _("Letters, or a plain job title."))


def _several() -> Words:
    say = _("What do the letters after your name stand for?")
    return Words(say, _("The full name of the title, in plain words."))


def _where() -> Words:
    say = _("Where do you work, and what do you do for my child?")
    return Words(say, _("The kind of clinic, and the job in plain words."))


def _degree() -> Words:
    say = _("Are you licensed, or working toward it? Who do you report to?")
    return Words(say, _("A license name, or the name of a supervisor."))


def _on_the_way() -> Words:
    say = _("Who supervises your work with my child? How often do you talk?")
    return Words(say, _("A name, and about how often."))


def _supervisor() -> Words:
    say = _("Who is your supervisor? Could I have their number?")
    return Words(say, _("A name and a way to reach them."))


@dataclass(frozen=True, slots=True)
class Part:
    """One group of letters or one title. ``slug`` '' when no role is certain; see ``candidates`` then."""

    text: str
    look: str
    what: str
    name: str = ""
    says: str = ""
    note: str = ""
    slug: str = ""
    candidates: tuple[Line, ...] = ()
    more: tuple[Line, ...] = ()

    @property
    def link_words(self) -> str:
        """What leads to the role's own page."""
        return self.name or _("Read about this role")


@dataclass(frozen=True, slots=True)
class Parts:
    """The result. ``state_matters``: the reading depends on the state. ``read_up_to``: '' or a length.

    ``others``: further people in the paste, who were not read.
    """

    name: str
    parts: tuple[Part, ...]
    asks: tuple[Words, ...]
    state_matters: bool
    read_up_to: str
    others: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The slugs of the roles that are certain, for a comparison."""
        return tuple(dict.fromkeys(part.slug for part in self.parts if part.slug))

    @property
    def side_by_side(self) -> str:
        """Asks for a comparison of these roles; '' when there is nothing to compare."""
        return "&".join(f"r={slug}" for slug in self.roles[:AT_MOST]) if len(self.roles) > 1 else ""


def decoded_parts(decoded: Decoded, catalogue: Catalogue) -> Parts:
    """What a page shows of a decoded signature. A title is "could be one of these", never a role."""
    return Parts(
        name=decoded.name,
        parts=(
            *(_part(credential, catalogue) for credential in decoded.credentials),
            *(_training(training) for training in decoded.trainings),
        ),
        asks=_asks(decoded, catalogue),
        state_matters=any(credential.state_matters for credential in decoded.credentials),
        read_up_to=f"{MAX_TEXT:,}" if decoded.truncated else "",
        others=decoded.others,
    )


def _part(credential: Credential, catalogue: Catalogue) -> Part:
    role = catalogue.roles.get(credential.role)
    open_ones = tuple(
        line(catalogue.roles[slug]) for slug in credential.candidates if slug in catalogue.roles
    )
    what = _what(credential, role)
    return Part(
        text=_as_worn(credential, catalogue),
        look=LOOKS[credential.kind],
        what=what,
        name=role.name if role and role.name.casefold() != credential.text.casefold() else "",
        says=first_sentence(role.lede) if role and _tells_itself(credential) else "",
        note=say_notes(credential.notes, catalogue, under=_headed(credential.kind, what)),
        slug=role.slug if role else "",
        candidates=open_ones[:SHOWN],
        more=open_ones[SHOWN:],
    )


def _as_worn(credential: Credential, catalogue: Catalogue) -> str:
    """The text as written, but for small letters: 'lcsw' is LCSW on a badge."""
    return spelling(credential.text, catalogue) if credential.text.islower() else credential.text


def _tells_itself(credential: Credential) -> bool:
    """May a role's own sentence be told as a fact? Not where it comes from another state."""
    return credential.kind is not Kind.DEGREE and not credential.from_elsewhere


def _training(training: Training) -> Part:
    return Part(
        training.text,
        "cred--deg",
        _("Extra training"),
        note=_("Ask if they hold a certificate, and since when."),
    )


def _what_of_several(credential: Credential) -> str:
    """The same for letters that mean no one role."""
    if _is_broad(credential):
        return str(KINDS[Kind.LICENCE])
    if _is_in_doubt(credential):
        return _("We don’t know yet")
    if credential.kind in (Kind.DEGREE, Kind.UNKNOWN):
        return str(KINDS[credential.kind])
    return _("It depends on the state") if credential.state_matters else _("It could mean a few roles")


def _what(credential: Credential, role: RoleInfo | None) -> str:
    """The heading of a part: what kind of letters these are."""
    if credential.is_title or credential.kind is Kind.TITLE:
        one = len(credential.candidates) == 1
        return str(KINDS[Kind.TITLE]) if one else _("A title. It could mean a few jobs.")
    if role is None:
        return _what_of_several(credential)
    if credential.kind is not Kind.QUALIFICATION or role.kind is not Kind.QUALIFICATION:
        return str(KINDS[credential.kind])
    depends = credential.from_elsewhere and not may_be_a_license(role)
    return _("It depends on the state") if depends else what_it_is(role)


def _asks_what_they_are(credential: Credential) -> bool:
    if credential.kind is Kind.UNKNOWN:
        return not _is_in_doubt(credential)
    return bool(credential.candidates) and not credential.is_title and not _is_broad(credential)


def _is_in_doubt(credential: Credential) -> bool:
    """Letters or a title we know, with words beside them that leave open whether they are held."""
    in_doubt = any(note.open in (Open.ON_THE_WAY, Open.NOT_HELD) for note in credential.notes)
    return credential.kind is Kind.UNKNOWN and in_doubt


def _is_broad(credential: Credential) -> bool:
    """A license we know, held in more jobs than the one it could be here."""
    known = credential.kind is Kind.LICENCE and not credential.role and not credential.state_matters
    return known and len(credential.candidates) == 1


def _headed(kind: Kind, what: str) -> Kind | None:
    """The kind of letters, where the heading says no more than that."""
    return kind if what == KINDS[kind] else None


def _asks(decoded: Decoded, catalogue: Catalogue) -> tuple[Words, ...]:
    """At most two things to ask, the most open matter first."""
    found = decoded.credentials
    certain = [catalogue.roles[c.role] for c in found if c.role in catalogue.roles]
    kinds = {c.kind for c in found}
    asks = {
        _title: any(c.is_title for c in found) and not certain,
        _several: any(map(_asks_what_they_are, found)),
        _where: any(map(_is_broad, found)),
        _degree: any(map(_is_in_doubt, found))
        or (Kind.DEGREE in kinds and not any(role.kind is not Kind.DEGREE for role in certain)),
        _on_the_way: Kind.REGISTRATION in kinds,
        _supervisor: Kind.REGISTRATION not in kinds
        and any(role.needs_supervisor and role.kind is not Kind.DEGREE for role in certain),
    }
    return tuple(words() for words, wanted in asks.items() if wanted)[:2]
