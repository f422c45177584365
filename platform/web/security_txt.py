"""``/.well-known/security.txt``: whom to tell of a weakness in the site (RFC 9116)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from web.clock import now

LONGEST_DAYS = 365  # who reads it trusts no promise of more than a year


def contact() -> str:
    """As it was set; else the mail address for help, else the page that tells how to get help."""
    if settings.SECURITY_CONTACT:
        return str(settings.SECURITY_CONTACT)
    if settings.SUPPORT_EMAIL:
        return f"mailto:{settings.SUPPORT_EMAIL}"
    return f"{settings.SITE_ADDRESS}{reverse('about_help')}"


def expires(today: datetime) -> datetime:
    """The start of a day, so that everybody who asks on one day is told the same."""
    days = min(max(settings.SECURITY_TXT_DAYS, 1), LONGEST_DAYS)
    return today.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)


@require_safe
@login_not_required
def security_txt(request: HttpRequest) -> HttpResponse:
    lines = [
        f"Contact: {contact()}",
        f"Expires: {expires(now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {settings.SITE_ADDRESS}{reverse('security_txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
