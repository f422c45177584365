"""The event stream: a raw ASGI application that says "thread 12 changed" and nothing more.

A page that hears it fetches the part again through ``visible_to(user)``. Losing the stream loses nothing.
A stream holds no thread and no database connection: each question to the database is short.
"""

import asyncio
import os
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

import django

from config.guard import plainly

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"  # and no other, whatever the shell says
with plainly():
    django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402  after setup: this file is an entry point of its own
from django.contrib.auth import get_user  # noqa: E402
from django.db import connections  # noqa: E402
from django.http import HttpRequest  # noqa: E402
from django.utils import timezone  # noqa: E402

from coaching.services.changes import State, latest, state_for  # noqa: E402

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

HEARTBEAT: float = settings.STREAM_HEARTBEAT_SECONDS
POLL: float = settings.STREAM_POLL_SECONDS
CHECK_AGAIN: float = settings.STREAM_CHECK_SECONDS
"""How often a stream with nothing to say looks whether its person may still sign in. That the session is
there is looked at with every ``POLL``, for all streams at once, and all of it before anything is said."""
MOST_PER_PERSON = 4
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, private"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-accel-buffering", b"no"),
]
open_streams: Counter[int] = Counter()


class Bell:
    """One look at the database for all streams of this process: rings when anything changed anywhere, and
    ends the streams whose session is gone."""

    def __init__(self) -> None:
        self.rung = asyncio.Event()
        self.seen = 0
        self.keeper: asyncio.Task[None] | None = None
        self.listeners: set[Listener] = set()

    def wake(self) -> asyncio.Event:
        """The event that the next change sets; starts looking if nobody looks yet."""
        if self.keeper is None or self.keeper.done():
            self.keeper = asyncio.create_task(self._keep())
        return self.rung

    async def _keep(self) -> None:
        while open_streams:
            asked = list(self.listeners)  # those who come while the database is asked are not judged by it
            seen, here = await asyncio.to_thread(_asked, _look, {one.session_key for one in asked})
            for one in asked:
                if one.session_key not in here:
                    one.signed_out.set()
            if seen != self.seen:
                self.seen = seen
                self.rung.set()
                self.rung = asyncio.Event()
            await asyncio.sleep(POLL)


def _look(keys: set[str]) -> tuple[int, set[str]]:
    """What is newest on the site, and which of these sessions are still there."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if not hasattr(store, "get_model_class"):  # sessions kept outside the database are asked for one by one
        return latest(), {key for key in keys if store().exists(key)}
    rows = store.get_model_class().objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return latest(), set(rows.values_list("session_key", flat=True))


bells: dict[asyncio.AbstractEventLoop, Bell] = {}


def _asked(question: Callable[..., Any], *args: Any) -> Any:
    """Ask the database in this thread and give the connection back at once."""
    try:
        return question(*args)
    finally:
        connections.close_all()


def _session_key(scope: Scope) -> str:
    """The session's key from the cookies, '' without one."""
    jar: SimpleCookie = SimpleCookie()
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                jar.load(value.decode("latin-1"))
            except CookieError:
                return ""
    found = jar.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else ""


def _who(session_key: str) -> Any:
    """The person this session belongs to right now, or None: signed out, ended, or no longer active."""
    if not session_key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    user = get_user(request)
    return user if user.is_authenticated else None


async def _answer(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store, private")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """``GET /stream/``: 200 with events, 403 without a session, 429 beyond four streams a person."""
    if scope["type"] != "http":
        raise ValueError(f"The event stream does not speak {scope['type']}.")
    session_key = _session_key(scope)
    user = await asyncio.to_thread(_asked, _who, session_key)
    if scope["method"] != "GET":
        await _answer(send, 405, "Only GET is answered here.")
    elif user is None:
        await _answer(send, 403, "Sign in first.")
    elif open_streams[user.pk] >= MOST_PER_PERSON:
        await _answer(send, 429, "Four pages are listening already.")
    else:
        with _counted(user.pk), suppress(OSError):  # OSError: the browser left in mid-sentence
            await _stream(scope, receive, send, Listener(user, session_key))


@contextmanager
def _counted(user_id: int) -> Iterator[None]:
    open_streams[user_id] += 1
    try:
        yield
    finally:
        open_streams[user_id] -= 1
        if not open_streams[user_id]:
            del open_streams[user_id]


class Listener:
    """One open stream: what its person was told last, and when their session was looked at."""

    def __init__(self, user: Any, session_key: str) -> None:
        self.user = user
        self.session_key = session_key
        self.known: State = {}
        self.signed_out = asyncio.Event()
        self.checked_at = asyncio.get_running_loop().time()

    async def news(self) -> State:
        """What changed since the last time, under the rights of this moment."""
        now: State = await asyncio.to_thread(_asked, state_for, self.user)
        changed = {key: value for key, value in now.items() if self.known.get(key) != value}
        self.known = now
        return changed

    async def still_signed_in(self, *, surely: bool) -> bool:
        """Looks at session and person: ``surely`` now, else once a minute."""
        at = asyncio.get_running_loop().time()
        if self.signed_out.is_set():
            return False
        if not surely and at - self.checked_at < CHECK_AGAIN:
            return True
        self.checked_at = at
        return await asyncio.to_thread(_asked, _who, self.session_key) is not None


async def _stream(scope: Scope, receive: Receive, send: Send, listener: Listener) -> None:
    bell = bells.setdefault(asyncio.get_running_loop(), Bell())
    came_back = any(name == b"last-event-id" for name, _ in scope["headers"])
    rung = bell.wake()
    everything = await listener.news()
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    # The id makes a browser that lost the line say so when it is back: then everything may have changed.
    await _say(send, "retry: 3000\nid: open\n\n" + (_events(everything) if came_back else ""))
    gone = asyncio.create_task(_until_gone(receive))
    bell.listeners.add(listener)
    try:
        while True:
            heard = await _wait(gone, rung, listener.signed_out)
            if gone.done():
                return
            rung = bell.wake()
            # Also without a ring: a row committed late may have hidden behind a higher id.
            news = _events(await listener.news())
            if not await listener.still_signed_in(surely=bool(news)):
                await _say(send, "", more=False)
                return
            await _say(send, news or ("" if heard else ": still here\n\n"))
    finally:
        bell.listeners.discard(listener)
        gone.cancel()


async def _wait(gone: "asyncio.Task[None]", rung: asyncio.Event, signed_out: asyncio.Event) -> bool:
    """Until the bell rings (True), the browser leaves, the session ends, or a heartbeat is due."""
    ring, end = asyncio.create_task(rung.wait()), asyncio.create_task(signed_out.wait())
    try:
        await asyncio.wait({gone, ring, end}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED)
        return ring.done()
    finally:
        ring.cancel()
        end.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _events(changed: State) -> str:
    """``thread-12`` becomes an event of that name that says "thread 12 changed"."""
    return "".join(
        f"event: {key}\nid: {value[0]}\ndata: {key.replace('-', ' ')} changed\n\n"
        for key, value in changed.items()
    )


async def _say(send: Send, text: str, *, more: bool = True) -> None:
    if text or not more:
        await send({"type": "http.response.body", "body": text.encode(), "more_body": more})
