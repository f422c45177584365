"""Letters after a name: what they are, and which words in capitals they are not."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode, fold
from tests.roles.tiny import TINY, note_of


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
        ("Miller, Jane, LCSW", "Jane Miller", ["lcsw"]),
        ("Miller, Jane, MSW, LCSW", "Jane Miller", ["msw", "lcsw"]),
        ("Miller, Baltimore, MD", "Miller", [""]),
        ("Miller, Salem, Therapist", "Miller", [""]),
        ("Miller | Jane, LCSW", "Jane Miller", ["lcsw"]),
        ("Miller, Jane | LCSW", "Miller", ["lcsw"]),
        ("Miller, Salem, Jane, LCSW", "Miller", ["lcsw"]),
        ("Miller, MSW, LCSW", "Miller", ["msw", "lcsw"]),
        ("Miller, Therapist, LCSW", "Miller", ["", "lcsw"]),
        ("Jane (Jay) Miller, LCSW", "Jane Miller", ["lcsw"]),
        ("Jane (she/her) Miller, LCSW", "Jane Miller", ["lcsw"]),
        ("Dr. Jane (Jay) Miller, LCSW", "Dr. Jane Miller", ["lcsw"]),
        ("Supervisor: Sam Poe, LCSW", "Sam Poe", ["lcsw"]),
        ("Lcsw", "", ["lcsw"]),
        ("What is a QMHA?", "", ["qmha"]),
        ("Licensed Clinical Social Worker", "", ["lcsw"]),
        ("Ana, LCSW (Licensed Clinical Social Worker)", "Ana", ["lcsw"]),
        ("Ana, LCSW, LCSW, lcsw", "Ana", ["lcsw"]),
        ("MA LI, LCSW", "MA LI", ["lcsw"]),
        ("Kim NG, LCSW", "Kim NG", ["lcsw"]),
        ("Jane MILLER, qMhP", "Jane MILLER", ["qmhp"]),
        ("An Do, DO", "An Do", [""]),
        ("My Nguyen, QMHP", "My Nguyen", ["qmhp"]),
        ("Jane LMHCX, LCSW", "Jane", ["", "lcsw"]),
        ("Jane Miller LABCX, LCSW", "Jane Miller", ["", "lcsw"]),
        ("Sam Okafor MD, MSW", "Sam Okafor", ["", "msw"]),
        ("Hi Dana, Jane Miller LCSW", "Jane Miller", ["lcsw"]),
        ("BA Psychology, QMHA", "", ["", "qmha"]),
        ("Jo Lee, MS in Human Services, QMHP", "Jo Lee", ["", "qmhp"]),
        ("kim lee md", "kim lee", [""]),
        ("jo ruiz lpc", "jo ruiz", ["lpc"]),
        ("kim, ot", "kim", ["ot"]),
        ("kim, ot, msw", "kim", ["ot", "msw"]),
        ("Sam Poe, xqzt", "Sam Poe", [""]),
        ("Mr. Sam DePoe III, LPC", "Mr. Sam DePoe III", ["lpc"]),
        ("Sam Poe II, LCSW", "Sam Poe II", ["lcsw"]),
        ("Sam Poe, JR., LCSW", "Sam Poe", ["lcsw"]),
        ("Sam Poe, IV, LCSW", "Sam Poe", ["lcsw"]),
        ("Sam Poe, SR, CADC II", "Sam Poe", ["cadc-ii"]),
        ("Sam Poe, LPC/S", "Sam Poe", ["lpc"]),
    ],
)
def test_letters_after_a_name_are_read(text, name, found):
    assert (decode(text, TINY, "OR").name, roles(text)) == (name, found)


@pytest.mark.parametrize(
    "text",
    [
        "Portland, or",
        "Miller, jane",
        "Sam Poe, Salem",
        "Sam Poe, she/her",
        "please call md",
        "we like her, pa said",
    ],
)
def test_small_words_and_places_behind_a_comma_are_no_letters(text):
    assert decode(text, TINY, "OR").credentials == ()


def test_small_letters_behind_a_comma_that_we_do_not_know_are_kept():
    assert decode("Sam Poe, xqzt, lcsw", TINY, "OR").unknown == ("xqzt",)


def test_a_degree_keeps_what_it_is_in():
    (credential,) = decode("Jo Lee, BA in Psychology", TINY, "OR").credentials
    assert (credential.text, credential.kind) == ("BA in Psychology", Kind.DEGREE)


def test_a_title_behind_a_degree_is_not_cut_for_it():
    texts = [c.text for c in decode("Jo Lee, MSc Family Support Specialist", TINY, "OR").credentials]
    assert texts[-1] == "Family Support Specialist"


@pytest.mark.parametrize(
    ("text", "role"),
    [("MD, Psychiatrist", "psychiatrist"), ("DO\nPediatrician or primary care provider", "pediatrician")],
)
def test_letters_of_a_few_roles_are_the_one_that_other_letters_prove(text, role):
    letters = decode(f"Sam Poe, {text}", TINY, "OR").credentials[0]
    assert (letters.kind, letters.role, letters.candidates, note_of(letters, TINY)) == (
        Kind.LICENCE,
        role,
        (),
        "",
    )


def test_letters_stay_open_when_the_others_prove_two_of_their_roles_or_none():
    both = decode("Sam Poe, MD, Psychiatrist, Pediatrician or primary care provider", TINY, "OR")
    none = decode("Sam Poe, MD, LCSW", TINY, "OR")
    assert (
        both.credentials[0].candidates == none.credentials[0].candidates == ("psychiatrist", "pediatrician")
    )


def test_a_title_never_settles_what_letters_mean_and_is_not_settled_by_them():
    title = decode("Ana Ruiz, LCSW, Therapist", TINY, "OR").credentials[1]
    assert (title.role, title.candidates) == ("", ("therapist", "lcsw", "qmhp"))


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


@pytest.mark.parametrize("letters", ["XYZ", "LMHCA", "LCSW-R", "QMHS", "EdSp", "COTA/L", "PTA/L"])
def test_unknown_letters_are_kept_and_said_to_be_unknown(letters):
    decoded = decode(f"Jane Miller, {letters}", TINY, "OR")
    assert decoded.unknown == (letters,)
    assert decoded.credentials[0].kind is Kind.UNKNOWN
    assert "don't know these letters yet" in note_of(decoded.credentials[0], TINY)


def test_letters_in_the_wrong_order_get_a_hint_and_no_role():
    (credential,) = decode("Kim, QMPH", TINY, "OR").credentials
    assert (credential.role, credential.candidates) == ("", ())
    assert "Did you mean QMHP?" in note_of(credential, TINY)


@pytest.mark.parametrize("degree", ["MEd", "M.Ed.", "BA", "BS", "MA", "MS", "BSN"])
def test_a_general_degree_is_a_degree_that_does_not_tell_the_job(degree):
    (credential,) = decode(f"Ms. Bell, {degree}", TINY, "OR").credentials
    assert (credential.kind, credential.role) == (Kind.DEGREE, "")
    assert note_of(credential, TINY) == "A degree. It doesn't tell the job."


@pytest.mark.parametrize("degree", ["PhD", "Ph.D.", "Ph. D.", "Ph D", "PsyD", "Psy.D.", "Psy D"])
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
