"""What was agreed with a person on one need: that they lead it, that it is planned, that they said no."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from audit.services import record
from cases.mismatch.rules import Rule
from cases.models import Agreement, Ask, AskEvent, CaseEvent, Member
from cases.permissions import Act, Rights, Section
from cases.services.followed import found_it, hand_on_who_leads, next_of, stands_on
from cases.services.locking import hold, hold_room, must_be_as_shown
from cases.services.recheck import recheck
from cases.services.rooms import log
from cases.services.told import as_before_told, told_by_a_yes, write_told
from cases.services.told_here import answered_here, flags_follow, replies_here, waiting_for, waits_again
from roles.models import Need
from web.clock import now

NOTHING = "nothing"  # what was agreed before an answer said who leads
AGREED = "agreed"
"""In the facts of an answer: what was agreed before it and after it, each with its moment."""


@transaction.atomic
def agree(*, member: Member, need: Need, by: Any, kind: str) -> None:
    """Write down what this person and the family agreed on for one need ('plan', 'agreed' or 'declined')."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    _agreements_changed(member, {need: kind}, by=by)


@transaction.atomic
def forget_agreement(*, member: Member, need: Need, by: Any) -> None:
    """Take an agreement back: nothing is agreed between this person and the family for this need."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    _agreements_changed(member, {need: ""}, by=by)


@transaction.atomic
def agree_by_answer(*, event: AskEvent, by: Any, kind: str) -> None:
    """What the answer to a question says about who leads its need; the event keeps what was agreed before.

    The flags are left to the answer, which rechecks them once when all of it is written.
    """
    Rights(by, event.ask.case).must(Act.WRITE, Section.TEAM)
    member, need = event.ask.member, event.ask.need
    if not member or not need or not may_lead(event.ask):
        return
    hold_room(member.case_id)
    was = _stands(member, need)
    event.agreed_before = _change(member, need, kind, by=by, because=event) or NOTHING
    event.facts = {**event.facts, AGREED: [was, _stands(member, need)]}
    event.save(update_fields=["agreed_before", "facts"])
    _older_now(member)


def asks_who_leads(ask: Ask) -> bool:
    """Is the need of this question the one they would lead?"""
    return ask.flag is None or Rule(ask.flag.rule).asks_who_leads(ask.flag.params)


def may_lead(ask: Ask) -> bool:
    """Can an answer say that the person asked leads its need? Not of somebody who left: nobody leads then."""
    return ask.member is not None and ask.member.left_on is None and asks_who_leads(ask)


@transaction.atomic
def agree_as_before_answer(*, event: AskEvent, by: Any) -> list[str]:
    """Take back what an answer said about who leads, and no more than that: no news for the log.

    What was said since, elsewhere, stands. Returns its name if it was left so. Answers written before
    they kept what they changed are taken back whatever stands.
    """
    Rights(by, event.ask.case).must(Act.WRITE, Section.TEAM)
    member, need = event.ask.member, event.ask.need
    if not event.agreed_before or not member or not need:
        return []
    hold_room(member.case_id)
    was, became = event.facts.get(AGREED) or ([], None)
    later = next_of(event, found_it(AGREED, became), ask__member=member, ask__need=need)
    if later:
        later.agreed_before = event.agreed_before
        later.save(update_fields=["agreed_before"])
        stands_on(later, AGREED, was)
        hand_on_who_leads(event, later)
    if later or became not in (None, _stands(member, need)):
        return [AGREED]
    kind = "" if event.agreed_before == NOTHING else event.agreed_before
    _write_agreement(member, need, kind, by=by, at=datetime.fromisoformat(was[1]) if was else None)
    _older_now(member)
    return []


def _stands(member: Member, need: Need) -> list[str]:
    """What is agreed, and since when; [] when nothing is."""
    row = Agreement.objects.filter(member=member, need=need).first()
    return [row.kind, row.at.isoformat()] if row else []


@transaction.atomic
def set_agreements(*, member: Member, by: Any, version: int | None, kinds: Mapping[str, str]) -> bool:
    """What was agreed on each need of the room, by its slug; '' takes an agreement back.

    Writes only what changed, and returns if anything did. The flags are rechecked once, against all of it.
    """
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold(member)
    must_be_as_shown(member, version)
    had = dict(Agreement.objects.filter(member=member).values_list("need_id", "kind"))
    picked = Need.objects.filter(pk__in=member.case.case_needs.values("need_id"), slug__in=list(kinds))
    known = ("", *Agreement.Kind.values)
    changed = [n for n in picked if kinds[n.slug] in known and kinds[n.slug] != had.get(n.pk, "")]
    if changed:
        _agreements_changed(member, {need: kinds[need.slug] for need in changed}, by=by)
    return bool(changed)


def _change(member: Member, need: Need, kind: str, *, by: Any, because: AskEvent | None = None) -> str:
    """Write it and tell the log who leads from now on, or no longer does. Returns what was agreed before."""
    had = Agreement.objects.filter(member=member, need=need).values_list("kind", flat=True).first() or ""
    _write_agreement(member, need, kind, by=by)
    led, leads = had == Agreement.Kind.AGREED, kind == Agreement.Kind.AGREED
    if led != leads:
        said = CaseEvent.Kind.AGREED if leads else CaseEvent.Kind.LEADS_NO_MORE
        _say(said, member, need, by=by, because=because)
    elif _says_no(had, kind, because):
        _say(CaseEvent.Kind.LEADS_NOT, member, need, by=by, because=because)
    return had


def _says_no(had: str, kind: str, because: AskEvent | None) -> bool:
    """A no that is news, and that its reply does not tell by itself."""
    told = because is not None and because.kind == AskEvent.Kind.DECLINED
    return kind == Agreement.Kind.DECLINED != had and not told


def _write_agreement(member: Member, need: Need, kind: str, *, by: Any, at: datetime | None = None) -> None:
    """``kind`` '' is none at all. ``at``: it holds since then."""
    if kind:
        Agreement.objects.update_or_create(
            member=member, need=need, defaults={"case_id": member.case_id, "kind": kind, "at": at or now()}
        )
    else:
        Agreement.objects.filter(member=member, need=need).delete()
    verb = f"agreement-{kind or 'forgotten'}"
    record(by=by, verb=verb, on=member, case_id=member.case_id, need=need.slug)


def _say(kind: str, member: Member, need: Need, *, by: Any, because: AskEvent | None) -> None:
    log(
        case=member.case,
        by=by,
        kind=kind,
        member=member,
        because=because,
        name=member.name,
        need=need.slug,
        noun=need.noun,
    )


def _agreements_changed(member: Member, kinds: Mapping[Need, str], *, by: Any) -> None:
    """Write them all, with the questions that asked exactly this, then recheck once."""
    answered, again = list[AskEvent](), list[AskEvent]()
    for need, kind in kinds.items():
        again += _taken_back(member, need, by=by)
        answered += _told(member, need, kind, by=by)
    _older_now(member)
    recheck(case=member.case)
    flags_follow(answered, again, by=by)


def _taken_back(member: Member, need: Need, *, by: Any) -> list[AskEvent]:
    """What the page had answered is asked again, before something else is told there."""
    replies = replies_here(member, need)
    for reply in replies:
        agree_as_before_answer(event=reply, by=by)
        as_before_told(reply, by=by)
        waits_again(reply, by=by)
    return replies


def _told(member: Member, need: Need, kind: str, *, by: Any) -> list[AskEvent]:
    """Each event keeps what was agreed before, the second what the first had left, as answers do."""
    asks = [ask for ask in waiting_for(member, need) if may_lead(ask)]
    events = answered_here(asks, kind=kind, by=by)
    was = _stands(member, need)
    had = _change(member, need, kind, by=by, because=events[0] if events else None)
    stands = _stands(member, need)
    for event in events:
        event.agreed_before = had or NOTHING
        event.facts = {**event.facts, AGREED: [was, stands]}
        event.save(update_fields=["agreed_before", "facts"])
        if kind == Agreement.Kind.AGREED:
            write_told(event, told_by_a_yes(event.ask), by=by)
        was, had = stands, kind
    return events


def _older_now(member: Member) -> None:
    """Whoever has the page of this person open looks at something older now."""
    Member.objects.filter(pk=member.pk).update(version=F("version") + 1)
