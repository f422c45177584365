"""A yes is told under its need, whatever else is said there, and with what the role is to it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.snapshot import CellWhy, CredentialFact, Mark, RowWhy
from cases.wording import PARENT
from cases.wording.grid import say_row
from cases.wording.names import names_in
from roles.catalogue import Kind
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, cells_told, person, room, row, row_told
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, ROLES, SAFETY, SEVERE, catalogue

BO = person(6, "Bo", "lcsw")
ZOE = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))
HELPS = "Tasha said yes. The role can help. To lead all of it takes another role."
OUTSIDE = "Tasha said yes. To lead it takes another role."


@pytest.mark.parametrize("need", ["eating", SEVERE])
def test_beside_others_who_could_only_share_who_said_yes_is_told(need):
    team = (TASHA, replace(JANE, supervisor="named"), OKAFOR)
    before = row(need, *team)
    found = row(need, *team, agreements=(agreed(TASHA, need),))
    assert before.why is not RowWhy.NOBODY
    assert row_told(found, *team).startswith(HELPS)
    assert "said yes" not in row_told(before, *team)


@pytest.mark.parametrize(
    ("need", "other", "words"),
    [
        (SAFETY, JANE, HELPS + " Jane could lead with a supervisor. Ask who."),
        (FAMILY, ANA, HELPS + " Ana could lead. Ask Ana."),
        (DIAGNOSIS, OKAFOR, OUTSIDE + " Dr. Okafor could lead. Ask Dr. Okafor."),
        (MEDICINE, OKAFOR, OUTSIDE + " Dr. Okafor could lead. Ask Dr. Okafor."),
    ],
)
def test_beside_somebody_who_could_lead(need, other, words):
    found = row(need, TASHA, other, agreements=(agreed(TASHA, need),))
    assert row_told(found, TASHA, other) == words
    assert cells_told(found, TASHA, other)[[c.member for c in found.cells].index(TASHA.id)] == (
        "Said yes. To lead all of it takes another role."
    )


def test_a_chair_that_is_filled_and_a_row_that_names_them_say_no_more():
    filled = row(FAMILY, TASHA, ANA, agreements=(agreed(TASHA, FAMILY), agreed(ANA, FAMILY)))
    assert row_told(filled, TASHA, ANA) == "Ana leads"
    alone = row(SAFETY, TASHA, agreements=(agreed(TASHA, SAFETY),))
    assert row_told(alone, TASHA) == HELPS
    doctor = row(DIAGNOSIS, TASHA, agreements=(agreed(TASHA, DIAGNOSIS),))
    assert row_told(doctor, TASHA) == OUTSIDE
    listed = row(SAFETY, TASHA, OKAFOR, agreements=(agreed(TASHA, SAFETY, "plan"),))
    assert "said yes" not in row_told(listed, TASHA, OKAFOR)


LETTERS = st.one_of(st.sampled_from(sorted(ROLES)), st.just(CredentialFact("XQZ", Kind.UNKNOWN)))
PEOPLE = st.lists(
    st.tuples(
        LETTERS, st.sampled_from(["unknown", "named"]), st.sampled_from(["", "plan", "agreed", "declined"])
    ),
    max_size=5,
)


@settings(deadline=None, max_examples=200)
@given(PEOPLE, st.sampled_from(sorted(catalogue().needs)), st.sampled_from(["OR", "ID", ""]))
def test_in_any_room_every_yes_to_an_empty_chair_is_in_its_row(drawn, need, state):
    people = [person(n, f"P{n}", role, supervisor=s) for n, (role, s, _) in enumerate(drawn, 1)]
    kinds = tuple(agreed(p, need, d[2]) for p, d in zip(people, drawn, strict=True) if d[2])
    facts = room(need, *people, agreements=kinds, state=state)
    found = cover(facts, catalogue()).row(need)
    words = say_row(found, names_in(facts), PARENT)
    shown = words.replace(" and 2 more", " P1 P2 P3 P4 P5").replace(" and 3 more", " P1 P2 P3 P4 P5")
    yes = {p.name for p, d in zip(people, drawn, strict=True) if d[2] == "agreed"}
    assert found.has_lead or all(name in shown for name in yes), words
    beyond = [c for c in found.cells if c.why is CellWhy.AGREED_BEYOND]
    assert all(c.mark in (Mark.HELP, Mark.NONE) for c in beyond)
