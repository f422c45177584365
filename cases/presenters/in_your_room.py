"""For the pages about roles: who in the reader's own rooms has a role."""

from collections.abc import Collection, Iterable
from typing import Any

from django.urls import reverse

from cases.models import Credential, Member
from cases.presenters.people import all_initials
from roles.hooks import InRoom


def people_with_roles(user: Any, roles: Collection[str]) -> Iterable[InRoom]:
    """One query, whatever the number of rooms, people and roles; only rooms this person may look into."""
    here = Member.objects.visible_to(user).here()
    found = (
        Credential.objects.filter(role__slug__in=roles, member__in=here)
        .select_related("role", "member__case")
        .order_by("member__case_id", "member_id", "position")
    )
    for credential in found:
        member = credential.member
        yield InRoom(
            role=credential.role.slug if credential.role else "",
            name=member.name,
            initials=all_initials([member.name])[0],
            room=member.case.nickname,
            address=reverse("cases:member", args=[member.case.key, member.key]),
        )
