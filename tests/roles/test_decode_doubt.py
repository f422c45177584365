"""Words that leave open whether somebody holds letters: then they are kept, and nobody is given them."""

import pytest

from roles.catalogue import Kind
from roles.decode import decode
from tests.roles.tiny import TINY, note_of

LETTERS = ["LCSW", "LPC", "LMFT", "QMHP"]
FRAMES = ["{}", "Jane Miller, {}", "Jane Miller\n{}", "Jane Miller, MSW, {}", "She {}"]
OPEN = """
@ license is pending
@ licence pending
@ certification pending
@ is pending
@ pending exam
pending @
@. License pending
@ application submitted
applied for her @
awaiting @
@ exam date pending
@ exam passed, license pending
@ exam scheduled
passed the @ exam
sitting for the @ exam
studying for the @
has never been an @
never was an @
never became an @
has not been an @
is not yet an @
not yet an @
not currently an @
no longer an @
not a fully licensed @
doesn't have her @
does not hold an @
without an @
lost her @
surrendered @
let her @ lapse
used to be an @
was an @
had an @
had been an @
previously an @
prior @
working toward her @
working on her @
on track for @
on her way to @
almost an @
about to become @
going to be an @
will be an @
will be @ in March
will have her @ soon
getting her @
completing @ hours
hopes to be an @
wants to become an @
candidate for @
eligible for her @
in training to be an @
interning as an @
in school to be an @
enrolled in @ program
@ in March
@ in May 2027
@ in 2027
@ by June
@ by 2027
@ next year
@ this fall
@ in a few months
@ soon
@ to be
@ track
@ coursework
@ grad student
@ (not yet)
@ (ret.)
@ emeritus
@ (revoked)
@ suspended
@ license was revoked
@ license has lapsed
@ (formerly)
@ no longer active
@ not current
@ not yet issued
@ on hold
@ under review
@ awaiting results
@ expected in May
@ tbd
@ elig.
@?
maybe an @
not sure if she is an @
might be an @
could be an @
we asked for an @
under an @
worked under an @
works with an @
works alongside an @
overseen by an @
co-signed by @
assistant to an @
""".strip().splitlines()
HELD = """
@
@ license 12345
@, license 12345
@ license number 12345
licensed as an @
is an @
our @ said
has her @
has been an @ for ten years
former teacher, now @
@ in Oregon
@ in private practice
@ supervisor
@, Clinical Supervisor
@ Training Director
@ Program Manager
@ Intern Coordinator
@, not available Fridays
@ (active)
@ (on leave)
@ working with teens
@ will see you in March
@ is away in March
@. In March we are closed
@. Their training is long
@ with training in EMDR
@ EMDR in training
@ | hours 9-5
@ | by appointment
""".strip().splitlines()


def roles_of(text):
    return {c.role for c in decode(text, TINY, "OR").credentials}


@pytest.mark.parametrize("words", OPEN)
def test_letters_in_doubt_are_nobody_s_wherever_they_stand(words):
    wrong = [
        text
        for letters in LETTERS
        for frame in FRAMES
        if letters.lower() in roles_of(text := frame.format(words.replace("@", letters)))
    ]
    assert wrong == []


@pytest.mark.parametrize("words", HELD)
def test_other_words_beside_letters_take_nothing_away(words):
    lost = [
        text
        for letters in LETTERS
        for frame in FRAMES
        if letters.lower() not in roles_of(text := frame.format(words.replace("@", letters)))
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Jane Miller has never been an LCSW", "Jane Miller", ["has never been an LCSW"]),
        ("Jane Miller, LCSW license is pending", "Jane Miller", ["LCSW license is pending"]),
        ("Jane Miller, LCSW exam in two weeks", "Jane Miller", ["LCSW exam in two weeks"]),
        ("Jane Miller, LCSW?", "Jane Miller", ["LCSW?"]),
        ("not an LCSW or LPC", "", ["not an LCSW", "not an LPC"]),
        ("pursuing LPC/LMFT", "", ["pursuing LPC", "pursuing LMFT"]),
        ("license pending (LCSW)", "license pending", ["license pending LCSW"]),
        ("Jane Miller, license pending: LCSW", "Jane Miller", ["license pending LCSW"]),
        (
            "Jane Miller, MSW, license pending: LPC",
            "Jane Miller",
            ["MSW license pending", "license pending LPC"],
        ),
        ("Jane Miller, LCSW\nLicense pending", "Jane Miller", ["LCSW License pending"]),
        ("Jane Miller, LCSW supervised by Ana Ruiz", "Jane Miller", ["LCSW supervised"]),
        ("Jane Miller, LCSW (supervised by Ana Ruiz)", "Jane Miller", ["LCSW supervised"]),
        ("not yet a licensed clinical social worker", "", ["not yet a licensed clinical social worker"]),
    ],
)
def test_what_is_kept_says_that_it_is_open_and_reads_the_same_again(text, name, kept):
    decoded = decode(text, TINY, "OR")
    assert (decoded.name, [c.text for c in decoded.credentials]) == (name, kept)
    for credential in decoded.credentials:
        assert (credential.kind, credential.role, credential.candidates) == (Kind.UNKNOWN, "", ())
        denied = text in ("Jane Miller has never been an LCSW", "not an LCSW or LPC")
        said = "not held now" if denied else "may be on the way"
        assert said in note_of(credential, TINY)
        assert [c.kind for c in decode(credential.text, TINY, "OR").credentials] == [Kind.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Jane Miller, LPC, NBX, license pending", [("LPC license pending", ""), ("NBX", "")]),
        ("Jane Miller, MSW (pending), LCSW", [("MSW pending", ""), ("LCSW", "lcsw")]),
        ("Jane Miller, LCSW (license pending) CSWA", [("LCSW license pending", ""), ("CSWA", "cswa")]),
        ("Jane Miller, LCSW, LPC candidate", [("LCSW", "lcsw"), ("LPC candidate", "pca")]),
        ("Jane Miller, LCSW and LPC", [("LCSW", "lcsw"), ("LPC", "lpc")]),
        ("Jane Miller, CSWA supervised by Ana Ruiz, LCSW", [("CSWA", "cswa")]),
        ("Jane Miller, QMHP (supervised)", [("QMHP", "qmhp")]),
        ("candidate for LCSW", [("candidate for LCSW", "cswa")]),
        ("not a candidate for LCSW", [("not a candidate for LCSW", "")]),
        ("former LMFT associate", [("former LMFT associate", "")]),
        ("What is an LCSW?", [("LCSW", "lcsw")]),
    ],
)
def test_only_the_letters_that_are_spoken_of_are_open(text, kept):
    assert [(c.text, c.role) for c in decode(text, TINY, "OR").credentials] == kept


@pytest.mark.parametrize(
    "name", ["Hope Miller", "Jane Hope", "Will Smith", "Jane Will", "Kim Soon", "Sue Past"]
)
@pytest.mark.parametrize("shout", [False, True])
def test_a_name_that_is_also_a_word_of_doubt_stays_a_name(name, shout):
    name = name.upper() if shout else name
    decoded = decode(f"{name} LCSW", TINY, "OR")
    assert (decoded.name, [c.role for c in decoded.credentials]) == (name, ["lcsw"])


@pytest.mark.parametrize(
    "words",
    [
        "supervisor: Jo Ray LCSW",
        "supervisor: Jo Ray, LCSW",
        "(supervisor: Jo Ray, LCSW)",
        "supervisor is Jo Ray LCSW",
        "supervisor Jo Ray LCSW",
        "my supervisor, Jo Ray, LCSW",
        "her supervisor is an LCSW",
        "clinical supervisor: LCSW",
        "LCSW supervisor: Jo Ray",
        "supervising LCSW: Jo Ray",
        "supervised weekly by Jo Ray, LCSW",
    ],
)
def test_the_letters_of_a_supervisor_on_the_same_line_are_not_the_person_s(words):
    decoded = decode(f"Jane Miller, {words}", TINY, "OR")
    assert (decoded.name, decoded.credentials) == ("Jane Miller", ())
    assert roles_of(f"Jane Miller, MSW, CSWA, {words}") == {"msw", "cswa"}
