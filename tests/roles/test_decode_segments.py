"""Where a paste is cut, what is left out, and what each piece says of the place it stands at."""

import pytest

from roles.decode.segments import MAX_MARKUP, MAX_TEXT, Segment, read

PLACES = {
    "S": "shouting",
    "A": "address",
    "1": "alone",
    "W": "whole",
    "<": "after_comma",
    ">": "before_comma",
}


def told(segment: Segment) -> str:
    """Its line, its words, and what it says of its place: '0 QMHA <'."""
    places = "".join(sign for sign, name in PLACES.items() if getattr(segment, name))
    return f"{segment.line} {' '.join(segment.words)} {places}".strip()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("QMHA", ["0 QMHA 1W"]),
        ("Jane Miller", ["0 Jane Miller W"]),
        ("Jane Miller, QMHA", ["0 Jane Miller >", "0 QMHA <"]),
        ("Jane Miller, QMHA,", ["0 Jane Miller >", "0 QMHA <>"]),
        ("Jane Miller | QMHA", ["0 Jane Miller", "0 QMHA"]),
        ("Jane\nMiller", ["0 Jane W", "1 Miller W"]),
        ("Jane, x\n\nMiller, QMHA", ["0 Jane >", "0 x <", "2 Miller >", "2 QMHA <"]),
        ("Jane Miller, QMHA\nSupervised by Sam Poe, LCSW", ["0 Jane Miller >", "0 QMHA <"]),
        (
            "Jane Miller, QMHA supervised by Sam Poe, LCSW\nTeam North",
            ["0 Jane Miller >", "0 QMHA supervised <", "1 Team North W"],
        ),
        (
            "Jane Miller, QMHA\nSupervised by:\nSam Poe, LCSW\nTeam North",
            ["0 Jane Miller >", "0 QMHA <", "3 Team North W"],
        ),
        ("Supervisor: Sam Poe", ["0 Supervisor", "0 Sam Poe"]),
        ("Jane Miller\nSupervisor: Sam Poe, LCSW\nQMHA", ["0 Jane Miller W", "2 QMHA W"]),
        ("Jane Miller\nClinical supervisor - Sam Poe, LCSW", ["0 Jane Miller W"]),
        ("Jane Miller\nMy supervisor is Sam Poe", ["0 Jane Miller W"]),
        ("Jane Miller, reports to Sam Poe", ["0 Jane Miller >"]),
        ("works under Sam", []),
        ("Jane Miller\nworking under the direction of Sam Poe, LCSW", ["0 Jane Miller W"]),
        ("Jane under supervision of Sam Poe", ["0 Jane 1W"]),
        ("Supervising clinician: Sam Poe", ["0 Supervising clinician", "0 Sam Poe"]),
        ("Best regards\nJane Miller", ["1 Jane Miller W"]),
        ("Jane\nCONFIDENTIAL: this is private\nmore words\n\nQMHA", ["0 Jane W", "4 QMHA W"]),
        ("Jane Miller\nThis email is private\nLCSW", ["0 Jane Miller W"]),
        ("Title: QMHA", ["0 QMHA 1W"]),
        ("Jane (Jay) Miller, LCSW", ["0 Jane Miller >", "0 LCSW <"]),
        ("Dr. Jane (Jay) Miller", ["0 Dr. Jane Miller W"]),
        ("Jane (she/her) Miller", ["0 Jane Miller W"]),
        ("Jane (LCSW) Miller", ["0 Jane", "0 LCSW", "0 Miller"]),
        ("jane (jay) miller", ["0 jane", "0 jay", "0 miller"]),
        ("Jane (jay) Miller", ["0 Jane", "0 jay", "0 Miller"]),
        ("Jane Poe, Psy. D.", ["0 Jane Poe >", "0 Psy.D. <"]),
        ("Jane Poe Ph. D.", ["0 Jane Poe Ph.D. W"]),
        ("Jane M. Ed.", ["0 Jane M.Ed. W"]),
        ("Jane Ph D", ["0 Jane PhD W"]),
        ("Jane LCSW-Intern", ["0 Jane LCSW Intern W"]),
        ("Jane LPC-Associate", ["0 Jane LPC Associate W"]),
        ("QMHP-C", ["0 QMHP-C 1W"]),
        ("Salem, OR 97301", ["0 Salem 1>"]),
        ("Jane, MD 20612", ["0 Jane 1>"]),
        ("Jane, MD 12345", ["0 Jane >", "0 MD <"]),
        ("Baltimore, MA 02134", ["0 Baltimore 1>"]),
        ("Springfield MS 39201", ["0 Springfield 1W"]),
        ("PA 15001", []),
        ("Salem, OR 97301-1234", ["0 Salem 1>"]),
        ("12 Oak St, Salem, OR", ["0 Oak St A>", "0 Salem <>", "0 OR A<"]),
        ("12 Oak St, Salem, QMHA", ["0 Oak St A>", "0 Salem <>", "0 QMHA <"]),
        ("Suite 5, Jane", ["0 Suite A>", "0 Jane <"]),
        ("Dr. Jane 5", ["0 Dr. Jane W"]),
        ("Oak Dr 5, MD", ["0 Oak Dr A>", "0 MD A<"]),
        ("Oak St, MD", ["0 Oak St >", "0 MD <"]),
        ("12 Oak St; Salem, OR", ["0 Oak St A", "0 Salem >", "0 OR <"]),
        ("MIA 🌼 TORRES", ["0 MIA TORRES W"]),
        ("Mia 🌼 Torres, LCSW", ["0 Mia Torres >", "0 LCSW <"]),
        ("Mia 🌼🌼 Torres\nLCSW", ["0 Mia Torres W", "1 LCSW W"]),
        ("🌼 Mia Torres 🌼", ["0 Mia Torres W"]),
        ("Mia|LCSW", ["0 Mia", "0 LCSW"]),
        ("Mia\tLCSW", ["0 Mia", "0 LCSW"]),
        ("Mia\x0bLCSW", ["0 Mia W", "1 LCSW W"]),
        ("Mia\r\nLCSW", ["0 Mia W", "1 LCSW W"]),
        ("Mia\rLCSW", ["0 Mia W", "1 LCSW W"]),
        ("Mia   LCSW", ["0 Mia", "0 LCSW"]),
        ("Mia - LCSW", ["0 Mia", "0 LCSW"]),
        ("Mia-LCSW", ["0 Mia-LCSW 1W"]),
        ("Mia ~ LCSW", ["0 Mia", "0 LCSW"]),
        ("Mia / LCSW", ["0 Mia", "0 LCSW"]),
        ("*Mia* “LCSW”", ["0 Mia", "0 LCSW"]),
        ("Ｊａｎｅ， ＱＭＨＡ", ["0 Jane >", "0 QMHA <"]),
        ("Jane、QMHA", ["0 Jane >", "0 QMHA <"]),
        ("Mia: LCSW", ["0 Mia", "0 LCSW"]),
        ("Mia [LCSW]", ["0 Mia", "0 LCSW"]),
        ("Mia <LCSW>", ["0 Mia", "0 LCSW"]),
        ("Jane and Joe", ["0 Jane and Joe W"]),
        ("LCSW and QMHA", ["0 LCSW", "0 QMHA"]),
        ("Jane & LCSW", ["0 Jane", "0 LCSW"]),
        ("LCSW + QMHA", ["0 LCSW", "0 QMHA"]),
        ("LCSW or LPC", ["0 LCSW", "0 LPC"]),
        ("jane@example.org LCSW", ["0 LCSW 1W"]),
        ("Call 555-1234 Jane", ["0 Call", "0 Jane"]),
        ("www.example.org Jane", ["0 Jane 1W"]),
        ("example.org Jane", ["0 Jane 1W"]),
        ("Jane she/her LCSW", ["0 Jane", "0 LCSW"]),
        ("Jane he/him/his", ["0 Jane 1W"]),
        ("OTR/L", ["0 OTR/L 1W"]),
        ("Room 5 Jane", ["0 Room Jane AW"]),
        ("555 Jane", ["0 Jane 1W"]),
        ("a1b Jane", ["0 a1b Jane W"]),
        ("a12b Jane", ["0 Jane 1W"]),
        ("Jane.", ["0 Jane 1W"]),
        ("Jane R.", ["0 Jane R. W"]),
        ("R. Jane", ["0 R. Jane W"]),
        ("M.S.W.", ["0 M.S.W. 1W"]),
        ("Jane …", ["0 Jane 1W"]),
        ("-Jane-", ["0 Jane 1W"]),
        ("'Jane'", ["0 Jane 1W"]),
        ("Jane?", ["0 Jane 1W"]),
        ("1", []),
        ("J.R. Smith.", ["0 J.R. Smith W"]),
        ("Miller's.", ["0 Miller's 1W"]),
        ("JANE MILLER QMHA", ["0 JANE MILLER QMHA W"]),
        ("JANE MILLER SAID HELLO", ["0 JANE MILLER SAID HELLO SW"]),
        ("JANE MILLER IS HERE", ["0 JANE MILLER IS HERE SW"]),
        ("JANE MILLER, LCSW, QMHA", ["0 JANE MILLER S>", "0 LCSW S<>", "0 QMHA S<"]),
    ],
)
def test_pieces_of_a_paste(text, pieces):
    assert [told(segment) for segment in read(text)[0]] == pieces


@pytest.mark.parametrize(
    ("length", "words", "cut"),
    [
        (MAX_TEXT - 1, 1333, False),
        (MAX_TEXT, 1334, False),
        (MAX_TEXT + 1, 1333, True),
        (MAX_MARKUP + 1, 1333, True),
    ],
)
def test_what_is_too_long_is_cut_between_two_words_and_said(length, words, cut):
    segments, truncated = read(("ab " * length)[:length])
    assert (sum(len(segment.words) for segment in segments), truncated) == (words, cut)


@pytest.mark.parametrize("mark", [" ", "\n", ","])
def test_a_word_that_the_cut_goes_through_is_left_out(mark):
    text = "ab ab,ab\n" + "a" * (MAX_TEXT - 12) + mark + "LCSW"
    assert [len(word) for word in read(text)[0][-1].words] == [MAX_TEXT - 12]


def test_one_word_without_an_end_is_cut_where_the_reading_ends():
    (segment,) = read("ab " + "c" * MAX_TEXT)[0]
    assert [len(word) for word in segment.words] == [2, MAX_TEXT - 3]


def test_tags_do_not_count_and_too_many_are_said():
    tags = "<b></b>" * 600
    assert [told(segment) for segment in read(f"{tags}Jane")[0]] == ["0 Jane 1W"]
    many = "<b></b>" * (MAX_MARKUP // 7)
    assert read(many.ljust(MAX_MARKUP, "x"))[1] is False
    assert read(many.ljust(MAX_MARKUP + 1, "x"))[1] is True


@pytest.mark.parametrize("picture", ["🌼", "\ue000", "\u0378", "★", "☆", "✦", "❖"])
def test_a_picture_parts_what_stands_beside_it(picture):
    segments, _ = read(f"Mia Torres {picture} LCSW")
    assert [told(segment) for segment in segments] == ["0 Mia Torres", "0 LCSW"]


@pytest.mark.parametrize("mark", ["\xa0", "\u2003", *'*_"“”«»`#'])
def test_a_mark_around_words_is_a_space(mark):
    segments, _ = read(f"Mia{mark}Torres")
    assert [told(segment) for segment in segments] == ["0 Mia Torres W"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end):
    segments, _ = read(f"Mia{end}LCSW")
    assert [told(segment) for segment in segments] == ["0 Mia W", "1 LCSW W"]
