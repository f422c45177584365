"""The people who run the site see what was given up, and can have it tried again."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from accounts.models import User
from notify.models import Delivery

LIST = "admin:notify_delivery_changelist"


@pytest.fixture
def as_admin(client, db):
    client.force_login(User.objects.create_superuser("admin@example.org", "correct-horse-staple"))
    return client


@pytest.fixture
def dead(due):
    due()
    Delivery.objects.update(state="dead", attempts=8, trouble="SMTPRecipientsRefused 550")
    return Delivery.objects.get()


def try_again(client, row):
    return client.post(reverse(LIST), {"action": "try_again", "_selected_action": [row.pk]}, follow=True)


def test_list_says_what_was_given_up_and_why_but_not_whom_it_was_for(as_admin, dead):
    page = as_admin.get(reverse(LIST)).content.decode()
    assert "given up after 8 tries" in page
    assert "SMTPRecipientsRefused 550" in page
    assert "parent@example.org" not in page


def test_one_row_can_be_read_and_not_changed(as_admin, dead):
    page = as_admin.get(reverse("admin:notify_delivery_change", args=[dead.pk])).content.decode()
    assert "parent@example.org" not in page
    assert 'name="_save"' not in page


def test_given_up_row_is_tried_again_and_the_record_says_who_asked(as_admin, dead):
    assert try_again(as_admin, dead).status_code == 200
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == ("waiting", 0)
    assert LogEntry.objects.get().object_id == str(dead.pk)


def test_row_that_went_out_is_not_sent_again(as_admin, dead):
    Delivery.objects.update(state="sent")
    try_again(as_admin, dead)
    dead.refresh_from_db()
    assert dead.state == "sent"


def test_curator_has_no_business_there(client, dead):
    client.force_login(User.objects.create_user("kim@example.org", is_curator=True, is_staff=True))
    assert client.get(reverse(LIST)).status_code in (302, 403)
