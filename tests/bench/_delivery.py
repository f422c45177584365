"""The measuring process of ``delivery``: ``BENCH_MAILS`` says how many mails are due."""

import os
import smtplib
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.core.mail import EmailMessage

MAILS = int(os.environ.get("BENCH_MAILS", "2000"))
WARM = 5  # templates are read, the line and the calendars are known


def rate(act: Callable[[], int]) -> float:
    """How many in a second."""
    began = time.perf_counter()
    done = act()
    return round(done / (time.perf_counter() - began))


def plain() -> int:
    """The letters alone, made and handed over one after the other."""
    with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT) as line:
        for n in range(MAILS):
            letter = EmailMessage("You have 1 open item", "Look here.", to=[f"family-{n}@example.org"])
            letter.extra_headers["Message-ID"] = f"<plain-{n}@example.org>"
            line.sendmail(settings.DEFAULT_FROM_EMAIL, letter.to, letter.message().as_bytes())
    return MAILS


def main() -> None:
    from cases.services.reminders import remind_unanswered
    from notify.delivery import deliver_due
    from notify.models import Delivery
    from tests.bench._large import Found
    from tests.bench._rooms import IN_A_FAMILY, NOW, fill, make_due, make_tables

    def deliver() -> int:
        return deliver_due(clock=lambda: NOW)

    make_tables()
    last = 0
    for mails in (WARM, MAILS):
        first, last = last, last + mails * IN_A_FAMILY
        fill(first, last)
        make_due(mails, last)
        assert remind_unanswered(now=NOW) == mails
        measured = rate(deliver)
    told = Delivery.objects.filter(state=Delivery.State.SENT, sent_at=NOW).count()
    Found(f"plain SMTP, {MAILS:,} mails", rate(plain), unit=" a second").say()
    Found(f"one dispatcher, {MAILS:,} mails", measured, ">= 250", " a second").say()
    Found("mails that did not leave", MAILS - told, "== 0").say()


if __name__ == "__main__":
    django.setup()
    main()
