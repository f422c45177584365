"""The event stream over a real server: who may listen, what is heard, and when it ends."""

import http.client
import json
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager

import pytest
from django.conf import settings

from tests.servers import LOCAL, answers, clean_environment, free_port, process, wait_until

pytestmark = pytest.mark.services


class Site:
    """A seeded site behind one uvicorn."""

    def __init__(self, port, facts):
        self.port, self.facts = port, facts

    def cookie(self, who):
        return f"sessionid={self.facts['sessions'][who]}"

    @contextmanager
    def listen(self, cookie="", **headers):
        line = http.client.HTTPConnection(LOCAL, self.port, timeout=30)
        line.request("GET", "/stream/", headers={"Cookie": cookie, **headers})
        try:
            yield line.getresponse()
        finally:
            line.close()

    def write(self, who, text):
        token = "t" * 32
        line = http.client.HTTPConnection(LOCAL, self.port, timeout=30)
        headers = {
            "Cookie": f"{self.cookie(who)}; csrftoken={token}",
            "X-CSRFToken": token,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        line.request("POST", f"/messages/{self.facts['key']}/", f"text={text}", headers)
        assert line.getresponse().status == 302
        line.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    env = {
        **clean_environment(tmp_path_factory.mktemp("site")),
        "PYTHONPATH": str(settings.ROOT),
        "ROOM_STREAM_POLL_SECONDS": "0.2",
        "ROOM_STREAM_HEARTBEAT_SECONDS": "1",
    }
    seeded = subprocess.run(
        [sys.executable, "-m", "tests.coaching.site", "seed"],
        cwd=settings.ROOT, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    port = free_port()
    argv = [sys.executable, "-m", "uvicorn", "config.asgi:application", "--host", LOCAL, "--port", port]
    options = ["--log-level", "warning", "--timeout-graceful-shutdown", "1"]
    with process([*argv, *options], cwd=settings.ROOT, env=env, stderr=subprocess.DEVNULL):
        wait_until(lambda: answers(port), what="the server's start")
        yield Site(port, json.loads(seeded.stdout.splitlines()[-1]))


def until(answer, what, lines=200):
    """Read lines until one holds ``what``; returns all of them."""
    heard = []
    for _ in range(lines):
        heard.append(answer.readline().decode().strip())
        if what in heard[-1]:
            return heard
    raise AssertionError(f"{what!r} was not heard in {heard}")


def test_stranger_without_a_session_hears_nothing(site):
    with site.listen() as answer:
        assert answer.status == 403


def test_invented_session_hears_nothing(site):
    with site.listen("sessionid=invented") as answer:
        assert answer.status == 403


def test_parent_hears_that_the_coach_wrote_and_no_word_of_it(site):
    with site.listen(site.cookie("parent")) as answer:
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        until(answer, "id: open")
        site.write("coach", "A+secret+between+us")
        heard = until(answer, "changed")
        assert f"event: thread-{site.facts['thread']}" in heard
        assert heard[-1] == f"data: thread {site.facts['thread']} changed"
        assert "secret" not in " ".join(heard)


def test_someone_else_hears_heartbeats_only(site):
    with site.listen(site.cookie("stranger")) as answer:
        until(answer, "id: open")
        site.write("coach", "Not+for+them")
        heard = until(answer, "still here") + until(answer, "still here")
        assert not any("thread" in line for line in heard)


def test_browser_that_lost_the_line_hears_everything_may_have_changed(site):
    with site.listen(site.cookie("parent"), **{"Last-Event-ID": "open"}) as answer:
        until(answer, f"data: thread {site.facts['thread']} changed")


def test_fifth_page_of_one_person_is_turned_away_until_one_closes(site):
    def status():
        with site.listen(site.cookie("coach")) as answer:
            return answer.status

    with ExitStack() as pages:
        for _ in range(4):
            until(pages.enter_context(site.listen(site.cookie("coach"))), "id: open")
        assert status() == 429
    wait_until(lambda: status() == 200, what="a free place")


def test_pages_are_served_beside_the_stream(site):
    line = http.client.HTTPConnection(LOCAL, site.port, timeout=30)
    line.request("GET", f"/messages/{site.facts['key']}/", headers={"Cookie": site.cookie("coach")})
    page = line.getresponse().read().decode()
    line.close()
    assert 'sse-connect="/stream/"' in page


def test_stream_ends_after_signing_out_and_says_nothing_more(site):
    with site.listen(site.cookie("leaver")) as answer:
        until(answer, "id: open")
        line = http.client.HTTPConnection(LOCAL, site.port, timeout=30)
        headers = {"Cookie": site.cookie("leaver"), "Sec-Fetch-Site": "same-origin", "Content-Length": "0"}
        line.request("POST", "/leave/", headers=headers)
        left = time.monotonic()
        assert line.getresponse().status == 303
        line.close()
        rest = answer.read()  # comes back only when the server ends the stream; else the line times out
        assert answer.isclosed()
        assert b"changed" not in rest
        assert time.monotonic() - left < 10
