"""Brings one table in line with the data in a few statements: what is the same is not written again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from roles.loading.tables import Entry, Key

BATCH = 400


def sync(
    model: type[models.Model],
    key: tuple[str, ...],
    wanted: Mapping[Key, Entry],
    *,
    keep_missing: bool = False,
) -> dict[Key, Any]:
    """Create, change and (unless ``keep_missing``) delete rows so that the table holds what is wanted.

    ``key`` names the columns of the natural key. Rows that stay keep their primary keys, which are returned
    by natural key.
    """
    rows = {tuple(getattr(row, column) for column in key): row for row in model._default_manager.all()}
    gone = [row.pk for natural, row in rows.items() if natural not in wanted]
    if gone and not keep_missing:
        _delete(model, gone)
    fresh = [
        model(**dict(zip(key, natural, strict=True)), **entry.columns)
        for natural, entry in wanted.items()
        if natural not in rows
    ]
    _update(model, [(rows[natural], entry.columns) for natural, entry in wanted.items() if natural in rows])
    made = model._default_manager.bulk_create(fresh, batch_size=BATCH)
    rows |= {tuple(getattr(row, column) for column in key): row for row in made}
    return {natural: rows[natural].pk for natural in wanted}


def sync_links(model: type[models.Model], name: str, wanted: Mapping[Any, Iterable[Any]]) -> None:
    """Make a many-to-many list hold exactly the wanted targets, for every row of the model.

    In their order, which is that of the primary keys: a list that differs is written anew.
    """
    through, here, there = _through(model, name)
    old: dict[Any, dict[Any, Any]] = {}
    for pk, owner, target in through.objects.order_by("pk").values_list("pk", here, there):
        old.setdefault(owner, {})[target] = pk
    lists = {owner: list(dict.fromkeys(targets)) for owner, targets in wanted.items()}
    same = {owner for owner, targets in old.items() if lists.get(owner) == [*targets]}
    _delete(through, [pk for owner, targets in old.items() if owner not in same for pk in targets.values()])
    add_links(
        model, name, [(o, target) for o, targets in lists.items() if o not in same for target in targets]
    )


def add_links(model: type[models.Model], name: str, pairs: Iterable[tuple[Any, Any]]) -> None:
    """In the order in which they come."""
    through, here, there = _through(model, name)
    rows = [through(**{here: owner, there: target}) for owner, target in pairs]
    through.objects.bulk_create(rows, batch_size=BATCH)


def _update(model: type[models.Model], pairs: list[tuple[models.Model, dict[str, Any]]]) -> None:
    changed, columns = [], set[str]()
    for row, values in pairs:
        different = {name for name, value in values.items() if getattr(row, name) != value}
        for name in different:
            setattr(row, name, values[name])
        if different:
            changed.append(row)
            columns |= different
    if changed:
        model._default_manager.bulk_update(changed, sorted(columns), batch_size=BATCH // 4)


def _delete(model: type[models.Model], pks: list[Any]) -> None:
    for start in range(0, len(pks), BATCH):
        model._default_manager.filter(pk__in=pks[start : start + BATCH]).delete()


def _through(model: type[models.Model], name: str) -> tuple[Any, str, str]:
    """The table between, and the columns of its two ends."""
    relation: Any = model._meta.get_field(name)
    return (
        relation.remote_field.through,
        f"{relation.m2m_field_name()}_id",
        f"{relation.m2m_reverse_field_name()}_id",
    )
