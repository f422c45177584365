"""How each line of the log is said: to the parent as "you", to others by the parent's name."""

import pytest

from cases.models import CaseEvent
from cases.wording import PARENT, Voice
from cases.wording.log import ABOUT_SHARING, ONE_WAY, SENTENCES, say
from tests.reading import BANNED, MAX_GRADE, grade

COACH = Voice(parent="Renee")

LINES = [
    ("member-added", {"name": "Jane"}, "You added Jane.", "Renee added Jane."),
    ("member-added", {"name": "Tasha R."}, "You added Tasha R.", "Renee added Tasha R."),
    ("member-left", {"name": "Tasha R."}, "Tasha R. left the team.", "Tasha R. left the team."),
    (
        "needs-changed",
        {"added": ["help with sleep"], "gone": []},
        "You added to the needs: help with sleep.",
        "Renee added to the needs: help with sleep.",
    ),
    (
        "needs-changed",
        {"added": [], "gone": ["help with sleep", "speech"]},
        "You took off the needs: help with sleep and speech.",
        "Renee took off the needs: help with sleep and speech.",
    ),
    (
        "needs-changed",
        {"added": ["speech"], "gone": ["help with sleep"]},
        "You added to the needs: speech. You took off: help with sleep.",
        "Renee added to the needs: speech. Taken off: help with sleep.",
    ),
    (
        "leads-not",
        {"name": "Jane", "need": "sleep", "noun": "help with sleep"},
        "Jane said no to leading help with sleep.",
        "Jane said no to leading help with sleep.",
    ),
    (
        "promised",
        {"whom": "the agency", "day": "2026-12-09"},
        "The agency named a day for the answer: Wednesday, December 9, 2026.",
        "The agency named a day for the answer: Wednesday, December 9, 2026.",
    ),
    (
        "put-off",
        {"title": "Rest"},
        "You said “Not now” to this: Rest",
        "Renee said “Not now” to this: Rest",
    ),
    (
        "different",
        {"title": "Rest"},
        "You see this differently: Rest",
        "Renee sees this differently: Rest",
    ),
    (
        "child-renamed",
        {"was": "Bee", "now": "Bo"},
        "You changed the child’s name here from Bee to Bo.",
        "Renee changed the child’s name here from Bee to Bo.",
    ),
    (
        "member-renamed",
        {"was": "Jane", "now": "Jean"},
        "You changed the name Jane to Jean.",
        "Renee changed the name Jane to Jean.",
    ),
    (
        "state-changed",
        {"was": "Oregon", "now": "Texas"},
        "You changed the state from Oregon to Texas.",
        "Renee changed the state from Oregon to Texas.",
    ),
    (
        "state-changed",
        {"was": "", "now": "Texas"},
        "You set the state to Texas.",
        "Renee set the state to Texas.",
    ),
    (
        "state-changed",
        {"was": "Oregon", "now": ""},
        "You took out the state. It was Oregon.",
        "Renee took out the state. It was Oregon.",
    ),
    (
        "letters-changed",
        {"name": "Jane", "was": "LCSW", "now": ""},
        "You took out what stood behind the name of Jane: LCSW",
        "Renee took out what stood behind the name of Jane: LCSW",
    ),
    (
        "letters-changed",
        {"name": "Jane", "was": "", "now": "LCSW"},
        "You wrote down letters or a title for Jane: LCSW",
        "Renee wrote down letters or a title for Jane: LCSW",
    ),
    (
        "letters-changed",
        {"name": "Jane", "was": "CSWA", "now": "LCSW"},
        "You changed what stands behind the name of Jane. It was: CSWA. It is: LCSW",
        "Renee changed what stands behind the name of Jane. It was: CSWA. It is: LCSW",
    ),
    (
        "belief-changed",
        {"name": "Jane", "was": "One", "now": ""},
        "You took out what you believed Jane to be: One",
        "Renee took out what they believed Jane to be: One",
    ),
    (
        "belief-changed",
        {"name": "Jane", "was": "One", "now": "Other"},
        "You changed what you believe Jane to be. It was: One. It is: Other",
        "Renee changed what they believe Jane to be. It was: One. It is: Other",
    ),
    (
        "agency-changed",
        {"name": "Jane", "was": "One", "now": ""},
        "You took out where Jane works: One",
        "Renee took out where Jane works: One",
    ),
    (
        "agency-changed",
        {"name": "Jane", "was": "One", "now": "Other"},
        "You changed where Jane works. It was: One. It is: Other",
        "Renee changed where Jane works. It was: One. It is: Other",
    ),
    (
        "backing-changed",
        {"name": "Jane", "was": "One", "now": ""},
        "You took out who supervises Jane: One",
        "Renee took out who supervises Jane: One",
    ),
    (
        "backing-changed",
        {"name": "Jane", "was": "One", "now": "Other"},
        "You changed who supervises Jane. It was: One. It is: Other",
        "Renee changed who supervises Jane. It was: One. It is: Other",
    ),
    ("needs-changed", {}, "You changed the needs.", "Renee changed the needs."),
    ("asked", {"whom": "Jane"}, "You asked Jane a question.", "Renee asked Jane a question."),
    ("asked", {"whom": ""}, "You asked the team a question.", "Renee asked the team a question."),
    ("nudged", {"whom": "Jane"}, "You asked Jane again, kindly.", "Renee asked Jane again, kindly."),
    ("answered", {"whom": "Jane"}, "Jane answered your question.", "Jane answered Renee’s question."),
    (
        "answered",
        {"whom": "the agency"},
        "The agency answered your question.",
        "The agency answered Renee’s question.",
    ),
    ("said-no", {"whom": ""}, "The team said no to your question.", "The team said no to Renee’s question."),
    (
        "unclear",
        {"whom": "Jane"},
        "Jane answered, and it is not clear yet.",
        "Jane answered, and it is not clear yet.",
    ),
    (
        "agreed",
        {"name": "Jane", "need": "self-harm-suicide", "noun": "the safety plan"},
        "Jane said yes to leading the safety plan.",
        "Jane said yes to leading the safety plan.",
    ),
    (
        "leads-no-more",
        {"name": "Jane", "need": "self-harm-suicide", "noun": "the safety plan"},
        "You wrote down that Jane no longer leads the safety plan.",
        "Renee wrote down that Jane no longer leads the safety plan.",
    ),
    (
        "settled",
        {"title": "The safety plan has no lead yet"},
        "You said this is sorted: The safety plan has no lead yet",
        "Renee said this is sorted: The safety plan has no lead yet",
    ),
    (
        "certified",
        {"name": "Jane", "training": "TF-CBT", "row": "7", "was": "told"},
        "You saw proof of Jane’s training: TF-CBT",
        "Renee saw proof of Jane’s training: TF-CBT",
    ),
]
FOR_THE_PARENT = [
    ("coach-joined", {"coach": "Dana"}, "Dana joined as your coach."),
    ("coach-joined", {"coach": ""}, "Someone joined as your coach."),
    ("coach-declined", {}, "The one you asked can’t be your coach right now."),
    ("coach-left", {"coach": "Dana"}, "Dana can’t go on as your coach."),
    ("coach-left", {"coach": ""}, "Someone can’t go on as your coach."),
    ("sharing-ended", {"coach": "Dana"}, "You stopped sharing with Dana."),
    ("sharing-ended", {"coach": ""}, "You stopped sharing with your coach."),
]


@pytest.mark.parametrize(("kind", "params", "parent", "coach"), LINES)
def test_a_line_is_said_for_each_reader(kind, params, parent, coach):
    assert (say(kind, params, PARENT), say(kind, params, COACH)) == (parent, coach)


@pytest.mark.parametrize(("kind", "params", "told"), FOR_THE_PARENT)
def test_who_looks_in_is_said_to_the_parent(kind, params, told):
    assert say(kind, params, PARENT) == told


def test_every_kind_but_a_note_is_said_and_tried_here():
    assert {*SENTENCES, *ONE_WAY} == {kind for kind, *_ in LINES}
    assert set(ABOUT_SHARING) == {kind for kind, *_ in FOR_THE_PARENT} == set(CaseEvent.ABOUT_SHARING)
    assert set(CaseEvent.Kind.values) == {"note", *SENTENCES, *ONE_WAY, *ABOUT_SHARING}


def test_names_are_told_as_they_are_written():
    odd = Voice(parent=r"Re\1nee 100%")
    assert say("asked", {"whom": "%(name)s You"}, odd) == r"Re\1nee 100% asked %(name)s You a question."


@pytest.mark.parametrize(("kind", "params"), [line[:2] for line in LINES + FOR_THE_PARENT])
def test_every_line_is_easy_to_read(kind, params):
    text = say(kind, params, PARENT)
    assert grade(text) <= MAX_GRADE
    assert not [word for word in BANNED if word in text.lower()]
