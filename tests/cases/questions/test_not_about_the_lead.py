"""An answer to a question that is not about who leads fills no chair and empties none."""

import pytest

from cases.models import Agreement, Flag
from cases.services.asks import answer_ask, decline_ask, draft_ask, reopen_ask, send_ask
from tests.cases.built import build
from tests.cases.pages import said

pytestmark = pytest.mark.django_db
SIBLINGS = "sibling-impact"


@pytest.fixture
def home(catalogue, parent):
    """Safety at home, and a brother: somebody here could lead either."""
    team = [{"name": "Jane Moss", "said": "LCSW"}, {"name": "Tasha Bell", "said": "QMHA"}]
    return build(parent, {"state": "OR", "age": "6-11", "needs": ["home-aggression", SIBLINGS], "team": team})


@pytest.fixture
def tonight(home, parent):
    """Jane was asked how each child is safe tonight."""
    flag = Flag.objects.get(case=home, rule="sibling_safety")
    jane = home.members.get(name="Jane Moss")
    ask = draft_ask(case=home, by=parent, text="Where do they sleep?", member=jane, flag=flag, need=flag.need)
    return send_ask(ask=ask, by=parent, channel="copied")


def agreements(home):
    return list(Agreement.objects.filter(case=home).values_list("need__slug", "kind"))


def test_the_page_asks_if_it_is_settled_and_not_who_leads(as_parent, home, tonight):
    page = said(as_parent.get(f"/room/{home.key}/questions/{tonight.key}/"))
    assert "This settles it" in page
    assert "leads support for brothers and sisters" not in page


def test_an_answer_that_settles_it_is_enough(as_parent, home, tonight, parent):
    answer_ask(ask=tonight, by=parent, answer="Each in a room of their own. We call 988.", settles=True)
    assert Flag.objects.get(pk=tonight.flag_id).state == "sorted"
    assert agreements(home) == []
    shown = said(as_parent.get(f"/room/{home.key}/")).partition("What has happened")[0]
    assert "One thing to do next" in shown
    assert "Ask how every child at home is safe tonight" not in shown
    quiet = said(as_parent.get(f"/room/{home.key}/asks/")).partition("Not open now")[2]
    assert "Ask how every child at home is safe tonight You said it is sorted today." in quiet


@pytest.mark.parametrize("leads", [True, False])
def test_who_leads_is_not_taken_from_it_whatever_a_form_says(home, tonight, parent, leads):
    answer_ask(ask=tonight, by=parent, leads=leads)
    assert agreements(home) == []


def test_a_no_to_it_is_no_no_to_the_need(home, tonight, parent):
    decline_ask(ask=tonight, by=parent)
    assert agreements(home) == []
    assert Flag.objects.get(pk=tonight.flag_id).state == "open"
    reopen_ask(ask=tonight, by=parent)
    assert (tonight.state, agreements(home)) == ("waiting", [])
