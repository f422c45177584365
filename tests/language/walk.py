"""A walk over every page there is, by everybody who may open it, with every form on the way sent."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve

from accounts.forms import SignInForm
from demo.family import SIGN_INS
from tests.browser.pages import PAGES, Page
from tests.language.forms import WRITTEN, Sent, forms_of

ANSWERS_FOR_MACHINES = ("/leave/",)
Shown = tuple[str, str, str]
"""Which page, what was sent before ('' for nothing), and its HTML."""

#: What is typed on the way.
PASTE, NOTE = "Jane Miller, MSW, CSWA, QMHP, XQZT, therapist", "Slept well. Calm on the bus."
LATE, ADDRESS = "See you on Thursday.", "somebody@example.org"
LOOKED_FOR = "x" * 300
MAILED_ON = "Mon, 02 Mar 2026"  # as a mail has it
TYPED = (
    *(PASTE, *PASTE.split(", "), NOTE, NOTE.split()[0], LATE, ADDRESS, MAILED_ON),
    *(LOOKED_FOR, LOOKED_FOR[:37], *WRITTEN.values()),
)


def send(**fields: str) -> Callable[[Client, str], HttpResponse]:
    return lambda client, path: client.post(path, fields, follow=True)


def send_signed_out(client: Client, path: str) -> HttpResponse:
    return Client().post(path, {"text": NOTE})


def sign_in_after_it(client: Client, path: str) -> HttpResponse:
    """What was written is given back on the way in."""
    html = send_signed_out(client, path).content.decode()
    page = next(form for form in forms_of(html, path) if "login" in form.says)
    email, password = next((email, password) for who, email, password in SIGN_INS if who == "parent")
    return Client().post(page.to, {**page.says, "login": email, "password": password}, follow=True)


def read_the_mail(client: Client, path: str) -> HttpResponse:
    backend = get_connection("notify.mail_files.EmailBackend")
    backend.send_messages([EmailMessage(NOTE, NOTE, to=[ADDRESS])])
    name = re.search(r"/local-mail/([^\"]+)\"", client.get(path).content.decode())
    assert name
    return client.get(f"{path}{name[1]}")


def send_with_an_old_token(client: Client, path: str) -> HttpResponse:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    return strict.post(path, {"text": NOTE})


#: Where a form led: the page that is made from a template.
BY_TEMPLATE = {page.template: page.name for page in reversed(PAGES)}
#: What the browser does on a page, done by a client: by the name of the page.
ACTS: dict[str, Callable[[Client, str], HttpResponse]] = {
    "decoded": send(text=PASTE),
    "join-wrong": send(),
    "start-child-wrong": send(),
    "sign-in-signed-out": send_signed_out,
    "kept": sign_in_after_it,
    "local-mail-one": read_the_mail,
    "code-typed": send(email=ADDRESS),
    "start-team-read": send(text=PASTE, do="read"),
    "member-add-read": send(text=PASTE, do="read"),
    "old-page": send_with_an_old_token,
    "not-sent": lambda client, path: client.post("/messages/no-such-thread/", {"text": LATE}),
}


@dataclass
class Walk:
    """Everybody's way through the pages. ``cast`` is what ``tests.inside.cast`` made."""

    cast: dict[str, Any]
    sent: set[tuple[str, ...]] = field(default_factory=set)

    def client(self, who: str) -> Client:
        client = Client()
        if who:
            cookie = self.cast["cookies"][who]
            client.cookies[cookie["name"]] = cookie["value"]
        return client

    def everywhere(self, pages: list[Page] = PAGES) -> Iterator[Shown]:
        for page in pages:
            yield from self.at(page)

    def at(self, page: Page) -> Iterator[Shown]:
        path = page.path.format(**self.cast["words"])
        if page.drawn:
            yield page.name, "", draw(page, path)
            return
        client = self.client(page.who)
        with undone():
            response = ACTS[page.name](client, path) if page.name in ACTS else client.get(path, follow=True)
        html = response.content.decode()
        yield page.name, "", html
        for form in forms_of(html, path):
            for how, said in form.sendings():
                yield from self.after(page, form.to, how, said)

    def after(self, page: Page, to: str, how: str, said: Sent, before: str = "") -> Iterator[Shown]:
        """What comes after a form was sent, and after what can be done then, such as to undo it."""
        if not self._is_new(page, to, how, said):
            return
        with undone():
            response = self.client(page.who).post(to, said, follow=True)
            made = response.templates[0].name or "" if response.templates else ""
            html = response.content.decode()
            yield BY_TEMPLATE.get(made, page.name), f"after {how} of {page.name}{before}", html
            if not before:
                for form in forms_of(html, response.request["PATH_INFO"]):
                    for then, meant in form.sendings():
                        yield from self.after(page, form.to, then, meant, before=f" and {how}")

    def _is_new(self, page: Page, to: str, how: str, said: Sent) -> bool:
        """The same button of the same form is pressed once, and nobody leaves."""
        once = (view_of(to), how, "coach" if page.who == "coach" else "", *sorted(said))
        if once in self.sent or to.startswith(ANSWERS_FOR_MACHINES):
            return False
        self.sent.add(once)
        return True


def part_of(html: str) -> tuple[str, str]:
    """What belongs to a page, and the frame that stands around every page."""
    before, start, rest = html.partition("<main")
    inner, end, after = rest.partition("</main>")
    if not end:
        return html, ""
    title = re.search(r"<title>.*?</title>", before, re.S)
    own = title[0] if title else ""
    return f"{own}{start}{inner}{end}", before.replace(own, "") + after


def view_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return path


class undone:
    """What happens in here never happened."""

    def __enter__(self) -> None:
        self.block = transaction.atomic()
        self.block.__enter__()

    def __exit__(self, *error: Any) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(*error)


def draw(page: Page, path: str) -> str:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    context = {"form": SignInForm(), "quick_exit_url": settings.QUICK_EXIT_URL}
    return render_to_string(page.template, context, request=request)
