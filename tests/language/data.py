"""Words on a page that are data, not sentences of ours."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from cases.models import Case, CaseEvent
from roles.models import CollisionReading
from tests.language.visible import Known, words_of
from web.english import NUMBERS

#: Columns in which somebody's own words stand. Whatever we write into a row ourselves is not among them.
TYPED = (
    "accounts.User.display_name",
    "accounts.User.email",
    "accounts.Invitation.email",
    "cases.Ask.answer",
    "cases.Ask.say",
    "cases.Ask.text",
    "cases.Case.nickname",
    "cases.Credential.text",
    "cases.Flag.reason",
    "cases.Member.agency",
    "cases.Member.believed",
    "cases.Member.name",
    "cases.Member.said",
    "cases.Member.supervisor_name",
    "cases.Training.name",
    "coaching.Message.text",
)
#: What people are called by a part of: 'Dr. Okafor', 'Jane M.', 'JM'.
NAMED = ("accounts.User.display_name", "cases.Case.nickname", "cases.Member.name")
#: Grammar that stands in a sentence's places: ``web.english`` makes it, another language brings its own.
GRAMMAR = ("a", "an", "and", "more", "or", "others", "s", *NUMBERS)
#: Columns of the catalogue that hold codes. The key of a fact may be the code of a bill, which is read.
NOT_READ = {
    *(f"roles.{name}.key" for name in ("CrisisLine", "Notice", "Question", "Source")),
    *("roles.CatalogueVersion.digest", "roles.RoleRevision.digest", "roles.RoleRevision.tier"),
}
#: Names of things, the same in every language.
NAMES = ("Who’s in the Room",)


def known(besides: Iterable[str] = ()) -> Known:
    children = set(Case.objects.values_list("nickname", flat=True))
    facts = list(of_the_catalogue())
    told = [fact.replace("{child}", child) for fact in facts if "{child}" in fact for child in children]
    return Known([*facts, *told, *typed(), *called(), *GRAMMAR, *NAMES, *besides])


def called() -> Iterator[str]:
    """The parts of names, and their first letters."""
    for name in {name for column in NAMED for name in _values(column)}:
        letters = [word[0] for word in words_of(name)]
        yield from (*name.split(), *letters, "".join(letters[:2]), "".join(letters[:1] + letters[-1:]))


def of_the_catalogue() -> Iterator[str]:
    """Every text of the catalogue's tables that is for people to read, no code and no key."""
    for model in apps.get_app_config("roles").get_models():
        for name in (field.name for field in model._meta.concrete_fields if _is_for_reading(field)):
            for value in model.objects.values_list(name, flat=True):
                yield from _strings(value)
    for where in CollisionReading.objects.values_list("where", flat=True):
        yield from re.split(r", | and ", where)  # states and other words, of which a page shows some


def _is_for_reading(field: Any) -> bool:
    if field.choices or field.primary_key or str(field) in NOT_READ:
        return False
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and not isinstance(
        field, models.SlugField
    )


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _values(column: str) -> Iterator[str]:
    app, model, field = column.split(".")
    yield from apps.get_model(app, model).objects.values_list(field, flat=True)


def typed() -> Iterator[str]:
    for column in TYPED:
        yield from _values(column)
    yield from CaseEvent.objects.filter(kind=CaseEvent.Kind.NOTE).values_list("text", flat=True)
