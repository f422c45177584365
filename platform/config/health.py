"""Whether this process lives, and whether the product does its work."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.rounds import SWEEPS
from notify.models import Delivery, Heartbeat
from web.clock import now
from web.safety import without_session

OLDEST_SWEEP = timedelta(minutes=3)
OLDEST_DUE = timedelta(minutes=15)
"""How long something due may lie in the outbox before this is no longer a product that does its work."""


@require_safe
@login_not_required
@without_session
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers. Asks nothing else, so a slow database does not restart the web."""
    return JsonResponse({"alive": True})


def _state() -> dict[str, Any]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    moment = now()
    ages = {
        beat.name: moment - beat.at for beat in Heartbeat.objects.filter(name__in=SWEEPS).order_by("name")
    }
    missing = sorted(set(SWEEPS) - set(ages))  # what comes once a day may not have come yet
    late = _lateness(moment)
    sweeping = not missing and max(ages.values(), default=OLDEST_SWEEP) < OLDEST_SWEEP
    return {
        "ready": not waiting and sweeping and late < OLDEST_DUE,
        "database": "ok",
        "migrations": f"{len(waiting)} waiting" if waiting else "ok",
        "sweeps": {name: round(age.total_seconds()) for name, age in ages.items()},
        "never swept": missing,
        "oldest due mail": round(late.total_seconds()),
        "turned away": Delivery.objects.filter(turned_away_since__isnull=False).count(),
        "given up": Delivery.objects.filter(state=Delivery.State.DEAD).count(),
    }


def _lateness(now: datetime) -> timedelta:
    """How long the longest-waiting row of the outbox has been due; one in trouble is due after its pause."""
    due = Delivery.objects.filter(state__in=Delivery.UNDER_WAY, not_before__lte=now)
    oldest = due.order_by("not_before").values_list("not_before", flat=True).first()
    return now - oldest if oldest else timedelta(0)


@require_safe
@login_not_required
@without_session
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers, is migrated, every recurring job ran within three minutes, and nothing
    due has been lying in the outbox for a quarter of an hour. What was given up is counted."""
    try:
        state = _state()
    except DatabaseError:
        state = {"ready": False, "database": "no answer"}
    return JsonResponse(state, status=200 if state["ready"] else 503)
