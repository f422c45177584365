"""What became of the facts a finding was about, when it is not there any more."""

from dataclasses import replace

import pytest

from cases.mismatch import Rule
from cases.mismatch.ended import Ended, another_role, why_ended
from cases.mismatch.finding import Finding
from cases.mismatch.rules import Level
from tests.cases.plain import ANA, JANE, letters, room
from tests.cases.plain_catalogue import SAFETY

CHECK = Finding(Rule.REGISTER_NOT_CHECKED, Level.KNOW, member=ANA.id, params={"texts": ["LCSW"]})
"""Nobody looked up that Ana is an LCSW."""


@pytest.mark.parametrize(
    ("here", "ended"),
    [
        ((ANA, JANE), None),
        ((JANE, ANA), None),
        ((replace(ANA, credentials=(letters("qmhp"),)), JANE), Ended.ROLE),
        ((JANE, replace(ANA, credentials=())), Ended.ROLE),
        ((JANE,), Ended.LEFT),
    ],
)
def test_letters_that_are_gone_end_what_asked_to_look_them_up(here, ended):
    facts = room(SAFETY, *here)
    assert why_ended(CHECK, facts, moved=False) == ended
    assert another_role(CHECK, facts) == (ended is Ended.ROLE)


def test_other_letters_are_the_answer_to_what_asked_for_letters():
    unclear = replace(CHECK, rule=Rule.TITLE_UNCLEAR)
    assert why_ended(unclear, room(SAFETY, replace(ANA, credentials=())), moved=False) is None
