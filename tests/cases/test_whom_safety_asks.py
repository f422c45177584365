"""Who is asked about safety: over all roles of the catalogue, two by two, and in rooms of many."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import person_fit
from cases.coverage import cover
from cases.mismatch import find
from cases.mismatch.addressee import whom_to_ask
from cases.snapshot import CredentialFact, MemberFact, RoomSnapshot
from roles.catalogue import RANK, Reach
from roles.fit import AT_HOME, HELPER_TIERS

HOME, SIBLINGS, SELF_HARM, TRAUMA = "home-aggression", "sibling-impact", "self-harm-suicide", "trauma"
SAFETY = (
    SELF_HARM,
    HOME,
    "severe-symptoms",
    "sexualized-behavior",
    "eating",
    "fire-setting",
    "running-away",
    "home-from-hospital",
)
STATES = ("OR", "ID", "")
pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(catalogue):
    return Room(catalogue)


class Room:
    """Rooms of people with one role each, and whom they are told to ask: by role, '-' for the agency."""

    def __init__(self, catalogue):
        self.catalogue = catalogue

    def member(self, place, slug):
        role = self.catalogue.roles[slug]
        letters = CredentialFact(role.letters or role.name, role.kind, slug)
        return MemberFact(id=place, key=f"m{place}", name=f"P{place}", credentials=(letters,))

    def of(self, needs, roles, state="OR"):
        members = tuple(self.member(place, slug) for place, slug in enumerate(roles, 1))
        return RoomSnapshot(child="Sunny", state=state, needs=tuple(needs), members=members)

    def first(self, need, roles, state="OR"):
        """Whom the need says to ask."""
        row = cover(self.of([need], roles, state), self.catalogue).row(need)
        return roles[row.askable[0] - 1] if row.askable else "-"

    def tonight(self, roles, risk=HOME, state="OR"):
        """Whom the question about tonight is for."""
        facts = self.of([risk, SIBLINGS], roles, state)
        grid = cover(facts, self.catalogue)
        (found,) = [f for f in find(facts, self.catalogue, grid) if f.rule == "sibling_safety"]
        whom = whom_to_ask(found, grid, {m.id for m in facts.members})
        return "-" if whom is None else roles[whom - 1]

    def reach(self, slug, need, state):
        """Of a role on a need: here, and where it is from when nothing is known here."""
        here = person_fit.person(self.member(1, slug), self.catalogue, state).on(self.catalogue.needs[need])
        home = person_fit.person(self.member(1, slug), self.catalogue, AT_HOME).on(self.catalogue.needs[need])
        return home.reach if here.reach is Reach.UNKNOWN else here.reach

    def carries(self, slug, capability):
        home = person_fit.person(self.member(1, slug), self.catalogue, AT_HOME).fits
        return RANK[home[capability].reach] <= RANK[Reach.SUPERVISED]


# -- one kind of role beside another ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("need", "near", "others"),
    [
        (SELF_HARM, "psychiatrist", ["qmhp", "cadc-ii", "rbt"]),
        (SELF_HARM, "lcsw", ["psychiatrist", "pmhnp", "qmhp", "mobile-crisis"]),
        (
            SELF_HARM,
            "qmhp",
            ["rbt", "juvenile-counselor", "cadc-ii", "school-psychologist", "pediatrician-pcp"],
        ),
        (SELF_HARM, "mobile-crisis", ["bcba", "cadc-i", "rbt", "child-welfare-caseworker"]),
        (SELF_HARM, "qmha", ["rbt", "paraeducator", "casa", "bcaba", "wraparound-coordinator"]),
        (HOME, "cswa", ["psychiatrist", "pediatrician-pcp", "school-social-worker", "cadc-iii", "bcba"]),
        (HOME, "lmsw", ["school-social-worker", "school-psychologist", "pediatrician-pcp", "cadc-i"]),
        (HOME, "psychiatrist", ["cadc-i", "ot", "school-psychologist", "rn"]),
        (
            "severe-symptoms",
            "lcsw",
            ["bcba", "cadc-i", "child-welfare-caseworker", "rn", "juvenile-counselor"],
        ),
        ("eating", "lmft", ["bcaba", "cadc-ii", "wraparound-coordinator"]),
        (TRAUMA, "cswa", ["pediatrician-pcp", "psychiatrist", "pmhnp", "physician-assistant", "cadc-i"]),
        (TRAUMA, "qmhp", ["pediatrician-pcp", "psychiatrist", "pmhnp", "school-psychologist"]),
        (TRAUMA, "psychologist", ["pediatrician-pcp", "psychiatrist", "physician-assistant"]),
        (TRAUMA, "therapist-title", ["pediatrician-pcp", "physician-assistant"]),
        ("depression-anxiety", "cswa", ["psychiatrist", "pmhnp", "pediatrician-pcp"]),
        ("depression-anxiety", "lpc", ["psychiatrist", "pmhnp", "school-psychologist"]),
        ("medication-questions", "pediatrician-pcp", ["lcsw", "psychologist", "rn"]),
        ("sleep", "pediatrician-pcp", ["rn", "school-psychologist", "cadc-i"]),
    ],
)
def test_the_nearest_profession_comes_before_each_of_these(ask, need, near, others):
    for other in others:
        assert ask.first(need, [other, near]) == near, other
        assert ask.first(need, [near, other]) == near, other
    assert ask.first(need, [*others, near]) == near


@pytest.mark.parametrize(
    "roles", [["rbt"], ["juvenile-counselor"], ["rbt", "juvenile-counselor", "casa"], ["paraeducator", "dsp"]]
)
@pytest.mark.parametrize("need", SAFETY)
def test_where_nobody_is_near_the_agency_is_asked_about_safety(ask, need, roles):
    assert ask.first(need, roles) == "-"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    "roles",
    [
        ["juvenile-counselor"],
        ["cadc-i", "cadc-iii"],
        ["school-psychologist", "school-social-worker", "school-counselor"],
        ["rbt", "bcba", "bcaba"],
        ["parent-partner", "wraparound-coordinator", "child-welfare-caseworker", "pediatrician-pcp"],
    ],
)
def test_nobody_whose_work_it_is_not_is_asked_about_tonight(ask, roles, state):
    assert ask.tonight(roles, state=state) == "-"
    assert ask.tonight([*roles, "qmhp"], state=state) == "qmhp"
    assert ask.tonight(["pmhnp", *roles, "lmft"], "sexualized-behavior", state) == "lmft"


# -- what holds for any two, and any room -------------------------------------------------------------


@pytest.mark.parametrize(
    ("need", "state"), [*((need, "OR") for need in SAFETY), (SELF_HARM, "ID"), (HOME, "ID"), (HOME, "")]
)
def test_of_any_two_nobody_known_not_to_reach_is_asked_before_one_who_does(ask, need, state):
    reach = {slug: ask.reach(slug, need, state) for slug in ask.catalogue.roles}
    helpers = {slug for slug, role in ask.catalogue.roles.items() if role.tier in HELPER_TIERS}
    reaches = {slug for slug in reach if RANK[reach[slug]] <= RANK[Reach.SUPERVISED]} - helpers
    for pair in combinations(reach, 2):
        first = ask.first(need, list(pair), state)
        known_not = first != "-" and reach[first] is Reach.NOT_TRAINED
        assert not (known_not and reaches.intersection(pair)), pair


def is_clinical(ask, slug):
    """By the catalogue: it assesses and plans for safety, it is no helper's, trainee's or school's."""
    role = ask.catalogue.roles[slug]
    helps = role.tier in HELPER_TIERS or role.at_school
    return not helps and all(ask.carries(slug, part) for part in ("safety-planning", "clinical-assessment"))


def test_of_any_two_a_clinical_one_is_asked_about_tonight_and_else_the_agency(ask):
    clinical = {slug for slug in ask.catalogue.roles if is_clinical(ask, slug)}
    assert {"lcsw", "qmhp", "cswa", "psychiatrist"} <= clinical
    for pair in combinations(ask.catalogue.roles, 2):
        assert ask.tonight(list(pair)) in (clinical.intersection(pair) or {"-"}), pair


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_in_any_room_no_helper_or_school_is_asked_about_safety_before_a_clinician(data):
    from roles.reader import current_catalogue

    ask = Room(current_catalogue())
    roles = data.draw(
        st.lists(st.sampled_from(sorted(ask.catalogue.roles)), min_size=1, max_size=6, unique=True)
    )
    need, state = data.draw(st.sampled_from(SAFETY)), data.draw(st.sampled_from(STATES))
    clinical = {slug for slug in roles if is_clinical(ask, slug)}
    first = ask.first(need, roles, state)
    if clinical and first != "-" and first not in clinical.union(ask.catalogue.needs[need].first_roles):
        assert ask.reach(first, need, state) is not Reach.NOT_TRAINED
        assert not ask.catalogue.roles[first].at_school
    assert ask.tonight(roles, state=state) in (clinical or {"-"})
