"""Who may go on, and in whose clock and language the page is."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from accounts.views import signed_out
from web.background import in_background
from web.safety import needs_no_session


class ReaderMiddleware:
    """Activates the signed-in person's time zone and language for the length of one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(None), translation.override(settings.LANGUAGE_CODE):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> None:
        if needs_no_session(view):
            return
        if request.user.is_authenticated:
            timezone.activate(ZoneInfo(request.user.time_zone))
            translation.activate(request.user.language)


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """Private unless said otherwise; a form sent by someone signed out is kept, not thrown away."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if needs_no_session(view_func):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        if in_background(request):
            return HttpResponse(status=204)  # nothing to show: whoever types on that page keeps their words
        if request.method == "POST":
            return signed_out(request)
        if request.headers.get("HX-Request"):
            return HttpResponse(status=403, headers={"HX-Redirect": reverse("account_login")})
        return super().handle_no_permission(request, view_func)
