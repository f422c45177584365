"""Everything one role's page says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from roles.catalogue import Catalogue, RoleInfo
from roles.decode import fold
from roles.models import Question, RoleFact, RoleName, RoleRevision, StateTitle
from roles.presenters.asks import in_turn
from roles.presenters.elsewhere import (
    MeaningByState,
    OtherName,
    OtherStates,
    other_names,
    other_states,
    spelled,
)
from roles.presenters.facts import Facts, grouped
from roles.presenters.fits import FitLine, Lists, lists
from roles.presenters.sources import Cite, Numbered
from roles.presenters.words import first_sentence, group_of, has_badge, one_letter_apart, short_name
from web.english import capital, with_article

OPEN = "message-circle-question-mark"
ASKED_FIRST, ASKED_AT_MOST = 3, 12
"""Questions shown at once, and shown at all; the page of all questions has the rest."""


@dataclass(frozen=True, slots=True)
class RoleRows:
    """The rows a role's page is made of, each kind asked for once."""

    revision: RoleRevision
    facts: Iterable[RoleFact]
    questions: Iterable[Question]
    names: Iterable[RoleName]
    titles: Iterable[StateTitle]


@dataclass(frozen=True, slots=True)
class Head:
    """How the role is named. ``badge`` '' without letters; ``place`` '' when no single law holds."""

    badge: str
    called: str
    a_called: str
    group: tuple[str, str]
    place: str


@dataclass(frozen=True, slots=True)
class LookAlike:
    """The role it is mixed up with."""

    role: RoleInfo
    title: str
    says: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Column:
    """One of the role's lists as it stands on the page: its colour, mark and sign, and ``hint`` or ''."""

    css: str
    mark: str
    sign: str
    title: str
    hint: str
    lines: tuple[FitLine, ...]


@dataclass(frozen=True, slots=True)
class RolePage:
    """What ``roles/detail.html`` shows. ``elsewhere_read``: its facts do not hold in the reader's state."""

    role: RoleInfo
    revision: RoleRevision
    head: Head
    elsewhere_read: bool
    lists: Lists
    columns: tuple[Column, ...]
    facts: Facts
    questions: tuple[Question, ...]
    more_questions: tuple[Question, ...]
    look_alike: LookAlike | None
    names: tuple[OtherName, ...]
    elsewhere: OtherStates
    collisions: tuple[MeaningByState, ...]
    sources: tuple[Cite, ...]
    catalogue: int


def role_page(catalogue: Catalogue, slug: str, rows: RoleRows, *, state: str = "") -> RolePage:
    """Puts the page together for a reader in ``state``, '' when not told."""
    role, numbered, asked = catalogue.roles[slug], Numbered(), _asked(rows.questions)
    head, found = _head(catalogue, role), lists(catalogue, slug, state, numbered)
    return RolePage(
        role=role,
        revision=rows.revision,
        head=head,
        elsewhere_read=bool(head.place and state and state != role.state),
        lists=found,
        columns=tuple(column for column in _columns(head, found) if column.lines),
        facts=grouped(rows.facts, numbered, catalogue.checked_on),
        questions=asked[:ASKED_FIRST],
        more_questions=asked[ASKED_FIRST:],
        look_alike=look_alike(catalogue, role),
        names=other_names(rows.names, role, numbered, catalogue.checked_on),
        elsewhere=other_states(rows.titles, role, state),
        collisions=_collisions(catalogue, role),
        sources=numbered.all,
        catalogue=catalogue.number,
    )


def _head(catalogue: Catalogue, role: RoleInfo) -> Head:
    return Head(
        badge=role.letters if has_badge(role) else "",
        called=short_name(role),
        a_called=with_article(short_name(role)),
        group=group_of(role.tier),
        place="" if role.state == "US" else catalogue.states.get(role.state, role.state),
    )


def _columns(head: Head, found: Lists) -> tuple[Column, ...]:
    can = _("%(a_role)s can") % {"a_role": capital(head.a_called)}
    outside = _("Outside %(a_role)s’s training") % {"a_role": head.a_called}
    no_no = _("We have no source for these. That is not a no.")
    ask = _("The title alone does not tell. Some helpers have extra training for this.")
    return (
        Column("yes", "lead", "check", can, "", found.can),
        Column("no", "none", "circle-dashed", outside, "", found.outside),
        Column("quiet", "help", "users", _("Only with a supervisor"), "", found.supervised),
        Column("quiet", "ask", OPEN, _("It depends: ask"), ask, found.depends),
        Column("quiet", "ask", OPEN, _("We don’t know yet"), no_no, found.unknown),
    )


def _asked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The role's own questions in turn of their subjects, then those for anyone."""
    rows = tuple(questions)
    own = in_turn(row for row in rows if not row.for_anyone)
    return (*own, *in_turn(row for row in rows if row.for_anyone))[:ASKED_AT_MOST]


def look_alike(catalogue: Catalogue, role: RoleInfo) -> LookAlike | None:
    """The role this one is mixed up with, or None."""
    other = catalogue.roles.get(role.confused_with)
    if other is None:
        return None
    ours, theirs = short_name(role), short_name(other)
    title = _("One letter apart") if one_letter_apart(ours, theirs) else _("Easy to mix up")
    return LookAlike(other, title, first_sentence(other.lede), ours, theirs)


def _collisions(catalogue: Catalogue, role: RoleInfo) -> tuple[MeaningByState, ...]:
    """Letters of this role that change meaning by state."""
    own = {fold(part) for part in (role.letters, role.name, short_name(role), *role.letters.split(" / "))}
    return tuple(
        spelled(collision, catalogue.states)
        for collision in catalogue.collisions.values()
        if own & {fold(part) for part in (collision.title, *collision.title.split(" / "))}
    )
