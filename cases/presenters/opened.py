"""What an answer opened, and is open still: while it is, nobody says that all is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cases.models import Flag
from cases.presenters.flags import in_order, words_of
from cases.reader import Reading
from cases.rows import AnswerRow
from cases.wording import Scene, Voice
from roles.catalogue import Kind
from web.english import closed, filled


@dataclass(frozen=True, slots=True)
class Still:
    """``flags`` are about the same person or need, most important first; ``letters`` were told in the answer,
    and it is not known yet which role they are."""

    flags: Sequence[Flag] = ()
    letters: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What answers opened and is open still: by the id of the question, and by that of its flag."""

    by_ask: Mapping[int, Still] = field(default_factory=dict)
    by_flag: Mapping[int, Still] = field(default_factory=dict)


NOTHING, NO_MORE = Opened(), Still()


def opened_by(flags: Iterable[Flag], reading: Reading) -> Opened:
    """What the answers of a room that stand opened; ``flags`` are all that may be open."""
    still = {flag.pk: flag for flag in flags if flag.pk and flag.state in Flag.UNDECIDED}
    asks, begun = {}, {}
    for answer in reading.answers:
        theirs = [still[pk] for pk in answer.facts.get("opened", ()) if pk in still]
        about = in_order([flag for flag in theirs if _is_about_the_same(flag, answer)], reading)
        letters = _open_letters(answer, reading)
        if about or letters:
            asks[answer.ask] = begun[answer.flag or 0] = Still(about, letters)
    return Opened(asks, begun)


def _open_letters(answer: AnswerRow, reading: Reading) -> list[str]:
    """Of the letters that came with it, those of which nobody knows yet which role they are."""
    (_, before), (_, after) = answer.facts.get("letters") or (("", ()), ("", ()))
    new = {row["text"] for row in after} - {row["text"] for row in before}
    here = reading.room.members
    theirs = next((member.credentials for member in here if member.id == answer.flag_member), ())
    return [c.text for c in theirs if c.text in new and (len(c.candidates) > 1 or c.kind is Kind.UNKNOWN)]


def _is_about_the_same(flag: Flag, answer: AnswerRow) -> bool:
    people, needs = {answer.member, answer.flag_member}, {answer.need, answer.flag_need}
    return flag.member_id in people - {None} or flag.need_id in needs - {None}


def say_opened(still: Still, reading: Reading, voice: Voice) -> str:
    """One sentence that names the most important of it; '' where nothing is open."""
    if still.flags:
        title = words_of(still.flags[0], Scene.of(reading.room, reading.catalogue), voice).title
        return filled(_("One thing is open now: %(title)s."), {"title": closed(title).rstrip(".")})
    if still.letters:
        return _("We don’t know yet which role “%(letters)s” is.") % {"letters": still.letters[0]}
    return ""
