"""Builds the plain catalogue from the database, once per version, and keeps the last few in memory."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from datetime import date
from threading import Lock
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from roles.catalogue import (
    CapabilityInfo,
    Catalogue,
    CollisionInfo,
    FitInfo,
    NameEntry,
    NeedInfo,
    Reach,
    Reading,
    RoleInfo,
    SourceRef,
)
from roles.lexicon import fold
from roles.models import (
    Capability,
    CatalogueVersion,
    CollisionReading,
    Fit,
    Jurisdiction,
    Need,
    NeedCapability,
    Role,
    RoleName,
    Source,
    StateTitle,
)
from roles.state_titles import local_titles
from web.prepared import Prepared

KEPT = 3
AMBIGUOUS_TIER = "ambiguous-title"

_kept: OrderedDict[tuple[int, str], Catalogue] = OrderedDict()
_lock = Lock()


def current_catalogue() -> Catalogue:
    """The newest published catalogue; an empty one (number 0) before the first load.

    One small query to see which version is the newest, twelve more when this process does not have it yet.
    """
    return catalogue_at(NEWEST())


def catalogue_at(newest_version: Iterable[tuple[Any, ...]]) -> Catalogue:
    """The catalogue of what ``newest`` gave, for whoever asked that beside something else."""
    row = next(iter(newest_version), None)
    if row is None:
        return Catalogue(number=0)
    number, digest, checked_on = row
    known_by = (number, digest)
    with _lock:
        found = _kept.get(known_by)
        if found is None:
            found = _kept[known_by] = _build(number, checked_on)
        _kept.move_to_end(known_by)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found


def newest() -> QuerySet[CatalogueVersion, tuple[Any, ...]]:
    """The version that was published last, alone."""
    later = CatalogueVersion.objects.filter(number__gt=OuterRef("number"))
    return CatalogueVersion.objects.filter(~Exists(later)).values_list("number", "digest", "checked_on")


NEWEST = Prepared(newest)
"""Asked several times in one act."""


LISTED = ("jurisdiction_id", "tier", "term", "meaning", "stage")
"""What is read of a state's own titles."""


def _build(number: int, checked_on: date) -> Catalogue:
    return Catalogue(
        number=number,
        checked_on=checked_on,
        roles=_roles(),
        capabilities=_capabilities(),
        needs=_needs(),
        fits=_fits(),
        names=_names(),
        collisions=_collisions(),
        states=dict(Jurisdiction.objects.values_list("code", "name")),
        local=local_titles(StateTitle.objects.values_list(*LISTED)),
    )


def _roles() -> dict[str, RoleInfo]:
    roles: dict[str, RoleInfo] = {}
    for role in Role.objects.published():
        says = role.published
        assert says is not None
        roles[role.slug] = RoleInfo(
            slug=role.slug,
            letters=says.letters,
            name=says.name,
            kind=says.letters_kind,
            tier=says.tier,
            state=says.jurisdiction_id,
            licence=says.licence,
            brings=says.brings,
            needs_supervisor=says.needs_supervisor,
            ambiguous=says.tier == AMBIGUOUS_TIER,
            lede=says.lede,
            confused_with=says.confused_with,
            given=says.kind,
            supervised_by=frozenset(says.supervised_by),
            at_school=says.at_school,
        )
    return roles


def _capabilities() -> dict[str, CapabilityInfo]:
    names = ("slug", "title", "noun", "does", "does_not", "can", "clinical", "opened_by_training")
    rows = Capability.objects.values(*names, "trainings")
    return {
        row["slug"]: CapabilityInfo(**row | {"trainings": frozenset(map(fold, row["trainings"]))})
        for row in rows
    }


def _needs() -> dict[str, NeedInfo]:
    calls: dict[tuple[int, str], list[str]] = defaultdict(list)
    rows = NeedCapability.objects.order_by("need_id", "position")
    for need_id, mode, capability in rows.values_list("need_id", "mode", "capability__slug"):
        calls[need_id, mode].append(capability)
    first: dict[int, list[str]] = defaultdict(list)
    hints = Need.role_hints.through.objects.order_by("pk")  # written in the order of the data
    for need_id, role in hints.values_list("need_id", "role__slug"):
        first[need_id].append(role)
    return {need.slug: _need(need, calls, tuple(first[need.pk])) for need in Need.objects.all()}


def _need(need: Need, calls: dict[tuple[int, str], list[str]], first: tuple[str, ...]) -> NeedInfo:
    mode = NeedCapability.Mode
    return NeedInfo(
        slug=need.slug,
        title=need.title,
        noun=need.noun,
        safety=need.safety,
        urgency=need.urgency,
        all_of=tuple(calls[need.pk, mode.ALL]),
        any_of=tuple(calls[need.pk, mode.ANY]),
        helpful=tuple(calls[need.pk, mode.HELPFUL]),
        asks=need.asks,
        clear_answer=need.clear_answer,
        if_not=need.if_not,
        position=need.position,
        first_roles=first,
        mental_health=need.mental_health,
        keep_safe=frozenset(need.keep_safe),
    )


def _fits() -> dict[tuple[str, str, str], FitInfo]:
    cited = _cited()
    cell = ("role__slug", "capability__slug", "jurisdiction_id")
    says = ("claim", "reason", "confidence", "reviewed_on", "ground", "rule_of_id")
    fits: dict[tuple[str, str, str], FitInfo] = {}
    for pk, role, capability, place, value, *known in Fit.objects.values_list("id", *cell, "value", *says):
        claim, reason, confidence, on, ground, rule_of = known
        fits[role, capability, place or ""] = FitInfo(
            role=role,
            capability=capability,
            reach=Reach(value),
            claim=claim,
            reason=reason,
            confidence=confidence,
            reviewed_on=on,
            sources=tuple(cited[pk]),
            state=place or "",
            ground=ground,
            rule_of=rule_of or "",
        )
    return fits


def _cited() -> dict[int, list[SourceRef]]:
    """The sources of each fit, by its primary key, in the order of the file."""
    sources = {
        s.pk: SourceRef(s.key, s.title, s.address, s.kind, s.version, s.note) for s in Source.objects.all()
    }
    cited: dict[int, list[SourceRef]] = defaultdict(list)
    for fit_id, source_id in Fit.sources.through.objects.order_by("id").values_list("fit_id", "source_id"):
        cited[fit_id].append(sources[source_id])
    return cited


def _names() -> dict[str, tuple[NameEntry, ...]]:
    entries: dict[str, list[NameEntry]] = defaultdict(list)
    rows = RoleName.objects.exclude(role__published=None).order_by(
        "role__position", "name", "jurisdiction_id"
    )
    for name, role, kind, state in rows.values_list("name", "role__slug", "kind", "jurisdiction_id"):
        entries[fold(name)].append(NameEntry(name, role, kind, state or ""))
    return {key: tuple(found) for key, found in entries.items()}


def _collisions() -> dict[str, CollisionInfo]:
    readings: dict[str, list[Reading]] = defaultdict(list)
    rows = CollisionReading.objects.select_related("collision").prefetch_related("states")
    for row in rows.order_by("collision__title", "position"):
        readings[row.collision.title].append(_reading(row))
    return {fold(title): CollisionInfo(title, tuple(found)) for title, found in readings.items()}


def _reading(row: CollisionReading) -> Reading:
    return Reading(
        row.where,
        row.level,
        frozenset(state.code for state in row.states.all()),
        most_states=row.most_states,
        supervised=row.stage == CollisionReading.Stage.SUPERVISED,
        registered=row.stage == CollisionReading.Stage.REGISTERED,
    )
