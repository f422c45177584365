"""A yes that fills no chair is told back as a whole sentence, with whose it is and to what."""

import pytest

from cases.services.asks import answer_ask, draft_ask, send_ask
from tests.cases.built import build
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("letters", "need"), [("QMHP", "medication-questions"), ("QMHA", "family-conflict")])
def test_a_yes_that_fills_no_chair_names_the_person_and_the_need(catalogue, as_parent, parent, letters, need):
    team = [{"name": "Tasha", "said": f"Tasha, {letters}"}]
    case = build(parent, {"state": "OR", "age": "6-11", "needs": [need], "team": team})
    flag = case.flags.filter(need__slug=need).open().first()
    ask = draft_ask(case=case, by=parent, text="Who leads?", member=case.members.get(), flag=flag)
    send_ask(ask=ask, by=parent, channel="copied")
    answer_ask(ask=ask, by=parent, leads=True)
    page = said(as_parent.get(f"/room/{case.key}/?ask={ask.key}"))
    assert f"Written down. Tasha said yes to {ask.need.noun}. The table shows no lead for it yet." in page
