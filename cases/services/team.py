"""People on the team: adding them by a pasted signature or a title, and what is learned about them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from audit.services import record
from cases.mismatch import find
from cases.models import Ask, Case, CaseEvent, Flag, Member
from cases.permissions import Act, Rights, Section
from cases.services.backing import (
    backing_told,
    supervisor_came,
    supervisor_here,
    supervisor_left,
    supervisor_renamed,
)
from cases.services.credentials import belief_of, write_credentials
from cases.services.errors import Refused
from cases.services.flags import (
    ask_about_flag,
    decided_as_before,
    open_flag_again,
    rest_on_what_they_say,
)
from cases.services.locking import hold, hold_room, save_version
from cases.services.overwritten import Words, tell_of_words, words_of
from cases.services.recheck import recheck
from cases.services.reminder_clock import reset_clocks
from cases.services.rooms import log
from web.clock import now


@transaction.atomic
def add_member(
    *, case: Case, by: Any, name: str, said: str = "", role: str = "", believed: str = ""
) -> Member:
    """Add a person by ``said`` (a signature or title) or by a picked ``role`` (its slug)."""
    Rights(by, case).must(Act.WRITE, Section.TEAM)
    hold_room(case.pk)
    member = Member.objects.create(
        case=case, name=name, said=said, believed=believed, belief=belief_of(believed), added_at=now()
    )
    write_credentials(member=member, said=said, role=role)
    supervisor_here(member)
    supervisor_came(member)
    log(case=case, by=by, kind=CaseEvent.Kind.MEMBER_ADDED, member=member, name=name)
    record(by=by, verb="added", on=member, case_id=case.pk)
    recheck(case=case)
    return member


@transaction.atomic
def remove_member(*, member: Member, by: Any) -> None:
    """Somebody added by mistake while the room is set up: nothing was asked of them, and nothing stays."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    case = member.case
    hold_room(case.pk)
    case.refresh_from_db(fields=["setup"])
    if case.setup == Case.Setup.DONE or member.asks.exists():
        raise Refused(_("This person stays. You can say on their page that they left the team."))
    member.lines.filter(kind=CaseEvent.Kind.MEMBER_ADDED).delete()
    record(by=by, verb="removed", on=member, case_id=case.pk)
    member.delete()
    recheck(case=case)


@transaction.atomic
def edit_member(
    *,
    member: Member,
    by: Any,
    version: int | None,
    name: str,
    said: str,
    believed: str = "",
    agency: str = "",
    supervisor: str = Member.Supervisor.UNKNOWN,
    supervisor_name: str = "",
    supervisor_who: str | None = None,
    news: bool = True,
) -> Member:
    """Change what is known about a person. New letters replace what was read from the old ones.

    ``supervisor_who`` as ``Member`` has it, None: as it was told of this name. ``news``: the log tells of it;
    an answer that tells the same has a line of its own.
    """
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    reread, called, wrote, words = said != member.said, member.name, member.said, words_of(member)
    if name != called:
        supervisor_renamed(member, name)
    backing = backing_told(member, supervisor, supervisor_name, supervisor_who)
    save_version(
        member,
        version=version,
        name=name,
        said=said,
        believed=believed,
        belief=belief_of(believed),
        agency=agency,
        **backing,
    )
    if reread:
        write_credentials(member=member, said=said)
    if name != called:
        supervisor_came(member, before=called)
    if news:
        _tell_of_the_edit(member, words, by=by, called=called, wrote=wrote)
    record(by=by, verb="edited", on=member, case_id=member.case_id)
    recheck(case=member.case)
    return member


def _tell_of_the_edit(member: Member, words: Words, *, by: Any, called: str, wrote: str) -> None:
    """What stood there before is read in the log: the name, what was written of letters, and ``words``."""
    if member.name != called:
        kind = CaseEvent.Kind.MEMBER_RENAMED
        log(case=member.case, by=by, kind=kind, member=member, was=called, now=member.name)
    if member.said != wrote:
        told: dict[str, Any] = {"was": wrote, "now": member.said}
        kind = CaseEvent.Kind.LETTERS_CHANGED
        log(case=member.case, by=by, kind=kind, member=member, name=member.name, **told)
    tell_of_words(member, words, by=by)


@transaction.atomic
def member_left(*, member: Member, by: Any, on: date) -> Member:
    """The person is no longer on the team; their questions stop and their chairs are empty again."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold(member)
    if member.left_on:
        return member
    save_version(member, version=None, left_on=on)
    supervisor_left(member)
    reset_clocks(member.asks.all(), now=now())
    told = log(case=member.case, by=by, kind=CaseEvent.Kind.MEMBER_LEFT, member=member, name=member.name)
    record(by=by, verb="left", on=member, case_id=member.case_id)
    recheck(case=member.case, now=told.at)
    for flag in _asked_about(member, Flag.State.ASKED):
        open_flag_again(flag=flag, by=by)
    return member


@transaction.atomic
def member_back(*, member: Member, by: Any) -> Member:
    """Undo ``member_left``."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold(member)
    if not member.left_on:
        return member
    save_version(member, version=None, left_on=None)
    since = _unsay_left(member)
    supervisor_here(member)
    reset_clocks(member.asks.all(), now=now())
    record(by=by, verb="came-back", on=member, case_id=member.case_id)
    decided = decided_as_before(case_id=member.case_id, at=since) if since else []
    reading = recheck(case=member.case)
    if decided:
        here = find(reading.room, reading.catalogue, reading.coverage)
        rest_on_what_they_say(decided, found=[found.fingerprint for found in here])
    for flag in _asked_about(member, Flag.State.OPEN):
        ask_about_flag(flag=flag, by=by)
    return member


def _unsay_left(member: Member) -> datetime | None:
    """They did not leave after all, and the log no longer says so; what it said of an earlier time stays.

    Returns when it was said.
    """
    last = member.lines.filter(kind=CaseEvent.Kind.MEMBER_LEFT).order_by("-at", "-pk").first()
    if last is None:
        return None
    last.delete()
    return last.at


def _asked_about(member: Member, state: str) -> list[Flag]:
    """Flags in this state that wait for an answer of this person, and of nobody else who is here."""
    elsewhere = Ask.objects.waiting().filter(flag=OuterRef("pk"), member__left_on=None).exclude(member=member)
    theirs = member.asks.waiting().values("flag")
    return list(Flag.objects.filter(~Exists(elsewhere), pk__in=theirs, state=state))
