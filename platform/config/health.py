"""Whether this process lives, and whether the product does its work."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from notify.models import Heartbeat
from web.clock import now
from web.safety import without_session

OLDEST_SWEEP = timedelta(minutes=3)


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
    ages = {beat.name: moment - beat.at for beat in Heartbeat.objects.order_by("name")}
    sweeping = bool(ages) and max(ages.values()) < OLDEST_SWEEP
    return {
        "ready": not waiting and sweeping,
        "database": "ok",
        "migrations": f"{len(waiting)} waiting" if waiting else "ok",
        "sweeps": {name: round(age.total_seconds()) for name, age in ages.items()},
    }


@require_safe
@login_not_required
@without_session
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers, is migrated, and every recurring job ran within three minutes."""
    try:
        state = _state()
    except DatabaseError:
        state = {"ready": False, "database": "no answer"}
    return JsonResponse(state, status=200 if state["ready"] else 503)
