"""No key, token or link of a room or an account is ever written to a log."""

import io
import logging

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.models import EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client

from tests.access.addresses import all_addresses, path_of
from tests.access.people import gather
from web.log_words import Line, hide

KEYS = ("room", "member_key", "flag_key", "ask_key", "thread", "token")


@pytest.fixture
def log():
    """Everything any logger says, as a file would hold it."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield text
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def cast(catalogue):
    return gather()


@pytest.fixture
def links(cast):
    """What mails of the site lead to."""
    user = cast.people["owner"]
    user.emailaddress_set.update(verified=False)
    reset = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return {"reset": reset, "confirm": EmailConfirmationHMAC(user.emailaddress_set.get()).key}


def paths(cast, links):
    for name, placeholders in all_addresses():
        if not name.endswith(".<format>"):
            yield path_of(name, placeholders, cast.words)
    token, room = cast.words["token"], cast.words["room"]
    yield from (
        f"/reset/{links['reset']}/x/",
        f"/confirm/{links['confirm']}/x/",
        f"/confirm/{links['confirm']}",
    )
    yield from (f"/invite/{token}./", f"/sign-in/?next=/invite/{token}/", f"/room/{room}/%00/")


def refused(*_):
    raise OperationalError(f"could not serve https://room.example.org/invite/{refused.token}/ today")


def try_all(cast, links):
    """Everything goes wrong that can: strangers, wrong methods, old pages, a database that is away."""
    stranger = Client(raise_request_exception=False)
    stranger.force_login(cast.people["other parent"])
    strict = Client(raise_request_exception=False, enforce_csrf_checks=True)
    refused.token = cast.words["token"]
    for path in paths(cast, links):
        cache.clear()
        for client in (Client(raise_request_exception=False), stranger, strict):
            client.get(path)
            client.put(path)
            client.post(path, headers={"referer": f"https://elsewhere.example{path}"})
        with connection.execute_wrapper(refused):
            stranger.get(path)


@pytest.mark.timeout(300)
def test_no_key_is_in_any_log_after_a_walk_through_every_error(cast, links, log):
    try_all(cast, links)
    said = log.getvalue()
    assert said.count("/room/***") > 20
    assert "Traceback" in said
    assert "/invite/***" in said
    assert not [
        name for name, key in {**cast.words, **links}.items() if name in (*KEYS, *links) and key in said
    ]


@pytest.mark.parametrize(("status", "traced"), [(403, False), (400, False), (500, True)])
def test_refusal_takes_one_line_and_a_fault_keeps_its_traceback(status, traced):
    try:
        raise ValueError("a reason")
    except ValueError as error:
        about = {"exc_info": (type(error), error, error.__traceback__), "status_code": status}
    record = logging.makeLogRecord({"msg": "Forbidden: /room/***/", **about})
    assert ("Traceback" in Line("%(message)s").format(record)) is traced
    assert record.exc_info


def test_console_writes_the_lines_of_ours(settings):
    assert settings.LOGGING["formatters"]["line"]["class"] == f"{Line.__module__}.{Line.__name__}"


def test_access_log_of_the_server_holds_no_key(log):
    line = '%s - "%s %s HTTP/%s" %d'
    logging.getLogger("uvicorn.access").info(
        line, "1.2.3.4:5", "GET", "/room/sEcReT/team/kEy/?x=1", "1.1", 200
    )
    assert log.getvalue() == '1.2.3.4:5 - "GET /room/***/team/***/?x=1 HTTP/1.1" 200\n'


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/invite/abc-_1/accept/", "/invite/***/accept/"),
        ("/sign-in/?next=%2Finvite%2Fabc%2F", "/sign-in/?next=%2Finvite%2F***%2F"),
        ("?next=%252Fconfirm%252FMQ%253A1%252F", "?next=%252Fconfirm%252F***%252F"),
        ("/confirm/MQ:1x:abc/", "/confirm/***/"),
        ("/reset/1-abc-def/", "/reset/***/"),
        ("https://room.example.org/room/abc", "https://room.example.org/room/***"),
        ("/roles/qmha/", "/roles/qmha/"),
        (
            '  File "/srv/room/platform/web/views.py", line 3',
            '  File "/srv/room/platform/web/views.py", line 3',
        ),
    ],
)
def test_address_keeps_its_page_and_loses_its_key(said, shown):
    assert hide(said) == shown
