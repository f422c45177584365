"""Opening a room, saying who the child is, picking needs, writing notes."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from audit.services import record
from cases.models import AskEvent, Case, CaseEvent, CaseNeed, FlagMove, Member
from cases.permissions import Act, Rights, Section, must_be_somebody, person
from cases.services.credentials import forget_look_ups, read_again
from cases.services.locking import hold_room, save_version
from cases.services.recheck import recheck
from cases.services.reminder_clock import reset_clocks
from roles.models import Jurisdiction, Need
from web.clock import now

Cause = AskEvent | FlagMove


@transaction.atomic
def start_room(*, by: Any, nickname: str, age_group: str = "", state: str = "") -> Case:
    """Open a room for one child; the next step is picking needs."""
    must_be_somebody(by)
    case = Case.objects.create(
        owner=by,
        nickname=nickname,
        age_group=age_group,
        jurisdiction_id=state or None,
        setup=Case.Setup.NEEDS,
        created_at=now(),
    )
    record(by=by, verb="started", on=case, case_id=case.pk)
    return case


@transaction.atomic
def edit_child(
    *, case: Case, by: Any, nickname: str, age_group: str, state: str, version: int | None = None
) -> Case:
    """Change the nickname, age group or state. A new state can change what letters mean."""
    Rights(by, case).must(Act.WRITE, Section.CHILD)
    hold_room(case.pk)
    was, called = Case.objects.values_list("jurisdiction_id", "nickname").get(pk=case.pk)
    save_version(case, version=version, nickname=nickname, age_group=age_group, jurisdiction_id=state or None)
    if case.jurisdiction_id != was:
        if was:
            forget_look_ups(case=case)
        read_again(case=case)
    _tell_of_the_child(case, by=by, called=called, state=was or "")
    reset_clocks(case.asks.all(), now=now())
    record(by=by, verb="edited", on=case, case_id=case.pk)
    recheck(case=case, moved=case.jurisdiction_id != was)
    return case


def _tell_of_the_child(case: Case, *, by: Any, called: str, state: str) -> None:
    """What changed, once the room is set up: until then nothing of it is news."""
    if case.setup != Case.Setup.DONE:
        return
    if case.nickname != called:
        log(case=case, by=by, kind=CaseEvent.Kind.CHILD_RENAMED, was=called, now=case.nickname)
    if case.state != state:
        names = dict(Jurisdiction.objects.values_list("code", "name"))
        told: dict[str, Any] = {"was": names.get(state, ""), "now": names.get(case.state, "")}
        log(case=case, by=by, kind=CaseEvent.Kind.STATE_CHANGED, **told)


@transaction.atomic
def set_needs(*, case: Case, by: Any, needs: Sequence[str], version: int | None = None) -> Case:
    """Make the picked needs exactly these slugs; what was said about a need that stays is kept."""
    Rights(by, case).must(Act.WRITE, Section.NEEDS)
    hold_room(case.pk)
    save_version(case, version=version)
    wanted = {need.pk: need for need in Need.objects.filter(slug__in=needs)}
    had = set(case.case_needs.values_list("need_id", flat=True))
    case.case_needs.exclude(need_id__in=wanted).delete()
    CaseNeed.objects.bulk_create(
        [CaseNeed(case=case, need_id=pk, added_at=now()) for pk in wanted if pk not in had],
        ignore_conflicts=True,
    )
    if case.setup in (Case.Setup.CHILD, Case.Setup.NEEDS):
        Case.objects.filter(pk=case.pk).update(setup=Case.Setup.TEAM)
        case.setup = Case.Setup.TEAM
    if had and had != set(wanted):
        changed: dict[str, Any] = {"added": _nouns(set(wanted) - had), "gone": _nouns(had - set(wanted))}
        log(case=case, by=by, kind=CaseEvent.Kind.NEEDS_CHANGED, **changed)
        reset_clocks(case.asks.filter(need__in=had ^ set(wanted)), now=now())
    record(by=by, verb="picked-needs", on=case, case_id=case.pk, count=len(wanted))
    recheck(case=case)
    return case


def _nouns(needs: set[int]) -> list[str]:
    return list(Need.objects.filter(pk__in=needs).order_by("position").values_list("noun", flat=True))


@transaction.atomic
def finish_setup(*, case: Case, by: Any) -> Case:
    """The parent has named everyone for now."""
    Rights(by, case).must(Act.WRITE, Section.TEAM)
    hold_room(case.pk)
    Case.objects.filter(pk=case.pk).update(setup=Case.Setup.DONE)
    case.setup = Case.Setup.DONE
    record(by=by, verb="finished-setup", on=case, case_id=case.pk)
    recheck(case=case, first=True)
    return case


@transaction.atomic
def write_note(*, case: Case, by: Any, text: str) -> CaseEvent:
    """Keep one line about what happened."""
    Rights(by, case).must(Act.WRITE, Section.NOTES)
    hold_room(case.pk)
    event = log(case=case, by=by, kind=CaseEvent.Kind.NOTE, text=text)
    record(by=by, verb="noted", on=event, case_id=case.pk)
    return event


def log(
    *,
    case: Case,
    by: Any,
    kind: str,
    text: str = "",
    member: Member | None = None,
    because: Cause | None = None,
    **params: Any,
) -> CaseEvent:
    """One line in the room's log: ``text`` for a note, else ``params``, which ``cases.wording.log`` says.

    ``because`` is what can be taken back, and the line with it.
    """
    return CaseEvent.objects.create(
        case=case,
        at=now(),
        kind=kind,
        by=person(by),
        text=text,
        params=params,
        member=member,
        ask_event=because if isinstance(because, AskEvent) else None,
        flag_move=because if isinstance(because, FlagMove) else None,
    )


def unsay(because: Cause) -> None:
    """An act was taken back: what the log said because of it is not true and does not stay."""
    because.lines.all().delete()
