"""What is due leaves once; what is in trouble waits without holding up the rest."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from notify.channels import message_id
from notify.delivery import MAX_TRIES, claim, deliver_due, pause_after
from notify.models import Delivery
from notify.services import DeliveryRequest, requeue, take_up_again

pytestmark = pytest.mark.django_db


class MovedAway(EmailBackend):
    """Refuses one address, like a server that knows the person is gone."""

    def send_messages(self, messages):
        if messages[0].to == ["parent@example.org"]:
            raise SMTPRecipientsRefused({"parent@example.org": (550, b"gone: parent@example.org")})
        return super().send_messages(messages)


class Shut(EmailBackend):
    """A mail server nobody can reach."""

    def open(self):
        raise ConnectionRefusedError


@pytest.fixture
def moved_away(settings):
    settings.EMAIL_BACKEND = f"{__name__}.MovedAway"


def only():
    return Delivery.objects.get()


def test_due_message_leaves_once(register, due, clock):
    register()
    due()
    assert (deliver_due(clock=clock), deliver_due(clock=clock)) == (1, 0)
    assert len(mail.outbox) == 1
    assert (only().state, only().sent_at) == ("sent", clock())


def test_mail_says_what_and_where_and_nothing_else(register, due, clock, settings):
    settings.SITE_ADDRESS = "https://room.example.org"
    register()
    due()
    deliver_due(clock=clock)
    letter = mail.outbox[0]
    assert letter.to == ["parent@example.org"]
    assert letter.subject == "You have 1 new thing"
    assert letter.body == "There is something new to read: https://room.example.org/room/ (1)\n"


def test_words_are_not_escaped_as_if_they_were_a_page(register, due, clock):
    register(context=lambda delivery: {"more": " it's & done"})
    due()
    deliver_due(clock=clock)
    assert mail.outbox[0].body.strip().endswith("it's & done")


def test_message_not_due_yet_stays(register, due, clock):
    register()
    due(not_before=clock() + timedelta(seconds=1))
    assert deliver_due(clock=clock) == 0
    clock.pass_(timedelta(days=30))
    assert deliver_due(clock=clock) == 1


def test_what_is_no_longer_wanted_is_dropped_at_the_door(register, due, clock):
    register(still_wanted=lambda delivery: False)
    due()
    assert deliver_due(clock=clock) == 0
    assert (only().state, mail.outbox) == ("dropped", [])


def test_closed_account_gets_no_mail(register, due, parent, clock):
    register()
    due()
    parent.is_active = False
    parent.save()
    deliver_due(clock=clock)
    assert (only().state, mail.outbox) == ("dropped", [])


def test_mail_goes_to_the_address_of_today(register, due, parent, clock):
    register()
    due()
    parent.email = "new@example.org"
    parent.save()
    deliver_due(clock=clock)
    assert mail.outbox[0].to == ["new@example.org"]


def test_same_row_keeps_its_message_id_and_another_has_another(register, due, clock):
    register()
    due("thing:1")
    due("thing:2")
    deliver_due(clock=clock)
    keys = Delivery.objects.values_list("dedupe_key", flat=True)
    assert {letter.extra_headers["Message-ID"] for letter in mail.outbox} == {message_id(key) for key in keys}


def test_one_bad_address_does_not_hold_up_the_others(register, due, other, clock, moved_away):
    register()
    due()
    due(recipient=other)
    assert deliver_due(clock=clock) == 1
    assert mail.outbox[0].to == ["other@example.org"]


def test_trouble_is_named_without_the_address(register, due, clock, moved_away, caplog):
    register()
    due()
    deliver_due(clock=clock)
    assert only().trouble == "SMTPRecipientsRefused 550"
    assert "parent@" not in caplog.text


def test_pauses_double_up_to_an_hour():
    minutes = [pause_after(tries).total_seconds() / 60 for tries in range(1, MAX_TRIES)]
    assert minutes == [2, 4, 8, 16, 32, 60, 60]


def test_row_in_trouble_waits_its_pause(register, due, clock, moved_away):
    register()
    due()
    deliver_due(clock=clock)
    assert (only().state, only().not_before) == ("waiting", clock() + timedelta(minutes=2))


def test_given_up_after_eight_tries_and_kept_for_the_admins(register, due, clock, moved_away):
    register()
    due()
    for _ in range(MAX_TRIES):
        deliver_due(clock=clock)
        clock.pass_(timedelta(hours=1))
    assert (only().state, only().attempts) == ("dead", MAX_TRIES)


def test_given_up_row_can_be_tried_again(register, due, clock):
    register()
    due()
    Delivery.objects.update(state="dead", attempts=MAX_TRIES)
    assert requeue(deliveries=Delivery.objects.all(), at=clock()) == 1
    assert deliver_due(clock=clock) == 1


def test_mail_server_away_costs_no_row_a_try(register, due, clock, settings):
    register()
    due()
    settings.EMAIL_BACKEND = f"{__name__}.Shut"
    assert deliver_due(clock=clock) == 0
    assert (only().state, only().attempts) == ("waiting", 0)


def test_row_of_an_unknown_kind_waits_and_says_so(due, clock):
    due(kind="test.unheard-of")
    deliver_due(clock=clock)
    assert (only().state, only().trouble) == ("waiting", "UnknownKind")


def test_row_whose_words_cannot_be_written_does_not_hold_up_the_others(register, due, clock):
    register(context=lambda delivery: {"more": 1 / (delivery.event != "thing:1")})
    due("thing:1")
    due("thing:2")
    assert deliver_due(clock=clock) == 1
    assert Delivery.objects.get(event="thing:1").trouble == "ZeroDivisionError"


def test_row_held_by_another_run_is_left_to_it(register, due, clock):
    register()
    due()
    claim([only().pk], token="another", now=clock())
    assert deliver_due(clock=clock) == 0


def test_row_whose_worker_died_is_sent_when_the_lease_runs_out(register, due, clock, settings):
    register()
    due()
    claim([only().pk], token="the dead one", now=clock())
    clock.pass_(timedelta(seconds=settings.DELIVERY_LEASE_SECONDS))
    assert deliver_due(clock=clock) == 1


def test_two_runs_cannot_claim_the_same_row(due, clock):
    due()
    first, second = (claim([only().pk], token=name, now=clock()) for name in ("one", "two"))
    assert (len(first), second) == (1, [])


def test_row_that_kills_every_worker_is_given_up(register, due, clock):
    register()
    due()
    for n in range(MAX_TRIES):
        claim([only().pk], token=str(n), now=clock())
        clock.pass_(timedelta(hours=1))
    deliver_due(clock=clock)
    assert (only().state, only().trouble) == ("dead", "lost while sending")


def test_run_that_outlived_its_lease_marks_nothing(register, due, clock):
    register(still_wanted=lambda delivery: bool(Delivery.objects.update(claim="a later run")))
    due()
    deliver_due(clock=clock)
    assert (only().state, only().claim) == ("sending", "a later run")


def test_each_letter_on_disk_is_a_file_of_its_own(register, due, clock, settings, tmp_path):
    settings.EMAIL_BACKEND = "notify.mail_files.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    register()
    for n in range(5):
        due(f"thing:{n}")
    assert deliver_due(clock=clock) == 5
    assert len(list(tmp_path.iterdir())) == 5


def test_what_is_wanted_later_goes_back_until_then_and_is_charged_no_try(register, due, clock):
    morning = clock() + timedelta(hours=13)
    register(not_until=lambda delivery, now: morning if now < morning else None)
    due()
    assert deliver_due(clock=clock) == 0
    assert (only().state, only().not_before, only().attempts) == ("waiting", morning, 0)
    clock.pass_(timedelta(hours=13))
    assert (deliver_due(clock=clock), only().attempts) == (1, 1)


def test_a_kind_that_names_a_moment_gone_by_holds_nothing_up(register, due, clock):
    register(not_until=lambda delivery, now: now)
    due()
    assert deliver_due(clock=clock) == 1


def test_what_was_dropped_and_is_wanted_again_leaves_once(register, due, parent, clock):
    register()
    due()
    Delivery.objects.update(state="dropped")
    again = DeliveryRequest(kind="test.news", event="thing:1", not_before=clock(), recipient_id=parent.pk)
    for _ in range(2):
        take_up_again([again])
        deliver_due(clock=clock)
    assert (only().state, len(mail.outbox)) == ("sent", 1)
