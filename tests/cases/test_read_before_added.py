"""What a signature would mean in a room: what it could lead first, then what it can help with."""

import pytest

from cases.models import Member, Telling
from cases.presenters.preview import preview
from cases.reader import read
from tests.cases.built import build
from tests.cases.pages import said
from web.clock import now

CHILD = {"age": "6-11", "needs": ["trauma", "family-conflict"]}
pytestmark = pytest.mark.django_db


@pytest.fixture
def read_in(catalogue, parent):
    def shown(text, needs, state="OR"):
        case = build(parent, {"age": "6-11", "state": state, "needs": needs, "team": []})
        return preview(text, read(case, now=now()))

    return shown


@pytest.mark.parametrize("letters", ["MSW", "LMSW", "OTR", "SLP", "BCBA", "QMHP", "LCSW"])
def test_medicine_is_no_help_of_who_only_links_it_up(read_in, letters):
    shown = read_in(letters, ["medication-questions", "unclear-diagnosis"])
    assert "Medicine" not in (*shown.could, *shown.helps)


@pytest.mark.parametrize("letters", ["PMHNP", "psychiatrist"])
def test_who_may_prescribe_could_lead_it(read_in, letters):
    assert "Medicine" in read_in(letters, ["medication-questions"]).could


def test_a_part_of_a_need_is_help(read_in):
    shown = read_in("QMHA", ["trauma", "family-conflict", "everyday-skills", "medication-questions"])
    assert (shown.could, shown.helps) == (("Everyday skills",), ("Trauma", "Family conflict"))


def test_the_page_tells_what_they_lead_and_then_what_they_help_with(as_parent, room):
    page = said(as_parent.post(f"/room/{room.key}/team/add/", {"text": "Kim, QMHA", "do": "read"}))
    assert page.index("could lead:") < page.index("can help with:")


@pytest.mark.parametrize(("letters", "state"), [("QMHA", "TX"), ("CSWA", "TX"), ("LPC", "OH"), ("QMHA", "")])
def test_what_a_role_brings_is_told_only_where_its_facts_hold(as_parent, catalogue, parent, letters, state):
    team = [{"name": "Kim", "said": f"Kim, {letters}"}]
    case = build(
        parent, {"age": "6-11", "state": state, "needs": ["trauma", "family-conflict"], "team": team}
    )
    member = Member.objects.get(case=case)
    page = said(as_parent.get(f"/room/{case.key}/team/{member.key}/"))
    assert "We don’t know yet" in page
    assert "What this role brings" not in page


@pytest.mark.parametrize(("letters", "state"), [("QMHA", "OR"), ("LCADC", "KY"), ("LCSW", "TX")])
def test_at_home_it_is_told(as_parent, catalogue, parent, letters, state):
    team = [{"name": "Kim", "said": f"Kim, {letters}"}]
    case = build(
        parent, {"age": "6-11", "state": state, "needs": ["trauma", "family-conflict"], "team": team}
    )
    member = Member.objects.get(case=case)
    assert "What this role brings" in said(as_parent.get(f"/room/{case.key}/team/{member.key}/"))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("agency therapist", "is a job title. It does not tell the training."),
        ("Mobile Therapist", "is a job title. It does not tell the training."),
        ("TCM", "The agency can tell who fits."),
        ("targeted case manager", "The agency can tell who fits."),
        ("Targeted Case Management", "The agency can tell who fits."),
    ],
)
def test_a_title_of_one_job_is_not_said_to_mean_a_few(catalogue, parent, title, told):
    team = [{"name": "Kim", "said": f"Kim, {title}"}]
    case = build(parent, {"age": "6-11", "state": "OR", "needs": ["trauma"], "team": team})
    (why,) = [row.words["why"] for row in Telling.objects.filter(flag__case=case)]
    assert "can mean a few jobs" not in why
    assert told in why


@pytest.mark.parametrize(
    ("letters", "state", "waits"),
    [
        ("QMHP", "", True),
        ("LMHC", "", True),
        ("LMFT", "", True),
        ("LCSW", "", True),
        ("QMHA", "", False),
        ("therapist", "", False),
        ("XYZQ", "", False),
        ("QMHP", "OR", False),
    ],
)
def test_letters_that_vary_wait_for_the_state_and_the_page_says_so(
    as_parent, catalogue, parent, letters, state, waits
):
    case = build(parent, {**CHILD, "state": state, "team": [{"name": "Kim", "said": f"Kim, {letters}"}]})
    member = Member.objects.get(case=case)
    for url in (f"/room/{case.key}/team/{member.key}/", f"/room/{case.key}/team/"):
        page = said(as_parent.get(url))
        assert ("What these letters mean depends on the state. It is not told yet." in page) is waits
