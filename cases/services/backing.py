"""A supervisor who is on the team, too: what becomes of the work they stand behind when they go and come.

A name stays on the row of the person they supervise. It counts no more, and the name of the supervisor is not
known, until they are back or somebody is named: the same name told anew counts.
"""

from collections.abc import Collection
from dataclasses import replace

from django.db.models import F, QuerySet

from cases.backing import ELSE, matches, meant
from cases.models import Member
from cases.reader import everybody
from cases.snapshot import MemberFact
from roles.reader import current_catalogue

NAMED, UNKNOWN = Member.Supervisor.NAMED, Member.Supervisor.UNKNOWN


def backing_told(member: Member, standing: str, name: str, who: str | None) -> dict[str, str]:
    """What is kept of what is told of who is behind somebody: the columns, by name.

    The name of one who has left stays as long as nothing else is told. ``who``: None as before, for the same
    name. Told that it is one who left, they stand behind this work no more.
    """
    if _is_as_before(member, standing, name, who):
        return _columns(standing, name, member.supervisor_who)
    if standing != NAMED:
        return _columns(standing, "", "")
    if who == ELSE:
        return _columns(standing, name, ELSE)
    one = Member.objects.filter(case=member.case_id, key=who or "").first()
    if one and one.left_on and who != member.supervisor_who:
        return _columns(UNKNOWN, one.name, one.key)
    return _columns(standing, name, one.key if one else "")


def _is_as_before(member: Member, standing: str, name: str, who: str | None) -> bool:
    same = (standing, name) == (member.supervisor, member.supervisor_name)
    return same and (who is None or standing == UNKNOWN)


def _columns(standing: str, name: str, who: str) -> dict[str, str]:
    return {"supervisor": standing, "supervisor_name": name, "supervisor_who": who}


def supervisor_left(member: Member) -> None:
    """Nobody we know of stands behind the work of those they supervised."""
    _write(_theirs(member, NAMED), supervisor=UNKNOWN)


def supervisor_here(member: Member) -> None:
    """Back, or written down anew: they stand behind that work as before."""
    _write(_theirs(member, UNKNOWN), supervisor=NAMED)


def supervisor_came(member: Member, *, before: str = "") -> None:
    """Who is told to be somebody else of that name was not told of this person: that is open again.

    ``before``: what they were called till now, '' for who is new.
    """
    rows = list(_others(member).filter(supervisor_who=ELSE))
    if not rows:
        return
    people = [_fact(member)]
    was = [replace(people[0], name=before)] if before else []
    came = [one.pk for one in rows if _may_be(one, people) and not _may_be(one, was)]
    _write(came, supervisor_who="")


def supervisor_renamed(member: Member, name: str) -> None:
    """Who is about to be called ``name`` is still who was meant."""
    _write([*_theirs(member, NAMED), *_theirs(member, UNKNOWN)], supervisor_name=name)


def _may_be(one: Member, people: list[MemberFact]) -> bool:
    return bool(matches(one.supervisor_name, people, current_catalogue(), one.case.state))


def _theirs(member: Member, standing: str) -> list[int]:
    """Those here whose supervisor this person is: as it was told, or by the name and nobody else here."""
    told = list(_others(member).filter(supervisor=standing).exclude(supervisor_name=""))
    if not told:  # as for most people: nobody's letters have to be read for it
        return []
    facts = [_plain(fact) for fact, left_on in everybody(member.case) if not left_on or fact.id == member.pk]
    return [one.pk for one in told if _means(one, member, facts)]


def _means(one: Member, member: Member, facts: list[MemberFact]) -> bool:
    if one.supervisor_who:
        return one.supervisor_who == member.key
    people = [fact for fact in facts if fact.id != one.pk]
    state = one.case.state
    return meant(one.supervisor_name, people, current_catalogue(), state).who == member.pk


def _others(member: Member) -> QuerySet[Member]:
    return Member.objects.filter(case=member.case_id).here().exclude(pk=member.pk).select_related("case")


def _with_letters(people: QuerySet[Member]) -> QuerySet[Member]:
    return people.prefetch_related("credentials__role", "credentials__candidates", "trainings__capability")


def _fact(member: Member) -> MemberFact:
    return next(_plain(fact) for fact, _ in everybody(member.case) if fact.id == member.pk)


def _plain(fact: MemberFact) -> MemberFact:
    """Name and letters, without who stands behind them."""
    return MemberFact(fact.id, fact.key, fact.name, fact.credentials)


def _write(people: Collection[int], **changes: str) -> None:
    """Whoever has the page of one of them open looks at something older now."""
    if people:
        Member.objects.filter(pk__in=people).update(version=F("version") + 1, **changes)
