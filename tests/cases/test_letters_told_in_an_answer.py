"""Letters told in an answer add to what is known, and those told as lost are open from then on."""

import pytest

from cases.models import Flag
from cases.services import asks
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member
from cases.services.told import Told
from tests.cases.pages import said
from tests.cases.walked import asked

pytestmark = pytest.mark.django_db
NO_LETTERS = [
    "none", "None.", "N/A", "unknown", "nothing", "no letters", "she has none", "works under Pat, LCSW",
    "L C S W", "secretary", "grandmother", "her aunt", "?", "I don’t know",
]  # fmt: skip


@pytest.fixture
def one(catalogue, parent):
    """``one(letters)``: a person, and the question of a flag about them."""

    def made(letters):
        case = start_room(by=parent, nickname="Kit", age_group="6-11", state="OR")
        set_needs(case=case, by=parent, needs=["family-conflict", "trauma"])
        member = add_member(case=case, by=parent, name="Jane", said=letters)
        finish_setup(case=case, by=parent)
        return asked(Flag.objects.filter(case=case, member=member).open().first(), parent)

    return made


def letters_of(ask):
    return sorted(ask.flag.member.credentials.values_list("text", "kind"))


@pytest.mark.parametrize("words", NO_LETTERS)
@pytest.mark.parametrize("known", ["Jane, MSW, QMHP", "Jane, QMHA"])
def test_what_is_no_letters_leaves_those_that_are_known(one, parent, words, known):
    ask = one(known)
    before, signature = letters_of(ask), ask.flag.member.said
    asks.answer_ask(ask=ask, by=parent, answer="She wrote back.", told=Told(letters=words))
    ask.refresh_from_db()
    ask.flag.member.refresh_from_db()
    ask.flag.refresh_from_db()
    assert (letters_of(ask), ask.flag.member.said) == (before, signature)
    assert ask.answer == f"She wrote back.\n{words}"
    assert ask.flag.state == "open"


@pytest.mark.parametrize(
    ("known", "words", "after"),
    [
        ("Jane, QMHP", "LPC", {"QMHP", "LPC"}),
        ("Jane, MSW, QMHP", "LCSW", {"MSW", "QMHP", "LCSW"}),
        ("Jane, QMHP", "XYZ", {"QMHP", "XYZ"}),
        ("Jane, therapist", "LPC", {"therapist", "LPC"}),
        ("Jane, therapist", "none", {"therapist"}),
        ("Jane", "none", set()),
        ("Jane", "secretary", {"secretary"}),
        ("Jane", "LCSW", {"LCSW"}),
    ],
)
def test_letters_add_to_what_is_known(one, parent, known, words, after):
    ask = one(known)
    asks.answer_ask(ask=ask, by=parent, told=Told(letters=words))
    assert {text for text, _ in letters_of(ask)} == after


@pytest.mark.parametrize(
    ("known", "words", "after"),
    [
        ("Jane, MSW, LCSW", "LCSW revoked", {"MSW", "LCSW revoked"}),
        ("Jane, MSW, LCSW", "no longer an LCSW", {"MSW", "no longer an LCSW"}),
        ("Jane, MSW, LCSW", "LCSW: no", {"MSW", "LCSW no"}),
        ("Jane, MSW, LCSW", "LCSW 2010-2015", {"MSW", "LCSW 2010-2015"}),
        ("Jane, MSW, LCSW", "LCSW pending", {"MSW", "LCSW pending"}),
        ("Jane, MSW, LCSW", "License revoked", {"MSW", "LCSW License revoked"}),
        ("Jane, licensed clinical social worker", "LCSW expired", {"LCSW expired"}),
        ("LCSW", "LCSW revoked, LPC", {"LCSW revoked", "LPC"}),
        ("Jane, LCSW", "LPC revoked", {"LCSW", "LPC revoked"}),
        ("Jane, LCSW", "LCSW no. 12345", {"LCSW"}),
        ("Jane, LCSW", "LCSW 2010-present", {"LCSW"}),
        ("Jane, LCSW revoked", "LCSW", {"LCSW"}),
    ],
)
def test_letters_told_as_lost_are_open(one, parent, known, words, after):
    ask = one(known)
    before = letters_of(ask)
    asks.answer_ask(ask=ask, by=parent, told=Told(letters=words))
    assert {text for text, _ in letters_of(ask)} == after
    assert {text for text, kind in letters_of(ask) if kind == "licence"} <= {"LCSW", "LPC"}
    asks.reopen_ask(ask=ask, by=parent)
    assert letters_of(ask) == before


def test_letters_told_as_lost_on_the_person_s_page_are_open(one, parent):
    member = one("Jane, MSW, LCSW").flag.member
    said = "Jane, MSW, LCSW\nLCSW surrendered"
    edit_member(member=member, by=parent, version=None, name="Jane", said=said)
    assert set(member.credentials.values_list("text", "kind")) == {
        ("MSW", "degree"),
        ("LCSW surrendered", "unknown"),
    }


def test_a_role_that_was_picked_is_open_when_it_is_told_as_lost(one, parent):
    ask = one("Jane")
    member = add_member(case=ask.case, by=parent, name="Kim", role="lcsw")
    other = asked(Flag.objects.filter(member=member).open().first(), parent)
    asks.answer_ask(ask=other, by=parent, told=Told(letters="LCSW lapsed"))
    assert letters_of(other) == [("LCSW lapsed", "unknown")]


def test_letters_beside_a_signature_that_leaves_no_room_keep_those_that_are_known(one, parent):
    ask = one("Jane, QMHP\n" + "Helping Families Grow Together\n" * 15)
    asks.answer_ask(ask=ask, by=parent, told=Told(letters="LPC"))
    assert {"QMHP", "LPC"} <= {text for text, _ in letters_of(ask)}


def test_the_page_says_that_no_letters_were_found(one, parent, as_parent):
    ask = one("Jane, MSW")
    url = f"/room/{ask.case.key}/questions/{ask.key}/"
    form = {"do": "answer", "outcome": "answered", "letters": "none", "leads": "open", "version": ask.version}
    page = as_parent.post(url, form, follow=True)
    assert (
        "We kept “none” with the answer. We see no letters we know in it. So what we know of Jane’s letters "
        "stays as it is. You can change it on their page."
    ) in said(page)
