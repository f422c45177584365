"""What a role is and what its person said are two facts: an answer changes who is asked, never the mark."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import Finding, Level, Rule
from cases.presenters.whom import fit_words
from cases.snapshot import CellWhy, CredentialFact, Mark, RowWhy
from cases.wording.asking import _who_may_be_nearer
from cases.wording.scene import Scene
from roles.catalogue import Kind, Reach
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, ask, person, room, row, row_told, told
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, ROLES, SAFETY, TRAUMA, catalogue
from tests.reading import long_sentences

ZOE = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))
AWAY = person(8, "Kim", "lcsw")

# -- the five marks beside each answer ----------------------------------------------------------------

SAID_NO, OPEN, MARK = CellWhy.SAID_NO, CellWhy.AGREED_OPEN, CellWhy.MARK
BEYOND = CellWhy.AGREED_BEYOND
ANSWERS = [
    ("role fits", FAMILY, ANA, "could could lead could", (MARK, CellWhy.PLAN, MARK, SAID_NO)),
    (
        "fits with a supervisor",
        FAMILY,
        JANE,
        "could could could could",
        (CellWhy.WITH_SUPERVISOR, CellWhy.WITH_SUPERVISOR, CellWhy.SUPERVISOR_OPEN, SAID_NO),
    ),
    ("helps", SAFETY, TASHA, "help help help help", (MARK, MARK, BEYOND, SAID_NO)),
    ("letters nobody knows", FAMILY, ZOE, "ask ask ask ask", (MARK, MARK, CellWhy.AGREED_ROLE_OPEN, SAID_NO)),
    ("it depends", TRAUMA, ANA, "ask ask ask ask", (CellWhy.DEPENDS, CellWhy.DEPENDS, OPEN, SAID_NO)),
    ("not in the role", DIAGNOSIS, TASHA, "none none none none", (MARK, MARK, BEYOND, SAID_NO)),
    ("medicine and a helper", MEDICINE, TASHA, "none none none none", (MARK, MARK, BEYOND, SAID_NO)),
]
KINDS = ("", "plan", "agreed", "declined")


@pytest.mark.parametrize(
    ("need", "member", "marks", "whys"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS]
)
def test_each_mark_beside_each_answer(need, member, marks, whys):
    cells = [row(need, member, agreements=_answer(member, need, kind)).cells[0] for kind in KINDS]
    assert " ".join(cell.mark.value for cell in cells) == marks
    assert tuple(cell.why for cell in cells) == whys
    assert len({cell.reach for cell in cells}) == 1


def _answer(member, need, kind):
    return (agreed(member, need, kind),) if kind else ()


def test_a_license_from_another_state_stays_unknown_after_a_no():
    cell = row(FAMILY, AWAY, state="ID", agreements=(agreed(AWAY, FAMILY, "declined"),)).cells[0]
    assert (cell.mark, cell.reach, cell.why) == (Mark.ASK, Reach.UNKNOWN, CellWhy.SAID_NO)


@pytest.mark.parametrize(
    ("member", "words"),
    [(ANA, "Ana said no. No one else yet."), (ZOE, "Zoe said no. No one else yet."), (TASHA, "No one yet")],
)
def test_who_could_lead_and_said_no_is_named_under_the_need(member, words):
    found = row(FAMILY, member, agreements=(agreed(member, FAMILY, "declined"),))
    assert (found.state, found.could, found.askable, row_told(found, member)) == ("empty", (), (), words)


def test_whom_to_ask_is_told_of_a_no_before_how_well_the_role_fits():
    found = row(FAMILY, ANA, JANE, agreements=(agreed(ANA, FAMILY, "declined"),))
    assert [fit_words(cell) for cell in found.cells] == ["Said no", "The role fits"]


# -- who is nearer, beside who could ------------------------------------------------------------------


def at_home(need, role, *members, **more):
    """A need that names a role first."""
    small = catalogue()
    changed = dataclasses.replace(small.needs[need], first_roles=(role,))
    return room(need, *members, **more), dataclasses.replace(small, needs=small.needs | {need: changed})


AL = person(7, "Al", "msw")


@pytest.mark.parametrize(
    ("members", "words", "title"),
    [
        ((ANA, AL), "Ana could lead. First ask Al.", "Ana could lead"),
        ((JANE, AL), "Jane could lead with a supervisor. First ask Al.", "Jane could lead"),
        ((ANA, JANE, AL), "Ana could lead. First ask Al.", "Ana and Jane could lead"),
    ],
)
def test_who_could_lead_is_named_though_somebody_nearer_is_asked_first(members, words, title):
    facts, known = at_home(FAMILY, "msw", *members)
    found = cover(facts, known).row(FAMILY)
    assert row_told(found, *members) == words
    (flag,) = [f for f in told(facts, known) if f.need == FAMILY]
    assert flag.words.title.startswith(title)
    assert flag.words.title.endswith(", and Al may be a closer fit")
    assert flag.words.say.endswith(f"could {title.split(' could')[0]}?")


def test_of_who_could_and_who_is_nearer_the_one_already_asked_is_waited_for():
    facts, known = at_home(FAMILY, "msw", ANA, AL, asks=(ask(1, FAMILY, ANA),))
    assert row_told(cover(facts, known).row(FAMILY), ANA, AL) == "Asked Ana. Waiting to hear."


def test_a_state_not_told_hides_nobody_who_could_lead():
    """Who is at home can answer, and another could lead: neither waits for the state."""
    trainer = person(6, "Bo", "skills-trainer")
    facts, known = at_home("everyday-skills", "msw-like", trainer, JANE, AL, state="")
    found = cover(facts, known).row("everyday-skills")
    assert row_told(found, trainer, JANE, AL).startswith("Al and Bo could lead.")


# -- any room: the sentence under a need says nothing that its marks deny -----------------------------

LETTERS = st.one_of(
    st.sampled_from(sorted(ROLES)),
    st.just(CredentialFact("XQZ", Kind.UNKNOWN)),
    st.just(CredentialFact("Helper", Kind.TITLE, "", ("qmha", "lcsw"))),
)
PEOPLE = st.lists(
    st.tuples(
        st.lists(LETTERS, max_size=2),
        st.sampled_from(["unknown", "named"]),
        st.sampled_from(["", "", "plan", "agreed", "declined"]),
        st.booleans(),
    ),
    max_size=5,
)
FIRST = st.sampled_from(["", *sorted(ROLES)])
NEEDS = st.sampled_from(sorted(catalogue().needs))

SOMEBODY_COULD = {
    RowWhy.WITH_SUPERVISOR,
    RowWhy.COULD,
    RowWhy.FIRST_THEN_COULD,
    RowWhy.FIRST_THEN_WITH_SUPERVISOR,
    RowWhy.SUPERVISOR_OPEN,
}
NOBODY_KNOWN = {
    RowWhy.STATE_OPEN,
    RowWhy.DEPENDS,
    RowWhy.UNKNOWN,
    RowWhy.AGENCY,
    RowWhy.AGENCY_ASKED,
    RowWhy.DOCTOR,
    RowWhy.NOBODY,
    RowWhy.SAID_NO,
    RowWhy.SAID_YES,
    RowWhy.TRAINING_OPEN,
    RowWhy.ROLE_OPEN,
}
SHARING = {
    RowWhy.COULD_SHARE,
    RowWhy.COULD_SHARE_ASKED,
    RowWhy.PART_AGREED,
    RowWhy.PART_AGREED_ASKED,
    RowWhy.FIRST_THEN_SHARE,
}


def seated(drawn, need, first, state):
    people = [person(n, f"P{n}", *roles, supervisor=s) for n, (roles, s, _, _) in enumerate(drawn, 1)]
    kinds = tuple(agreed(p, need, d[2]) for p, d in zip(people, drawn, strict=True) if d[2])
    asks = tuple(ask(p.id, need, p) for p, d in zip(people, drawn, strict=True) if d[3])
    return at_home(need, first, *people, agreements=kinds, asks=asks, state=state)


@settings(deadline=None, max_examples=150)
@given(PEOPLE, NEEDS, FIRST, st.sampled_from(["OR", "ID", ""]))
def test_the_sentence_under_a_need_agrees_with_its_marks(drawn, need, first, state):
    facts, known = seated(drawn, need, first, state)
    found = cover(facts, known).row(need)
    free = {cell.mark for cell in found.cells if cell.why is not CellWhy.SAID_NO}
    parts = {cell.why for cell in found.cells}
    assert (found.why in (RowWhy.LEADS, RowWhy.SHARED)) == (Mark.LEAD in free)
    assert found.why not in SOMEBODY_COULD or Mark.COULD in free
    assert found.why not in NOBODY_KNOWN or not free & {Mark.LEAD, Mark.COULD}
    assert found.why not in NOBODY_KNOWN or CellWhy.COULD_PART not in parts
    assert found.why not in SHARING or parts & {CellWhy.COULD_PART, CellWhy.ASKED, CellWhy.AGREED_PART}
    assert found.why is not RowWhy.NOBODY or free <= {Mark.HELP, Mark.NONE}


@settings(deadline=None, max_examples=100)
@given(PEOPLE, NEEDS, FIRST, st.sampled_from(["OR", "ID", ""]))
def test_no_flag_says_that_nobody_is_known_beside_somebody_who_could_lead(drawn, need, first, state):
    facts, known = seated(drawn, need, first, state)
    could = cover(facts, known).row(need).could
    titles = [f.words.title for f in told(facts, known) if f.rule == "fit_unknown"]
    assert not could or not any(title.startswith("We can’t tell yet") for title in titles)


@settings(deadline=None, max_examples=100)
@given(PEOPLE, NEEDS, FIRST, st.sampled_from(["OR", "ID", ""]))
def test_not_in_this_role_is_said_only_where_the_facts_say_so(drawn, need, first, state):
    """A no of the catalogue; or work under somebody whose name would not make them the lead."""
    facts, known = seated(drawn, need, first, state)
    for cell in cover(facts, known).row(need).cells:
        assert cell.mark is not Mark.NONE or cell.reach is Reach.NOT_TRAINED


def test_the_doctor_is_not_called_unknown_after_a_no_beside_others():
    found = row(DIAGNOSIS, OKAFOR, agreements=(agreed(OKAFOR, DIAGNOSIS, "declined"),))
    assert found.cells[0].mark is row(DIAGNOSIS, OKAFOR).cells[0].mark


@pytest.mark.django_db
def test_who_may_be_nearer_is_said_in_twenty_words(catalogue):
    team = [person(n, name) for n, name in enumerate(["P1", "P2", "P3", "P4", "Zoe"], 1)]
    for need in catalogue.needs:
        for share in (True, False):
            params = {"others": [1, 2, 3, 4], "share": share, "capability": "", "role": ""}
            found = Finding(Rule.FIT_UNKNOWN, Level.SOON, "unknown", need, 5, params)
            title = _who_may_be_nearer(found, Scene.of(room(need, *team), catalogue))
            assert long_sentences(title) == []
            assert title.startswith("P1 and 3 more could ")
            assert title.endswith(", and Zoe may be a closer fit")
