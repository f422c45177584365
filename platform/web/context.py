"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = {"light": "Light", "dark": "Dark"}  # anything else follows the device


def page(request: HttpRequest) -> dict[str, Any]:
    theme = request.COOKIES.get("theme", "")
    return {
        "quick_exit_url": settings.QUICK_EXIT_URL,
        "local_mail_page": settings.LOCAL_MAIL_PAGE,
        "theme": theme if theme in THEMES else "",
    }
