"""Which words are taken for letters or a title: exactly these, from where to where, and as what."""

import pytest

from roles.decode.letters import behind_comma, ending, find, guess, is_name
from roles.decode.segments import read
from roles.lexicon import lexicon_of
from tests.roles.tiny import TINY

LEXICON = lexicon_of(TINY)


def segment_of(text):
    """The last piece of a paste."""
    return read(text)[0][-1]


def told(found):
    return [(item.text, item.start, item.end, item.key, item.telling) for item in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("our therapist met our OT today", [("therapist", 1, 2, "therapist", ""), ("OT", 4, 5, "ot", "")]),
        ("LCSW in progress since May", [("LCSW in progress", 0, 3, "lcsw", "in progress")]),
        ("LCSW license pending", [("LCSW license pending", 0, 3, "lcsw", "license pending")]),
        ("LCSW intern now", [("LCSW intern", 0, 2, "lcsw", "intern")]),
        ("now pursuing LCSW", [("pursuing LCSW", 1, 3, "lcsw", "pursuing")]),
        ("working toward LCSW", [("working toward LCSW", 0, 3, "lcsw", "working toward")]),
        ("toward LCSW license", [("toward LCSW", 0, 2, "lcsw", "toward")]),
        ("soon to be LCSW", [("soon to be LCSW", 0, 4, "lcsw", "soon to be")]),
        (
            "QMHP registered associate LCSW",
            [
                ("QMHP registered associate", 0, 3, "qmhp", "registered associate"),
                ("LCSW", 3, 4, "lcsw", ""),
            ],
        ),
        ("Registered Associate LPC", [("Registered Associate LPC", 0, 3, "lpc", "registered associate")]),
        ("Toward kinder days for all LCSW", [("LCSW", 5, 6, "lcsw", "")]),
        ("former teacher and now LCSW", [("LCSW", 4, 5, "lcsw", "")]),
        ("former teacher now LCSW", [("LCSW", 3, 4, "lcsw", "")]),
        ("toward XQZT QMHP", [("XQZT", 1, 2, "", ""), ("QMHP", 2, 3, "qmhp", "")]),
        ("QMHP XQZT candidate", [("QMHP", 0, 1, "qmhp", ""), ("XQZT", 1, 2, "", "")]),
        ("CADC II", [("CADC II", 0, 2, "cadc ii", "")]),
        ("CADC-II LCSW", [("CADC-II", 0, 1, "cadc ii", ""), ("LCSW", 1, 2, "lcsw", "")]),
        (
            "Licensed Clinical Social Worker LCSW",
            [
                ("Licensed Clinical Social Worker", 0, 4, "licensed clinical social worker", ""),
                ("LCSW", 4, 5, "lcsw", ""),
            ],
        ),
        ("skills trainers here", [("skills trainers", 0, 2, "skills trainer", "")]),
        ("Sunrise Skills Trainers", []),
        ("QMHPs", [("QMHPs", 0, 1, "qmhp", "")]),
        ("LCSW-BC", [("LCSW-BC", 0, 1, "lcsw", "")]),
    ],
)
def test_words_beside_letters_go_with_them_or_stay(text, found):
    assert told(find(segment_of(text), LEXICON, naming=False)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("she has a BA Psychology", [("BA Psychology", 3, 5, "ba", "")]),
        ("SHE HAS A BA PSYCHOLOGY", [("BA PSYCHOLOGY", 3, 5, "ba", "")]),
        ("QMHP MS in Ohio", [("QMHP", 0, 1, "qmhp", ""), ("MS", 1, 2, "ms", "")]),
        ("MS in Human Services QMHP", [("MS in Human Services", 0, 4, "ms", ""), ("QMHP", 4, 5, "qmhp", "")]),
    ],
)
def test_a_degree_goes_with_what_it_is_in(text, found):
    assert told(find(segment_of(text), LEXICON, naming=False)) == found


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("our OT", ["OT"]),
        ("our DO said", []),
        ("our do said", []),
        ("OUR OT SAID SO TODAY", []),
        ("12 Oak St OT", []),
        ("our lpc said", ["lpc"]),
        ("our rn said", []),
        ("ot", ["ot"]),
        ("or", []),
        ("DO", ["DO"]),
        ("Please DO", []),
        ("XQZT ABCD FGHK", ["XQZT", "ABCD", "FGHK"]),
        ("XQZT ABCD FGHK JKLM", []),
        ("XQZT ABCD, FGHK JKLM", []),
        ("Team, XQZT ABCD FGHK JKLM", []),
        ("OUR LPC IS THE ONE", ["LPC"]),
        ("LATE XQZTBCDFG", []),
        ("LLC XQZT", []),
    ],
)
def test_letters_count_where_letters_stand(text, texts):
    assert [item.text for item in find(segment_of(text), LEXICON, naming=False)] == texts


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("Okafor MD", ["MD"]),
        ("Jo Okafor DO", ["DO"]),
        ("Please DO", []),
        ("Kim XQZT", ["XQZT"]),
        ("my friend XQZT", []),
        ("Kim XQZT here", []),
        ("kim lee md", []),
    ],
)
def test_letters_count_behind_a_name(text, texts):
    assert [item.text for item in find(segment_of(text), LEXICON, naming=True)] == texts


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a skils trainer", ("skils trainer", "skills trainer")),
        ("Councelor Theripist", ("Councelor", "counselor")),
        ("Family intervention spec", ("Family intervention spec", "family intervention specialist")),
        ("skils trainers", ("skils trainers", "skills trainer")),
        ("Clinican", ("Clinican", "clinician")),
        ("therapy", None),
        ("therapists", None),
    ],
)
def test_a_slip_of_the_keys_is_the_likest_title(text, meant):
    found = guess(segment_of(text), LEXICON)
    assert (found and (found.text, found.key)) == meant


@pytest.mark.parametrize(
    ("text", "named", "found"),
    [
        ("kim, ot", False, [("ot", 0, 1, "ot", "")]),
        ("kim, otrl", False, [("otrl", 0, 1, "otr/l", "")]),
        ("kim, bs", False, [("bs", 0, 1, "bs", "")]),
        (
            "kim, ot msw lpc",
            False,
            [("ot", 0, 1, "ot", ""), ("msw", 1, 2, "msw", ""), ("lpc", 2, 3, "lpc", "")],
        ),
        ("kim, ot msw lpc lcsw", False, []),
        ("kim, ot xqzt", False, []),
        ("kim, bcdfghjk", False, [("bcdfghjk", 0, 1, "", "")]),
        ("kim, bcdfghjkl", False, []),
        ("kim, xqz", False, [("xqz", 0, 1, "", "")]),
        ("kim, xq", False, []),
        ("kim, abcde", True, [("abcde", 0, 1, "", "")]),
        ("kim, abcde", False, []),
        ("kim, abcdef", True, []),
        ("kim, Abcde", True, []),
        ("kim, suite 12", True, []),
        ("kim | abcde", True, []),
        ("kim, the", True, []),
        ("kim, intern", True, []),
        ("kim, year", True, []),
        ("kim, she", True, []),
        ("kim, cap", True, []),
        ("kim, therapist", True, []),
    ],
)
def test_small_letters_count_behind_a_comma(text, named, found):
    read_as = behind_comma(segment_of(text), LEXICON, named=named)
    assert told(read_as) == found
    assert all(item.letters for item in read_as)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kim lee md", [("md", 2, 3, "md", "")]),
        ("kim lee poe lpc", [("lpc", 3, 4, "lpc", "")]),
        ("kim lee poe jo lpc", []),
        ("kim lpc", []),
        ("kim lee ot", []),
        ("kim lee ba", []),
        ("our family lpc", []),
        ("12 oak st lpc", []),
    ],
)
def test_small_letters_count_behind_a_whole_name(text, found):
    read_as = ending(segment_of(text), LEXICON)
    assert told(read_as) == found
    assert all(item.letters for item in read_as)


@pytest.mark.parametrize(
    ("words", "capitals", "name"),
    [
        ("Ana", True, True),
        ("Ana Maria de", True, False),
        ("ana maria del rio", False, True),
        ("ana maria del rio soto", False, False),
        ("Ana Maria Del Rio Soto Paz", True, True),
        ("Ana Maria Del Rio Soto Paz Gil", True, False),
        ("KIM", False, False),
        ("KIM POE", False, True),
        ("A" + 29 * "a", True, True),
        ("A" + 30 * "a", True, False),
        ("Our", True, False),
        ("Our.", True, False),
        ("", False, False),
    ],
)
def test_what_could_be_a_name(words, capitals, name):
    assert is_name(tuple(words.split()), capitals=capitals) is name
