"""Needs to pick from, and one need with who fits it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from cases.person_fit import MEDICINE
from cases.presenters.named import Named, named_for
from cases.presenters.people import Person
from cases.presenters.whom import whom_about
from cases.reader import Reading
from cases.roles_for import roles_for
from cases.snapshot import Cell, CellWhy, Mark
from cases.wording import PARENT, Voice
from cases.wording.grid import say_cell, say_mark, say_row
from cases.wording.names import names_in
from cases.wording.roles_for import on_what_condition
from roles.catalogue import Catalogue
from roles.models import Need
from roles.presenters.words import has_badge
from web.english import closed

MOST_ROLES = 12


@dataclass(frozen=True, slots=True)
class Choice:
    slug: str
    title: str
    plain: str
    safety: bool
    picked: bool


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """A group of needs: the common ones are offered first, ``more`` stands behind "More"."""

    slug: str
    title: str
    common: tuple[Choice, ...]
    more: tuple[Choice, ...]


def needs_picker(needs: Iterable[Need], picked: Collection[str]) -> tuple[NeedGroup, ...]:
    """The groups in their order; a rare need that is picked already stands with the common ones."""
    groups = []
    for (slug, title), found in groupby(needs, key=lambda n: (n.group, n.group_title)):
        choices = [(n.common, Choice(n.slug, n.title, n.plain, n.safety, n.slug in picked)) for n in found]
        groups.append(
            NeedGroup(
                slug=slug,
                title=title,
                common=tuple(c for common, c in choices if common or c.picked),
                more=tuple(c for common, c in choices if not (common or c.picked)),
            )
        )
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class CellLine:
    """One person beside one need."""

    person: Person
    mark: str
    mark_words: str
    words: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role that could lead it; ``condition`` '' for one that leads all of it by itself."""

    slug: str
    badge: str
    name: str
    condition: str


@dataclass(frozen=True, slots=True)
class NeedPage:
    """One need: the marks by person, the roles that could lead it, and whom to ask first.

    ``others`` are to be asked when ``ask`` is nobody; ``named`` are those whom answers named.
    """

    slug: str
    title: str
    safety: bool
    gap: bool
    words: str
    say: str
    clear_answer: str
    if_not: str
    cells: tuple[CellLine, ...]
    roles: tuple[RoleLine, ...]
    more_roles: tuple[RoleLine, ...]
    ask: Person | None
    others: str
    named: tuple[Named, ...] = ()

    @property
    def told(self) -> str:
        """Who leads it by now, as a sentence."""
        return closed(self.words)

    @property
    def ask_first(self) -> str:
        """Whom to ask, inside a sentence."""
        return self.ask.short if self.ask else self.others


ORDER = (Mark.LEAD, Mark.COULD, Mark.HELP, Mark.ASK, Mark.NONE)


def need_page(slug: str, reading: Reading, team: dict[int, Person], voice: Voice) -> NeedPage | None:
    """The page of one picked need; None when it is not picked in this room."""
    row = next((row for row in reading.coverage.rows if row.need == slug), None)
    if row is None:
        return None
    info = reading.catalogue.needs[slug]
    roles = roles_that_could(slug, reading.catalogue, reading.room.state, voice)
    cells = sorted(row.cells, key=lambda c: (ORDER.index(c.mark), c.why is CellWhy.SAID_NO))
    called = names_in(reading.room)
    return NeedPage(
        slug=slug,
        title=info.title,
        safety=info.safety,
        gap=not row.has_lead,
        words=say_row(row, called, voice),
        say=info.asks.replace("{child}", reading.room.child),
        clear_answer=info.clear_answer,
        if_not=info.if_not,
        cells=tuple(_cell(cell, team, called, voice) for cell in cells),
        roles=roles[:MOST_ROLES],
        more_roles=roles[MOST_ROLES:],
        ask=whom_about(slug, reading, team),
        others=_("the child’s doctor or the agency") if MEDICINE in info.all_of else _("the agency"),
        named=() if row.has_lead else named_for(slug, reading, team),
    )


def _cell(cell: Cell, team: dict[int, Person], called: Mapping[int, str], voice: Voice) -> CellLine:
    return CellLine(team[cell.member], cell.mark.value, say_mark(cell, voice), say_cell(cell, called, voice))


def roles_that_could(
    need: str, catalogue: Catalogue, state: str, voice: Voice = PARENT
) -> tuple[RoleLine, ...]:
    """The roles to look for, each with its condition in words."""
    lines = []
    for told in roles_for(catalogue.needs[need], catalogue, state):
        role = catalogue.roles[told.role]
        badge = role.letters if has_badge(role) else ""
        lines.append(RoleLine(role.slug, badge, role.name, on_what_condition(told, catalogue, voice)))
    return tuple(lines)
