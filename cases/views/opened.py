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


def what_came(flags: Iterable[Flag], opened: Opened, reading: Reading, voice: Voice) -> dict[int, str]:
    """By the id of each flag: what its answer opened, in a sentence; '' where nothing is open."""
    ids = [flag.pk for flag in flags if flag.pk]
    return {pk: say_opened(opened.by_flag.get(pk, NO_MORE), reading, voice) for pk in ids}
