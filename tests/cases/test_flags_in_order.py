"""The order of what is worth asking about, and what stands there while nothing is."""

import pytest

from cases.keys import key_for
from cases.models import Flag
from cases.presenters.flags import in_order
from cases.services.agreements import agree
from cases.services.flags import put_off_flag
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from cases.views.access import read_room
from tests.cases.built import build
from tests.cases.pages import main_of, said

pytestmark = pytest.mark.django_db


def order(room):
    flags = Flag.objects.filter(case=room, state=Flag.State.OPEN).select_related("need")
    return [flag.rule for flag in in_order(list(flags), read_room(room))]


def test_a_role_taken_for_another_comes_first_within_its_level(room, parent):
    add_member(case=room, by=parent, name="Kim", said="Kim Lee, QMHA", believed="therapist")
    Flag.objects.filter(case=room, rule="belief_vs_role").update(level="soon")
    found = order(room)
    assert found.index("belief_vs_role") < found.index("supervisor_in_the_room")


def test_safety_that_nobody_was_asked_about_stays_on_top(room, parent):
    add_member(case=room, by=parent, name="Kim", said="Kim Lee, QMHA", believed="therapist")
    family = room.needs.get(slug="family-conflict")
    agree(member=room.members.get(name="Tasha"), need=family, by=parent, kind="plan")
    Flag.objects.filter(case=room).update(level="first")
    flags = Flag.objects.filter(case=room, state=Flag.State.OPEN).select_related("need")
    rules = [(f.need.slug if f.need else "", f.rule) for f in in_order(list(flags), read_room(room))]
    assert rules[0][0] == "self-harm-suicide"
    assert {rule for _, rule in rules[1:3]} == {"belief_vs_role", "outside_training"}


def test_flags_that_have_no_row_yet_come_after_those_that_have(room):
    reading = read_room(room)
    kept = Flag.objects.filter(case=room, need=None, state=Flag.State.OPEN).first()
    new = [
        Flag(case=room, rule=kept.rule, level=kept.level, state=kept.state, fingerprint=f"{kept.rule}:-:{n}")
        for n in (9, 8)
    ]
    assert in_order([*new, kept], reading) == [kept, new[1], new[0]]


@pytest.mark.parametrize("signature", ["", "Jane Doe, LMFT"])
def test_an_empty_chair_nobody_is_known_for_is_no_all_clear(as_parent, parent, catalogue, signature):
    case = start_room(by=parent, nickname="Sunny")
    set_needs(case=case, by=parent, needs=["trauma"])
    if signature:
        add_member(case=case, by=parent, name="Jane", said=signature)
    page = as_parent.get(f"/room/{case.key}/")
    assert "Nothing to ask about" not in said(page)
    assert "We can’t tell yet who could be the lead for trauma treatment" in said(page)
    flag = key_for(case.key, "fit_unknown:trauma:-")  # nobody has looked yet, so it has no row
    leads_to = f"asks/{flag}/" if signature else "needs/trauma/"
    assert f'href="/room/{case.key}/{leads_to}"' in main_of(page).split('id="flags"')[1]


def test_what_to_do_tonight_stays_when_all_is_put_off(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny", state="OR")
    add_member(case=case, by=parent, name="Lee", said="Lee Roy, LCSW")
    set_needs(case=case, by=parent, needs=["self-harm-suicide", "trauma"])
    finish_setup(case=case, by=parent)
    for flag in Flag.objects.open().filter(case=case):
        put_off_flag(flag=flag, by=parent)
    top = said(as_parent.get(f"/room/{case.key}/")).split("Who can do what")[0]
    assert "For tonight: in danger, call 911." in top
    assert "Nothing new to ask about today" in top


def test_a_chair_the_parent_decided_about_is_left_alone(as_parent, room):
    Flag.objects.filter(case=room).update(state=Flag.State.SORTED)
    text = said(as_parent.get(f"/room/{room.key}/"))
    assert "Nothing new to ask about today" in text
    assert "Some needs still have no lead. What you decided about them is below" in text
    assert "We can’t tell yet" not in text.split("Worth asking about")[1].split("Not open now")[0]


def test_two_with_the_same_letters_are_told_apart_by_name(as_parent, parent, catalogue):
    team = [{"name": name, "said": f"{name}, QMHP"} for name in ("Cy Young", "Ben Roe")]
    case = build(parent, {"age": "6-11", "state": "WA", "needs": ["sleep"], "team": team})
    page = said(as_parent.get(f"/room/{case.key}/asks/"))
    for name in ("Cy", "Ben"):
        assert page.count(f"QMHP is a title from another state: {name}") >= 1
    assert "QMHP is a title from another state </h3>" not in page


def test_one_alone_needs_no_name(as_parent, parent, catalogue):
    team = [{"name": "Cy Young", "said": "Cy Young, QMHP"}]
    case = build(parent, {"age": "6-11", "state": "WA", "needs": ["sleep"], "team": team})
    assert "QMHP is a title from another state: Cy" not in said(as_parent.get(f"/room/{case.key}/asks/"))
