"""The words a parent can send: whole messages, to somebody by name and to nobody by name."""

import pytest

from cases.models import Ask
from cases.wording import messages as words
from tests.reading import MAX_GRADE, banned_words, grade

SAY = "Who leads the safety plan?"
READY = [
    ("warm", "Jane", "Hi Jane, thank you for your work with Sunny. Who leads the safety plan?"),
    ("warm", "", "Hi. I have a question about Sunny. Who leads the safety plan?"),
    ("short", "Jane", "Who leads the safety plan?"),
    ("short", "", "Who leads the safety plan?"),
    (
        "firm",
        "Jane",
        "Hello Jane, I am asking about Sunny’s care. Who leads the safety plan? "
        "Could I have the answer in writing?",
    ),
    (
        "firm",
        "",
        "Hello. I am asking about Sunny’s care. Who leads the safety plan? "
        "Could I have the answer in writing?",
    ),
]
NUDGES = [
    (
        {},
        "Hi Jane, I’m checking back on my question: “Who leads the safety plan?” When could I hear from you?",
        "Hi. I’m checking back on my question: “Who leads the safety plan?” When could I hear from you?",
    ),
    (
        {"unclear": True},
        "Hi Jane, I’m coming back to my question: “Who leads the safety plan?” "
        "The answer is not clear to me yet. Could you say it in other words?",
        "Hi. I’m coming back to my question: “Who leads the safety plan?” "
        "The answer is not clear to me yet. Could you say it in other words?",
    ),
    (
        {"unclear": True, "lead_of": "the safety plan"},
        "Hi Jane, thank you for your answer. I want to be sure I understood: do you lead the safety plan? "
        "A yes or a no is enough.",
        "Hi. Thank you for your answer. I want to be sure I understood: do you lead the safety plan? "
        "A yes or a no is enough.",
    ),
]
NAMES = ["Jane", "Pat Lee, LCSW"]


@pytest.mark.parametrize(("tone", "name", "message"), READY)
def test_a_question_is_said_in_each_tone(tone, name, message):
    assert words.ready_words(SAY, tone=tone, name=name, child="Sunny") == message


def test_there_is_a_message_for_every_tone_an_ask_can_have():
    assert {tone for tone, *_ in READY} == set(words.READY) == set(Ask.Tone.values)


@pytest.mark.parametrize(("of", "by_name", "to_nobody"), NUDGES)
def test_a_nudge_is_kind_and_whole(of, by_name, to_nobody):
    assert words.nudge_words(SAY, name="Jane", **of) == by_name
    assert words.nudge_words(SAY, name="", **of) == to_nobody


def test_the_next_door_hears_what_was_asked_before():
    assert words.next_door_words(SAY, asked="Jane", when="9 days ago") == (
        "I asked Jane this 9 days ago and have not heard back yet: “Who leads the safety plan?” "
        "Could you help me get an answer?"
    )
    assert words.unclear_words(SAY, asked="Jane") == (
        "I asked Jane: “Who leads the safety plan?” The answer is not clear to me yet. Could you help?"
    )
    assert words.said_no_words(SAY, asked="Jane") == (
        "I asked Jane: “Who leads the safety plan?” The answer was no. Who could help us with this?"
    )


@pytest.mark.parametrize("message", [m for *_, m in READY] + [m for _, *both in NUDGES for m in both])
def test_every_message_is_easy_to_read(message):
    assert grade(message) <= MAX_GRADE
    assert banned_words(message) == []


@pytest.mark.parametrize(("tone", "name"), [(tone, name) for tone, name, _ in READY])
def test_ready_words_are_known_whoever_they_greet(tone, name):
    text = words.ready_words(SAY, tone=tone, name=name, child="Sunny").replace(". ", ".\r\n")
    assert words.ready_in_all(SAY, names=NAMES, child="Sunny")[words.even(text)] == tone


def test_a_question_that_says_nothing_yet_is_warm_before_it_is_short():
    assert words.ready_in_all("", names=[], child="Sunny") == {
        "Hi. I have a question about Sunny.": "warm",
        "": "short",
        "Hello. I am asking about Sunny’s care. Could I have the answer in writing?": "firm",
    }


@pytest.mark.parametrize("name", ["", *NAMES])
@pytest.mark.parametrize("tone", ["warm", "firm"])
def test_a_question_changed_inside_our_greeting_is_found(tone, name):
    text = words.ready_words("Who does?\nPlease say.", tone=tone, name=name, child="Sunny")
    assert words.question_in(f" {text} ", names=NAMES, child="Sunny") == "Who does?\nPlease say."


@pytest.mark.parametrize(
    "text",
    [
        "Who leads this?",
        "Hi Jane, you said that you know somebody, thank you. Who is it?",
        "Hi Sam, thank you for your work with Sunny. Who leads this?",
        "Hi Jane, thank you for your work with Sunny.",
        "Hello Jane, I am asking about Sunny’s care. Who leads this?",
    ],
)
def test_words_of_their_own_hold_no_question_of_ours(text):
    assert words.question_in(text, names=NAMES, child="Sunny") == ""
