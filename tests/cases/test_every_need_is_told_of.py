"""A need without a lead is never silent: something asked speaks of it, or carries it with another need.

One of safety or medicine is carried by no other: a decision about that one would hide it.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import find
from cases.mismatch.decided import CARRIED
from cases.person_fit import is_urgent
from cases.snapshot import CredentialFact
from roles.catalogue import Kind
from tests.cases.plain import LUIS, TASHA, agreed, ask, left, person, room, trained
from tests.cases.plain_catalogue import FAMILY, ROLES, SKILLS, catalogue

often = settings(deadline=None, max_examples=200)
SPOKEN = (*CARRIED, "needs")
UNREAD = [
    CredentialFact("XQZ", Kind.UNKNOWN),
    CredentialFact("Therapist", Kind.TITLE, candidates=("qmha", "lcsw", "psychiatrist")),
]
LETTERS = st.sampled_from([*sorted(ROLES), *UNREAD])
TRAININGS = [
    (),
    (trained("trauma-treatment"),),
    (trained("trauma-treatment", "a webinar", known=False),),
]
SUPERVISORS = st.sampled_from(["unknown", "named", "none"])
KINDS = st.lists(st.sampled_from(["", "plan", "agreed", "declined"]), min_size=6, max_size=6)
PEOPLE = st.tuples(st.lists(LETTERS, max_size=2), SUPERVISORS, st.sampled_from(TRAININGS), KINDS)
NEEDS = st.lists(st.sampled_from(sorted(catalogue().needs)), min_size=1, max_size=6, unique=True)
STATES = st.sampled_from(["OR", "ID", ""])


def written(drawn, first):
    """People with what was agreed with each, by need in the order of the needs."""
    return [
        (person(id, f"P{id} Poe", *worn, supervisor=backed, trainings=more), kinds)
        for id, (worn, backed, more, kinds) in enumerate(drawn, first)
    ]


def said(needs, kinds):
    return {need: kind for need, kind in zip(needs, kinds, strict=False) if kind}


def silent(facts):
    """The needs without a lead of which nothing speaks and about which no question waits."""
    grid = cover(facts, catalogue())
    spoken = {ask.need for ask in facts.asks}
    for found in find(facts, catalogue(), grid):
        named = (found.params.get(name) for name in SPOKEN)
        spoken |= {found.need, *(slug for slugs in named if isinstance(slugs, list) for slug in slugs)}
    return [row.need for row in grid.empty if row.need not in spoken]


BACKING = ("no_supervisor", "supervisor_in_the_room")
"""They ask for one name that fills each of the chairs they name, and nothing else asks about these."""


def hidden_behind_another(facts):
    """What waits for nothing and would be gone with a decision about another need."""
    grid = cover(facts, catalogue())
    found = find(facts, catalogue(), grid)
    own = {f.need for f in found} | {ask.need for ask in facts.asks}
    own |= {need for f in found if f.rule in BACKING for name in CARRIED for need in f.params[name]}
    own |= {need for f in found if f.why == "state" for need in f.params.get("also", [])}
    first = {row.need for row in grid.empty if is_urgent(catalogue().needs[row.need])}
    safety = {row.need for row in grid.empty if row.safety}
    rides = {need for f in found if f.rule not in BACKING for need in f.params.get("also", [])}
    return (first - own) | (safety & rides)


@often
@given(st.lists(PEOPLE, min_size=1, max_size=4), st.lists(PEOPLE, max_size=2), NEEDS, STATES, st.booleans())
def test_every_need_without_a_lead_is_told_of(here, gone, needs, state, is_asked):
    facts = drawn_room(here, gone, needs, state, is_asked)
    assert silent(facts) == []
    assert hidden_behind_another(facts) == set()


def drawn_room(here, gone, needs, state, is_asked):
    team, others = written(here, 1), written(gone, 11)
    kinds = [agreed(one, need, kind) for one, all in team for need, kind in said(needs, all).items()]
    return room(
        " ".join(needs),
        *(one for one, _ in team),
        state=state,
        agreements=tuple(kinds),
        departed=tuple(left(one, **said(needs, all)) for one, all in others),
        asks=(ask(1, needs[0], team[0][0]),) if is_asked else (),
    )


@pytest.mark.parametrize("state", ["OR", "ID", ""])
@pytest.mark.parametrize("team", [(TASHA,), (LUIS,), (TASHA, LUIS), (person(9, "Bo"),)])
def test_each_safety_need_has_a_flag_of_its_own_whoever_is_here(team, state):
    safety = [need.slug for need in catalogue().needs.values() if need.safety]
    facts = room(" ".join([*safety, FAMILY, SKILLS]), *team, state=state)
    found = find(facts, catalogue(), cover(facts, catalogue()))
    assert set(safety) <= {f.need for f in found}
    assert not set(safety) & {need for f in found for need in f.params.get("also", [])}
