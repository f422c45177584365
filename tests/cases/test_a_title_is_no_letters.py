"""Words about what is not known say "letters" of letters, and "title" of a title."""

import pytest

from cases.models import Telling
from cases.snapshot import CredentialFact
from cases.wording.letters import are_letters
from roles.catalogue import Kind
from roles.reader import current_catalogue
from tests.cases.built import build

pytestmark = pytest.mark.django_db
NEEDS = ["family-conflict", "trauma", "self-harm", "medication"]


@pytest.fixture
def why_of(catalogue, parent):
    """``why_of(text, state)``: all that a room with this one person tells of what is open."""

    def told(text, state):
        team = [{"name": "Jane", "said": f"Jane, {text}"}]
        case = build(parent, {"age": "6-11", "state": state, "needs": NEEDS, "team": team})
        return " ".join(row.words["why"] for row in Telling.objects.filter(flag__case=case))

    return told


@pytest.mark.parametrize("state", ["", "ID", "OR", "NY"])
@pytest.mark.parametrize(
    "title", ["Skills Trainer", "Family Support Specialist Supervisor", "licensed professional counselor"]
)
def test_nobody_calls_a_title_letters(why_of, title, state):
    said = why_of(title, state)
    assert "these letters" not in said
    assert "the letters of" not in said


@pytest.mark.parametrize("letters", ["QMHP", "qmhp", "LCSW"])
def test_letters_stay_letters(why_of, letters):
    said = why_of(letters, "")
    assert "these letters" in said
    assert "titles" not in said


@pytest.mark.parametrize(
    ("text", "kind", "letters"),
    [
        ("LCSW", Kind.LICENCE, True),
        ("lcsw", Kind.LICENCE, True),
        ("xqzt", Kind.UNKNOWN, True),
        ("ABC123", Kind.UNKNOWN, True),
        ("LCSW revoked", Kind.UNKNOWN, True),
        ("Skills Trainer", Kind.TITLE, False),
        ("School Counselor Intern", Kind.UNKNOWN, False),
        ("licensed professional counselor", Kind.LICENCE, False),
    ],
)
def test_what_letters_are(catalogue, text, kind, letters):
    assert are_letters(CredentialFact(text, kind), current_catalogue()) is letters
