"""The line that says what a tap just did, with its undo."""

from __future__ import annotations

from dataclasses import dataclass

from cases.models import Ask, Flag


@dataclass(frozen=True, slots=True)
class JustDone:
    """``kind`` is 'flag' or 'ask': which page the undo belongs to."""

    kind: str
    key: str
    text: str


FLAG_WORDS = {
    Flag.State.SORTED: "Sorted.",
    Flag.State.PUT_OFF: "Put off. It comes back by itself in two weeks.",
    Flag.State.DIFFERENT: "Kept the way you see it.",
}


def just_done(flag: Flag | None, ask: Ask | None) -> JustDone | None:
    """What the flag or the question in the address became; None when there is nothing to take back."""
    if ask is not None and ask.state in (Ask.State.ANSWERED, Ask.State.DECLINED):
        return JustDone("ask", ask.key, _ask_words(ask))
    if flag is not None and flag.state in FLAG_WORDS:
        return JustDone("flag", flag.key, FLAG_WORDS[Flag.State(flag.state)])
    return None


def _ask_words(ask: Ask) -> str:
    """'Settled. Jane leads the safety plan.'"""
    settled = ask.flag is not None and ask.flag.state in (Flag.State.SETTLED, Flag.State.SORTED)
    if ask.state == Ask.State.DECLINED:
        return f"Written down. {ask.member.name if ask.member else 'They'} said no."
    if settled and ask.member and ask.need and ask.flag and ask.flag.state == Flag.State.SETTLED:
        return f"Settled. {ask.member.name} leads {ask.need.noun}."
    return "Settled." if settled else "Written down. They answered."
