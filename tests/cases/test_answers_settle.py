"""Whatever a room looks like: the clear answer of a finding, once known, leaves nothing of it to ask."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import Finding, find
from cases.services.errors import Refused
from cases.services.letters import resolve_credential, unverify_credential, verify_credential
from cases.snapshot import MemberFact, RoomSnapshot
from roles.lexicon import fold
from tests import factories
from tests.cases.plain_catalogue import catalogue
from tests.cases.test_order_of_entry import NEEDS, PEOPLE, STATES, entered, often
from web.clock import now


def looked_up(member: MemberFact, found: Finding) -> MemberFact:
    texts = found.params["texts"]
    letters = (replace(one, verified=one.verified or one.text in texts) for one in member.credentials)
    return replace(member, credentials=tuple(letters))


def certificate_seen(member: MemberFact, found: Finding) -> MemberFact:
    texts = found.params["texts"]
    seen = (
        replace(one, standing="certified", kind="full") if one.name in texts else one
        for one in member.trainings
    )
    return replace(member, trainings=tuple(seen))


def supervisor_named(member: MemberFact, found: Finding) -> MemberFact:
    return replace(member, supervisor="named", supervisor_name="Pat Lund")


ANSWERS = {
    "training_unproven": certificate_seen,
    "register_not_checked": looked_up,
    "supervisor_in_the_room": supervisor_named,
    "no_supervisor": supervisor_named,
    "license_on_the_way": supervisor_named,
    "degree_not_license": supervisor_named,
}


def all_found(facts: RoomSnapshot) -> dict[str, Finding]:
    return {f.fingerprint: f for f in find(facts, catalogue(), cover(facts, catalogue()))}


def told_again(found: Finding, later: Finding) -> bool:
    """Is it still about what was answered?"""
    had, has = found.params.get("texts", []), later.params.get("texts", [])
    return not had or bool({fold(str(text)) for text in had} & {fold(str(text)) for text in has})


@often
@given(PEOPLE, NEEDS, STATES, st.sampled_from([1, 6]))
def test_a_clear_answer_leaves_nothing_of_the_question(people, needs, state, agreed_on):
    facts = entered(people, sorted(needs), state, agreed_on=agreed_on)
    for found in all_found(facts).values():
        if found.rule in ANSWERS:
            members = tuple(
                ANSWERS[found.rule](m, found) if m.id == found.member else m for m in facts.members
            )
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
