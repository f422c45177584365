"""What the site refuses to start with, and what its settings make of the environment."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from config.stores import caches, database
from config.surroundings import Surroundings
from tests.servers import SAFE_PRODUCTION, clean_environment


@pytest.fixture
def start(tmp_path):
    """Read the settings in a process of their own; what it complained about."""

    def read(code="", **changes):
        env = {
            **clean_environment(tmp_path),
            **SAFE_PRODUCTION,
            **changes,
            "PYTHONPATH": str(settings.ROOT / "platform"),
        }
        argv = [sys.executable, "-c", f"from config import settings; {code}"]
        done = subprocess.run(argv, env=env, capture_output=True, text=True, timeout=60)
        return done.stderr if done.returncode else done.stdout

    return read


def test_safe_values_start(start):
    assert start("print('started')") == "started\n"


@pytest.mark.parametrize("mode", ["Production", "prod", " production", "", " "])
def test_unknown_mode_is_refused_not_taken_for_embedded(start, mode):
    what = "nothing stands behind it" if not mode.strip() else f"{mode!r} is not known"
    assert f"ROOM_MODE: {what}. It is one of: embedded, production." in start(ROOM_MODE=mode)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EMAIL_URL", ""),
        ("DATABASE_URL", ""),
        ("SECRET_KEY", "short"),
        ("DEBUG", "true"),
        ("ALLOWED_HOSTS", ""),
        ("ALLOWED_HOSTS", ".example.org"),
        ("CLOCK_SHIFT_SECONDS", "60"),
        ("SITE_ADDRESS", "http://room.example.org"),
        ("TRUSTED_PROXIES", ""),
    ],
)
def test_production_names_what_is_wrong(start, name, value):
    refused = start(**{name: value})
    assert "Not safe to start in production" in refused
    assert f"- {name}:" in refused


def test_one_setting_says_how_many_proxies_are_believed(start):
    show = "print(settings.ALLAUTH_TRUSTED_PROXY_COUNT, settings.REST_FRAMEWORK['NUM_PROXIES'])"
    assert [start(show, TRUSTED_PROXIES=many) for many in ("0", "1")] == ["0 0\n", "1 1\n"]


def test_postgres_gives_up_before_its_reader(monkeypatch, tmp_path):
    monkeypatch.setitem(os.environ, "DATABASE_URL", SAFE_PRODUCTION["DATABASE_URL"])
    options = database(Surroundings(), tmp_path)["OPTIONS"]
    assert "statement_timeout=15s" in options["options"]
    assert "lock_timeout=5s" in options["options"]
    assert "idle_in_transaction_session_timeout=30s" in options["options"]


def test_migration_may_bring_more_patience(monkeypatch, tmp_path):
    monkeypatch.setitem(
        os.environ, "DATABASE_URL", f"{SAFE_PRODUCTION['DATABASE_URL']}?options=-c%20statement_timeout%3D0"
    )
    assert database(Surroundings(), tmp_path)["OPTIONS"]["options"] == "-c statement_timeout=0"


def test_counters_have_room_for_many_visitors():
    assert caches("")["default"]["OPTIONS"]["MAX_ENTRIES"] == 100_000
