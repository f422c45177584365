"""Two to four roles side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roles.catalogue import Catalogue, Reach, RoleInfo
from roles.fit import only_helps
from roles.hooks import InRoom
from roles.models import RoleRevision
from roles.presenters.words import (
    MARKS,
    ONLY_HELPS,
    REACH_CLASS,
    REACH_WORDS,
    has_badge,
    short_name,
    what_it_is,
)
from web.english import listed

AT_MOST = 4
ASKED_MOST = (
    "individual-psychotherapy",
    "family-therapy",
    "diagnosis",
    "safety-planning",
    "trauma-treatment",
    "medication",
    "daily-living",
)
"""The rows parents look for first; the other capabilities follow in catalogue order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address asked for: the roles kept, and what was left out and why."""

    roles: tuple[RoleInfo, ...]
    unknown: tuple[str, ...] = ()
    too_many: tuple[RoleInfo, ...] = ()

    @property
    def slugs(self) -> tuple[str, ...]:
        return tuple(role.slug for role in self.roles)

    @property
    def unknown_words(self) -> str:
        return ", ".join(f"“{word}”" for word in self.unknown)

    @property
    def left_out(self) -> str:
        return ", ".join(role.letters for role in self.too_many)


@dataclass(frozen=True, slots=True)
class Cell:
    """``look`` is yes, some, maybe, no, who (names), or '' for plain words; ``bare`` ones have no mark."""

    word: str
    look: str = ""
    more: str = ""
    bare: bool = False

    @property
    def mark(self) -> str:
        return "" if self.bare else MARKS.get(self.look, "")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared. ``mine`` marks the row about the reader's own room."""

    title: str
    cells: tuple[Cell, ...]
    mine: bool = False

    @property
    def same(self) -> bool:
        return not self.mine and len({(cell.word, cell.look) for cell in self.cells}) == 1

    @property
    def css(self) -> str:
        return "mine" if self.mine else "same" if self.same else ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column. ``called`` is the short name, for sentences and labels.

    ``without`` asks for the table without this role.
    """

    slug: str
    badge: str
    name: str
    called: str
    place: str
    without: str


@dataclass(frozen=True, slots=True)
class Comparison:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> str:
        return listed([column.called for column in self.columns], most=AT_MOST)

    @property
    def title(self) -> str:
        return _("Compare %(names)s") % {"names": self.names}

    @property
    def has_room(self) -> bool:
        return len(self.columns) < AT_MOST

    @property
    def alike(self) -> str:
        """How many rows say the same for every role; '' for none."""
        same = sum(row.same for row in self.rows)
        if not same:
            return ""
        if len(self.columns) == 2:
            told = ngettext(
                "%(count)d line says the same for both.", "%(count)d lines say the same for both.", same
            )
        else:
            told = ngettext(
                "%(count)d line says the same for all.", "%(count)d lines say the same for all.", same
            )
        return told % {"count": same}


def choose(catalogue: Catalogue, asked: Iterable[str]) -> Choice:
    """The roles of an address such as ``?r=qmha&r=qmhp``; each once, at most four, unknown ones named."""
    wanted = list(dict.fromkeys(word.strip() for word in asked if word.strip()))
    known = [catalogue.roles[slug] for slug in wanted if slug in catalogue.roles]
    unknown = tuple(slug[:40] for slug in wanted if slug not in catalogue.roles)
    return Choice(tuple(known[:AT_MOST]), unknown, tuple(known[AT_MOST:]))


def compare(
    catalogue: Catalogue,
    roles: Sequence[RoleInfo],
    *,
    revisions: Mapping[str, RoleRevision],
    people: Iterable[InRoom] = (),
) -> Comparison:
    """The table: who has the role in the reader's rooms, what each may do, and what it takes."""
    slugs = [role.slug for role in roles]
    first = [slug for slug in ASKED_MOST if slug in catalogue.capabilities]
    order = first + [slug for slug in catalogue.capabilities if slug not in first]
    reaches = [
        Row(_("Can %(can)s") % {"can": catalogue.capabilities[cap].can}, _reach_cells(catalogue, slugs, cap))
        for cap in order
    ]
    rows = (
        *_room_rows(slugs, tuple(people)),
        *reaches[: len(first)],
        Row(_("What it is"), tuple(Cell(what_it_is(role)) for role in roles)),
        Row(_("License"), tuple(Cell(revisions[slug].license_short) for slug in slugs)),
        Row(_("School"), tuple(Cell(revisions[slug].school_short) for slug in slugs)),
        Row(_("Works under"), tuple(Cell(revisions[slug].works_under_short) for slug in slugs)),
        *reaches[len(first) :],
    )
    return Comparison(tuple(_column(catalogue, role, slugs) for role in roles), rows)


def _column(catalogue: Catalogue, role: RoleInfo, slugs: Sequence[str]) -> Column:
    without = "".join(f"r={slug}&" for slug in slugs if slug != role.slug)
    place = "" if role.state == "US" else catalogue.states.get(role.state, role.state)
    return Column(
        role.slug, role.letters if has_badge(role) else "", role.name, short_name(role), place, without
    )


def _reach_cells(catalogue: Catalogue, slugs: Sequence[str], capability: str) -> tuple[Cell, ...]:
    return tuple(_reach_cell(catalogue, slug, capability) for slug in slugs)


def _reach_cell(catalogue: Catalogue, slug: str, capability: str) -> Cell:
    fit = catalogue.fits.get((slug, capability, ""))
    if fit is None:
        return Cell(str(REACH_WORDS[Reach.UNKNOWN]), REACH_CLASS[Reach.UNKNOWN])
    helps = only_helps(catalogue, slug, capability, fit.reach)
    return Cell(str(ONLY_HELPS if helps else REACH_WORDS[fit.reach]), REACH_CLASS[fit.reach], fit.reason)


def _room_rows(slugs: Sequence[str], people: tuple[InRoom, ...]) -> tuple[Row, ...]:
    """One row for each room somebody with one of the roles is in."""
    rooms = dict.fromkeys(person.room for person in people)
    return tuple(
        Row(
            _("In %(child)s’s room") % {"child": room},
            tuple(_who(slug, room, people) for slug in slugs),
            mine=True,
        )
        for room in rooms
    )


def _who(slug: str, room: str, people: tuple[InRoom, ...]) -> Cell:
    names = [person.name for person in people if person.role == slug and person.room == room]
    return Cell(", ".join(names), "who") if names else Cell(_("No one yet"), "no", bare=True)
