"""The small parts that a paste is read with, each by itself."""

import pytest

from roles.decode import decode
from roles.decode.less_by_name import says_not_now
from roles.decode.numbers import with_a_number
from roles.decode.someone_else import without_supervisor
from tests.roles.tiny import TINY

PLACES = ["apt", "room", "rm", "unit", "bldg", "fl", "floor", "hwy", "route", "zip", "ref"]


@pytest.mark.parametrize("word", [word for word in PLACES if len(word) > 2])
def test_a_number_of_a_place_is_no_letters(word):
    assert [with_a_number(f"{word.upper()}12"), with_a_number(f"{word}12")] == ["", ""]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("ABC123", "ABC123"),
        ("abc123", "abc123"),
        ("Jane, ABC123", "ABC123"),
        ("Jane, abc123", ""),
        ("Jane\nABC123", "ABC123"),
        ("ABC123\nJane", "ABC123"),
    ],
)
def test_letters_with_a_number_are_found_on_a_line_of_their_own(text, letters):
    assert with_a_number(text) == letters


LABELS = ["Supervisor: Ann Bell", "My supervisor: Ann Bell", "Our clinical supervisor: Ann Bell"]


@pytest.mark.parametrize("line", LABELS)
def test_in_the_first_line_a_label_is_a_title_and_later_it_names_somebody_else(line):
    assert without_supervisor(line, first=True) == (line, None)
    assert without_supervisor(line, first=False)[1] == "Ann Bell"


@pytest.mark.parametrize(
    "words", ["supervised by", "overseen by", "mentored by", "works under", "supervision provided by"]
)
def test_who_is_behind_somebody_is_somebody_else(words):
    assert without_supervisor(f"Jane Roe, QMHA, {words} Ann Bell", first=True)[1].strip() == "Ann Bell"


def test_what_is_legal_is_left_out_up_to_an_empty_line():
    read = decode("Jane Roe, QMHA\nConfidential: for you.\nAsk LCSW Ann.\n\nQMHP", TINY, "OR")
    assert [one.text for one in read.credentials] == ["QMHA", "QMHP"]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_years_that_are_over_are_so_with_any_dash(dash):
    assert says_not_now(f"TF-CBT 2010{dash}2012", 2026)
    assert not says_not_now(f"TF-CBT 2010{dash}2030", 2020)
