"""How heavy pages are: the HTML as it is, and what a first visit brings, compressed."""

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
    """The demo family's room and the home page, as a new browser gets them."""
    from django.core.management import call_command

    call_command("demo_reset", verbosity=0)
    room = _room_page()
    figures.measured("room: HTML", round(len(room) / KIB, 1), "<= 60", " KiB")
    for name, html in (("home", Client().get("/").content), ("room", room)):
        files = sorted(set(STATIC.findall(html.decode())))
        bytes_ = len(gzip.compress(html)) + sum(_weight(file) for file in files)
        first = round(bytes_ / KIB, 1)
        figures.measured(f"{name}: page, styles, scripts, first font", first, "<= 60", " KiB")
        figures.measured(f"{name}: files beside the page", len(files), "<= 5")
        scripts = sum(_weight(f) for f in files if f.endswith(".js"))
        figures.measured(f"{name}: scripts", round(scripts / KIB, 1), "<= 20", " KiB")


def _room_page() -> bytes:
    from accounts.models import User
    from cases.models import Case

    parent = User.objects.get(email=SIGN_INS[0][1])
    client = Client()
    client.force_login(parent)
    return client.get(f"/room/{Case.objects.filter(owner=parent).first().key}/").content


def _weight(name: str) -> int:
    """Bytes over the wire: text compressed, fonts as they are."""
    body = Path(str(finders.find(name))).read_bytes()
    return len(body) if name.endswith(".woff2") else len(gzip.compress(body))
