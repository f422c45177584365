"""The one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cases.mismatch import next_step as first_to_ask
from cases.person_fit import varies_by_state
from cases.presenters.asking import AGENCY, Addressee, addressee, mail_link
from cases.presenters.flags import FlagCard, heading
from cases.presenters.people import Person
from cases.presenters.questions import WaitingRow
from cases.reader import Reading
from cases.wording.messages import WARM, ready_words


@dataclass(frozen=True, slots=True)
class NextStep:
    """``kind``: 'people', 'needs', 'state', 'ask', 'nudge', 'wait' or 'rest'.

    For 'ask', ``flag`` is the flag's key, ``say`` the words, ``to`` whom they are for and ``mail`` a link
    that carries them; for 'nudge', ``ask`` is the question's key.
    """

    kind: str
    title: str
    text: str = ""
    say: str = ""
    to: Addressee | None = None
    flag: str = ""
    ask: str = ""
    mail: str = ""


def next_step(
    reading: Reading,
    flags: Sequence[FlagCard],
    waiting: Sequence[WaitingRow],
    team: dict[int, Person],
    *,
    parent: str = "",
) -> NextStep:
    """Exactly one step: first what is missing, then what the rules put first, then kind patience.

    ``parent`` as in ``card``.
    """
    child = reading.room.child
    if not team:
        return NextStep("people", f"Who helps {child}?", "Start with the person you see most.")
    if not reading.room.needs:
        return NextStep(
            "needs", f"What does {child} need help with?", "Pick what fits. You can change it any time."
        )
    if not reading.room.state and varies_by_state(reading.room.members, reading.catalogue):
        return NextStep(
            "state",
            f"Which state does {parent} live in?" if parent else "Which state do you live in?",
            "Some of these letters change from state to state.",
        )
    cards = {flag.finding.fingerprint: flag for flag in flags if not flag.asked}
    found = first_to_ask(reading.room, reading.coverage, [flag.finding for flag in cards.values()])
    if found:
        flag = cards[found.fingerprint]
        late = next((row for row in waiting if row.key == flag.nudge), None)
        return _nudge(late, flag, parent) if late else _ask(flag, reading, team)
    if waiting:
        return NextStep(
            "wait", "Nothing to do today", f"{parent or 'You'} asked. An answer can take a few days."
        )
    return NextStep("rest", "Nothing to ask about right now", "Write one line after the next visit.")


def _ask(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> NextStep:
    to = addressee(flag, reading, team)
    name = to.name if to.value != AGENCY else ""
    words = ready_words(flag.say, tone=WARM, name=name, child=reading.room.child)
    return NextStep(
        "ask",
        heading(flag, reading),
        say=flag.say,
        to=to,
        flag=flag.key,
        mail=mail_link(words),
    )


def _nudge(row: WaitingRow, flag: FlagCard, parent: str) -> NextStep:
    text = f"{parent or 'You'} asked {row.whom} {row.asked}. A kind nudge is okay."
    return NextStep("nudge", "Ask once more", text, say=row.text, ask=row.key, flag=flag.key)
