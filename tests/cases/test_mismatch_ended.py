"""What became of the facts a finding was about, when it is not there any more."""

from dataclasses import replace

import pytest

from cases.mismatch import Rule
from cases.mismatch.ended import Ended, another_role, who_left, why_ended
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


@pytest.mark.parametrize(
    ("named", "here", "gone"),
    [
        ({"helpers": [ANA.id, JANE.id]}, (ANA, JANE), []),
        ({"helpers": [ANA.id, JANE.id]}, (JANE,), []),
        ({"helpers": [ANA.id, JANE.id]}, (), [ANA.id, JANE.id]),
        ({"helpers": "Ana"}, (), []),
        ({}, (), []),
    ],
)
def test_what_rested_on_several_ends_when_all_of_them_left(named, here, gone):
    found = Finding(Rule.HELPERS_NO_LEAD, Level.SOON, need=SAFETY, params=named)
    assert who_left(found, room(SAFETY, *here)) == gone
