"""Parts of a need: shared only where each is known, and a yes to one is told while the rest is asked for."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from cases.coverage import cover
from cases.models import Ask
from cases.presenters.standing import standing
from cases.reader import Reading
from cases.services.agreements import agree
from cases.services.recheck import recheck
from cases.services.rooms import set_needs
from cases.services.team import add_member
from cases.snapshot import CellWhy, Mark
from roles.catalogue import Kind, Reach
from roles.models import Need
from tests import factories
from tests.cases.any_room import STATES, people_for, room_of, some_needs
from tests.cases.pages import said
from tests.cases.plain import (
    JANE,
    OKAFOR,
    CredentialFact,
    agreed,
    ask,
    cells_told,
    person,
    room,
    row,
    row_told,
    the,
)
from tests.cases.plain_catalogue import catalogue

KIM = replace(JANE, name="Kim", supervisor="named")
DOCTOR = person(3, "Dr. Rao", CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "lcsw")))
PARTS = (CellWhy.COULD_PART, CellWhy.AGREED_PART)


@settings(deadline=None, max_examples=200)
@given(people_for(4), some_needs(4), STATES)
def test_in_any_room_a_part_is_one_that_the_cells_know(people, needs, state):
    facts = room_of(people, needs, state)
    grid = cover(facts, catalogue())
    for line in grid.empty:
        for cell in line.cells:
            known = {f.reach for f in cell.fits} & {Reach.TRAINED, Reach.SUPERVISED}
            assert cell.why not in PARTS or (cell.mark in (Mark.HELP, Mark.ASK) and known), line.need
            assert (cell.why is CellWhy.AGREED_PART) <= (facts.agreement(cell.member, line.need) == "agreed")


def test_nothing_rests_on_a_doctor_of_a_kind_not_told():
    open_row = row("eating", KIM, DOCTOR)
    assert CellWhy.COULD_PART not in {cell.why for cell in open_row.cells}
    assert row_told(open_row, KIM, DOCTOR) == "We don’t know yet. Ask Dr. Rao."


def test_a_shared_need_stands_on_the_part_of_the_one_asked_alone():
    found = the("fit_not_asked", room("eating", KIM, OKAFOR))
    assert {e.reach for e in found.evidence} == {Reach.TRAINED}


def test_a_yes_to_a_part_is_told_and_the_rest_is_asked_for():
    yes = (agreed(KIM, "eating"),)
    found = the("fit_not_asked", room("eating", KIM, OKAFOR, agreements=yes))
    assert (found.why, found.member, found.params["agreed"]) == ("shared", 3, [2])
    assert found.words.title == "Kim said yes to a part of help with eating. The rest is open"
    assert found.words.why == (
        "Dr. Okafor’s role covers a part that is still open. Together they cover all of it."
    )
    assert found.words.say == (
        "Kim said yes to a part of help with eating for Sunny. Could you be the lead for the rest?"
    )


def test_it_is_told_on_the_page_of_the_person_and_while_the_rest_waits():
    facts = room("eating", KIM, OKAFOR, agreements=(agreed(KIM, "eating"),), asks=(ask(1, "eating", OKAFOR),))
    reading = Reading(facts, catalogue(), cover(facts, catalogue()))
    half = reading.coverage.row("eating")
    assert row_told(half, KIM, OKAFOR) == "Kim said yes to a part. Waiting to hear about the rest."
    assert cells_told(half, KIM, OKAFOR)[0] == "Said yes to a part"
    assert standing(KIM.id, reading).shown == ("Said yes to a part of: Eating and body. The rest is open.",)


@pytest.mark.django_db
def test_the_answer_that_can_be_given_is_to_a_part(as_parent, room, parent):
    need = Need.objects.get(slug="eating")
    set_needs(case=room, by=parent, needs=[need.slug])
    kim = add_member(case=room, by=parent, name="Kim", said="Kim, LCSW")
    add_member(case=room, by=parent, name="Dr. Rao", said="Dr. Rao, Pediatrician")
    waiting = factories.waiting_ask(room, parent, need=need, name="Kim")
    recheck(case=room)
    text = said(as_parent.get(f"/room/{room.key}/questions/{waiting.key}/"))
    assert "Yes, Kim does that part." in text
    assert "Yes, Kim leads" not in text
    agree(member=kim, need=need, by=parent, kind="agreed")
    assert "Kim said yes to a part. Ask Dr. Rao about the rest." in said(as_parent.get(f"/room/{room.key}/"))
    assert "Kim said yes to a part. Ask Dr. Rao about the rest." in said(
        as_parent.get(f"/room/{room.key}/sheet/")
    )
    assert Ask.objects.get(pk=waiting.pk).state == Ask.State.ANSWERED
