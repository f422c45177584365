"""A suffix that changes nothing about letters changes nothing in a room, through whichever door it came."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.models import Flag
from cases.services.asks import answer_ask
from cases.services.told import Told
from cases.snapshot import CredentialFact
from roles.decode import decode
from roles.lexicon import SAME_AS
from tests.cases.built import Seen, build
from tests.cases.plain import person, room, told
from tests.cases.walked import asked

pytestmark = pytest.mark.django_db

SUFFIXED = [(plain.upper(), worn.upper()) for worn, plain in SAME_AS.items()]
SUFFIXED += [(letters, f"{letters}-BC") for letters in ("FNP", "RN", "PMHNP", "PMH-NP", "APRN", "MD", "PA")]


def heard(catalogue, letters, state, paste="Ada Ray, {}"):
    """What a room says of one person with these letters: by rule and in words, without the letters."""
    read = decode(paste.format(letters), catalogue, state).credentials
    worn = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    ada = person(1, "Ada Ray", *worn)
    facts = room("trauma eating medication-questions", ada, state=state)
    found = told(facts, catalogue)
    words = [str(dataclasses.astuple(f.words)).replace(letters, "…") for f in found]
    marks = [cell.mark for row in cover(facts, catalogue).rows for cell in row.cells]
    return [(f.rule, f.why, f.need) for f in found], words, marks


@pytest.mark.parametrize("state", ["OR", "TX", "MA", "NY", ""])
@pytest.mark.parametrize(("plain", "worn"), SUFFIXED)
def test_a_room_says_of_a_suffix_what_it_says_without(catalogue, plain, worn, state):
    assert heard(catalogue, worn, state) == heard(catalogue, plain, state)
    assert heard(catalogue, worn, state, "{}") == heard(catalogue, worn, state)


@pytest.mark.parametrize(("letters", "state"), [("LCSW-C", "MD"), ("LCSW-R", "NY"), ("QMHP-C", "OR")])
def test_a_suffix_that_makes_other_letters_stays(catalogue, letters, state):
    (read,) = decode(f"Ada Ray, {letters}", catalogue, state).credentials
    assert (read.text, bool(read.role)) == (letters, True)
    assert heard(catalogue, letters, state) != heard(catalogue, f"{letters}X", state)


ONE_LICENSE = ["PA", "PA-C", "PA-BC", "Physician Assistant", "FNP-C", "BCBA-D", "PMHNP-BC"]


def room_of(parent, said):
    team = [{"name": "Ada Ray", "said": said}]
    return build(parent, {"state": "OR", "age": "12-17", "needs": ["trauma"], "team": team})


@pytest.mark.parametrize("letters", ONE_LICENSE)
@pytest.mark.parametrize("said", ["Ada Ray, {}", "{}"])
def test_letters_the_reading_page_knows_are_not_called_new_in_a_room(parent, catalogue, letters, said):
    shown = Seen(room_of(parent, said.format(letters)))
    assert "title_unclear" not in shown.rules


@pytest.mark.parametrize("letters", ONE_LICENSE)
def test_nor_are_they_when_an_answer_tells_them(parent, catalogue, letters):
    case = room_of(parent, "therapist")
    ask = asked(Flag.objects.get(case=case, rule="title_unclear"), parent)
    answer_ask(ask=ask, by=parent, answer="She told me.", told=Told(letters=letters))
    shown = Seen(case)
    assert "title_unclear" not in shown.rules


@pytest.mark.parametrize("letters", ["PNP", "XQZ-C", "PAX"])
def test_letters_nobody_knows_are_still_asked_about(parent, catalogue, letters):
    assert Seen(room_of(parent, f"Ada Ray, {letters}")).flag("title_unclear").why == "new"
