"""A yes to "Is it in your role here?" is kept and read. It makes no lead of a role that carries work out."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import Rule, find
from cases.mismatch.answering import scope_asked
from cases.models import Agreement, Ask, Flag
from cases.reader import read
from cases.services.agreements import agree, forget_agreement
from cases.services.asks import answer_ask, decline_ask, draft_ask, reopen_ask, send_ask
from cases.services.rooms import edit_child, finish_setup, set_needs, start_room
from cases.services.team import add_member, edit_member
from cases.snapshot import AgreementFact, CellWhy, Mark, ScopeFact
from cases.wording import PARENT, Scene, say
from roles.models import Need
from tests.cases.pages import said
from tests.cases.test_words_of_their_need import PEOPLE, made
from web.clock import now

pytestmark = pytest.mark.django_db

PLACES = st.integers(0, 99)


@pytest.fixture
def asked(catalogue, parent):
    """``asked(letters, state, need)``: a question to Will about what is open for this need, on its way."""

    def send(letters, state, need, kind=""):
        case = start_room(by=parent, nickname="Sunny", state=state)
        set_needs(case=case, by=parent, needs=(need,))
        will = add_member(case=case, by=parent, name="Will Tran", said=letters)
        finish_setup(case=case, by=parent)
        if kind:
            agree(member=will, need=Need.objects.get(slug=need), by=parent, kind=kind)
        flag = Flag.objects.filter(case=case, member=will, need__slug=need).open().get()
        ask = draft_ask(case=case, by=parent, text="Is it?", flag=flag, member=will)
        return send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED)

    return send


def cell_of(ask):
    (row,) = read(ask.case, now=now()).coverage.rows
    return next(cell for cell in row.cells if cell.member == ask.member_id)


@pytest.mark.parametrize("kind", ["", "plan", "agreed"])
@pytest.mark.parametrize(
    ("letters", "state", "need", "role", "mark"),
    [
        ("OT", "TX", "communication-sensory", "ot", Mark.LEAD),
        ("RN", "CO", "sleep", "rn", Mark.LEAD),
        ("LPCC", "CO", "trauma", "pc-associate", Mark.COULD),  # works under a supervisor, as at home
    ],
)
def test_a_yes_settles_what_our_facts_left_open(asked, parent, letters, state, need, role, mark, kind):
    ask = asked(letters, state, need, kind)
    assert cell_of(ask).mark is Mark.ASK
    answer_ask(ask=ask, by=parent, leads=True)
    ask.flag.refresh_from_db()
    assert ask.flag.state == Flag.State.SETTLED
    assert cell_of(ask).mark is mark
    ask.member.refresh_from_db()
    assert {(of, where) for _, of, where in ask.member.scope} == {(role, state)}


def test_the_yes_of_a_helper_who_is_counted_on_fills_no_chair(asked, parent):
    ask = asked("QMHA", "TX", "self-harm-suicide", "plan")
    answer_ask(ask=ask, by=parent, leads=True)
    ask.flag.refresh_from_db()
    assert ask.flag.state == Flag.State.SETTLED
    assert cell_of(ask).mark is Mark.HELP


def test_what_they_told_stands_on_their_page(asked, as_parent, parent):
    ask = asked("OT", "TX", "communication-sensory")
    address = f"/room/{ask.case.key}/team/{ask.member.key}/"
    assert "told you that the role covers" not in said(as_parent.get(address))
    answer_ask(ask=ask, by=parent, leads=True)
    assert "Will told you that the role covers this in Texas: " in said(as_parent.get(address))


def test_a_yes_taken_back_leaves_it_open_again(asked, parent):
    ask = asked("LPCC", "CO", "trauma")
    answer_ask(ask=ask, by=parent, leads=True)
    ask.refresh_from_db()
    reopen_ask(ask=ask, by=parent)
    assert cell_of(ask).mark is Mark.ASK
    ask.flag.refresh_from_db()
    assert ask.flag.state == Flag.State.ASKED


def test_a_yes_on_their_page_tells_the_same_and_is_taken_back_there(asked, parent):
    ask = asked("LPCC", "CO", "trauma")
    need = Need.objects.get(slug="trauma")
    agree(member=ask.member, need=need, by=parent, kind=Agreement.Kind.AGREED)
    assert cell_of(ask).mark is Mark.COULD
    forget_agreement(member=ask.member, need=need, by=parent)
    assert cell_of(ask).mark is Mark.ASK


def test_a_no_tells_nothing_of_their_role(asked, parent):
    ask = asked("LPCC", "CO", "trauma")
    decline_ask(ask=ask, by=parent)
    ask.member.refresh_from_db()
    assert ask.member.scope == []
    assert cell_of(ask).why is CellWhy.SAID_NO


def test_it_holds_for_the_state_and_the_letters_it_was_told_of(asked, parent):
    ask = asked("LPCC", "CO", "trauma")
    answer_ask(ask=ask, by=parent, leads=True)
    edit_child(case=ask.case, by=parent, nickname="Sunny", age_group="", state="TX", version=None)
    assert cell_of(ask).mark is Mark.ASK
    edit_child(case=ask.case, by=parent, nickname="Sunny", age_group="", state="CO", version=None)
    assert cell_of(ask).mark is Mark.COULD
    ask.member.refresh_from_db()
    edit_member(member=ask.member, by=parent, version=None, name="Will Tran", said="LCSW, MA")
    assert not any(fit.told for fit in cell_of(ask).fits)


def test_it_takes_back_nothing_that_our_facts_say(catalogue):
    room = made(catalogue, [("QMHA", "")], ["trauma"], "OR")
    (member,) = room.members
    told = replace(room, members=(replace(member, scope=(ScopeFact("trauma-treatment", "qmha", "OR"),)),))
    assert cover(told, catalogue) == cover(room, catalogue)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PEOPLE, PLACES, PLACES, st.sampled_from(["", "OR", "CO", "MA", "TX"]))
def test_in_any_room_a_yes_settles_what_asks_for_one(catalogue, drawn, one, other, state):
    slugs = sorted(catalogue.needs)
    needs = list(dict.fromkeys((slugs[one % len(slugs)], slugs[other % len(slugs)])))
    room = made(catalogue, [d[: 1 + len(needs)] for d in drawn], needs, state)
    for finding in find(room, catalogue, cover(room, catalogue)):
        if asked_for := scope_asked(finding, catalogue):
            assert "in your role" in say(finding, Scene.of(room, catalogue), PARENT).say
            later = find(*told_yes(room, finding, asked_for, catalogue))
            same = [(f.fingerprint, f.params.get("capability")) for f in later]
            assert (finding.fingerprint, asked_for[0][0]) not in same


def told_yes(room, finding, asked_for, catalogue):
    """The room once the person said yes, as ``find`` takes it."""
    told = [ScopeFact(part, role, room.state) for part, role in asked_for]
    members = [replace(m, scope=(*m.scope, *told)) if m.id == finding.member else m for m in room.members]
    others = [a for a in room.agreements if (a.member, a.need) != (finding.member, finding.need)]
    yes = AgreementFact(finding.member, finding.need, "agreed")
    after = replace(room, members=tuple(members), agreements=(*others, yes))
    return after, catalogue, cover(after, catalogue)


def test_a_word_that_tells_no_training_is_asked_for_none(catalogue):
    """Of letters nobody knows, what was learned tells nothing: is it in the role at all?"""
    room = made(catalogue, [("Therapeutic Mentor", "")], ["trauma"], "TX")
    found = [f for f in find(room, catalogue, cover(room, catalogue)) if f.rule is Rule.FIT_UNKNOWN]
    for finding in found:
        assert "What training" not in say(finding, Scene.of(room, catalogue), PARENT).say
