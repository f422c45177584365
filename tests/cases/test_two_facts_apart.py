"""Parts of a need, long titles, quotes, and letters told in one way: words that mean what they say."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.presenters.needs import roles_that_could
from cases.presenters.people import people
from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot
from cases.wording import PARENT, Scene, Voice, say
from cases.wording.messages import next_door_words, said_no_words, unclear_words
from roles.catalogue import Kind
from roles.decode import decode
from tests.cases.plain import ANA, TASHA, agreed, person, room, rules, the, told
from tests.cases.plain_catalogue import FAMILY, SEVERE, SKILLS, catalogue
from web.english import either, inside

# -- a part of a need ---------------------------------------------------------------------------------


def test_a_heading_names_the_need_where_only_a_part_of_it_is_outside():
    words = the("outside_training", room(SEVERE, ANA, agreements=(agreed(ANA, SEVERE, "plan"),))).words
    assert words.title == "A part of care for severe symptoms is outside an LCSW’s training"
    assert "The part outside is prescription medicine." in words.why


def test_a_heading_names_what_is_outside_where_that_is_the_need():
    words = the("outside_training", room(FAMILY, TASHA, agreements=(agreed(TASHA, FAMILY, "plan"),))).words
    assert words.title == "Family therapy is outside a QMHA’s training"
    assert "part outside" not in words.why


# -- a role under someone, and somebody said to work alone --------------------------------------------

ALONE = replace(person(7, "Kim", "cswa"), supervisor="none")


@pytest.mark.parametrize(("role", "letters"), [("cswa", "CSWA"), ("qmha", "QMHA"), ("qmhp", "QMHP")])
def test_who_is_said_to_work_alone_in_a_role_under_someone_is_asked_about(role, letters):
    facts = room(SKILLS, replace(person(7, "Kim", role), supervisor="none"))
    words = the("no_supervisor", facts).words
    assert words.title == f"Kim is said to work alone, and a {letters} works under someone"
    assert words.why.startswith(f"You told us Kim works alone. A {letters} works under someone.")
    assert "One of the two may be a mix-up, so it is worth asking." in words.why
    assert "license_on_the_way" not in rules(facts)


def test_a_coach_reads_who_said_it():
    (found,) = [
        f for f in told(room(SKILLS, ALONE), catalogue(), Voice(parent="Renee")) if f.rule == "no_supervisor"
    ]
    assert found.words.why.startswith("Renee told us Kim works alone.")


def test_on_the_way_to_a_license_and_nothing_said_stays_good_to_know():
    assert "no_supervisor" not in rules(room(SKILLS, person(7, "Kim", "cswa")))


# -- titles and quotes --------------------------------------------------------------------------------

LONG = "Licensed Marriage and Family Therapist Associate"


def test_a_long_title_is_told_to_its_end():
    lee = MemberFact(1, "k", "Lee", (CredentialFact(LONG, Kind.UNKNOWN),))
    assert the("title_unclear", room(SKILLS, lee)).words.title == f"“{LONG}” doesn’t tell us the job yet"


def test_quotes_in_quotes_are_single_ones():
    lee = MemberFact(1, "k", "Lee", (CredentialFact('Bob "the coach" Hill', Kind.UNKNOWN),))
    title = the("title_unclear", room(SKILLS, lee)).words.title
    assert title == "“Bob ‘the coach’ Hill” doesn’t tell us the job yet"


@pytest.mark.parametrize("say", ["Who is the “lead” here?", 'Who is the "lead" here?'])
def test_a_question_with_quotes_is_quoted_once(say):
    for message in (
        next_door_words(say, asked="Jane", when="today"),
        unclear_words(say, asked="Jane"),
        said_no_words(say, asked="Jane"),
    ):
        assert "“Who is the ‘lead’ here?”" in message


@pytest.mark.parametrize(
    ("text", "shown"), [("5' 10\" tall", "5' 10’ tall"), ("“a” and “b”", "‘a’ and ‘b’"), ("plain", "plain")]
)
def test_what_stands_inside_quotes_has_no_double_ones(text, shown):
    assert inside(text) == shown


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Amy"], "Amy"),
        (["Amy", "Jo"], "Amy or Jo"),
        (["Amy", "Jo", "Kim"], "Amy, Jo or Kim"),
        (["Amy", "Jo", "Kim", "Bo"], "Amy, Jo or 2 others"),
    ],
)
def test_one_of_several_is_told_with_or(names, words):
    assert either(names) == words


# -- the same letters, told in one way ----------------------------------------------------------------


def _read(known, letters, state):
    read = decode(f"Ana Poe, {letters}", known, state).credentials
    worn = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    return MemberFact(1, "k1", "Ana", worn)


def _unclear(known, letters, state):
    facts = RoomSnapshot("Sunny", state, ("trauma",), (_read(known, letters, state),))
    (found,) = [f for f in find(facts, known, cover(facts, known)) if f.rule == "title_unclear"]
    return say(found, Scene.of(facts, known), PARENT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("letters", "state", "why"),
    [
        ("LPCA", "WA", "“LPCA” is used in Connecticut and other states. It may mean something else here."),
        ("CASAC", "OR", "“CASAC” is used in New York. It may mean something else here, or nothing."),
        ("XQZT", "OR", "We don’t know “XQZT” yet. It may be new, or from another place."),
        (
            "CASAC",
            "NY",
            "In New York, CASAC means: The state credential for addiction counselors. Which level it is,",
        ),
    ],
)
def test_letters_are_told_as_the_page_of_the_person_explains_them(catalogue, letters, state, why):
    assert _unclear(catalogue, letters, state).why.startswith(why)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("letters", "state"), [("LPCA", "KY"), ("LICSW", "WA"), ("CASAC", "NY"), ("LMHC", "WA")]
)
def test_a_person_is_called_by_the_letters_they_wear(catalogue, letters, state):
    shown = people([_read(catalogue, letters, state)], catalogue, state)[1]
    assert (shown.badge, shown.role) == (letters, letters)


# -- whom to look for ---------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_specialist_is_offered_only_where_the_need_names_them(catalogue):
    offered = {
        need: [line.slug for line in roles_that_could(need, catalogue, state)]
        for need in catalogue.needs
        for state in ("OR", "TX", "")
    }
    assert {need for need, slugs in offered.items() if "sexual-offense-therapist" in slugs} == {
        "sexualized-behavior"
    }


@pytest.mark.django_db
def test_roles_at_home_in_a_need_are_offered_first(catalogue):
    slugs = [line.slug for line in roles_that_could("caregiver-burnout", catalogue, "OR")]
    assert set(slugs[:2]) == {"family-support-specialist", "wraparound-coordinator"}
