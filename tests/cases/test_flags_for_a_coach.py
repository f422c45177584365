"""A coach reads by name what the parent did, where the parent reads "you"."""

import re

import pytest

from accounts.models import User
from cases.models import Flag
from cases.services.asks import draft_ask, send_ask
from cases.services.flags import differ_on_flag, sort_flag
from cases.services.team import add_member
from cases.snapshot import CredentialFact
from cases.wording import Voice
from roles.catalogue import Kind
from tests.cases.pages import as_told, said
from tests.cases.plain import ANA, TASHA, ask, believing, person, room, told
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SKILLS, catalogue

pytestmark = pytest.mark.django_db
OURS = re.compile(r"\b[Yy]ou (told us|picked|added|asked|see it|said it)\b")


@pytest.fixture
def flag(shared_room, parent):
    """The one about somebody of whom only the name is known: it says who added them."""
    add_member(case=shared_room, by=parent, name="Pat", said="")
    return Flag.objects.get(case=shared_room, rule="title_unclear", member__name="Pat")


@pytest.fixture
def address(shared_room, flag):
    return f"/room/{shared_room.key}/asks/{flag.key}/"


def test_why_names_who_told_us(client, address, flag, parent, coach):
    client.force_login(parent)
    assert as_told(flag)["why"] in said(client.get(address))
    client.force_login(coach)
    assert as_told(flag)["why"].replace("You ", "Renee ", 1) in said(client.get(address))


def test_decisions_name_who_decided(as_coach, shared_room, address, flag, parent):
    differ_on_flag(flag=flag, by=parent, reason="We have a doctor.")
    for page in (address, f"/room/{shared_room.key}/asks/"):
        assert "Renee sees it differently." in said(as_coach.get(page))


def test_a_sorted_one_names_who_said_so(as_coach, address, flag, parent):
    sort_flag(flag=flag, by=parent)
    assert "Renee said it is sorted today." in said(as_coach.get(address))


def test_asked_ones_name_who_asked(as_coach, shared_room, flag):
    Flag.objects.filter(pk=flag.pk).update(state=Flag.State.ASKED)
    assert "Renee asked. " in said(as_coach.get(f"/room/{shared_room.key}/asks/"))


def test_a_name_is_shown_as_written(as_coach, address, parent):
    User.objects.filter(pk=parent.pk).update(display_name=r"Re\1nee")
    assert r"Re\1nee " in said(as_coach.get(address))


def test_no_flag_of_a_room_says_you_to_its_coach(as_coach, shared_room, flag):
    for flag in Flag.objects.filter(case=shared_room):
        page = as_coach.get(f"/room/{shared_room.key}/asks/{flag.key}/")
        assert not OURS.search(said(page)), flag.rule


LMHP = CredentialFact("LMHP", Kind.LICENCE)
SAYINGS = [
    (
        "belief_vs_role",
        room(SKILLS, believing(TASHA, "a nurse’s doctor")),
        "Renee told us they see Tasha as ",
    ),
    (
        "fit_not_asked",
        room(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, due="2026-04-01"),)),
        "and Renee has asked",
    ),
    ("title_unclear", room(SKILLS, person(1, "Pat", LMHP), state="VA"), "is a license in Renee’s state."),
    ("other_state", room(FAMILY, TASHA, state="ID"), "Renee told us they live in Idaho."),
    ("no_prescriber", room(MEDICINE, TASHA), "Renee told us medicine matters for Sunny."),
    ("gap", room(DIAGNOSIS, TASHA), "Renee told us this matters for Sunny."),
]


@pytest.mark.parametrize(("rule", "facts", "retold"), SAYINGS)
def test_each_sentence_is_told_by_name(rule, facts, retold):
    (found,) = [f for f in told(facts, catalogue(), Voice(parent="Renee")) if f.rule == rule]
    assert retold in f"{found.words.title} {found.words.why}"
    assert not OURS.search(f"{found.words.title} {found.words.why}")


def test_words_from_before_their_values_were_kept_stay_as_told(as_parent, address, flag):
    old = {**as_told(flag), "why": "You told us so, in other words."}
    Flag.objects.filter(pk=flag.pk).update(as_told=old)
    assert "You told us so, in other words." in said(as_parent.get(address))


def test_a_coach_reads_who_asked_on_every_page_of_it(as_coach, shared_room, parent, flag):
    for found in Flag.objects.filter(case=shared_room, state=Flag.State.OPEN).select_related("need"):
        ask = draft_ask(case=shared_room, by=parent, text="Who?", to_whom="the agency", flag=found)
        send_ask(ask=ask, by=parent, channel="copied")
    assert "Renee asked. An answer can take a few days." in said(as_coach.get(f"/room/{shared_room.key}/"))
    assert "What Renee asked" in said(as_coach.get(f"/room/{shared_room.key}/asks/{flag.key}/"))


def test_a_coach_reads_from_whom_we_have_it(as_coach, shared_room, flag):
    Flag.objects.filter(pk=flag.pk).update(evidence=[], rule="title_unclear")
    page = said(as_coach.get(f"/room/{shared_room.key}/asks/{flag.key}/"))
    assert "This one comes from what Renee told us" in page
