"""Letters told as not held or no longer held are open, also where the same text has them a second time."""

from dataclasses import replace
from datetime import date

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from roles.notes import Open
from tests.roles.tiny import TINY

NOW = replace(TINY, checked_on=date(2026, 11, 22))
LOST = """
@ revoked
@ lost
@ surrendered
@ expired
@ cancelled
@ was withdrawn
@ ended in 2015
no longer an @
no longer licensed as an @
not an @ after all
used to be an @
her @ lapsed
her @ has lapsed
@: no
@ - none
@ – no
@ (no)
@ no
@ NO
@: not any more
@ N/A
@: never
@ 2010-2015
@ (2010-2015)
@, 2010–2015
@ 2010 - 2015
@ 2010-15
@ '10-'15
@ from 2010 to 2015
@ 06/2010-06/2015
@ Jan 2010 - Dec 2015
@ license 2010-2015
@ (Oregon, 2010-2015)
@ through 2015
@ to 2018
@ up to 2015
@ licensed to 2018
2010-2015: @
2010-2015 @
""".strip().splitlines()
ITS_LAST_YEAR = ("through", "to 2018", "up to")
"""Words that name a last year alone: what follows it is not told, so the letters are open and no more."""
HELD = """
@ no. 12345
@ No 12345
@, No: 12345
@ #123
@ lic. no. C1234
@ License No. L-123
@ since 2010
@ 2010
@ 2010-present
@ (2010 - present)
@ 2010-now
@ 2024-2026
@ 2024-2028
@ valid 2024-2028
@ to 2028
@ valid to 2028
@ up to 2028
@, Portland 97201-2015
@, Portland, OR 97201-2015
@, 503-555-2015
@, 2010-2015 Main Street
@, Sunrise Clinic, 2010-2015
@, MSW 2008-2010
@, MSW (2008-2010)
MSW (2008-2010), @
MSW (2008-2010) @
MSW 2008-2010, @
@, no Fridays
@ | taking new clients: no
@, EMDR: no
@ (active)
@ licensed in Oregon
No, @
""".strip().splitlines()


def names_a_last_year(words):
    return any(last in words for last in ITS_LAST_YEAR)


def roles_of(text):
    return {c.role for c in decode(text, NOW, "OR").credentials}


@pytest.mark.parametrize("words", LOST)
@pytest.mark.parametrize("letters", ["LCSW", "LPC", "QMHP"])
def test_letters_that_somebody_lost_are_open(words, letters):
    text = words.replace("@", letters)
    (read,) = decode(text, NOW, "OR").credentials
    assert (read.kind, read.role, read.candidates) == (Kind.UNKNOWN, "", ())
    assert read.lost is not names_a_last_year(words)
    assert (Open.NOT_HELD in {note.open for note in read.notes}) is read.lost
    assert roles_of(f"Jane Miller, {text}") == {""}
    assert roles_of(read.text) == {""}


@pytest.mark.parametrize(
    "words", [words for words in LOST if not any(last in words for last in ITS_LAST_YEAR)]
)
def test_they_are_open_also_where_the_same_text_has_them_once_more(words):
    text = words.replace("@", "LCSW")
    for known in ("Jane Miller, QMHP, LCSW", "Jane Miller, QMHP, licensed clinical social worker"):
        assert roles_of(f"{known}\n{text}") == {"qmhp", ""}
        assert roles_of(f"{known}\n{text.replace('LCSW', 'LPC')}") == {"qmhp", "lcsw", ""}


@pytest.mark.parametrize("words", HELD)
@pytest.mark.parametrize("letters", ["LCSW", "LPC", "QMHP"])
def test_a_number_of_a_license_or_years_that_go_on_take_nothing_away(words, letters):
    text = words.replace("@", letters)
    assert letters.lower() in roles_of(text)
    assert letters.lower() in roles_of(f"Jane Miller, {letters}\n{text}")


@pytest.mark.parametrize(
    "words",
    [
        "former LCSW intern",
        "not a candidate for LCSW",
        "supervising LCSW interns",
        "works with an LCSW",
        "let our LCSW know",
        "LPC revoked",
        "not an LPC",
    ],
)
def test_words_about_another_step_or_person_leave_the_letters(words):
    assert "lcsw" in roles_of(f"Jane Miller, LCSW\n{words}")


def test_a_degree_stays_when_the_years_at_school_are_over():
    assert [(c.text, c.kind) for c in decode("Jane Miller, MSW 2008-2010", NOW).credentials] == [
        ("MSW", Kind.DEGREE)
    ]


SPOKEN_OF = """
License revoked
not licensed
no longer licensed
She lost her license
her license lapsed
""".strip().splitlines()


@pytest.mark.parametrize("words", SPOKEN_OF)
def test_a_license_that_is_spoken_of_below_is_the_license_above(words):
    assert roles_of(f"Jane Miller, MSW, LCSW\n{words}") == {"msw", ""}


@pytest.mark.parametrize(
    "words", ["licensed in Oregon", "She is licensed", "License 12345", "active license"]
)
def test_a_license_that_is_held_stays(words):
    assert roles_of(f"Jane Miller, MSW, LCSW\n{words}") == {"msw", "lcsw"}


def test_letters_nobody_knows_may_be_lost_too():
    assert [c.text for c in decode("Jane Miller, AAA, nil, AAA", TINY, "OR").credentials] == ["AAA nil"]
