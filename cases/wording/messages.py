"""Words a parent can send: a question in three tones, and what is said when it is put once more."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cases.models import Ask
from web.english import filled, inside, shortened

WARM, SHORT, FIRM = TONES = Ask.Tone.values

ByName = tuple[str, str]
"""A whole message to somebody by name, and the same to nobody by name."""

READY: dict[str, ByName] = {
    WARM: (
        gettext_noop("Hi %(name)s, thank you for your work with %(child)s. %(say)s"),
        gettext_noop("Hi. I have a question about %(child)s. %(say)s"),
    ),
    SHORT: ("%(say)s", "%(say)s"),
    FIRM: (
        gettext_noop(
            "Hello %(name)s, I am asking about %(child)s’s care. %(say)s Could I have the answer in writing?"
        ),
        gettext_noop(
            "Hello. I am asking about %(child)s’s care. %(say)s Could I have the answer in writing?"
        ),
    ),
}
NUDGE: ByName = (
    gettext_noop("Hi %(name)s, I’m checking back on my question: “%(say)s” When could I hear from you?"),
    gettext_noop("Hi. I’m checking back on my question: “%(say)s” When could I hear from you?"),
)
NOT_CLEAR: ByName = (
    gettext_noop(
        "Hi %(name)s, I’m coming back to my question: “%(say)s” "
        "The answer is not clear to me yet. Could you say it in other words?"
    ),
    gettext_noop(
        "Hi. I’m coming back to my question: “%(say)s” "
        "The answer is not clear to me yet. Could you say it in other words?"
    ),
)
DO_YOU_LEAD: ByName = (
    gettext_noop(
        "Hi %(name)s, thank you for your answer. I want to be sure I understood: do you lead %(noun)s? "
        "A yes or a no is enough."
    ),
    gettext_noop(
        "Hi. Thank you for your answer. I want to be sure I understood: do you lead %(noun)s? "
        "A yes or a no is enough."
    ),
)
QUOTED = 600
"""So many letters of an earlier question are quoted: with the longest names and any tone, the whole fits."""
_HERE = "\0"


def subject() -> str:
    """Above a mail: it says nothing of a child."""
    return _("A question")


def ready_words(say: str, *, tone: str, name: str, child: str) -> str:
    """The question as a message. ``name`` '' when it goes to nobody by name."""
    return _to(READY[tone], name, child=child, say=say)


def ready_in_all(say: str, *, names: Iterable[str], child: str) -> dict[str, str]:
    """Every message a form may have been given for a question, whoever it greets, and its tone."""
    return {
        even(ready_words(say, tone=tone, name=name, child=child)): tone
        for tone, name in product(reversed(TONES), ("", *names))
    }


def question_in(text: str, *, names: Iterable[str], child: str) -> str:
    """The question inside our greeting where the parent changed only that; '' for words all their own.

    Read once, when it is saved.
    """
    for tone, name in product((WARM, FIRM), ("", *names)):
        before, _here, after = ready_words(_HERE, tone=tone, name=name, child=child).partition(_HERE)
        inside = text.strip().removeprefix(before).removesuffix(after)
        if inside and f"{before}{inside}{after}" == text.strip():
            return inside.strip()
    return ""


def even(text: str) -> str:
    """The text on one line: a text box may break lines anew."""
    return " ".join(text.split())


def nudge_words(say: str, *, name: str, unclear: bool = False, lead_of: str = "") -> str:
    """A kind chaser with the question in it; nobody who answered is told that they did not.

    ``lead_of``: what the person asked could lead, so that a yes or a no is a clear answer.
    """
    if unclear and lead_of:
        return _to(DO_YOU_LEAD, name, noun=lead_of)
    return _to(NOT_CLEAR if unclear else NUDGE, name, say=say)


def _to(message: ByName, name: str, **places: str) -> str:
    by_name, to_nobody = message
    return filled(_(by_name if name else to_nobody), {"name": name, **places})


def next_door_words(say: str, *, asked: str, when: str) -> str:
    """The same question for the next door, saying that it was asked before."""
    return _(
        "I asked %(asked)s this %(when)s and have not heard back yet: “%(say)s” "
        "Could you help me get an answer?"
    ) % {"asked": asked, "when": when, "say": inside(shortened(say, QUOTED))}


def left_words(say: str, *, asked: str, when: str) -> str:
    """The same question where who was asked has left: nobody is called silent."""
    return _(
        "I asked %(asked)s this %(when)s, and %(asked)s has left the team since: “%(say)s” "
        "Could you help me get an answer?"
    ) % {"asked": asked, "when": when, "say": inside(shortened(say, QUOTED))}


def unclear_words(say: str, *, asked: str) -> str:
    """The same question after an answer that is not clear yet: nobody is called silent."""
    return _("I asked %(asked)s: “%(say)s” The answer is not clear to me yet. Could you help?") % {
        "asked": asked,
        "say": inside(shortened(say, QUOTED)),
    }


def said_no_words(say: str, *, asked: str) -> str:
    """The same question after a no: that is an answer, and the next door is open."""
    return _("I asked %(asked)s: “%(say)s” The answer was no. Who could help us with this?") % {
        "asked": asked,
        "say": inside(shortened(say, QUOTED)),
    }
