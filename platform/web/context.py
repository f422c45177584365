"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

THEME_COOKIE = "theme"
THEMES = {"light": _("Light"), "dark": _("Dark")}  # anything else follows the device


def theme_of(request: HttpRequest) -> str:
    """The theme this browser asked for; empty means: as the device does."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return theme if theme in THEMES else ""


def page(request: HttpRequest) -> dict[str, Any]:
    return {
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "local_mail_page": settings.LOCAL_MAIL_PAGE,
        "theme": theme_of(request),
    }
