"""The list of roles: common ones first, then A to Z or by kind of help, or what a search found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from roles.catalogue import Catalogue, RoleInfo
from roles.presenters.words import GROUPS, OTHER_GROUP, first_sentence, group_of, has_badge
from roles.search import Hit

COMMON = ("qmha", "qmhp", "msw", "lcsw", "lpc", "lmft", "psychologist", "psychiatrist")
"""The eight roles families meet most."""


@dataclass(frozen=True, slots=True)
class Line:
    """One role in a list. ``badge`` is '' for a role without letters, ``matched`` when its own name fits."""

    slug: str
    badge: str
    name: str
    says: str = ""
    matched: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    lines: tuple[Line, ...]


def line(role: RoleInfo, *, says: bool = False, matched: str = "") -> Line:
    badge = role.letters if has_badge(role) else ""
    return Line(role.slug, badge, role.name, first_sentence(role.lede) if says else "", matched)


def common(catalogue: Catalogue) -> tuple[Line, ...]:
    return tuple(line(catalogue.roles[slug], says=True) for slug in COMMON if slug in catalogue.roles)


def _sort_key(role: RoleInfo) -> str:
    return role.letters.strip("'‘’\"").casefold()


def a_to_z(catalogue: Catalogue) -> tuple[Group, ...]:
    """Every role under the first letter of what stands on its badge."""
    roles = sorted(catalogue.roles.values(), key=_sort_key)
    return tuple(
        Group(first, first, tuple(line(role) for role in found))
        for first, found in groupby(roles, key=lambda role: _sort_key(role)[0].upper())
    )


def by_kind(catalogue: Catalogue) -> tuple[Group, ...]:
    """Every role under the plain kind of help it gives."""
    wanted = [*((key, str(title)) for key, title, _tiers in GROUPS), (OTHER_GROUP[0], str(OTHER_GROUP[1]))]
    groups = (
        Group(key, title, tuple(line(r) for r in catalogue.roles.values() if group_of(r.tier)[0] == key))
        for key, title in wanted
    )
    return tuple(group for group in groups if group.lines)


def title(words: str) -> str:
    """What the browser's tab says."""
    if not words:
        return _("Look up a role")
    return _("Look up: %(words)s") % {"words": Truncator(words).chars(40)}


def found(hits: tuple[Hit, ...]) -> tuple[Line, ...]:
    """What a search found, each with the name that fits when it is not the role's own."""
    return tuple(
        line(
            hit.role,
            says=True,
            matched="" if hit.matched in (hit.role.letters, hit.role.name) else hit.matched,
        )
        for hit in hits
    )
