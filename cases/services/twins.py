"""The same question to the same person a second time: it is not sent unawares, and nothing of it is lost."""

from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from cases.models import Ask
from cases.reader import ask_fact
from cases.rows import AskRow
from cases.services.errors import Refused

WAITS_ALREADY = _("You asked this already, and it is still waiting for an answer.")


class AskedAlready(Refused):
    """``twin`` is the question that is on its way."""

    def __init__(self, twin: Ask) -> None:
        super().__init__(str(WAITS_ALREADY))
        self.twin = twin


def must_be_the_first(ask: Ask) -> None:
    """Raise ``AskedAlready`` while the same person was asked the same and has not answered.

    Who leads a need is one question, whatever flag or page it came from and in whatever words.
    """
    zone = ZoneInfo(ask.case.owner.time_zone)
    this = ask_fact(AskRow.of(ask), zone)
    waiting = Ask.objects.waiting().filter(case_id=ask.case_id, member=ask.member)
    for other in waiting.exclude(pk=ask.pk).select_related("need", "member", "flag").order_by("pk"):
        if this.asks_the_same(ask_fact(AskRow.of(other), zone)):
            raise AskedAlready(other)
