"""What a flag that is new again says: what was decided, and what got worse since."""

import re

import pytest

from cases.mismatch.decided import Change
from cases.wording import PARENT, Voice
from cases.wording.decided import DECIDED, since_decided
from tests.reading import MAX_GRADE, banned_words, grade, long_sentences

COACH = Voice(parent="Renee")


def since(change, decided="sorted", voice=PARENT, name="Jane"):
    return since_decided(change, decided, name=name, child="Sunny", voice=voice)


@pytest.mark.parametrize("decided", DECIDED)
@pytest.mark.parametrize("change", Change)
@pytest.mark.parametrize("voice", [PARENT, COACH], ids=["parent", "coach"])
def test_every_change_is_said_in_the_tone_of_the_rest(change, decided, voice):
    text = since(change, decided, voice)
    assert text.count(".") == 2
    assert "Since then, " in text
    assert grade(text, ["Renee", "Jane", "Sunny"]) <= MAX_GRADE
    assert (banned_words(text), long_sentences(text, [])) == ([], [])
    assert not re.search(r"%\(|[\"']|  ", text)


@pytest.mark.parametrize("decided", DECIDED)
@pytest.mark.parametrize("change", Change)
def test_a_coach_reads_the_name_of_the_parent(change, decided):
    text = since(change, decided, COACH)
    assert text.startswith("Renee ")
    assert not re.search(r"\b[Yy]ou\b", text)


@pytest.mark.parametrize(
    ("change", "ends"),
    [
        ("level", "it has become more pressing."),
        ("lead", "no one leads this any more."),
        ("need", "you picked this need again."),
        ("person", "what we know about Jane has changed."),
        ("supervisor", "the name of Jane’s supervisor is gone."),
        ("could", "fewer people here could lead this."),
        ("might", "there are fewer people here to ask about this."),
        ("backers", "fewer people here could be Jane’s supervisor."),
        ("helpers", "fewer people here can help with this."),
        ("declined", "one more person said no."),
        ("needs", "one of Sunny’s needs waits for this."),
        ("check", "it no longer counts as checked."),
        ("again", "it was settled for a time, and it is back."),
        ("more", "it is about more of Sunny’s needs."),
        ("question", "another question waits for an answer."),
    ],
)
def test_each_change_has_its_own_words(change, ends):
    assert since(change) == f"You said this is sorted. Since then, {ends}"


@pytest.mark.parametrize(
    ("decided", "begins"),
    [
        ("sorted", "You said this is sorted."),
        ("put-off", "You said not now."),
        ("different", "You saw this differently."),
    ],
)
def test_each_decision_is_named_as_it_was_made(decided, begins):
    assert since("lead", decided) == f"{begins} Since then, no one leads this any more."
    of_renee = begins.replace("You", "Renee")
    assert since("lead", decided, COACH) == f"{of_renee} Since then, no one leads this any more."
