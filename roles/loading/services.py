"""Publishes the data files as the newest version of the catalogue, or does nothing when nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction

from audit.services import record
from roles.loading.reading import read_catalogue
from roles.loading.revisions import publish_roles
from roles.loading.tables import Entry, Key, Tables
from roles.loading.writing import sync, sync_links
from roles.models import (
    Board,
    Capability,
    CatalogueVersion,
    Collision,
    CollisionReading,
    CrisisLine,
    Fit,
    Jurisdiction,
    Need,
    NeedCapability,
    Notice,
    Question,
    RoleName,
    Source,
    StateTitle,
)
from roles.signals import catalogue_published

DATA = settings.ROOT / "roles" / "data"


class StillInUse(Exception):
    """The data leave out something that rooms may refer to; nothing was written."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. ``version`` is the newest one; ``made`` says whether this load made it."""

    version: CatalogueVersion
    made: bool
    tables: Tables
    new_revisions: int = 0


def load_catalogue(*, data: Path = DATA, by: Any = None, at: datetime) -> Loaded:
    """Read the data folder and publish it in one transaction.

    The same data a second time write nothing. Raises BrokenData when the files have problems and StillInUse
    when they leave out a need, capability or question that is published; then nothing is written either.
    """
    tables = read_catalogue(data)
    newest = CatalogueVersion.objects.order_by("-number").first()
    if newest is not None and newest.digest == tables.digest:
        return Loaded(newest, made=False, tables=tables)
    with transaction.atomic():
        # The unique number makes two loads at once one after the other: the second fails and can be repeated.
        version = CatalogueVersion.objects.create(
            number=newest.number + 1 if newest else 1,
            digest=tables.digest,
            published_at=at,
            checked_on=tables.checked_on,
        )
        new_revisions = _write(tables, version)
        record(by=by, verb="catalogue.published", on=version, number=version.number)
        transaction.on_commit(lambda: _announce(version.number))
    return Loaded(version, made=True, tables=tables, new_revisions=new_revisions)


def _announce(number: int) -> None:
    catalogue_published.send(sender=CatalogueVersion, number=number)


def _write(tables: Tables, version: CatalogueVersion) -> int:
    sources = _by_name(sync(Source, ("key",), tables.sources, keep_missing=True))
    sync(Jurisdiction, ("code",), tables.jurisdictions, keep_missing=True)
    roles, new_revisions = publish_roles(tables.roles, version, sources)
    capabilities = _lasting(Capability, "slug", tables.capabilities)
    needs = _lasting(Need, "slug", tables.needs)
    questions = _lasting(Question, "key", tables.questions)
    _write_places(tables, sources)
    names = {(roles[role], name, state or None): e for (role, name, state), e in tables.names.items()}
    _sourced(RoleName, ("role_id", "name", "jurisdiction_id"), names, sources)
    fits = {(roles[r], capabilities[c], state or None): e for (r, c, state), e in tables.fits.items()}
    _sourced(Fit, ("role_id", "capability_id", "jurisdiction_id"), fits, sources)
    calls = {(needs[n], capabilities[c]): e for (n, c), e in tables.calls.items()}
    sync(NeedCapability, ("need_id", "capability_id"), calls)
    _sourced(CrisisLine, ("key",), tables.crisis_lines, sources)
    _sourced(Notice, ("key",), tables.notices, sources)
    for model, ids, table in (
        (Capability, capabilities, tables.capabilities),
        (Need, needs, tables.needs),
        (Question, questions, tables.questions),
    ):
        _link(model, "sources", {(ids[key[0]],): e for key, e in table.items()}, sources)
    _link(Need, "role_hints", {(needs[key[0]],): e for key, e in tables.needs.items()}, roles)
    _link(Question, "for_roles", {(questions[key[0]],): e for key, e in tables.questions.items()}, roles)
    return new_revisions


def _write_places(tables: Tables, sources: Mapping[str, int]) -> None:
    _sourced(StateTitle, ("jurisdiction_id", "tier", "position"), tables.titles, sources)
    _sourced(Board, ("jurisdiction_id", "position"), tables.boards, sources)
    collisions = _by_name(_sourced(Collision, ("title",), tables.collisions, sources))
    readings = {(collisions[title], position): e for (title, position), e in tables.readings.items()}
    ids = sync(CollisionReading, ("collision_id", "position"), readings)
    codes = {code: code for (code,) in tables.jurisdictions}
    _link(CollisionReading, "states", {(ids[key],): entry for key, entry in readings.items()}, codes)


def _lasting(model: type[models.Model], key: str, wanted: Mapping[Key, Entry]) -> dict[str, int]:
    """A table that rooms point at: its rows change in place and never leave."""
    there = set(model._default_manager.values_list(key, flat=True))
    left_out = sorted(there - {name for (name,) in wanted})
    if left_out:
        raise StillInUse(
            f"{model._meta.verbose_name} {', '.join(left_out)}: published before, and not in the data now. "
            "Rooms may refer to it, so keep it in the data."
        )
    return _by_name(sync(model, (key,), wanted))


def _sourced(
    model: type[models.Model], key: tuple[str, ...], wanted: Mapping[Key, Entry], sources: Mapping[str, int]
) -> dict[Key, Any]:
    ids = sync(model, key, wanted)
    _link(model, "sources", {(ids[natural],): entry for natural, entry in wanted.items()}, sources)
    return ids


def _link(
    model: type[models.Model], name: str, by_id: Mapping[Key, Entry], targets: Mapping[str, int]
) -> None:
    sync_links(model, name, {pk: [targets[t] for t in entry.links[name]] for (pk,), entry in by_id.items()})


def _by_name(ids: Mapping[Key, Any]) -> dict[str, Any]:
    return {name: pk for (name,), pk in ids.items()}
