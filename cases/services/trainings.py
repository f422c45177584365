"""Extra training of a person: as it is told, and that somebody saw the certificate."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.services import record
from cases.models import CaseEvent, Member, Training
from cases.permissions import Act, Rights, Section
from cases.services.errors import Refused
from cases.services.locking import GONE, hold_room
from cases.services.recheck import recheck
from cases.services.rooms import log
from roles.decode.trainings import is_known_training
from roles.models import Capability
from roles.reader import current_catalogue
from web.clock import now


@transaction.atomic
def add_training(
    *, member: Member, by: Any, capability: str, name: str, standing: str = Training.Standing.TOLD
) -> Training:
    """Extra training such as "certified in TF-CBT": it may lift a "depends" for one capability.

    One that is only told lifts when the catalogue knows it by this name; certified, any does.
    """
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    found = Capability.objects.filter(slug=capability).first()
    if found is None:
        raise Refused(_("Pick what the training is for."))
    if standing not in Training.Standing.values:
        raise Refused(_("Pick how you know about it."))
    known = is_known_training(name, capability, current_catalogue())
    says = {"name": name, "standing": standing, "known": known, "added_at": now()}
    training, _made = Training.objects.update_or_create(member=member, capability=found, defaults=says)
    record(by=by, verb="added-training", on=member, case_id=member.case_id, capability=capability)
    recheck(case=member.case)
    return training


@transaction.atomic
def remove_training(*, training: Training, by: Any) -> None:
    """The training was written down by mistake."""
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    member = training.member
    hold_room(member.case_id)
    training.delete()
    record(by=by, verb="removed-training", on=member, case_id=member.case_id)
    recheck(case=member.case)


@transaction.atomic
def certify_training(*, training: Training, by: Any) -> None:
    """The parent saw the certificate, or looked it up where these are listed."""
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    member = _hold_room_of(training)
    if training.standing == Training.Standing.CERTIFIED:
        return
    was = training.standing
    training.standing = Training.Standing.CERTIFIED
    training.save(update_fields=["standing"])
    log(
        case=member.case,
        by=by,
        kind=CaseEvent.Kind.CERTIFIED,
        member=member,
        name=member.name,
        training=training.name,
        row=str(training.pk),
        was=was,
    )
    record(by=by, verb="certified-training", on=member, case_id=member.case_id)
    recheck(case=member.case)


@transaction.atomic
def uncertify_training(*, training: Training, by: Any) -> None:
    """Undo ``certify_training``: it stands as it did before, and the log does not tell of it any more."""
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    member = _hold_room_of(training)
    if training.standing != Training.Standing.CERTIFIED:
        return
    lines = member.lines.filter(kind=CaseEvent.Kind.CERTIFIED, params__row=str(training.pk))
    last = lines.order_by("-at", "-pk").first()
    training.standing = last.params["was"] if last else Training.Standing.TOLD
    training.save(update_fields=["standing"])
    if last:
        last.delete()
    record(by=by, verb="uncertified-training", on=member, case_id=member.case_id)
    recheck(case=member.case)


def _hold_room_of(training: Training) -> Member:
    """Hold the room, and read the training as the act before left it."""
    member = training.member
    hold_room(member.case_id)
    try:
        training.refresh_from_db(fields=["name", "standing"])
    except Training.DoesNotExist:
        raise Refused(GONE) from None
    return member
