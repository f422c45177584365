"""Extra training of a person: as it is told, and that somebody saw the certificate."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from cases.models import AskEvent, CaseEvent, Member, Training
from cases.permissions import Act, Rights, Section
from cases.services.errors import Refused
from cases.services.locking import hold_room
from cases.services.recheck import recheck
from cases.services.rooms import log
from roles.decode.less_by_name import says_less
from roles.decode.trainings import is_known_training
from roles.models import Capability
from roles.reader import current_catalogue
from web.clock import now

TRAINING_GONE = _("This training was taken away meanwhile. You can add it again.")
ON_THE_LIST = _("“%(name)s” is on the list already. You can change it there, or take it away.")


@transaction.atomic
def add_training(
    *,
    member: Member,
    by: Any,
    capability: str,
    name: str,
    standing: str = Training.Standing.TOLD,
    kind: str = "",
    because: AskEvent | None = None,
) -> Training:
    """Extra training such as "certified in TF-CBT": it may lift a "depends" for one capability.

    One that is only told lifts when the catalogue knows it by this name; any other when it is a full course
    and certified. It stands beside what was written down before.
    """
    Rights(by, member.case).must(Act.WRITE, Section.TEAM)
    hold_room(member.case_id)
    found = Capability.objects.filter(slug=capability).first()
    if found is None:
        raise Refused(_("Pick what the training is for."))
    if standing not in Training.Standing.values:
        raise Refused(_("Pick how you know about it."))
    _must_be_a_kind(kind)
    known = is_known_training(name, capability, current_catalogue())
    training = Training.objects.filter(member=member, capability=found, name__iexact=name).first()
    if training is None:
        short = says_less(name, capability, current_catalogue())
        says = {"name": name, "kind": kind, "known": known, "says_short": short, "added_at": now()}
        training = Training.objects.create(member=member, capability=found, **says)
    elif training.standing == Training.Standing.CERTIFIED:
        raise Refused(ON_THE_LIST % {"name": name})
    record(by=by, verb="added-training", on=member, case_id=member.case_id, capability=capability)
    if standing == Training.Standing.CERTIFIED:
        _certify(training, kind or training.kind, by=by, because=because)
    else:
        training.standing, training.kind = standing, kind or training.kind
        training.save(update_fields=["standing", "kind"])
    recheck(case=member.case)
    return training


@transaction.atomic
def remove_training(*, training: Training, by: Any) -> None:
    """The training was written down by mistake."""
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    member = _hold_room_of(training)
    training.delete()
    record(by=by, verb="removed-training", on=member, case_id=member.case_id)
    recheck(case=member.case)


@transaction.atomic
def certify_training(
    *, training: Training, by: Any, kind: str = "", sure: bool = False, because: AskEvent | None = None
) -> None:
    """The parent saw the certificate, or looked it up where these are listed; ``kind``: of what it is.

    ``sure``: they were asked if it is a full course, short as its name sounds.
    """
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    _must_be_a_kind(kind)
    member = _hold_room_of(training)
    kind = kind or training.kind
    told = sure and kind == Training.Kind.FULL and training.says_short is not False
    if told:
        training.says_short = False
        training.save(update_fields=["says_short"])
    if not told and (training.standing, training.kind) == (Training.Standing.CERTIFIED, kind):
        return
    _certify(training, kind, by=by, because=because)
    recheck(case=member.case)


def _certify(training: Training, kind: str, *, by: Any, because: AskEvent | None) -> None:
    """One line in the log, whichever way it came; what kind it is may be told later."""
    member, was, kind_was = training.member, training.standing, training.kind
    training.standing, training.kind = Training.Standing.CERTIFIED, kind
    training.save(update_fields=["standing", "kind"])
    record(by=by, verb="certified-training", on=member, case_id=member.case_id)
    if was != Training.Standing.CERTIFIED:
        log(
            case=member.case,
            by=by,
            kind=CaseEvent.Kind.CERTIFIED,
            member=member,
            because=because,
            name=member.name,
            training=training.name,
            row=str(training.pk),
            was=was,
            kind_was=kind_was,
        )


@transaction.atomic
def uncertify_training(*, training: Training, by: Any) -> None:
    """Undo ``certify_training``: it stands as it did before, and the log does not tell of it any more."""
    Rights(by, training.member.case).must(Act.WRITE, Section.TEAM)
    member = _hold_room_of(training)
    if training.standing != Training.Standing.CERTIFIED:
        return
    lines = member.lines.filter(kind=CaseEvent.Kind.CERTIFIED, params__row=str(training.pk))
    last = lines.order_by("-at", "-pk").first()
    was = last.params if last else {}
    training.standing = was.get("was", Training.Standing.TOLD)
    training.kind = was.get("kind_was", training.kind)
    training.says_short = says_less(training.name, training.capability.slug, current_catalogue())
    training.save(update_fields=["standing", "kind", "says_short"])
    if last:
        last.delete()
    record(by=by, verb="uncertified-training", on=member, case_id=member.case_id)
    recheck(case=member.case)


def _must_be_a_kind(kind: str) -> None:
    if kind not in ("", *Training.Kind.values):
        raise Refused(_("Pick what kind of training it is."))


def _hold_room_of(training: Training) -> Member:
    """Hold the room, and read the training as the act before left it."""
    member = training.member
    hold_room(member.case_id)
    try:
        training.refresh_from_db(fields=["name", "standing", "kind", "says_short"])
    except Training.DoesNotExist:
        raise Refused(TRAINING_GONE) from None
    return member
