"""Mail kept as files on this computer, shown as pages. Only in the mode that sends no real mail."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

NAME = re.compile(r"[\w-]+\.log")
NEWEST = 50


def _folder(request: HttpRequest) -> Path:
    """For a browser on this computer only: codes and links in these mails open accounts."""
    if not (settings.LOCAL_MAIL_PAGE and _is_here(request.META.get("REMOTE_ADDR", ""))):
        raise Http404
    return Path(settings.EMAIL_FILE_PATH)


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _read(path: Path) -> dict[str, str]:
    """The parts of one file that a person reads. A file may hold several mails; the last counts."""
    raw = [part for part in path.read_bytes().split(b"-" * 79 + b"\n") if part.strip()]
    mail = message_from_bytes(raw[-1] if raw else b"", _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    return {
        "name": path.name,
        "to": str(mail["To"] or ""),
        "subject": str(mail["Subject"] or ""),
        "date": str(mail["Date"] or ""),
        "body": body.get_content() if body else "",
    }


@require_safe
@login_not_required
def mail_list(request: HttpRequest) -> HttpResponse:
    """Public in this mode: a person who has just joined reads the code here."""
    written = [path for path in _folder(request).glob("*.log") if path.stat().st_size]
    files = sorted(written, key=lambda path: path.stat().st_mtime, reverse=True)
    return render(request, "web/local_mail.html", {"mails": [_read(path) for path in files[:NEWEST]]})


@require_safe
@login_not_required
def mail(request: HttpRequest, name: str) -> HttpResponse:
    path = _folder(request) / name
    if not NAME.fullmatch(name) or not path.is_file():
        raise Http404
    return render(request, "web/local_mail_one.html", {"mail": _read(path)})
