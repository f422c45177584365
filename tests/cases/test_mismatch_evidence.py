"""What a finding stands on: the fact, how we know it, and whose rule it is."""

import pytest

from roles.catalogue import Reach
from tests.cases.plain import TASHA, agreed, findings, room
from tests.cases.plain_catalogue import FAMILY, SOURCE, catalogue


@pytest.mark.parametrize(("state", "place"), [("OR", ""), ("ID", "OR")])
def test_a_fact_comes_with_its_source_its_day_and_the_state_whose_rule_it_is(state, place):
    facts = room(FAMILY, TASHA, state=state, agreements=(agreed(TASHA, FAMILY, "plan"),))
    shown = [e for found in findings(facts) for e in found.evidence if e.capability == "family-therapy"]
    assert shown
    cell = catalogue().fits["qmha", "family-therapy", ""]
    for fact in shown:
        assert (fact.role, fact.member, fact.reach) == ("qmha", TASHA.id, Reach.NOT_TRAINED)
        assert (fact.claim, fact.reason, fact.reviewed_on) == (cell.claim, cell.reason, cell.reviewed_on)
        assert (fact.confidence, fact.place) == (cell.confidence, place)
        assert (fact.source_title, fact.source_address) == (SOURCE.title, SOURCE.address)
