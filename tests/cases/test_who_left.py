"""People who left, through the services: what the room remembers of them, and for how long."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Flag
from cases.reader import read
from cases.services.agreements import agree
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member, member_back, member_left
from roles.models import Need
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
MEDICINE, FAMILY, SKILLS = "medication-questions", "family-conflict", "everyday-skills"


@pytest.fixture
def room_for(catalogue, parent):
    """A room in Oregon for these needs, with a QMHA under Lee."""

    def started(*needs):
        case = start_room(by=parent, nickname="Sunny", state="OR")
        set_needs(case=case, by=parent, needs=needs)
        tasha = add_member(case=case, by=parent, name="Tasha Bell", said="Tasha Bell, QMHA")
        fields = {"name": tasha.name, "said": tasha.said, "supervisor": "named", "supervisor_name": "Lee"}
        edit_member(member=tasha, by=parent, version=None, **fields)
        return finish_setup(case=case, by=parent)

    return started


def joins(case, parent, name, letters, need, kind="agreed"):
    member = add_member(case=case, by=parent, name=name, said=f"{name}, {letters}")
    agree(member=member, need=Need.objects.get(slug=need), by=parent, kind=kind)
    return member


def leaves(member, parent):
    member_left(member=member, by=parent, on=now().date())
    return member


def open_rules(case, need):
    return [f.rule for f in Flag.objects.open().filter(case=case, need__slug=need)]


def test_a_prescriber_who_left_is_asked_about_and_not_the_helper(as_parent, room_for, parent):
    """Room B9: medicine, a PMHNP who agreed and has left, and a QMHA with a supervisor."""
    case = room_for(MEDICINE)
    leaves(joins(case, parent, "Jo Tran", "PMHNP", MEDICINE), parent)
    flag = Flag.objects.open().get(case=case, need__slug=MEDICINE)
    assert (flag.rule, flag.level, flag.member) == ("medicine_bridge", "first", None)
    page = said(as_parent.get(f"/room/{case.key}/"))
    assert "Ask who prescribes now that Jo has left" in page
    assert "Who prescribes for Sunny now? What is the refill date?" in page
    assert "Email Tasha" not in page
    about = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert "Please don’t stop a medicine on your own." in about
    assert "A name, and the date of the next refill." in about


def test_a_lead_who_left_is_named_until_somebody_leads_again(room_for, parent):
    case = room_for(FAMILY)
    leaves(joins(case, parent, "Rita Moss", "LCSW", FAMILY), parent)
    assert open_rules(case, FAMILY) == ["successor_missing"]
    told = Flag.objects.get(case=case, rule="successor_missing").tellings.last().words
    assert told["why"].startswith("Rita led this until ")
    joins(case, parent, "Ana Poe", "LCSW", FAMILY)
    assert open_rules(case, FAMILY) == []


def test_a_lead_who_is_back_ends_it(room_for, parent):
    case = room_for(FAMILY)
    rita = leaves(joins(case, parent, "Rita Moss", "LCSW", FAMILY), parent)
    member_back(member=rita, by=parent)
    assert open_rules(case, FAMILY) == []


def test_who_only_stood_on_the_plan_is_not_remembered(room_for, parent):
    case = room_for(FAMILY)
    leaves(joins(case, parent, "Rita Moss", "LCSW", FAMILY, kind="plan"), parent)
    assert "successor_missing" not in open_rules(case, FAMILY)


def test_a_new_prescriber_who_agreed_ends_the_bridge(room_for, parent):
    case = room_for(MEDICINE)
    leaves(joins(case, parent, "Jo Tran", "PMHNP", MEDICINE), parent)
    joins(case, parent, "Kim Roe", "PMHNP", MEDICINE)
    assert open_rules(case, MEDICINE) == []


def test_the_snapshot_keeps_who_left_apart_from_who_is_here(room_for, parent):
    case = room_for(FAMILY)
    rita = leaves(joins(case, parent, "Rita Moss", "LCSW", FAMILY), parent)
    facts = read(case, now=now()).room
    assert [m.name for m in facts.members] == ["Tasha Bell"]
    assert facts.agreements == ()
    (gone,) = facts.departed
    assert (gone.member.id, gone.left_on, gone.agreement(FAMILY)) == (rita.pk, now().date(), "agreed")


def test_a_room_is_read_with_as_many_queries_however_many_left(room_for, parent):
    case, found = room_for(FAMILY), []
    for n in range(3):
        leaves(joins(case, parent, f"Rita{n} Moss", "LCSW", FAMILY), parent)
        with CaptureQueriesContext(connection) as queries:
            read(case, now=now())
        found.append(len(queries))
    assert len(set(found)) == 1
