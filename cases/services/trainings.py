"""Extra training of a person, as it is told."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.services import record
from cases.models import Member, Training
from cases.permissions import Act, Rights, Section
from cases.services.errors import Refused
from cases.services.locking import hold_room
from cases.services.recheck import recheck
from roles.models import Capability
from web.clock import now


@transaction.atomic
def add_training(*, member: Member, by: Any, capability: str, name: str) -> Training:
    """Extra training such as "certified in TF-CBT": it lifts a "depends" for one capability."""
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    found = Capability.objects.filter(slug=capability).first()
    if found is None:
        raise Refused(_("Pick what the training is for."))
    training, _made = Training.objects.update_or_create(
        member=member, capability=found, defaults={"name": name, "added_at": now()}
    )
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
