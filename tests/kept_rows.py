"""Rows that services wrote once, put back as they were: what many tests begin with is made once a worker.

The keys stay the same, so that what names them in values holds. What was written while it was made gets the
present moment; the day it is made on is a part of what it is known by.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Field, Model
from django.db.models.sql import InsertQuery

from accounts.models import User
from roles.reader import current_catalogue
from web.clock import now

WRITTEN_BY_SERVICES = ("audit", "cases", "notify")
Rows = dict[type[Model], list[Model]]


@dataclass(frozen=True)
class Kept:
    """All rows of a case, whose they are, and between which moments they were written."""

    case: int
    owner: int
    rows: Rows
    began: datetime
    ended: datetime


@dataclass
class Shelf:
    """What is kept of one thing to make, until a new day, another catalogue or a person of another kind."""

    known_by: tuple[Any, ...] = ()
    kept: Kept | None = None


def once(shelf: Shelf, owner: User, make: Callable[[], Model]) -> int:
    """The key of the case that ``make`` makes for ``owner``: made, or put back inside a transaction.

    Outside of one it is made, as what waits for a commit is a part of it; so it is where a key is taken.
    """
    if not connection.in_atomic_block:
        return make().pk
    today = now().date(), now().astimezone(ZoneInfo(owner.time_zone)).date()
    known_by = (*today, owner.time_zone, owner.language, current_catalogue())
    if shelf.known_by == known_by and shelf.kept:
        if put_back(shelf.kept, owner):
            return shelf.kept.case
        return make().pk
    shelf.kept, shelf.known_by = keep(owner, make), known_by
    return shelf.kept.case


def keep(owner: User, make: Callable[[], Model]) -> Kept:
    before = {model: set(model._base_manager.values_list("pk", flat=True)) for model in models()}
    began = now()
    case = make()
    ended = now()
    rows = {model: [*model._base_manager.exclude(pk__in=before[model]).order_by("pk")] for model in models()}
    return Kept(case.pk, owner.pk, {model: some for model, some in rows.items() if some}, began, ended)


def models() -> Iterator[type[Model]]:
    """In the order in which their tables were declared: rows are put back under what they point to."""
    for app in WRITTEN_BY_SERVICES:
        yield from apps.get_app_config(app).get_models(include_auto_created=True)


def put_back(kept: Kept, owner: User) -> bool:
    """False where a key is taken: then nothing was put back."""
    later = now() - kept.ended
    try:
        with transaction.atomic():
            for model, rows in kept.rows.items():
                insert(model, [theirs(row, kept, owner, later) for row in rows])
    except IntegrityError:
        return False
    return True


def theirs(row: Model, kept: Kept, owner: User, later: timedelta) -> Model:
    """The row as it would be had it been made now for this person."""
    fields = row._meta.concrete_fields
    return type(row)(**{field.attname: value(field, row, kept, owner, later) for field in fields})


def value(field: "Field[Any, Any]", row: Model, kept: Kept, owner: User, later: timedelta) -> Any:
    told = getattr(row, field.attname)
    if field.related_model is User and told == kept.owner:
        return owner.pk
    if isinstance(told, datetime) and kept.began <= told <= kept.ended:
        return told + later
    return told


def insert(model: type[Model], rows: list[Model]) -> None:
    """As they are: no moment is taken anew, no signal is sent."""
    query = InsertQuery(model)
    query.insert_values(model._meta.concrete_fields, rows, raw=True)
    query.get_compiler(connection=connection).execute_sql()
