"""Letters that a state reads as work under someone: the name is asked for there, whoever's facts they are."""

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import AgreementFact, CredentialFact, DepartedFact, MemberFact, RoomSnapshot
from cases.wording import PARENT, Scene, say
from cases.wording.voice import Voice
from roles.catalogue import Kind
from roles.decode import decode
from roles.state_titles import works_under_someone
from tests.reading import banned_words
from web.clock import now

pytestmark = pytest.mark.django_db
SAFETY = "self-harm-suicide"
NOT_READ = {("AZ", "bhp (by state"), ("MI", "llp")}
"""What no badge wears as it stands in the list."""
TOLD = {
    "alone": {"supervisor": "none"},
    "left": {"supervisor_left": "Hugo Bell"},
    "self": {"doubt": "self"},
}


def letters_under_someone(catalogue):
    """(state, letters) of everything a state's own reading puts under someone."""
    read = {
        (state, title)
        for title, collision in catalogue.collisions.items()
        for one in collision.readings
        for state in one.states
        if one.supervised or one.registered
    }
    listed = {key for key, local in catalogue.local.items() if local.under_someone}
    return sorted((read | listed) - NOT_READ)


def room_of(catalogue, state, letters, **told):
    read = decode(f"Iris Chen, {letters.upper()}", catalogue, state).credentials
    worn = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    iris = MemberFact(1, "k1", "Iris Chen", worn, **told)
    gone = DepartedFact(MemberFact(2, "k2", "Hugo Bell"), now().date())
    agreed = (AgreementFact(1, SAFETY, "agreed"),)
    return RoomSnapshot("Sunny", state, (SAFETY,), (iris,), agreed, departed=(gone,))


def asked(catalogue, state, letters, **told):
    room = room_of(catalogue, state, letters, **told)
    found = find(room, catalogue, cover(room, catalogue))
    return [f for f in found if f.rule in ("no_supervisor", "supervisor_in_the_room")], room


def mark(room, catalogue):
    return cover(room, catalogue).rows[0].cells[0].mark


@pytest.mark.parametrize("why", TOLD)
def test_who_left_and_who_works_alone_is_asked_about_in_every_state(catalogue, why):
    table = letters_under_someone(catalogue)
    assert len(table) > 100
    found = {key: asked(catalogue, *key, **TOLD[why]) for key in table}
    assert [key for key, (flags, _) in found.items() if [f.why for f in flags] != [why]] == []
    first = {key for key, (flags, _) in found.items() if flags[0].level == "first"}
    assert first == {key for key, (_, room) in found.items() if mark(room, catalogue) in ("ask", "could")}
    assert {("NY", "lmsw"), ("TX", "lpc associate"), ("OR", "lmsw"), ("NY", "mhc-lp")} <= first


ALONE = {
    "MI": "LMSW",
    "OR": "LCSW",
    "MA": "LICSW",
    "NY": "LCSW",
    "HI": "LSW",
    "IL": "LSW",
    "WI": "ISW",
    "OH": "LPCC",
    "KY": "LPP",
    "": "LMSW",
}


@pytest.mark.parametrize("told", [TOLD["alone"], {}])
def test_nothing_is_asked_where_the_state_lets_them_work_alone(catalogue, told):
    for state, letters in ALONE.items():
        assert asked(catalogue, state, letters, **told)[0] == []


def test_who_is_behind_them_is_asked_once_where_nobody_told(catalogue):
    table = letters_under_someone(catalogue)
    assert {("OH", "lpc"), ("MA", "lcsw"), ("TX", "lmsw"), ("AR", "qbhp"), ("WA", "lasw")} <= set(table)
    found = {key: asked(catalogue, *key)[0] for key in table}
    assert [key for key, flags in found.items() if [f.why for f in flags] != [""]] == []
    assert [key for key, (flag,) in found.items() if flag.level == "first" and not flag.params["waits"]] == []


def test_a_license_of_the_state_beside_them_leaves_nothing_to_ask(catalogue):
    alone = {key: local for key, local in catalogue.local.items() if local.kind is Kind.LICENCE}
    below = dict(letters_under_someone(catalogue))
    pairs = [
        (state, f"{letters}, {below[state]}")
        for state, letters in alone
        if state in below and not works_under_someone(letters, state, catalogue)
    ]
    assert len(pairs) > 100
    found = [(pair, flag) for pair in pairs for flag in asked(catalogue, *pair)[0]]
    standing = [pair for pair, flag in found if not flag.params["waits"]]
    assert standing == [("NV", "qmhp, mft intern")]  # a tier of Medicaid, which an intern has too


def test_a_named_supervisor_leaves_nothing_to_ask(catalogue):
    for state, letters in letters_under_someone(catalogue):
        assert asked(catalogue, state, letters, supervisor="named", supervisor_name="Pat Day")[0] == []


@pytest.mark.parametrize("reader", [PARENT, Voice(parent="Ann")])
@pytest.mark.parametrize("why", ["", *TOLD])
def test_it_is_said_by_the_letters_they_wear(catalogue, why, reader):
    for state, letters in letters_under_someone(catalogue):
        (flag,), room = asked(catalogue, state, letters, **TOLD.get(why, {}))
        words = say(flag, Scene.of(room, catalogue), reader)
        text = f"{words.title}. {words.why} {words.if_not}"
        assert "works under someone" in text
        assert ("988" in text) is (flag.level == "first")
        assert (banned_words(text), "A role " in text, "%(" in text) == ([], False, False)
