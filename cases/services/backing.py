"""A supervisor who is on the team, too: what becomes of the work they stand behind when they go and come.

A name stays on the row of the person they supervise. It counts no more, and the name of the supervisor is not
known, until they are back or somebody is named: the same name told anew counts.
"""

from collections.abc import Iterable

from django.db.models import F

from cases.backing import meant
from cases.models import Member

NAMED, UNKNOWN = Member.Supervisor.NAMED, Member.Supervisor.UNKNOWN


def supervisor_left(member: Member) -> None:
    """Nobody we know of stands behind the work of those they supervised."""
    _write(_theirs(member, NAMED), supervisor=UNKNOWN)


def supervisor_here(member: Member) -> None:
    """Back, or written down anew: they stand behind that work as before."""
    _write(_theirs(member, UNKNOWN), supervisor=NAMED)


def supervisor_renamed(member: Member, name: str) -> None:
    """Who is about to be called ``name`` is still who was meant."""
    _write([*_theirs(member, NAMED), *_theirs(member, UNKNOWN)], supervisor_name=name)


def _theirs(member: Member, standing: str) -> list[int]:
    """Those here whose supervisor, by the name that was told, is this person and nobody else who is here."""
    here = Member.objects.filter(case=member.case_id).here().exclude(pk=member.pk)
    names = {other.pk: other.name for other in here} | {member.pk: member.name}
    told = (one for one in here if one.supervisor == standing and one.supervisor_name)
    return [one.pk for one in told if meant(one.supervisor_name, _but(names, one.pk)) == {member.pk}]


def _but(names: dict[int, str], one: int) -> dict[int, str]:
    return {id: name for id, name in names.items() if id != one}


def _write(people: Iterable[int], **changes: str) -> None:
    """Whoever has the page of one of them open looks at something older now."""
    Member.objects.filter(pk__in=list(people)).update(version=F("version") + 1, **changes)
