"""For the pages about roles: who in the reader's own rooms has a role."""

from collections.abc import Collection, Iterable
from typing import Any

from django.urls import reverse

from cases.models import Credential, Member
from cases.presenters.people import all_initials
from cases.wording.names import told_apart
from roles.hooks import InRoom


def people_with_roles(user: Any, roles: Collection[str]) -> Iterable[InRoom]:
    """Two queries, whatever the number of rooms, people and roles; only rooms this person may look into."""
    here = Member.objects.visible_to(user).here()
    names = _names(here.values_list("case_id", "pk", "name"))
    found = (
        Credential.objects.visible_to(user)
        .filter(role__slug__in=roles, member__in=here)
        .select_related("role", "member__case")
        .order_by("member__case_id", "member_id", "position")
    )
    for credential in found:
        member = credential.member
        yield InRoom(
            role=credential.role.slug if credential.role else "",
            name=names[member.pk],
            initials=all_initials([member.name])[0],
            room=member.case.nickname,
            address=reverse("cases:member", args=[member.case.key, member.key]),
        )


def _names(people: Iterable[tuple[int, int, str]]) -> dict[int, str]:
    """What everybody is called, by id, told apart within each room as its own pages do."""
    rooms: dict[int, dict[int, str]] = {}
    for case, member, name in people:
        rooms.setdefault(case, {})[member] = name
    return {
        member: called
        for room in rooms.values()
        for member, called in zip(room, told_apart(list(room.values())), strict=True)
    }
