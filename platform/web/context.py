"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {"quick_exit_url": settings.QUICK_EXIT_URL, "local_mail_page": settings.LOCAL_MAIL_PAGE}
