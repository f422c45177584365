"""All questions of a room: waiting, ready, answered, and ready-made ones to begin with."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from cases.models import Ask, Case
from cases.permissions import can_edit
from cases.presenters.people import team_of
from cases.presenters.questions import ask_row
from cases.presenters.ready import Ready, about_needs, about_roles
from cases.reader import Reading
from cases.services.agreements import asks_who_leads
from cases.views.access import home_today, home_zone, read_room, show
from cases.wording.names import called_here
from roles.models import Question

ANSWERED_SHOWN = 50


def asks_of(case: Case, user: Any) -> QuerySet[Ask]:
    return (
        Ask.objects.visible_to(user)
        .filter(case=case)
        .select_related("member", "need", "flag__need", "question", "case__owner")
    )


def all_questions(request: HttpRequest, case: Case, **context: Any) -> HttpResponse:
    asks = list(asks_of(case, request.user))
    reading, names = read_room(case), called_here(case.pk)
    here: dict[str, Any] = {"today": home_today(case), "zone": home_zone(case), "needs": reading.room.needs}
    rows = [ask_row(ask, called=names.get(ask.member_id or 0, ""), **here) for ask in asks]
    under_way = sorted((r for r in rows if r.state in Ask.UNDER_WAY), key=lambda r: r.at)
    waiting = [r for r in under_way if not (r.gone or r.off)]
    gone, off = [r for r in under_way if r.gone], [r for r in under_way if r.off]
    ready = [r for r in rows if r.state == Ask.State.DRAFT]
    over = sorted(
        (r for r in rows if r.state in (Ask.State.ANSWERED, Ask.State.DECLINED)), key=lambda r: r.at
    )
    context |= {"waiting": waiting, "gone": gone, "off": off, "ready": ready}
    context["answered"] = over[::-1][:ANSWERED_SHOWN]
    if can_edit(request.user, case):
        context["bank"] = _bank(reading, asks)
    return show(request, "cases/questions.html", case, here="ask", **context)


def _bank(reading: Reading, asks: Sequence[Ask]) -> tuple[Ready, ...]:
    """Ready-made questions that fit this child and this team, without those already begun."""
    team = team_of(reading)
    links = Question.for_roles.through.objects.filter(role__slug__in={p.slug for p in team.values()})
    roles: dict[int, list[str]] = defaultdict(list)
    for question, slug in links.values_list("question_id", "role__slug"):
        roles[question].append(slug)
    bank = Question.objects.filter(Q(pk__in=list(roles)) | Q(for_anyone=True)).order_by("position")
    begun_here = [ask for ask in asks if ask.state in Ask.BEGUN and asks_who_leads(ask)]
    under_way = {ask.need.slug for ask in begun_here if ask.need}
    begun = {ask.question_id for ask in asks if ask.question_id}
    return (
        *about_needs(reading, asked=under_way),
        *about_roles(bank, team, roles=roles, asked=begun),
    )
