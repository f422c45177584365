"""What someone wrote before we noticed they were signed out: kept for them, and for nobody else.

The browser gets a random token; the words wait here for half an hour. They are given to the person whose
page the form stood on, once that person is signed in again, never to whoever signs in next.
"""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest

from accounts.models import KeptForm, User, hash_token, new_token
from web.clock import now
from web.form_keys import owner_of
from web.posted import Posted, posted

LIFE = timedelta(minutes=30)
LARGEST = 400_000  # letters; a form of ours is far below
MOST = 20  # of one person; the oldest goes first
FIELD = "kept"


def keep(request: HttpRequest) -> str:
    """Put the words of this POST away. The token that finds them; '' when nobody can say whose they are."""
    owner = User.objects.filter(pk=owner_of(request.POST.get("form_key", "")) or 0).first()
    form = posted(request)
    if owner is None or sum(len(name) + len(value) for name, value in form.fields) > LARGEST:
        return ""
    forget_old(now=now())
    token = new_token()
    KeptForm.objects.create(
        token_hash=hash_token(token), user=owner, to=form.to, fields=form.fields, kept_at=now()
    )
    newest = KeptForm.objects.filter(user=owner).order_by("-pk").values_list("pk", flat=True)
    KeptForm.objects.filter(user=owner, pk__in=list(newest[MOST : MOST * 2])).delete()
    return token


def kept_for(user: Any, token: str) -> Posted | None:
    """The words behind the token, if they are this person's and not older than half an hour."""
    if not token or not user.is_authenticated:
        return None
    rows = KeptForm.objects.filter(user=user, kept_at__gt=now() - LIFE)
    found = rows.filter(token_hash=hash_token(token)).first()
    return Posted(to=found.to, fields=tuple((name, value) for name, value in found.fields)) if found else None


def forget_old(*, now: datetime) -> None:
    """Nothing waits longer than half an hour."""
    KeptForm.objects.filter(kept_at__lte=now - LIFE).delete()
