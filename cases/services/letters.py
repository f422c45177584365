"""What a person tells or looks up about letters: which role they mean, and that the register has them."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from cases.models import Case, Credential
from cases.permissions import Act, Rights, Section
from cases.services.credentials import read_again
from cases.services.errors import Refused
from cases.services.locking import GONE, hold_room
from cases.services.recheck import recheck

READ_OTHERWISE = _("These letters read otherwise now. Look at them once more.")


@transaction.atomic
def resolve_credential(*, credential: Credential, by: Any, role: str) -> None:
    """The parent found out which of several roles the letters mean; '' is "we don't know yet"."""
    Rights(by, credential.member.case).must(Act.WRITE, Section.TEAM)
    if not role:
        unresolve_credential(credential=credential, by=by)
        return
    case = _hold_room_of(credential)
    found = credential.candidates.filter(slug=role).first()
    if found is None:
        raise Refused(_("Pick one of the roles in the list."))
    credential.role, credential.resolved = found, True
    credential.save(update_fields=["role", "resolved"])
    credential.candidates.clear()
    record(by=by, verb="resolved", on=credential, case_id=case.pk, role=role)
    recheck(case=case)


@transaction.atomic
def unresolve_credential(*, credential: Credential, by: Any) -> None:
    """Undo ``resolve_credential``: the letters mean again what they read as."""
    Rights(by, credential.member.case).must(Act.WRITE, Section.TEAM)
    case = _hold_room_of(credential)
    if credential.resolved:
        credential.resolved = False
        _take_back(credential, case, by=by, verb="unresolved")


@transaction.atomic
def verify_credential(*, credential: Credential, by: Any, on: date) -> None:
    """The parent looked the letters up in the register."""
    Rights(by, credential.member.case).must(Act.WRITE, Section.TEAM)
    case = _hold_room_of(credential)
    credential.standing, credential.verified_on = Credential.Standing.VERIFIED, on
    credential.save(update_fields=["standing", "verified_on"])
    record(by=by, verb="verified", on=credential, case_id=case.pk)
    recheck(case=case)


@transaction.atomic
def unverify_credential(*, credential: Credential, by: Any) -> None:
    """Undo ``verify_credential``: they said so, and nobody looked."""
    Rights(by, credential.member.case).must(Act.WRITE, Section.TEAM)
    case = _hold_room_of(credential)
    if credential.standing == Credential.Standing.VERIFIED:
        _take_back(credential, case, by=by, verb="unverified")


def _take_back(credential: Credential, case: Case, *, by: Any, verb: str) -> None:
    """Letters that are looked up or told stay as they are; these are open to a reading again.

    What was looked up is one role of theirs, so it goes with what was told.
    """
    credential.standing, credential.verified_on = Credential.Standing.SAID, None
    credential.save(update_fields=["resolved", "standing", "verified_on"])
    record(by=by, verb=verb, on=credential, case_id=case.pk)
    read_again(case=case)
    recheck(case=case)


def _hold_room_of(credential: Credential) -> Case:
    """Hold the room, and read the letters as the act before left them."""
    case = credential.member.case
    hold_room(case.pk)
    try:
        credential.refresh_from_db(fields=["role", "resolved", "standing", "verified_on"])
    except Credential.DoesNotExist:
        raise Refused(GONE) from None
    return case
