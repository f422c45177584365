"""How heavy pages are by themselves; ``paint.py`` measures what a first visit brings as a browser gets it."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

from demo.family import SIGN_INS
from tests.figures import Figures, part

KIB = 1024
STATIC = re.compile(r'(?:href|src)="/static/([^"]+)"')


@part("pages")
def pages(figures: Figures) -> None:
    """The pages somebody can come to first; and the room, where nobody comes first: what one more look costs
    when styles, script and font are there from the way in."""
    from django.core.management import call_command

    call_command("demo_reset", verbosity=0)
    room = _room_page()
    figures.measured("room: HTML", round(len(room) / KIB, 1), "<= 60", " KiB")
    figures.measured("room: one more look", round(len(gzip.compress(room)) / KIB, 1), "<= 15", " KiB")
    figures.measured("room: scripts", _scripts(room), "<= 20", " KiB")
    figures.measured("room: files beside the page", len(_files(room)), "<= 5")
    for name, path in (("home", "/"), ("role", "/roles/qmha/"), ("sign in", "/sign-in/")):
        html = Client().get(path).content
        files = _files(html)
        figures.measured(f"{name}: files beside the page", len(files), "<= 5")
        figures.measured(f"{name}: scripts", _scripts(html), "<= 20", " KiB")


def _files(html: bytes) -> list[str]:
    return sorted(set(STATIC.findall(html.decode())))


def _scripts(html: bytes) -> float:
    return round(sum(_weight(file) for file in _files(html) if file.endswith(".js")) / KIB, 1)


def _room_page() -> bytes:
    from accounts.models import User
    from cases.models import Case

    parent = User.objects.get(email=SIGN_INS[0][1])
    client = Client()
    client.force_login(parent)
    return client.get(f"/room/{Case.objects.filter(owner=parent).first().key}/").content


def _weight(name: str) -> int:
    """Bytes of a text as it travels, compressed."""
    return len(gzip.compress(Path(str(finders.find(name))).read_bytes()))
