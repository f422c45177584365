"""A room in which nobody can be asked about safety: the words for tonight stay, and the agency is asked."""

import pytest

from cases.coverage import cover
from cases.reader import read
from cases.services.agreements import agree
from cases.services.team import add_member
from cases.snapshot import AgreementFact, CredentialFact, MemberFact, RoomSnapshot
from cases.wording import PARENT
from cases.wording.grid import say_row
from roles.decode import decode
from roles.models import Need
from roles.reader import current_catalogue
from tests.cases.built import build
from tests.cases.pages import said
from web.clock import now

SAFETY = ("self-harm-suicide", "home-aggression", "fire-setting", "running-away")
TONIGHT = "For tonight: in danger, call 911. To talk it through, call or text 988."
NOT_CLINICAL = (
    *("Juvenile Court Counselor", "probation officer", "case manager", "TCM", "caseworker", "CASA"),
    *("teacher", "care coordinator"),
)
MAY_BE_CLINICAL = ("therapist", "counselor", "social worker", "nurse", "MD", "XYZQ")
pytestmark = pytest.mark.django_db


def team(state, *told):
    """People by number, each with letters or a title, '' for none."""
    read = [
        decode(f"Kim Doe, {text}", current_catalogue(), state).credentials if text else () for text in told
    ]
    letters = [tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in one) for one in read]
    return tuple(MemberFact(i, f"m{i}", f"P{i}", worn) for i, worn in enumerate(letters, 1))


def row(need, state, *told, no=()):
    agreed = tuple(AgreementFact(member, need, "declined") for member in no)
    room = RoomSnapshot("Sunny", state, (need,), team(state, *told), agreed)
    return cover(room, current_catalogue()).row(need)


@pytest.mark.parametrize("state", ["OR", "OH", "KY", ""])
@pytest.mark.parametrize("title", NOT_CLINICAL)
def test_a_title_outside_of_a_clinic_is_not_asked_about_safety(title, state):
    assert [row(need, state, "QMHA", title).askable[:1] in ((), (1,)) for need in SAFETY] == [True] * 4


@pytest.mark.parametrize("title", NOT_CLINICAL)
def test_a_doctor_is_asked_before_a_title_outside_of_a_clinic(title):
    assert row("self-harm-suicide", "OR", "QMHA", title, "MD").askable[0] == 3


@pytest.mark.parametrize("title", MAY_BE_CLINICAL)
def test_who_may_be_of_a_clinic_is_asked(title):
    assert row("self-harm-suicide", "OR", title).askable == (1,)


@pytest.mark.parametrize("need", [*SAFETY, "trauma", "family-conflict", "medication-questions"])
def test_who_was_added_with_a_name_alone_is_not_asked_about_a_role(need):
    assert row(need, "KY", "").askable == ()


def test_the_court_counselor_is_asked_about_the_court():
    assert row("court-welfare", "OR", "Juvenile Court Counselor").askable == (1,)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("LISW-S", "case manager"), "P1 said no. Ask the agency."),
        (("LISW-S", "XYZQ"), "P1 said no. Ask P2."),
        (("LISW-S", "MD"), "P1 said no. Ask P2."),
        (("LISW-S",), "P1 said no. No one else yet."),
    ],
)
def test_after_a_no_the_row_says_who_said_no(told, words):
    called = {i: f"P{i}" for i in range(1, 5)}
    assert say_row(row("self-harm-suicide", "OH", *told, no=(1,)), called, PARENT) == words


@pytest.mark.parametrize("need", SAFETY)
def test_the_words_for_tonight_stay_when_a_grandmother_is_added(as_parent, parent, need):
    case = build(parent, {"age": "6-11", "state": "KY", "needs": [need], "team": []})
    assert TONIGHT in said(as_parent.get(f"/room/{case.key}/"))
    add_member(case=case, by=parent, name="Grandma June")
    text = said(as_parent.get(f"/room/{case.key}/"))
    assert (TONIGHT in text, "To Grandma June" in text, "license or a certificate" in text) == (
        True,
        False,
        False,
    )
    ana = add_member(case=case, by=parent, name="Ana Ruiz", said="Ana Ruiz, LCSW")
    assert TONIGHT in said(as_parent.get(f"/room/{case.key}/"))
    agree(member=ana, need=Need.objects.get(slug=need), by=parent, kind="agreed")
    row = read(case, now=now()).coverage.row(need)
    assert (TONIGHT in said(as_parent.get(f"/room/{case.key}/"))) is not row.has_lead
