"""Whatever a room looks like: the clear answer of a finding, once known, leaves nothing of it to ask."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.coverage import cover
from cases.forms import AnswerForm
from cases.forms.told import Asking
from cases.mismatch import Finding, Rule, find
from cases.mismatch.answering import offer
from cases.mismatch.rules import Fact
from cases.services.errors import Refused
from cases.services.letters import resolve_credential, unverify_credential, verify_credential
from cases.services.told import Told
from cases.snapshot import MemberFact, RoomSnapshot
from roles.lexicon import fold
from tests import factories
from tests.cases.plain_catalogue import catalogue
from tests.cases.test_order_of_entry import NEEDS, PEOPLE, STATES, entered, often
from web.clock import now

CLEAR = {
    Fact.REGISTER: lambda asked: {"looked_up": list(asked.listed)},
    Fact.TRAINING: lambda asked: {f"training_{one.id}": "seen" for one in asked.trainings},
    Fact.SUPERVISOR: lambda asked: {"supervisor_name": "Pat Lund"},
}
"""What a clear answer has, in the fields of the form; letters are tried with the real catalogue."""
RULES = {rule for rule in Rule if rule.traits.settled_by and set(CLEAR) & set(rule.traits.settled_by)} - {
    Rule.FIT_NOT_ASKED,  # it takes a yes beside the name
    Rule.FIT_UNKNOWN,
    Rule.PLAN_ON_UNKNOWN_FIT,
}


def answered(member: MemberFact, found: Finding) -> MemberFact:
    """The person as they stand once the form with a clear answer is saved."""
    asked = offer(found, member, catalogue())
    fact = next(fact for fact in asked.settles if fact in CLEAR)
    form = AnswerForm(
        {"outcome": "answered", **CLEAR[fact](asked)},
        name=member.name,
        leads="",
        leads_likely=False,
        asking=Asking(asked, member.name, catalogue()),
    )
    assert form.is_valid(), form.errors
    return told(member, form.told)


def told(member: MemberFact, told: Told) -> MemberFact:
    """What the services write down of it."""
    now_so = {(one.capability, one.name): (one.standing, one.kind) for one in told.trainings}
    stood = {(t.capability, t.name): (t.standing, t.kind) for t in member.trainings}
    trainings = tuple(
        replace(t, standing=standing, kind=kind)
        for t in member.trainings
        for standing, kind in [(stood | now_so)[t.capability, t.name]]
    )
    letters = tuple(replace(c, verified=c.verified or c.text in told.looked_up) for c in member.credentials)
    named = {"supervisor": "named", "supervisor_name": told.supervisor} if told.supervisor else {}
    return replace(member, trainings=trainings, credentials=letters, **named)


def all_found(facts: RoomSnapshot) -> dict[str, Finding]:
    return {f.fingerprint: f for f in find(facts, catalogue(), cover(facts, catalogue()))}


def told_again(found: Finding, later: Finding) -> bool:
    """Is it still about what was answered?"""
    had, has = found.params.get("texts", []), later.params.get("texts", [])
    return not had or bool({fold(str(text)) for text in had} & {fold(str(text)) for text in has})


def test_rules_that_name_a_fact_are_those_it_settles():
    assert {
        Rule.TRAINING_UNPROVEN,
        Rule.REGISTER_NOT_CHECKED,
        Rule.SUPERVISOR_IN_THE_ROOM,
        Rule.NO_SUPERVISOR,
        Rule.LICENSE_ON_THE_WAY,
        Rule.DEGREE_NOT_LICENSE,
    } == RULES


@often
@given(PEOPLE, NEEDS, STATES, st.sampled_from([1, 6]))
def test_a_clear_answer_leaves_nothing_of_the_question(people, needs, state, agreed_on):
    facts = entered(people, sorted(needs), state, agreed_on=agreed_on)
    for found in all_found(facts).values():
        if found.rule in RULES:
            members = tuple(answered(m, found) if m.id == found.member else m for m in facts.members)
            later = all_found(replace(facts, members=members)).get(found.fingerprint)
            assert later is None or not told_again(found, later)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("act", "more"),
    [
        (verify_credential, {"on": now().date()}),
        (unverify_credential, {}),
        (resolve_credential, {"role": "lcsw"}),
    ],
)
def test_letters_that_were_removed_meanwhile_are_kindly_refused(room, parent, act, more):
    letters = factories.member(room, "Tasha").credentials.first()
    type(letters).objects.filter(pk=letters.pk).delete()
    with pytest.raises(Refused):
        act(credential=letters, by=parent, **more)
