"""What the answers of a room opened, for the pages that say what became of a question."""

from collections.abc import Iterable
from typing import Any

from cases.models import Case, Flag
from cases.presenters.opened import NO_MORE, Opened, opened_by, say_opened
from cases.reader import Reading
from cases.views.access import flag_rows
from cases.wording import Voice


def opened_in(user: Any, case: Case, reading: Reading, flags: Iterable[Flag] | None = None) -> Opened:
    """Of every answer that stands; one query without all ``flags`` of the room."""
    return opened_by(flag_rows(user, case) if flags is None else flags, reading)


def what_came(flags: Iterable[Flag], opened: Opened, reading: Reading, voice: Voice) -> dict[int, str]:
    """By the id of each flag: what its answer opened, in a sentence; '' where nothing is open."""
    ids = [flag.pk for flag in flags if flag.pk]
    return {pk: say_opened(opened.by_flag.get(pk, NO_MORE), reading, voice) for pk in ids}
