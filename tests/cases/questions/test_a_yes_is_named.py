"""A yes that fills no chair is told back as a whole sentence, with whose it is and to what."""

import pytest

from cases.services.asks import answer_ask, draft_ask, send_ask
from tests.cases.built import build
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def after_a_yes(catalogue, as_parent, parent):
    """The room as the parent sees it once Tasha said yes to leading its only need, and the question."""

    def answered(letters, need):
        return _answered(as_parent, parent, letters, need)

    return answered


def _answered(as_parent, parent, letters, need):
    team = [{"name": "Tasha", "said": f"Tasha, {letters}"}]
    case = build(parent, {"state": "OR", "age": "6-11", "needs": [need], "team": team})
    flag = case.flags.filter(need__slug=need).open().first()
    ask = draft_ask(case=case, by=parent, text="Who leads?", member=case.members.get(), flag=flag)
    send_ask(ask=ask, by=parent, channel="copied")
    answer_ask(ask=ask, by=parent, leads=True)
    return said(as_parent.get(f"/room/{case.key}/?ask={ask.key}")), ask


@pytest.mark.parametrize(("letters", "need"), [("QMHP", "medication-questions"), ("QMHA", "family-conflict")])
def test_a_yes_that_fills_no_chair_names_the_person_and_the_need(after_a_yes, letters, need):
    page, ask = after_a_yes(letters, need)
    assert f"Written down. Tasha said yes to {ask.need.noun}. The table shows no lead for it yet." in page


def test_a_yes_that_waits_for_a_supervisor_says_what_it_waits_for(after_a_yes):
    page, _ = after_a_yes("QMHP", "self-harm-suicide")
    assert "Written down. Tasha agreed. Ask who supervises the work." in page
