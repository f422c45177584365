"""A mail server that asks to come back later: no try is charged for two days."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused

import pytest
from django.core.mail.backends.locmem import EmailBackend

from notify.delivery import MAX_TRIES, deliver_due, is_passing
from notify.models import Delivery
from notify.services import requeue

pytestmark = pytest.mark.django_db


class Busy(EmailBackend):
    """A mail server that asks everybody to come back later."""

    def send_messages(self, messages):
        raise SMTPDataError(421, b"too many letters from parent@example.org")


def only():
    return Delivery.objects.get()


@pytest.fixture
def busy(register, due, settings):
    register()
    due()
    settings.EMAIL_BACKEND = f"{__name__}.Busy"


def tries(clock, span):
    """The minutes at which it was tried, when the post looks every minute."""
    began, found = clock(), []
    while clock() - began < span and only().state == "waiting":
        if only().not_before <= clock():
            found.append(round((clock() - began).total_seconds() / 60))
        deliver_due(clock=clock)
        clock.pass_(timedelta(minutes=1))
    return found


def test_mail_server_that_asks_to_come_back_later_charges_no_try(busy, clock):
    assert tries(clock, timedelta(hours=3)) == [0, 2, 4, 8, 16, 32, 64, 124]
    assert (only().state, only().attempts, only().trouble) == ("waiting", 0, "SMTPDataError 421")


def test_it_leaves_when_the_server_is_well_again(busy, clock, settings):
    tries(clock, timedelta(hours=3))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    clock.pass_(timedelta(hours=1))
    assert deliver_due(clock=clock) == 1
    assert (only().state, only().turned_away_since, only().trouble) == ("sent", None, "")


def test_after_two_days_of_later_the_tries_count(busy, clock):
    tries(clock, timedelta(days=3))
    assert (only().state, only().attempts) == ("dead", MAX_TRIES)
    assert requeue(deliveries=Delivery.objects.all(), at=clock()) == 1
    assert only().turned_away_since is None


@pytest.mark.parametrize(("code", "passing"), [(399, False), (421, True), (450, True), (550, False)])
def test_only_a_4xx_passes(code, passing):
    assert is_passing(SMTPDataError(code, b"")) is passing
    assert is_passing(SMTPRecipientsRefused({"someone": (code, b"")})) is passing
