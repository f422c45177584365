"""The embedded default: one ASGI process for the pages and the event stream."""

import os
from typing import Any

from django.core.asgi import get_asgi_application

from config.guard import plainly

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"  # and no other, whatever the shell says
with plainly():
    pages: Any = get_asgi_application()

from config.stream import application as stream  # noqa: E402  it reads models, so the apps come first


async def application(scope: Any, receive: Any, send: Any) -> None:
    """``/stream/`` goes to the event stream, everything else to the pages."""
    listening = scope["type"] == "http" and scope["path"] == "/stream/"
    await (stream if listening else pages)(scope, receive, send)
