"""Pages that belong to no app: home, help, about, leaving."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe


@require_safe
@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html", {"here": "home"})


@require_safe
@login_not_required
def help_now(request: HttpRequest) -> HttpResponse:
    """Static on purpose: it answers while the database is down."""
    return render(request, "web/help_now.html")


@require_safe
@login_not_required
def about(request: HttpRequest, page: str) -> HttpResponse:
    return render(request, f"web/about_{page}.html")


def _sent_from_here(request: HttpRequest) -> bool:
    refused = CsrfViewMiddleware(lambda _: HttpResponse()).process_view(request, about, (), {})
    return refused is None


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
    response = HttpResponse(status=303, headers={"Location": settings.QUICK_EXIT_URL})
    response["Cache-Control"] = "no-store, private"
    return response
