"""Once a day the rows and files nobody needs any more are gone, and nothing else is."""

import os
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session

from accounts import tidying
from accounts.models import KeptForm
from accounts.tasks import tidy
from accounts.tidying import tidy_up
from web.clock import now
from web.models import FormKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(parent, settings, tmp_path):
    """Of everything one that is old enough and one that is not."""
    settings.LOCAL_MAIL_PAGE, settings.EMAIL_FILE_PATH = True, str(tmp_path)
    at = now()
    for name, age in (("old", timedelta(days=31)), ("new", timedelta(minutes=1))):
        FormKey.objects.create(key=name, user=parent, used_at=at - age)
        Session.objects.create(session_key=name, session_data="", expire_date=at + timedelta(hours=1) - age)
        KeptForm.objects.create(token_hash=name, user=parent, to="/", fields=[], kept_at=at - age)
        mail = tmp_path / f"{name}.log"
        mail.write_text(name)
        os.utime(mail, ((at - age).timestamp(),) * 2)
    (tmp_path / "secret.key").write_text("not a mail")
    return tmp_path


def test_old_goes_and_new_stays(rows):
    assert tidy_up(now=now()) == {"form keys": 1, "sessions": 1, "kept forms": 1, "mails": 1}
    assert FormKey.objects.get().key == Session.objects.get().session_key == "new"
    assert KeptForm.objects.get().token_hash == "new"
    assert {path.name for path in rows.iterdir()} == {"new.log", "secret.key"}


def test_a_second_round_finds_nothing(rows):
    tidy()
    assert set(tidy_up(now=now()).values()) == {0}


def test_large_heap_goes_in_small_bites(parent, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(tidying, "BITE", 10)
    old = now() - timedelta(days=4)
    FormKey.objects.bulk_create(FormKey(key=str(n), user=parent, used_at=old) for n in range(35))
    with django_assert_max_num_queries(12):
        assert tidy_up(now=now())["form keys"] == 35


def test_one_round_does_so_much_and_no_more(parent, monkeypatch):
    monkeypatch.setattr(tidying, "BITE", 10)
    monkeypatch.setattr(tidying, "MOST_BITES", 2)
    old = now() - timedelta(days=4)
    FormKey.objects.bulk_create(FormKey(key=str(n), user=parent, used_at=old) for n in range(35))
    assert tidy_up(now=now())["form keys"] == 20


def test_beat_rings_once_a_day():
    assert site.CELERY_BEAT_SCHEDULE["accounts.tidy_up"]["schedule"].hour == {9}
