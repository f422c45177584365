"""Letters after a name: what they are, and which words in capitals they are not."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode, fold
from tests.roles.tiny import TINY


def roles(text, state="OR"):
    return [c.role for c in decode(text, TINY, state).credentials]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("QMHP", "qmhp"),
        ("Q.M.H.P.", "qmhp"),
        (" qmhp, ", "qmhp"),
        ("QMHP-C", "qmhp-c"),
        ("QMHP–C", "qmhp-c"),
        ("Psy.D.", "psyd"),
        ("Skills  Trainer", "skills trainer"),
        ("\u202eQMHA\u202c", "qmha"),
    ],
)
def test_folding_makes_one_spelling_and_keeps_the_suffix(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Jane Miller, MSW, CSWA, QMHP", "Jane Miller", ["msw", "cswa", "qmhp"]),
        ("Tasha R. QMHA", "Tasha R.", ["qmha"]),
        ("Ana Ruiz LCSW, LMFT", "Ana Ruiz", ["lcsw", "lmft"]),
        ("jane miller, qmhp", "jane miller", ["qmhp"]),
        ("JANE MILLER QMHP", "JANE MILLER", ["qmhp"]),
        ("Bo M.S.W., Q.M.H.P.", "Bo", ["msw", "qmhp"]),
        ("Kim LCSW/LPC", "Kim", ["lcsw", "lpc"]),
        ("Jo Smith (MSW) | LCSW", "Jo Smith", ["msw", "lcsw"]),
        ("Jo Smith, OTR/L", "Jo Smith", ["ot"]),
        ("Jim Bo, LaT", "Jim Bo", ["art-therapist"]),
        ("Jo CADC-II", "Jo", ["cadc-ii"]),
        ("Jo, CADC I", "Jo", ["cadc-i"]),
        ("Pat Lee, QMHP-C", "Pat Lee", ["qmhp-c"]),
        ("Miller, Jane LCSW", "Jane Miller", ["lcsw"]),
        ("Lcsw", "", ["lcsw"]),
        ("What is a QMHA?", "", ["qmha"]),
        ("Licensed Clinical Social Worker", "", ["lcsw"]),
        ("Ana, LCSW (Licensed Clinical Social Worker)", "Ana", ["lcsw"]),
        ("Ana, LCSW, LCSW, lcsw", "Ana", ["lcsw"]),
    ],
)
def test_letters_after_a_name_are_read(text, name, found):
    assert (decode(text, TINY, "OR").name, roles(text)) == (name, found)


def test_letters_stay_as_the_person_wrote_them():
    assert [c.text for c in decode("Bo, M.S.W., qmhp", TINY, "OR").credentials] == ["M.S.W.", "qmhp"]


@pytest.mark.parametrize(
    "text",
    [
        "please do not use ot or pc here",
        "Our pa said we do it at home",
        "PLEASE DO NOT REPLY",
        "PLEASE DO NOT REPLY TO THIS EMAIL",
        "we saw him at casa grande",
    ],
)
def test_words_that_look_like_letters_stay_words(text):
    assert decode(text, TINY, "OR").credentials == ()


@pytest.mark.parametrize("text", ["Sam Okafor, DO", "Sam Okafor DO", "Sam Okafor, MD", "Sam Okafor, MSW, DO"])
def test_short_letters_count_where_letters_stand(text):
    doctor = decode(text, TINY, "OR").credentials[-1]
    assert (doctor.role, doctor.candidates) == ("", ("psychiatrist", "pediatrician"))


def test_an_occupational_therapist_is_read_after_a_comma_and_in_a_sentence():
    assert roles("Maria Lopez, OT") == roles("Our OT said hi") == ["ot"]


@pytest.mark.parametrize("word", ["ot", "OT", "casa", "lpc"])
def test_one_word_alone_is_taken_for_letters(word):
    assert len(decode(word, TINY, "OR").credentials) == 1


@pytest.mark.parametrize("letters", ["XYZ", "LMHCA", "LCSW-R", "QMHS", "EdSp"])
def test_unknown_letters_are_kept_and_said_to_be_unknown(letters):
    decoded = decode(f"Jane Miller, {letters}", TINY, "OR")
    assert decoded.unknown == (letters,)
    assert decoded.credentials[0].kind is Kind.UNKNOWN
    assert "don't know these letters yet" in decoded.credentials[0].note


def test_letters_in_the_wrong_order_get_a_hint_and_no_role():
    (credential,) = decode("Kim, QMPH", TINY, "OR").credentials
    assert (credential.role, credential.candidates) == ("", ())
    assert "Did you mean QMHP?" in credential.note


@pytest.mark.parametrize("degree", ["MEd", "M.Ed.", "BA", "BS", "MA", "MS", "BSN"])
def test_a_general_degree_is_a_degree_that_does_not_tell_the_job(degree):
    (credential,) = decode(f"Ms. Bell, {degree}", TINY, "OR").credentials
    assert (credential.kind, credential.role) == (Kind.DEGREE, "")
    assert credential.note == "A degree. It doesn't tell the job."


@pytest.mark.parametrize("degree", ["PhD", "Ph.D.", "Ph. D.", "PsyD", "Psy.D."])
def test_a_doctorate_is_no_license_and_only_may_be_a_psychologist(degree):
    (credential,) = decode(f"Lee Wong, {degree}", TINY, "OR").credentials
    assert (credential.kind, credential.role) == (Kind.DEGREE, "")
    assert credential.candidates == ("psychologist",)


def test_kinds_come_from_the_catalogue():
    kinds = [c.kind for c in decode("Jane, MSW, CSWA, QMHP, LPC", TINY, "OR").credentials]
    assert kinds == [Kind.DEGREE, Kind.REGISTRATION, Kind.QUALIFICATION, Kind.LICENCE]


@pytest.mark.parametrize("letters", ["LCSW-BC", "MSW-BC"])
def test_board_certified_is_the_same_role(letters):
    assert roles(f"Kevin O'Brien, {letters}") == [letters.removesuffix("-BC").lower()]


def test_letters_that_only_end_like_a_plural_are_other_letters():
    assert roles("Pat Lee, LPCs") == ["lpc"]
    assert decode("Pat Lee, LPCS", TINY, "OR").unknown == ("LPCS",)
