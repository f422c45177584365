"""What the answers of a room opened, for the pages that say what became of a question."""

from collections.abc import Iterable
from typing import Any

from cases.models import AskEvent, Case, Flag
from cases.presenters.opened import NO_MORE, Opened, opened_by, say_opened
from cases.reader import Reading
from cases.views.access import flag_rows
from cases.wording import Voice

TELLS = ["opened", "letters"]
"""The facts of an answer that can leave something open."""


def opened_in(user: Any, case: Case, reading: Reading, flags: Iterable[Flag] | None = None) -> Opened:
    """Of every answer that stands; one query, and one more without all ``flags`` of the room."""
    answers = AskEvent.objects.visible_to(user).filter(ask__case=case, facts__has_any_keys=TELLS).standing()
    rows = flag_rows(user, case) if flags is None else flags
    return opened_by(answers.select_related("ask__flag"), rows, reading)


def tell_what_came(flags: Iterable[Flag], opened: Opened, reading: Reading, voice: Voice) -> None:
    """Each flag says what its answer opened."""
    for flag in flags:
        flag.led_to = say_opened(opened.by_flag.get(flag.pk or 0, NO_MORE), reading, voice) if flag.pk else ""
