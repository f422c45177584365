"""The one thing to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cases.mismatch import Level
from cases.mismatch import next_step as first_to_ask
from cases.person_fit import varies_by_state
from cases.presenters.asking import AGENCY, Addressee, addressee, mail_link
from cases.presenters.flags import FlagCard, heading
from cases.presenters.named import Named
from cases.presenters.people import Person
from cases.presenters.questions import WaitingRow
from cases.reader import Reading
from cases.wording import PARENT, Voice
from cases.wording.messages import WARM, ready_words
from cases.wording.tonight import for_tonight


@dataclass(frozen=True, slots=True)
class NextStep:
    """``kind``: 'people', 'needs', 'state', 'ask', 'nudge', 'wait' or 'rest'.

    For 'ask', ``flag`` is the flag's key, ``say`` the words, ``to`` whom they are for and ``mail`` a link
    that carries them, ``mail_words`` what stands on it, ``named`` whom answers named; for 'nudge', ``ask`` is
    the question's key.
    """

    kind: str
    title: str
    text: str = ""
    say: str = ""
    to: Addressee | None = None
    flag: str = ""
    ask: str = ""
    mail: str = ""
    mail_words: str = ""
    named: tuple[Named, ...] = ()


def next_step(
    reading: Reading,
    flags: Sequence[FlagCard],
    waiting: Sequence[WaitingRow],
    team: dict[int, Person],
    *,
    voice: Voice = PARENT,
) -> NextStep:
    """Exactly one step: first what is missing, then what the rules put first, then kind patience.

    What is urgent does not wait for the state: the question about it can be asked without. Where safety has
    no lead, whoever is here, or the step itself is about tonight, what to do tonight stands above it.
    """
    step = _step(reading, flags, waiting, team, voice)
    about_tonight = any(flag.tonight for flag in flags if flag.key == step.flag)
    if not (about_tonight or any(row.safety for row in reading.coverage.empty)):
        return step
    return replace(step, text=" ".join(filter(None, (for_tonight(), step.text))))


def _step(
    reading: Reading,
    flags: Sequence[FlagCard],
    waiting: Sequence[WaitingRow],
    team: dict[int, Person],
    voice: Voice,
) -> NextStep:
    cards = {flag.finding.fingerprint: flag for flag in flags if not flag.asked}
    found = first_to_ask(reading.room, reading.coverage, [flag.finding for flag in cards.values()])
    missing = _missing(reading, team, voice)
    if missing and not (missing.kind == "state" and found and found.level is Level.FIRST):
        return missing
    if found:
        flag = cards[found.fingerprint]
        late = next((row for row in waiting if row.key == flag.nudge), None)
        return _nudge(late, flag, voice) if late else _ask(flag, reading, team)
    if waiting:
        asked = voice.by_reader(
            _("You asked. An answer can take a few days."),
            _("%(parent)s asked. An answer can take a few days."),
        )
        return NextStep("wait", _("Nothing to do today"), asked % {"parent": voice.parent})
    return _rest(reading, voice)


def _rest(reading: Reading, voice: Voice) -> NextStep:
    """No question is open. Where a chair is empty all the same, the parent has decided about it: said so."""
    if not reading.coverage.empty:
        return NextStep(
            "rest", _("Nothing to ask about right now"), _("Write one line after the next visit.")
        )
    decided = voice.by_reader(
        _(
            "Some needs still have no lead. What you decided about them is below, under “Not open now”. "
            "It comes back when something changes."
        ),
        _(
            "Some needs still have no lead. What %(parent)s decided about them is below, under “Not open "
            "now”. It comes back when something changes."
        ),
    )
    return NextStep("rest", _("Nothing new to ask about today"), decided % {"parent": voice.parent})


def _missing(reading: Reading, team: dict[int, Person], voice: Voice) -> NextStep | None:
    """What has to be told before the rules can say much."""
    named = {"child": reading.room.child, "parent": voice.parent}
    if not team:
        return NextStep("people", _("Who helps %(child)s?") % named, _("Start with the person you see most."))
    if not reading.room.needs:
        return NextStep(
            "needs",
            _("What does %(child)s need help with?") % named,
            _("Pick what fits. You can change it any time."),
        )
    if not reading.room.state and varies_by_state(reading.room.members, reading.catalogue):
        which = voice.by_reader(_("Which state do you live in?"), _("Which state does %(parent)s live in?"))
        return NextStep("state", which % named, _("Some of these letters change from state to state."))
    return None


def _ask(flag: FlagCard, reading: Reading, team: dict[int, Person]) -> NextStep:
    to = addressee(flag, reading, team)
    name = to.name if to.value != AGENCY else ""
    words = ready_words(flag.say, tone=WARM, name=name, child=reading.room.child)
    return NextStep(
        "ask",
        heading(flag, reading),
        text=flag.since,
        say=flag.say,
        to=to,
        flag=flag.key,
        mail=mail_link(words),
        mail_words=_("Email %(name)s") % {"name": to.name} if to.person else _("Email"),
        named=flag.named,
    )


def _nudge(row: WaitingRow, flag: FlagCard, voice: Voice) -> NextStep:
    asked = voice.by_reader(
        _("You asked %(whom)s %(when)s. A kind nudge is okay."),
        _("%(parent)s asked %(whom)s %(when)s. A kind nudge is okay."),
    )
    text = asked % {"parent": voice.parent, "whom": row.whom, "when": row.asked}
    return NextStep("nudge", _("Ask once more"), text, say=row.text, ask=row.key, flag=flag.key)
