"""Whose part of a need it is: who is asked first, who is not asked at all, and what nobody told us."""

import pytest

from cases.coverage import cover
from cases.mismatch.addressee import whom_about
from cases.snapshot import CredentialFact
from roles.catalogue import Kind
from roles.decode import decode
from tests.cases.plain import agreed, person, room, told
from tests.cases.test_whom_safety_asks import Room

pytestmark = pytest.mark.django_db

EATING, MEDICINE, DIAGNOSIS = "eating", "medication-questions", "unclear-diagnosis"
THERAPY = ("trauma", "depression-anxiety", "grief-loss", "family-conflict", "self-harm-suicide")


def people(catalogue, *said, state="OR"):
    """One person for each signature, called P1, P2 and so on."""
    read = [decode(words, catalogue, state).credentials for words in said]
    worn = [tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in letters) for letters in read]
    return tuple(person(place, f"P{place}", *letters) for place, letters in enumerate(worn, 1))


def asked(catalogue, facts, need):
    """Whom everything about a need is for, None for the agency or a doctor."""
    grid = cover(facts, catalogue)
    return whom_about(need, facts, grid, [f.finding for f in told(facts, catalogue)])


def about(catalogue, facts, need):
    (found,) = [f for f in told(facts, catalogue) if f.need == need]
    return found


# -- whose work a need is -----------------------------------------------------------------------------

EVERYBODY = [
    "lcsw",
    "lmft",
    "lpc",
    "psychologist",
    "psychiatrist",
    "pmhnp",
    "pediatrician-pcp",
    "physician-assistant",
    "qmhp",
    "cswa",
    "qmha",
    "bcba",
    "rbt",
    "ot",
    "slp",
    "rn",
    "cadc-ii",
    "school-psychologist",
    "school-counselor",
    "school-social-worker",
    "sped-teacher",
    "paraeducator",
    "wraparound-coordinator",
    "targeted-case-manager",
    "family-support-specialist",
    "youth-support-specialist",
    "peer-support-specialist",
    "casa",
    "child-welfare-caseworker",
    "mobile-crisis",
    "crisis-line-counselor",
    "skills-trainer",
    "education-advocate",
    "odds-behavior-professional",
    "sexual-offense-therapist",
    "health-plan-care-manager",
    "licensed-addiction-counselor",
]
FIRST = {
    "self-harm-suicide": "lcsw",
    "home-aggression": "lcsw",
    "severe-symptoms": "psychiatrist",
    "sexualized-behavior": "sexual-offense-therapist",
    "eating": "psychiatrist",
    "fire-setting": "psychologist",
    "running-away": "lmft",
    "home-from-hospital": "psychiatrist",
    "trauma": "lcsw",
    "attachment-adoption": "lcsw",
    "depression-anxiety": "lcsw",
    "adhd": "psychologist",
    "autism-overwhelm": "psychologist",
    "grief-loss": "lmft",
    "gender-identity": "psychologist",
    "everyday-skills": "qmha",
    "family-conflict": "lmft",
    "sibling-impact": "lcsw",
    "caregiver-burnout": "family-support-specialist",
    "screen-gaming": "lcsw",
    "sleep": "psychologist",
    "school-refusal": "school-psychologist",
    "learning": "school-psychologist",
    "communication-sensory": "ot",
    "racial-identity": "youth-support-specialist",
    "substance-use": "cadc-ii",
    "school-removals": "school-psychologist",
    "medication-questions": "psychiatrist",
    "unclear-diagnosis": "psychologist",
    "many-systems": "wraparound-coordinator",
    "court-welfare": "child-welfare-caseworker",
    "transition": "lcsw",
    "plan-said-no": "health-plan-care-manager",
}


def test_in_a_room_of_one_of_each_profession_these_are_asked_first(catalogue):
    ask = Room(catalogue)
    assert {need: ask.first(need, EVERYBODY) for need in catalogue.needs} == FIRST


@pytest.mark.parametrize(
    ("need", "near", "others"),
    [
        ("self-harm-suicide", "lmft", ["psychiatrist", "pmhnp"]),
        ("fire-setting", "lcsw", ["psychiatrist"]),
        ("transition", "lpc", ["psychiatrist", "pmhnp"]),
        ("sleep", "psychiatrist", ["lcsw", "lmft"]),
        ("sleep", "psychologist", ["psychiatrist", "lcsw"]),
        ("sleep", "pediatrician-pcp", ["lcsw", "lmft", "ot"]),
        ("home-from-hospital", "psychiatrist", ["pmhnp", "lcsw"]),
        ("severe-symptoms", "psychiatrist", ["pmhnp", "lcsw"]),
        ("medication-questions", "psychiatrist", ["pmhnp", "pediatrician-pcp"]),
        ("unclear-diagnosis", "psychologist", ["psychiatrist", "lcsw"]),
        ("grief-loss", "lmft", ["lcsw", "psychiatrist"]),
        ("many-systems", "wraparound-coordinator", ["targeted-case-manager", "lcsw"]),
    ],
)
def test_the_needs_own_order_is_kept_whoever_sits_first(catalogue, need, near, others):
    ask = Room(catalogue)
    for other in others:
        assert ask.first(need, [other, near]) == ask.first(need, [near, other]) == near, other


# -- whose it never is --------------------------------------------------------------------------------

NEVER_THERAPY = [
    "Youth Peer", "peer", "aide", "classroom aide", "teacher", "paraeducator", "interpreter", "case manager",
    "care coordinator", "youth mentor", "parent partner", "probation officer", "respite worker",
    "BA, case manager",
]  # fmt: skip
MAY_BE_THERAPY = ["therapist", "counselor", "social worker", "clinician", "intern", "XQZ", "nurse"]


@pytest.mark.parametrize("need", THERAPY)
@pytest.mark.parametrize("title", NEVER_THERAPY)
def test_a_title_none_of_whose_jobs_could_lead_is_not_asked_to(catalogue, title, need):
    facts = room(need, *people(catalogue, title))
    assert cover(facts, catalogue).row(need).askable == ()
    assert asked(catalogue, facts, need) is None
    for found in told(facts, catalogue):
        assert found.rule == "fit_unknown" or "lead" not in f"{found.words.why} {found.words.say}"


@pytest.mark.parametrize("need", THERAPY[:4])
@pytest.mark.parametrize("title", MAY_BE_THERAPY)
def test_a_title_that_may_be_a_leads_or_that_nobody_knows_is_still_asked(catalogue, title, need):
    facts = room(need, *people(catalogue, title))
    assert cover(facts, catalogue).row(need).askable == (1,)


@pytest.mark.parametrize("need", THERAPY)
def test_a_title_that_no_list_knows_is_still_asked(catalogue, need):
    facts = room(need, person(1, "P1", CredentialFact("Zorgist", Kind.TITLE)))
    assert cover(facts, catalogue).row(need).askable == (1,)


def test_whom_the_plan_names_is_asked_whatever_the_title_can_mean(catalogue):
    tim = people(catalogue, "Youth Peer")[0]
    facts = room("trauma", tim, agreements=(agreed(tim, "trauma", "plan"),))
    assert asked(catalogue, facts, "trauma") == tim.id


@pytest.mark.parametrize(("title", "need"), [("teacher", "learning"), ("advocate", "learning")])
def test_outside_of_therapy_a_job_the_need_names_is_asked(catalogue, title, need):
    assert cover(room(need, *people(catalogue, title)), catalogue).row(need).askable == (1,)


@pytest.mark.parametrize(("title", "need"), [("interpreter", "everyday-skills"), ("aide", "learning")])
def test_and_one_it_does_not_name_is_not(catalogue, title, need):
    assert cover(room(need, *people(catalogue, title)), catalogue).row(need).askable == ()


# -- medicine -----------------------------------------------------------------------------------------

NO_PRESCRIBERS = [
    "therapist",
    "counselor",
    "clinician",
    "social worker",
    "skills trainer",
    "aide",
    "Youth Peer",
]
MAY_PRESCRIBE = ["MD", "DO", "NP", "PA-C", "doctor", "nurse", "provider", "psych NP", "family doctor"]


@pytest.mark.parametrize("state", ["OR", "TX", "NM"])
@pytest.mark.parametrize("title", NO_PRESCRIBERS)
def test_no_title_is_asked_about_medicine_that_no_job_of_it_prescribes(catalogue, title, state):
    facts = room(MEDICINE, *people(catalogue, title, state=state), state=state)
    assert asked(catalogue, facts, MEDICINE) is None
    assert "The child’s doctor or the agency can tell." in about(catalogue, facts, MEDICINE).words.why


@pytest.mark.parametrize("letters", MAY_PRESCRIBE)
def test_whoever_may_prescribe_is_asked(catalogue, letters):
    assert asked(catalogue, room(MEDICINE, *people(catalogue, "therapist", letters)), MEDICINE) == 2


@pytest.mark.parametrize("title", ["aide", "skills trainer", "Youth Peer", "case manager"])
def test_no_title_is_asked_about_a_diagnosis_that_no_job_of_it_makes(catalogue, title):
    assert asked(catalogue, room(DIAGNOSIS, *people(catalogue, title)), DIAGNOSIS) is None
    assert asked(catalogue, room(DIAGNOSIS, *people(catalogue, title, "therapist")), DIAGNOSIS) == 2


@pytest.mark.parametrize("team", [("LCSW",), ("LCSW", "QMHA"), ("LMFT", "RN", "BCBA")])
def test_where_nobody_prescribes_the_agency_is_asked(catalogue, team):
    facts = room(MEDICINE, *people(catalogue, *team))
    found = about(catalogue, facts, MEDICINE)
    assert (found.rule, found.words.title) == ("no_prescriber", "No one on the team can prescribe medicine")
    assert asked(catalogue, facts, MEDICINE) is None


# -- a need that is shared -----------------------------------------------------------------------------


@pytest.mark.parametrize("therapist", ["LCSW", "LMFT", "LPC"])
@pytest.mark.parametrize("turned", [False, True])
def test_of_a_need_that_is_shared_the_part_nobody_covers_is_asked_for_first(catalogue, therapist, turned):
    team = people(catalogue, *(("Pediatrician", therapist)[:: -1 if turned else 1]))
    doctor, other = team[::-1] if turned else team
    assert asked(catalogue, room(EATING, *team), EATING) == doctor.id
    for yes, then in ((other, doctor), (doctor, other)):
        facts = room(EATING, *team, agreements=(agreed(yes, EATING),))
        assert asked(catalogue, facts, EATING) == then.id
