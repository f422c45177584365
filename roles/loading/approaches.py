"""Reads the file of named approaches: stored are their names, with the capability a training may open."""

from __future__ import annotations

from django.db import models

from roles.loading.fields import Fields
from roles.loading.files import Row
from roles.loading.known import Known, each, evidence
from roles.loading.problems import Problems
from roles.loading.tables import Tables
from roles.models import Capability

TEXTS = "name what ages who_may_give question good_answer"
TEXT = models.TextField()
MAYBE_TEXT = models.TextField(blank=True)


def read_approaches(rows: list[Row], known: Known, tables: Tables, problems: Problems) -> None:
    names: dict[str, list[str]] = {}
    for _, fields in each(rows, "id", "approach", (Capability, "slug"), problems):
        for key in TEXTS.split():
            fields.take(key, TEXT)
        letters = fields.take("letters", MAYBE_TEXT)
        fields.columns(Capability, "confidence")
        called = [letters, fields.row.get("name", ""), *fields.texts("also", optional=True)]
        for key in ("fits", "not_for", "real_thing"):
            fields.texts(key)
        opens = fields.ref("capability", "capability", known.capabilities, optional=True)
        names.setdefault(opens, []).extend(str(name) for name in called if name)
        fields.refs("roles", "role", known.roles)
        fields.refs("needs", "need", known.needs)
        evidence(fields, known)
        fields.also("check").done()
        _check_who_certifies(fields, problems)
    for (slug,), entry in tables.capabilities.items():
        entry.columns["trainings"] = names.get(slug, [])


def _check_who_certifies(fields: Fields, problems: Problems) -> None:
    row = fields.row.get("check")
    if not isinstance(row, Row):
        fields.says("check", '"check" has to say who certifies: body, list, url and note.')
        return
    who = Fields(row, problems)
    for key in ("body", "list"):
        who.take(key, TEXT)
    for key in ("url", "note"):
        who.take(key, MAYBE_TEXT)
    who.done()
