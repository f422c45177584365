"""Once a day: what nobody needs any more goes, in small bites, so that no page waits for it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from accounts.kept_forms import LIFE
from accounts.models import KeptForm
from notify.mail_files import remove_mail
from web.models import FormKey

KEYS_LAST = timedelta(days=3)  # longer than any page stays open
MAIL_LASTS = timedelta(days=30)
BITE = 500
MOST_BITES = 1000  # what is left then waits for tomorrow


def tidy_up(*, now: datetime) -> dict[str, int]:
    """How many of each are gone."""
    return {
        "form keys": _remove(FormKey.objects.filter(used_at__lt=now - KEYS_LAST)),
        "sessions": _remove(Session.objects.filter(expire_date__lt=now)),
        "kept forms": _remove(KeptForm.objects.filter(kept_at__lt=now - LIFE)),
        "mails": remove_mail(before=now - MAIL_LASTS) if settings.LOCAL_MAIL_PAGE else 0,
    }


def _remove(rows: QuerySet) -> int:
    many = 0
    for _ in range(MOST_BITES):
        bite = list(rows.order_by().values_list("pk", flat=True)[:BITE])
        if not bite:
            break
        many += rows.filter(pk__in=bite).delete()[0]
    return many
