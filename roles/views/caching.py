"""Who may keep a copy of a public page, and for how long."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

FIVE_MINUTES = 300


def cacheable_for_visitors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lets the browser of a visitor without a session keep an answer for five minutes.

    The frame of every page holds a form token, so the answer is that visitor's own. Answers to people who are
    signed in are never stored at all (``web.middleware.SafeHeadersMiddleware``).
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie", "HX-Request"])
        visitor = settings.SESSION_COOKIE_NAME not in request.COOKIES
        if visitor and request.method == "GET" and response.status_code == 200:
            patch_cache_control(response, private=True, max_age=FIVE_MINUTES)
        return response

    return wrapped
