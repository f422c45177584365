"""Ready-made questions for this room: first what nobody leads yet, then what fits the people here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from cases.presenters.people import Person
from cases.reader import Reading
from roles.models import Question
from roles.presenters.asks import in_turn

ABOUT_NEEDS, ABOUT_ROLES = 4, 4


@dataclass(frozen=True, slots=True)
class Ready:
    """One question to start from. ``about`` says why it is here; ``start`` are the words of an address."""

    text: str
    about: str
    start: str


def about_needs(reading: Reading, *, asked: Collection[str]) -> tuple[Ready, ...]:
    """One for each need without a lead, in the order of the grid; ``asked`` are needs under way already."""
    child, needs = reading.room.child, reading.catalogue.needs
    rows = [needs[row.need] for row in reading.coverage.empty if row.need not in asked]
    return tuple(
        Ready(need.asks.replace("{child}", child), need.title, urlencode({"n": need.slug}))
        for need in rows[:ABOUT_NEEDS]
    )


def about_roles(
    questions: Iterable[Question],
    team: Mapping[int, Person],
    *,
    roles: Mapping[int, Collection[str]],
    asked: Collection[int],
) -> tuple[Ready, ...]:
    """For somebody here by their role, then for anyone. ``roles``: question id to slugs it is made for."""
    fresh = [question for question in questions if question.pk not in asked]
    own = [question for question in fresh if not question.for_anyone]
    anyone = [question for question in fresh if question.for_anyone]
    chosen = (*in_turn(own), *in_turn(anyone))[:ABOUT_ROLES]
    return tuple(_for_a_role(q, team, roles.get(q.pk, ())) for q in chosen)


def _for_a_role(question: Question, team: Mapping[int, Person], slugs: Collection[str]) -> Ready:
    person = next((p for p in team.values() if p.slug in slugs), None)
    start = {"q": question.key} | ({"m": person.key} if person else {})
    about = _("For %(name)s") % {"name": person.short} if person else _("For anyone here")
    return Ready(question.text, about, urlencode(start))
