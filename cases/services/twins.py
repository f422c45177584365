"""The same question to the same person, sent from two tabs: the second is not sent, and nothing is lost."""

from django.utils.translation import gettext_lazy as _

from cases.models import Ask
from cases.services.errors import Refused

WAITS_ALREADY = _("You asked this already, and it is still waiting for an answer.")


class AskedAlready(Refused):
    """``twin`` is the question that is on its way."""

    def __init__(self, twin: Ask) -> None:
        super().__init__(str(WAITS_ALREADY))
        self.twin = twin


def must_be_the_first(ask: Ask) -> None:
    """Raise ``AskedAlready`` while the same person was asked about the same flag and has not answered.

    Of no flag, the words have to be the same too; a question of the parent's own is never taken for another.
    """
    about = {"flag": ask.flag} if ask.flag else {"flag": None, "text": ask.text}
    if not (ask.flag or ask.need or ask.question):
        return
    same = Ask.objects.waiting().filter(
        case_id=ask.case_id, member=ask.member, to_whom=ask.to_whom, need=ask.need, question=ask.question
    )
    twin = same.filter(**about).exclude(pk=ask.pk).first()
    if twin:
        raise AskedAlready(twin)
