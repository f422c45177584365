"""Whole signatures as people paste them: the work is kept, the rest is dropped."""

import time

import pytest

from roles.decode import MAX_TEXT, Decoded, decode
from tests.roles.tiny import TINY

MAIL = """Best,

Jane Miller, MSW, CSWA, QMHP
(she/her/hers)
Outpatient Therapist
Sunrise Behavioral Health, LLC
1234 NW 23rd Ave Suite 200, Portland, OR 97210
P: 503-555-0100 | F: (503) 555-0101 ext. 12
jane.miller@sunrise.example.org | www.sunrise.example.org

CONFIDENTIALITY NOTICE: This message is from a licensed MD
or a counselor. If you got it by mistake, please delete it.
"""


def test_a_mail_signature_gives_name_letters_and_title_only():
    decoded = decode(MAIL, TINY, "OR")
    assert decoded.name == "Jane Miller"
    assert [c.text for c in decoded.credentials] == ["MSW", "CSWA", "QMHP", "Outpatient Therapist"]
    assert decoded.unknown == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\v"])
def test_any_line_end_will_do(ending):
    assert decode(MAIL.replace("\n", ending), TINY, "OR") == decode(MAIL, TINY, "OR")


@pytest.mark.parametrize(
    "text",
    [
        "From: Jane Miller, QMHP <jane@x.example>",
        "Hi,\nThanks,\nJane Miller (they/them) QMHP",
        "🌻 Jane Miller 🌻 QMHP ®",
        "\u202eJane Miller\u202c, \u200fQM\u200bHP\u200e",
        "Jane\u00a0Miller,\tQMHP",
        "*Jane Miller*, **QMHP**",
        "Jane Miller • QMHP • 503.555.0100",
        "Jane Miller – QMHP",
        "\uff2aane Miller, \uff31\uff2d\uff28\uff30",
        "Jane Miller, QMHP\n123 Main St, Salem, OR 97301",
        "Jane Miller, QMHP\nSent from my iPhone",
    ],
)
def test_marks_pictures_and_contact_lines_do_not_count(text):
    decoded = decode(text, TINY, "OR")
    assert (decoded.name, [c.role for c in decoded.credentials]) == ("Jane Miller", ["qmhp"])


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\x00\x07", "🌻", "12345", "@", "...", "\ud800"])
def test_nothing_to_read_gives_nothing(text):
    assert decode(text, TINY, "OR") == Decoded()


def test_a_very_long_paste_is_cut_and_said_so():
    decoded = decode("Jane Miller, QMHP\n" + "blah " * 2000, TINY, "OR")
    assert decoded.truncated
    assert (decoded.name, decoded.credentials[0].role) == ("Jane Miller", "qmhp")


def test_the_cut_falls_between_words():
    decoded = decode("QMHPX, " * (MAX_TEXT // 6), TINY, "OR")
    assert decoded.unknown == ("QMHPX",)


def test_a_paste_of_the_longest_size_is_not_cut():
    assert not decode("x" * MAX_TEXT, TINY, "OR").truncated


@pytest.mark.parametrize(
    "text",
    [
        "A" * 10_000,
        "QMHP, " * 2_000,
        "LCSW/" * 2_000,
        "a@" * 5_000,
        "(" * 10_000,
        "famly suport " * 800,
        "1 st " * 2_000,
    ],
)
def test_ten_thousand_characters_are_read_within_a_second(text):
    started = time.process_time()
    decode(text, TINY, "OR")
    assert time.process_time() - started < 1


def test_the_name_is_never_longer_than_a_name():
    assert decode("A" * 500, TINY, "OR").name == ""


@pytest.mark.parametrize(
    "text",
    [
        "<div>Jane Miller, QMHP</div>",
        "<p><b>Jane</b> Miller,<br>QMHP</p>",
        "<style>p {color: red}</style><span style='x'>Jane Miller</span>, QMHP<!-- LCSW -->",
        "Jane&nbsp;Miller,&nbsp;QMHP",
        "<table><tr><td>Jane Miller</td><td>QMHP</td></tr></table>",
        "Jane Miller, QMHP &lt;jane@x.example&gt;",
    ],
)
def test_the_marks_of_a_web_page_are_no_words(text):
    decoded = decode(text, TINY, "OR")
    assert (decoded.name, [c.role for c in decoded.credentials]) == ("Jane Miller", ["qmhp"])


def test_an_escaped_and_joins_two_letters():
    assert [c.text for c in decode("Jane Miller, QMHP &amp; LPC", TINY, "OR").credentials] == ["QMHP", "LPC"]


def test_a_doctor_s_number_is_no_zip_code():
    assert [c.text for c in decode("Sam Poe, MD 12345", TINY, "OR").credentials] == ["MD"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Dr. Sam Poe, MD, 503-555-1212", "MD"),
        ("Dr. Sam Poe MD | (503) 555-1212", "MD"),
        ("Dr. Sam Poe MD 503-555-1212", "MD"),
        ("Sam Poe, OT, 3415 SE Powell Blvd, Portland, OR 97202", "OT"),
        ("Sam Poe, OT | Room 12", "OT"),
        ("Sam Poe, OT, 12 Court Dr, Salem", "OT"),
    ],
)
def test_two_letters_are_read_on_a_line_with_an_address_or_a_number(text, letters):
    decoded = decode(text, TINY, "OR")
    assert [c.text for c in decoded.credentials] == [letters]
    assert decoded.name.removeprefix("Dr. ") == "Sam Poe"


@pytest.mark.parametrize(
    "line",
    [
        "12 Oak St, Baltimore MD",
        "12 Oak St, Baltimore, MD",
        "Suite 5, 12 Oak St, Hagerstown, MD 21740",
        "MD 21740, 12 Oak Dr",
    ],
)
def test_a_state_behind_a_street_is_no_doctor(line):
    decoded = decode(f"Sam Poe, OT\n{line}", TINY, "OR")
    assert [c.text for c in decoded.credentials] == ["OT"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mia 🌼 Torres, QMHP", "Mia Torres"),
        ("Mia 🌼🌻 Torres 🌼\nQMHP", "Mia Torres"),
        ("Mia 🌼 QMHP", "Mia"),
        ("Mia 🌼 Therapist", "Mia"),
    ],
)
def test_a_picture_inside_a_name_does_not_part_it(text, name):
    assert decode(text, TINY, "OR").name == name
