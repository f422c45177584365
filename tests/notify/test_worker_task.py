"""The worker's doorbell."""

import pytest
from celery import current_app
from django.core import mail

from notify.models import Heartbeat
from notify.tasks import deliver

pytestmark = pytest.mark.django_db


def test_ringing_sends_what_is_due_and_leaves_a_heartbeat(register, due):
    register()
    due()
    deliver()
    deliver()
    assert len(mail.outbox) == 1
    assert Heartbeat.objects.get().name == "notify.deliver"


def test_task_has_the_name_the_schedule_rings():
    assert "notify.deliver" in current_app.tasks
