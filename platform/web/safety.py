"""Pages that answer while the database is down: they never ask who is reading."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

MARK = "needs_no_session"


def without_session(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the page to everyone alike, session and person left alone."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.user = AnonymousUser()
        return view(request, *args, **kwargs)

    setattr(shown, MARK, True)
    return shown


def needs_no_session(view: Callable[..., Any]) -> bool:
    return bool(getattr(view, MARK, False))
