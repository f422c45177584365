"""``school_only``: mental health care that is all a school's."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find, next_step
from cases.mismatch.decided import Basis, Change, not_found, worse
from cases.mismatch.rules import Rule
from cases.snapshot import CredentialFact
from cases.wording import Tone, Voice
from roles.catalogue import Kind, Reach
from tests.cases.plain import ANA, JANE, LUIS, OKAFOR, TASHA, agreed, person, room, rules, the, told
from tests.cases.plain_catalogue import FAMILY, SKILLS, TRAUMA, catalogue

ONLY, WORRY, LEARNING = "school_only", "depression-anxiety", "learning"
BOND = person(12, "Ms. Bond", "school-psychologist")
RAY = person(13, "Mr. Ray", "school-psychologist", "lcsw")
ZOE = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))


def speaks(needs, *members, **more):
    return ONLY in rules(room(needs, *members, **more))


# -- where it speaks ----------------------------------------------------------------------------------


def test_when_all_who_lead_are_of_a_school_care_outside_is_asked_for():
    found = the(ONLY, room(WORRY, RAY, agreements=(agreed(RAY, WORRY),)))
    assert (found.fingerprint, found.level) == (f"{ONLY}:-:-", "soon")
    assert (found.params["leads"], found.params["helpers"]) == ([RAY.id], [RAY.id])
    assert found.words.title == "So far, everyone who leads care for Sunny’s mental health works at school"
    assert found.words.why == (
        "The role of Mr. Ray is part of a school. That is good to have, for school knows a child’s day. "
        "School help can stop in summer, or with a change of school. Care outside goes on."
    )
    assert found.words.say == (
        "Who could lead care for Sunny’s mental health outside school? Who can refer us? "
        "What is the plan at school?"
    )
    assert (
        found.words.clear_answer == "A name outside school, who refers us, and the plan at school on paper."
    )


def test_who_could_lead_and_who_might_count_as_well():
    assert speaks(WORRY, RAY)
    assert speaks(WORRY, BOND)
    assert the(ONLY, room(WORRY, BOND, RAY)).params["helpers"] == [RAY.id, BOND.id]


def test_it_is_told_once_for_all_needs():
    found = the(ONLY, room(f"{WORRY} adhd {FAMILY}", BOND))
    assert found.params["count"] == 3


def test_helpers_elsewhere_lead_nothing_outside_and_are_named():
    """They are care all the same, so nothing says that all of it is at school."""
    found = the(ONLY, room("adhd", BOND, TASHA))
    assert (found.params["helpers"], found.params["outside"]) == ([BOND.id], [TASHA.id])
    assert (
        found.words.title == "So far, everyone who might lead care for Sunny’s mental health works at school"
    )
    assert "Tasha can help with a part. A lead outside school is still open." in found.words.why


def test_without_helpers_elsewhere_none_is_named():
    for facts in (room(WORRY, RAY, BOND), room(WORRY, BOND, TASHA)):
        assert the(ONLY, facts).params["outside"] == []
        assert "can help with a part" not in the(ONLY, facts).words.why


def test_a_helper_of_a_school_is_not_care_outside():
    aide = person(14, "Mr. Aide", "school-psychologist", "qmha")
    assert the(ONLY, room("adhd", BOND, aide, TASHA)).params["outside"] == [TASHA.id]


@pytest.mark.parametrize(
    ("team", "no", "says"),
    [
        ((RAY,), (), "could"),
        ((BOND,), (), "might"),
        ((RAY, BOND, TASHA), (TASHA,), "could"),
        ((RAY, ANA), (ANA,), None),
        ((BOND, ANA), (ANA,), None),
        ((BOND, JANE), (JANE,), None),
        ((BOND, ZOE), (ZOE,), None),
        ((RAY, BOND), (RAY,), "might"),
        ((RAY, BOND), (BOND,), "could"),
    ],
)
def test_it_says_no_more_than_the_grid_does_whoever_said_no(team, no, says):
    """A no does not change what a role covers, and what is not known of a role is no "could"."""
    facts = room(WORRY, *team, agreements=tuple(agreed(one, WORRY, "declined") for one in no))
    titles = [f.words.title for f in told(facts, catalogue()) if f.rule == ONLY]
    said = f"So far, everyone who {says} lead care for Sunny’s mental health works at school"
    assert titles == ([said] if says else [])


def test_who_leads_at_school_leads_there_whoever_said_no_outside():
    said = (agreed(RAY, WORRY), agreed(ANA, WORRY, "declined"))
    assert the(ONLY, room(WORRY, RAY, ANA, agreements=said)).params["leads"] == [RAY.id]


def test_the_facts_shown_are_those_of_the_people_at_school():
    found = the(ONLY, room(WORRY, RAY, TASHA))
    assert {e.member for e in found.evidence} == {RAY.id}


# -- near misses --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["", "plan", "agreed"])
def test_one_person_outside_who_could_lead_one_need_is_enough(kind):
    said = (agreed(ANA, WORRY, kind),) if kind else ()
    assert not speaks(f"{WORRY} {TRAUMA}", BOND, ANA, agreements=said)
    assert not speaks(WORRY, BOND, JANE)  # with a supervisor


@pytest.mark.parametrize("needs", [LEARNING, f"{LEARNING} {SKILLS}", "communication-sensory"])
def test_what_is_no_mental_health_need_may_be_all_the_schools(needs):
    assert not speaks(needs, BOND)


def test_nobody_who_could_lead_is_a_gap_and_not_the_schools():
    assert not speaks(TRAUMA, BOND)
    assert not speaks(WORRY, TASHA)
    assert not speaks(WORRY)


def test_a_school_role_known_never_to_lead_does_not_count():
    known = catalogue()
    never = {
        key: replace(fit, reach=Reach.NOT_TRAINED) if fit.role == "school-psychologist" else fit
        for key, fit in known.fits.items()
    }
    assert ONLY not in {f.rule for f in told(room(WORRY, BOND), replace(known, fits=never))}


def test_which_role_is_a_schools_is_told_by_the_catalogue():
    known = catalogue()
    clinic = replace(known.roles["school-psychologist"], at_school=False)
    changed = replace(known, roles={**known.roles, "school-psychologist": clinic})
    assert ONLY not in {f.rule for f in told(room(WORRY, BOND), changed)}


def test_which_need_is_mental_health_is_told_by_the_catalogue():
    known = catalogue()
    other = replace(known.needs[WORRY], mental_health=False)
    changed = replace(known, needs={**known.needs, WORRY: other})
    assert ONLY not in {f.rule for f in told(room(WORRY, BOND), changed)}


# -- what is not known --------------------------------------------------------------------------------


@pytest.mark.parametrize("unknown", [LUIS, ZOE, person(9, "Sam")])
def test_somebody_unknown_may_be_the_way_to_care_outside(unknown):
    assert not speaks(WORRY, BOND, unknown)


def test_a_word_that_may_mean_a_job_at_school_is_not_known_to_be_one():
    maybe = CredentialFact("Counselor", Kind.TITLE, candidates=("school-psychologist", "lcsw"))
    assert not speaks(WORRY, person(9, "Sam", maybe))


def test_letters_from_another_state_may_be_the_way_to_care_outside():
    assert not speaks(WORRY, BOND, ANA, state="ID")


def test_letters_from_another_state_that_never_lead_are_no_way_to_care_outside():
    assert speaks(WORRY, BOND, TASHA, state="ID")


# -- beside the rest ----------------------------------------------------------------------------------


def test_a_missing_lead_comes_before_it():
    facts = room(WORRY, RAY)
    grid = cover(facts, catalogue())
    assert next_step(facts, grid, find(facts, catalogue(), grid)).rule == "fit_not_asked"


@pytest.mark.parametrize("tone", Tone)
def test_a_coach_reads_the_same_and_plain_leaves_out_what_is_only_kind(tone):
    (found,) = [f for f in told(room(WORRY, RAY, BOND), catalogue(), Voice("Renee", tone)) if f.rule == ONLY]
    assert found.words.why.startswith("The roles of Mr. Ray and Ms. Bond are part of a school.")
    assert ("good to have" in found.words.why) is (tone is Tone.WARM)


# -- a decision holds for the facts it was made on ----------------------------------------------------


def basis(facts):
    return Basis.of(the(ONLY, facts).finding)


def test_one_more_need_is_worse_and_one_less_is_not():
    one, two = basis(room(WORRY, BOND)), basis(room(f"{WORRY} adhd", BOND))
    assert worse(one, two) is Change.MORE
    assert worse(two, one) is None


def test_somebody_at_school_who_is_gone_is_worse():
    assert worse(basis(room(WORRY, RAY, BOND)), basis(room(WORRY, BOND))) is Change.HELPERS


def test_a_lead_at_school_who_is_lost_is_worse():
    led = basis(room(WORRY, RAY, agreements=(agreed(RAY, WORRY),)))
    assert worse(led, basis(room(WORRY, RAY))) is Change.LEAD


def test_care_outside_that_came_and_is_lost_is_worse():
    before, outside = basis(room(WORRY, BOND)), room(WORRY, BOND, OKAFOR, ANA)
    meanwhile = not_found(before, Rule.SCHOOL_ONLY, "", None, outside, cover(outside, catalogue()))
    assert worse(meanwhile, before) is Change.AGAIN
