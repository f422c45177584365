"""One paste is about one person: whose name it is, and what becomes of a second one."""

import pytest

from roles.decode import decode
from roles.decode.letters import Find
from roles.decode.segments import read as pieces_of
from roles.decode.signer import Named, is_second
from tests.roles.tiny import TINY


def read(text):
    found = decode(text, TINY, "OR")
    return found.name, [c.text for c in found.credentials], found.others


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Renee,\nSee you Tuesday!\nKim Lee QMHP", "Kim Lee"),
        ("Renee,\nSee you Tuesday!\n\nKim Lee\nQMHP", "Kim Lee"),
        ("Renee\nKim Lee, QMHP", "Kim Lee"),
        ("Liam Smithson (born in May) has a hard week.\n--\nKim Lee, QMHP", "Kim Lee"),
        ("Liam Smithson\nhas a hard week.\nKim Lee, QMHP", "Kim Lee"),
        ("Skills Trainer\nKim Lee, QMHP", "Kim Lee"),
    ],
)
def test_the_name_beside_the_letters_wins_over_a_name_further_up(text, name):
    assert read(text)[0] == name
    assert "QMHP" in read(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe\nHope Agency\nLCSW",
        "Jane Doe\nSunrise Wraparound\nLCSW",
        "Jane Doe\nSunrise Wraparound, LCSW",
        "Jane Doe,\nLCSW",
        "Doe, Jane LCSW",
    ],
)
def test_where_somebody_works_is_not_their_name(text):
    name, letters, others = read(text)
    assert (name, letters, others) == ("Jane Doe", ["LCSW"], ())


@pytest.mark.parametrize(
    ("text", "letters", "second"),
    [
        ("Jane Doe, LCSW\nTom Lee, QMHA", ["LCSW"], "Tom Lee"),
        ("From: Jane Doe, LCSW\nTo: Tom Lee, QMHA", ["LCSW"], "Tom Lee"),
        ("Jane Doe, MSW, QMHP\nHope Agency\n\nTom Lee QMHA\nAna Roe, LCSW", ["MSW", "QMHP"], "Tom Lee"),
    ],
)
def test_a_second_person_keeps_their_letters_to_themselves(text, letters, second):
    assert read(text) == ("Jane Doe", letters, (second,))


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, LCSW\nJane Doe, MSW",
        "Jane Doe, LCSW\nOregon LCSW #C1234",
        "Jane Doe, LCSW\nWashington State LCSW",
        "Jane Doe, LCSW\nPortland, OR",
        "Jane Doe, MSW\nSupervised by Pat Lund, LCSW",
        "Jane Doe\nLCSW\nQMHP",
    ],
)
def test_one_person_on_several_lines_stays_one(text):
    name, letters, others = read(text)
    assert (name, others) == ("Jane Doe", ())
    assert letters


SURE = Find(2, 3, "QMHA", "qmha", letters=True, sure=True)


def second(new="Tom Lee", old="Jane Doe", *, line=3, letters_line=3, old_line=1, found=(SURE,)):
    pieces = {piece.line: piece for piece in pieces_of("\n".join(f"Line {'abcde'[n]}" for n in range(5)))[0]}
    before = Named(old, pieces[old_line]) if old else None
    return is_second(Named(new, pieces[line]), before, pieces[letters_line], found)


def test_a_second_person_has_a_whole_new_name_and_sure_letters_on_a_later_line():
    assert second()
    assert second(old="")


@pytest.mark.parametrize(
    "but",
    [
        {"found": ()},
        {"found": (Find(2, 3, "XQZT", letters=True),)},
        {"found": (Find(2, 3, "Therapist", "therapist", sure=True),)},
        {"new": "Tom"},
        {"letters_line": 4},
        {"old_line": 3},
        {"new": "Jane Lee"},
        {"new": "DOE JANE"},
    ],
)
def test_where_one_of_these_is_missing_nobody_is_a_second_person(but):
    assert not second(**but)
