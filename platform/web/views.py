"""Pages that belong to no app: home, help, about, leaving, and what is shown when something breaks."""

import sys
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from web.background import for_program
from web.context import theme_of
from web.form_keys import NOBODY, owner_of
from web.home import door
from web.posted import holds_secret, posted
from web.safety import without_session

RETRY_SECONDS = 20
TOLD_TO_PROGRAMS = {
    400: _("We could not read what you sent."),
    500: _("Something broke on our side."),
    503: _("We can’t reach our records right now. Try again soon."),
}


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html", {"here": "home", "door": door(request.user)})


@require_safe
@login_not_required
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it by themselves; every page carries its icon within."""
    return HttpResponse(status=204)


@require_safe
@login_not_required
@without_session
def help_now(request: HttpRequest) -> HttpResponse:
    return render(request, "web/help_now.html", {"messages": ()})


@require_safe
@login_not_required
def about(request: HttpRequest, page: str) -> HttpResponse:
    return render(request, f"web/about_{page}.html", {"support_email": settings.SUPPORT_EMAIL})


def _sent_from_here(request: HttpRequest) -> bool:
    """Whether this site's own page sent the form. The browser says so; the token speaks for old browsers."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    token = CsrfViewMiddleware(lambda _: HttpResponse())
    token.process_request(request)
    return token.process_view(request, about, (), {}) is None


@csrf_exempt
@require_POST
@login_not_required
def leave(request: HttpRequest) -> HttpResponse:
    """Leave the site and end the session.

    Someone else's page cannot sign a person out. But a button that takes you away never answers with
    an error, so a stale token costs the session's end, not the exit.
    """
    if _sent_from_here(request):
        logout(request)
    if request.POST.get("quiet"):  # the script leaves by itself and only wants the session ended
        return HttpResponse(status=204)
    return HttpResponse(status=303, headers={"Location": settings.QUICK_EXIT_URL})


def _plain(request: HttpRequest, template: str, status: int, **more: Any) -> HttpResponse:
    """A page made without asking the database or the session, which may be what broke."""
    if for_program(request):
        return JsonResponse({"detail": TOLD_TO_PROGRAMS[status]}, status=status)
    context = {"quick_exit_url": settings.QUICK_EXIT_URL, "theme": theme_of(request), **more}
    return HttpResponse(loader.get_template(template).render(context), status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """The page for an error we did not foresee. A database that is away is one we did."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return away(request)
    return _plain(request, "500.html", 500)


def away(request: HttpRequest) -> HttpResponse:
    """The database does not answer, or not in time. What was sent stays on the page, to be sent again.

    Under its old one-use key: should it have been saved after all, it is not saved twice.
    """
    ours = request.method == "POST" and _sent_from_here(request) and not holds_secret(request)
    kept = {"kept": posted(request), "kept_key": request.POST.get("form_key", "")} if ours else {}
    answer = _plain(request, "503.html", 503, csrf_token=get_token(request), **kept)
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain(request, "400.html", 400)


def refused(request: HttpRequest, template: str, status: int, **more: Any) -> HttpResponse:
    """A page that says no. Whoever sent a form finds their own words on it, and nothing else."""
    return render(request, template, {"unsent": _unsent(request), **more}, status=status)


def _unsent(request: HttpRequest) -> list[str]:
    """The words of this POST, if our own page sent them for the person who reads the answer."""
    if request.method != "POST" or not _sent_from_here(request):
        return []
    user = getattr(request, "user", None)
    reader = user.pk if user is not None and user.is_authenticated else NOBODY
    ours = owner_of(request.POST.get("form_key", "")) in (None, reader)
    return posted(request).words if ours else []


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return refused(request, "404.html", 404)


def not_shared(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Only a room has somebody to ask for it."""
    return refused(request, "403.html", 403, of_a_room=request.path.startswith("/room/"))
