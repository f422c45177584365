"""Whatever was written about somebody, no page shows letters that only another state has for the role."""

import pytest

from cases.presenters.people import people
from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot
from cases.wording.scene import Scene
from roles.catalogue import Kind
from roles.decode import decode
from roles.lexicon import fold, is_letters, lexicon_of
from roles.reader import current_catalogue

pytestmark = pytest.mark.django_db


def worn(text, state, catalogue):
    """The badge and the role in words of one person."""
    read = decode(f"Kim Doe, {text}", catalogue, state).credentials
    letters = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    return letters, people([MemberFact(1, "k", "Kim", letters)], catalogue, state)[1]


@pytest.mark.parametrize(
    ("text", "state", "badge", "role"),
    [
        ("LPC Associate", "TX", "", "LPC associate"),
        ("LPC Associate", "OR", "", "LPC associate"),
        ("LPC Associate", "", "", "LPC associate"),
        ("LMHCA", "WA", "LMHCA", "LMHCA"),
        ("Resident in Counseling", "VA", "LMHP-R", "LMHP-R"),
        ("Professional Counselor Associate", "OR", "PCA", "PCA"),
        ("Professional Counselor Associate", "TX", "", "LPC associate"),
        ("Professional Counselor Associate", "OH", "", "professional counselor associate"),
        ("Licensed Clinical Social Worker", "KY", "LCSW", "LCSW"),
        ("Registered Behavior Technician", "OH", "RBT", "RBT"),
        ("Peer Support Specialist", "TX", "", "peer support specialist"),
        ("Marriage and Family Therapist Associate", "ID", "", "marriage and family therapist associate"),
    ],
)
def test_words_get_the_letters_of_the_state_or_stay_words(text, state, badge, role):
    _, person = worn(text, state, current_catalogue())
    assert (person.badge, person.role) == (badge, role)


def test_no_state_gets_the_letters_of_another_for_any_name_of_the_catalogue():
    catalogue = current_catalogue()
    named = {
        (entry.name, catalogue.roles[entry.role])
        for entries in lexicon_of(catalogue).names.values()
        for entry in entries
        if entry.role in catalogue.roles
    }
    states = ("", *sorted(catalogue.states))
    wrong = [
        (s, name, shown)
        for s in states
        for name, role in named
        for shown in _not_theirs(name, role, s, catalogue)
    ]
    assert (wrong, len(states) > 50, len(named) > 300) == ([], True, True)


def _not_theirs(name, role, state, catalogue):
    """What is shown for words, or for letters, that are another state's and nobody wrote."""
    kim = MemberFact(1, "k", "Kim", (CredentialFact(name, role.kind, role.slug),))
    person = people([kim], catalogue, state)[1]
    for shown in {person.badge, person.role} - {"", name}:
        entries = [e for e in catalogue.names.get(fold(shown), ()) if e.role == role.slug and is_letters(e)]
        homes = {role.state, *(e.state for e in entries if e.state)}
        if entries and fold(shown) != fold(name) and homes.isdisjoint({state, "US"}):
            yield shown


@pytest.mark.parametrize(
    ("state", "said"),
    [("MA", "LICSW"), ("OR", "LCSW"), ("", "licensed clinical social worker")],
)
def test_a_word_that_is_told_the_role_of_gets_the_letters_of_the_state(state, said):
    catalogue = current_catalogue()
    ana = MemberFact(1, "k", "Ana", (CredentialFact("therapist", Kind.TITLE, "lcsw", told=True),))
    scene = Scene.of(RoomSnapshot("Sunny", state, (), (ana,)), catalogue)
    assert scene.letters(1, "lcsw") == said
