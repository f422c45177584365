"""Who else may look into a room."""

from typing import Any

from django.db import transaction

from audit.services import record
from cases.models import Case, CaseEvent, Share
from cases.permissions import Act, Rights, Section
from cases.services.locking import hold_room
from cases.services.rooms import log
from web.clock import now


@transaction.atomic
def share_with_coach(*, case: Case, coach: Any, by: Any) -> Share:
    """The coach sees this room from now on, until the parent ends it."""
    Rights(by, case).must(Act.WRITE, Section.SHARING)
    share, made = Share.objects.get_or_create(
        case=case, coach=coach, ended_at=None, defaults={"started_at": now()}
    )
    if made:
        log(case=case, by=by, kind=CaseEvent.Kind.COACH_JOINED, coach=coach.display_name)
        record(by=by, verb="shared", on=share, case_id=case.pk)
    return share


@transaction.atomic
def end_share(*, share: Share, by: Any) -> None:
    """The coach sees nothing of this room from this moment on. Twice is the same as once.

    The parent ends it, or the coach, who says no more than that they can't go on.
    """
    own = share.coach_id == getattr(by, "pk", None)
    Rights(by, share.case).must(Act.LEAVE if own else Act.WRITE, Section.SHARING)
    hold_room(share.case_id)
    if not Share.objects.filter(pk=share.pk, ended_at=None).update(ended_at=now()):
        return
    kind = CaseEvent.Kind.COACH_LEFT if own else CaseEvent.Kind.SHARING_ENDED
    log(case=share.case, by=by, kind=kind, coach=share.coach.display_name)
    record(by=by, verb="stopped-sharing", on=share, case_id=share.case_id)
