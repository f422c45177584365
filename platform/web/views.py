"""Pages that belong to no app: home, help, about, leaving, and what is shown when something breaks."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from web.context import theme_of
from web.safety import without_session


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html", {"here": "home"})


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


def _plain(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page made without asking the database or the session, which may be what broke."""
    context = {"quick_exit_url": settings.QUICK_EXIT_URL, "theme": theme_of(request)}
    return HttpResponse(loader.get_template(template).render(context), status=status)


def broken(request: HttpRequest) -> HttpResponse:
    return _plain(request, "500.html", 500)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain(request, "400.html", 400)
