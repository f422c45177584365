"""Headers every answer carries, and pages made small on the way."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile

from web.background import for_program, in_background
from web.fields import ZERO
from web.views import refused

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class SafeHeadersMiddleware:
    """Private pages are never stored: Back after a quick exit asks for sign-in instead of showing them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.method not in ("GET", "HEAD") or response.status_code >= 400 or self._signed_in(request):
            response.headers["Cache-Control"] = "no-store, private"
        return response

    @staticmethod
    def _signed_in(request: HttpRequest) -> bool:
        user = getattr(request, "user", None)
        return user is not None and user.is_authenticated


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """Gives files out whole: they are small, and a stream read from a file would have to be async here."""

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        found = static_file.get_response(request.method, request.META)
        with found.file or BytesIO() as file:
            answer = HttpResponse(file.read(), status=int(found.status))
        del answer.headers["Content-Type"]  # the file's own follows, if it has one
        for name, value in found.headers:
            answer.headers[name] = value
        return answer


class CompressMiddleware(GZipMiddleware):
    """Compresses words, not fonts. Each answer is padded at random, so its length tells nothing."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "")
        wordy = kind.startswith("text/") or "javascript" in kind or "json" in kind or "svg" in kind
        if not wordy or kind.startswith("text/event-stream"):
            return response
        return super().process_response(request, response)


class PlainTextMiddleware:
    """Lets no byte 0 in, which nobody types: no database keeps it, and PostgreSQL breaks over it.

    In a form, where a paste may bring it, a sign stands in its place, so that the field gives the words back
    and says what is wrong. Anywhere else it is refused. What is posted to the API is read there, alike in a
    form and in JSON.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._holds_zero(request):
            raise BadRequest
        texts = () if for_program(request) else (text for _, found in request.POST.lists() for text in found)
        if any("\0" in text for text in texts):
            request.POST = self._shown(request.POST)
        return self.get_response(request)

    @staticmethod
    def _shown(form: QueryDict) -> Any:
        """The form with a sign that can be seen, and kept, for each byte 0."""
        shown = form.copy()
        for name, texts in form.lists():
            shown.setlist(name, [text.replace("\0", ZERO) for text in texts])
        shown._mutable = False
        return shown

    @staticmethod
    def _holds_zero(request: HttpRequest) -> bool:
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "%00" in query or "\0" in query:
            return True
        names = () if for_program(request) else tuple(request.POST)
        return any("\0" in text for text in (*request.COOKIES.values(), *names))


class WrongMethodMiddleware:
    """What an address can’t do is said on a page; a bare 405 would be an empty one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or not self._shows_pages(request) or response.content:
            return response
        page = refused(request, "405.html", 405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    @staticmethod
    def _shows_pages(request: HttpRequest) -> bool:
        by_hand = "text/html" in request.headers.get("Accept", "") and not in_background(request)
        return by_hand and not for_program(request)
