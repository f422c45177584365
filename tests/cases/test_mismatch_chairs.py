"""Empty chairs: one finding per need, the one that helps most."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.snapshot import CredentialFact
from roles.catalogue import Kind
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    ask,
    findings,
    person,
    room,
    row_told,
    rules,
    the,
    trained,
)
from tests.cases.plain_catalogue import (
    DIAGNOSIS,
    FAMILY,
    MEDICINE,
    SAFETY,
    SEED_ROLES,
    TRAUMA,
    catalogue,
    noun,
)
from web.english import capital, is_many

CHAIRS = {"gap", "fit_not_asked", "fit_unknown", "helpers_no_lead", "outside_training", "no_prescriber"} | {
    "everyone_said_no"
}


def test_nobody_who_reaches_is_a_gap_with_the_needs_own_question():
    gap = the("gap", room(DIAGNOSIS, TASHA))
    assert gap.fingerprint == "gap:unclear-diagnosis:-"
    assert gap.words.title == f"{capital(noun(DIAGNOSIS))} has no lead yet"
    assert gap.words.say == catalogue().needs[DIAGNOSIS].asks.replace("{child}", "Sunny").replace("'", "’")
    assert (gap.letters, {e.reach.value for e in gap.evidence}) == (("QMHA",), {"not-trained"})


def test_somebody_who_said_no_is_told_in_the_gap():
    """Whether an LCSW treats trauma depends, so it is not said that somebody who could has declined."""
    said_no = room(TRAUMA, ANA, agreements=(agreed(ANA, TRAUMA, "declined"),))
    assert "Ana said no." in the("gap", said_no).words.why


def test_helpers_without_a_lead_are_named():
    found = the("helpers_no_lead", room(SAFETY, TASHA))
    assert found.words.title == f"{capital(noun(SAFETY))} has helpers, but no lead"
    assert found.words.why.startswith("Tasha can help with a part of this.")
    assert found.words.say == (
        f"Who is Sunny’s lead for {noun(found.need)}? Who do I call when it isn’t working?"
    )
    assert "988" in found.words.if_not


@pytest.mark.parametrize(("need", "why"), [(SAFETY, "plan"), ("eating", ""), ("transition", "")])
def test_only_a_safety_need_that_takes_a_safety_plan_asks_for_one(need, why):
    calls = catalogue().needs[need]
    assert (calls.safety and "safety-planning" in calls.all_of) is (why == "plan")
    assert calls.safety or "safety-planning" in calls.all_of  # each is half of it at least
    assert the("helpers_no_lead", room(f"{need} {MEDICINE}", TASHA)).why == why


def test_a_role_that_fits_is_asked_before_anything_is_called_empty():
    found = the("fit_not_asked", room(FAMILY, TASHA, ANA))
    assert (found.member, found.need, found.level) == (ANA.id, FAMILY, "soon")
    assert found.words.title == f"Ana’s role fits {noun(FAMILY)}, and no one has asked Ana yet"
    assert found.words.why.startswith("An LCSW’s role covers this.")


def test_a_question_under_way_changes_the_words_and_keeps_the_fingerprint():
    before, after = room(FAMILY, ANA), room(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, due="2026-04-01"),))
    assert the("fit_not_asked", before).fingerprint == the("fit_not_asked", after).fingerprint
    assert the("fit_not_asked", after).words.title.endswith("and you have asked")


def test_somebody_on_the_plan_has_still_not_been_asked():
    listed = room(FAMILY, ANA, agreements=(agreed(ANA, FAMILY, "plan"),))
    assert the("fit_not_asked", listed).words.title.startswith(f"The plan lists Ana for {noun(FAMILY)}")


def test_a_fit_that_needs_a_supervisor_asks_who_that_is():
    found = the("fit_not_asked", room(FAMILY, JANE))
    assert found.words.title == f"With a supervisor, Jane’s role fits {noun(FAMILY)}"
    assert found.words.say.endswith("Who would supervise the work?")


def test_two_roles_that_cover_a_need_together_are_asked_to_share_it():
    jane = dataclasses.replace(JANE, supervisor="named")
    found = the("fit_not_asked", room("eating", jane, OKAFOR))
    assert (found.why, found.words.title) == ("shared", f"Dr. Okafor and Jane could share {noun('eating')}")


def test_extra_training_is_named_as_the_reason():
    ana = dataclasses.replace(ANA, trainings=(trained("trauma-treatment", "TF-CBT"),))
    why = the("fit_not_asked", room(TRAUMA, ana)).words.why
    assert why.startswith("An LCSW with this training can lead this: TF-CBT.")


def test_what_depends_asks_for_the_training():
    found = the("fit_unknown", room(TRAUMA, TASHA, ANA))
    assert (found.member, found.words.title) == (
        ANA.id,
        f"We can’t tell yet who could be the lead for {noun(TRAUMA)}",
    )
    assert "The letters LCSW alone don’t tell us." in found.words.why
    assert found.words.say.startswith("What training do you have for ")


def test_the_person_whose_answer_depends_is_asked_before_the_one_we_know_nothing_of():
    assert the("fit_unknown", room(TRAUMA, LUIS, ANA)).member == ANA.id


def test_a_word_for_several_jobs_is_shown_with_a_fact_on_each_of_them():
    found = the("plan_on_unknown_fit", room(TRAUMA, LUIS, agreements=(agreed(LUIS, TRAUMA),)))
    shown = [(e.role, e.capability, e.reach, e.member) for e in found.evidence]
    assert shown == [
        ("qmha", "trauma-treatment", "not-trained", None),
        ("lcsw", "trauma-treatment", "depends", None),
        ("psychiatrist", "trauma-treatment", "depends", None),
    ]


def test_what_one_role_leaves_open_is_shown_as_that_persons_fact():
    found = the("fit_unknown", room(TRAUMA, ANA))
    shown = [(e.role, e.capability, e.reach, e.member) for e in found.evidence]
    assert shown == [("lcsw", "trauma-treatment", "depends", ANA.id)]


def test_letters_we_know_nothing_of_bring_no_facts():
    zoe = person(9, "Zoe", CredentialFact("XQZ", Kind.UNKNOWN))
    assert the("fit_unknown", room(SAFETY, zoe)).evidence == ()


def test_somebody_who_agreed_to_what_we_cannot_judge_is_asked_one_thing():
    found = the("plan_on_unknown_fit", room(TRAUMA, LUIS, ANA, agreements=(agreed(LUIS, TRAUMA),)))
    assert found.words.title == f"Luis agreed to lead {noun(TRAUMA)}, and the role is open"


@pytest.mark.parametrize(
    ("kind", "opening"),
    [
        ("plan", "The plan lists Tasha for "),
        ("agreed", "Tasha said yes to leading "),
    ],
)
def test_a_plan_that_asks_more_than_the_training_is_about_the_role(kind, opening):
    therapy = catalogue().capabilities["family-therapy"]
    found = the("outside_training", room(FAMILY, TASHA, agreements=(agreed(TASHA, FAMILY, kind),)))
    assert (
        found.words.title
        == f"{capital(therapy.noun)} {'are' if is_many(therapy.noun) else 'is'} outside a QMHA’s training"
    )
    assert found.words.why.startswith(opening)
    assert "A QMHA can " in found.words.why
    assert found.words.brings.startswith("What Tasha brings: ")
    assert {e.capability for e in found.evidence} == {"family-therapy", "family-systems"}


def test_who_could_lead_instead_stands_in_the_question():
    found = the("outside_training", room(FAMILY, TASHA, ANA, agreements=(agreed(TASHA, FAMILY, "plan"),)))
    assert found.words.say.startswith(f"Could you be the lead for {noun(FAMILY)}?")


def test_a_helper_on_the_plan_is_fine_once_somebody_leads():
    facts = room(FAMILY, TASHA, ANA, agreements=(agreed(TASHA, FAMILY, "plan"), agreed(ANA, FAMILY)))
    assert rules(facts, FAMILY) == []


def test_no_prescriber_comes_first_and_never_says_to_stop_a_medicine():
    found = the("no_prescriber", room(MEDICINE, TASHA, ANA))
    assert (found.level, found.words.title) == ("first", "No one on the team can prescribe medicine")
    assert "Don’t stop a medicine before you talk to one." in found.words.if_not
    assert set(found.letters) == {"QMHA", "LCSW"}


def test_no_prescriber_is_asked_for_once_where_medicine_is_the_whole_need():
    facts = room(f"severe-symptoms eating {MEDICINE}", TASHA)
    assert the("no_prescriber", facts).need == MEDICINE
    assert rules(facts, "eating") == ["helpers_no_lead"]


def test_somebody_who_may_prescribe_is_asked_instead():
    assert rules(room(MEDICINE, TASHA, LUIS), MEDICINE) == ["fit_unknown"]
    assert rules(room(MEDICINE, TASHA, OKAFOR), MEDICINE) == ["fit_not_asked"]


@pytest.mark.parametrize(
    ("need", "level"), [(SAFETY, "first"), (MEDICINE, "first"), (DIAGNOSIS, "soon"), (FAMILY, "soon")]
)
def test_safety_and_medicine_come_first(need, level):
    assert {f.level for f in findings(room(need, TASHA)) if f.need == need} == {level}


def test_a_room_without_people_is_not_told_of_gaps():
    assert findings(room(f"{SAFETY} {FAMILY}")) == ()


def test_a_chair_that_only_waits_for_a_supervisors_name_gets_no_second_flag():
    facts = room(FAMILY, TASHA, JANE, agreements=(agreed(JANE, FAMILY), agreed(TASHA, FAMILY, "plan")))
    assert rules(facts, FAMILY) == []
    assert "no_supervisor" in rules(facts)


@pytest.mark.parametrize("kinds", [("", ""), ("plan", ""), ("agreed", "plan"), ("", "declined")])
def test_one_empty_chair_never_gets_two_flags(kinds):
    for need in catalogue().needs:
        pairs = zip((TASHA, ANA), kinds, strict=True)
        facts = room(need, TASHA, ANA, LUIS, agreements=tuple(agreed(m, need, k) for m, k in pairs if k))
        assert len([f for f in findings(facts) if f.rule in CHAIRS]) <= 1


# -- silence is never "no" ----------------------------------------------------------------------------


@pytest.mark.parametrize("role", SEED_ROLES)
def test_an_lmft_with_no_stated_capability_never_raises_nobody_can_do_family_therapy(role):
    """Of the eight roles of the guide only the QMHA is said not to lead family therapy."""
    alone = rules(room(FAMILY, person(1, "Sam", role)), FAMILY, which="seed")
    assert alone == (["gap"] if role == "qmha" else ["fit_unknown"])


@pytest.mark.parametrize("role", [slug for slug in SEED_ROLES if slug != "qmha"])
def test_one_role_we_know_too_little_of_keeps_the_chair_open_beside_a_known_no(role):
    facts = room(FAMILY, person(1, "Tasha", "qmha"), person(2, "Sam", role))
    (found,) = [f for f in findings(facts, "seed") if f.need == FAMILY]
    assert (found.rule, found.member) == ("fit_unknown", 2)
    assert found.words.title == f"We can’t tell yet who could be the lead for {noun(FAMILY)}"
    assert "Not known is not a no" in found.words.why


@pytest.mark.parametrize(
    "unknown",
    [
        person(2, "Luis"),
        person(2, "Luis", CredentialFact("XQZ", Kind.UNKNOWN)),
        person(
            2, "Luis", CredentialFact("Therapist", Kind.TITLE, candidates=("qmha", "lcsw", "psychiatrist"))
        ),
    ],
)
@pytest.mark.parametrize("need", catalogue().needs)
def test_with_somebody_unknown_no_finding_says_that_nobody_can(unknown, need):
    told = rules(room(need, TASHA, unknown), need)
    assert not {"gap", "helpers_no_lead", "no_prescriber"} & set(told)


def test_letters_known_only_from_another_state_are_unknown_here():
    assert rules(room(FAMILY, TASHA, state="ID"), FAMILY) == ["fit_unknown"]


def test_away_from_home_only_somebody_whose_role_reaches_there_is_asked():
    assert the("fit_unknown", room(MEDICINE, TASHA, OKAFOR, state="ID")).member == OKAFOR.id
    found = the("fit_unknown", room(MEDICINE, TASHA, JANE, state="ID"))
    assert (found.member, found.fingerprint) == (None, "fit_unknown:medication-questions:-")
    assert found.words.say == f"Who could be Sunny’s lead for {noun(MEDICINE)}?"
    assert found.words.brings == ""


@pytest.mark.parametrize("need", catalogue().needs)
def test_away_from_home_the_grid_and_the_question_name_the_same_person(need):
    team = {m.id: m.name for m in (TASHA, JANE, OKAFOR, ANA)}
    facts = room(need, TASHA, JANE, OKAFOR, ANA, state="ID")
    found = next(f for f in findings(facts) if f.rule == "fit_unknown")
    words = row_told(cover(facts, catalogue()).row(need), *facts.members)
    assert words == f"We don’t know yet. Ask {team.get(found.member, 'the agency')}."


@pytest.mark.parametrize("need", [FAMILY, "court-welfare", "racial-identity", TRAUMA])
def test_what_does_not_decide_a_fit_is_no_evidence_for_it(need):
    for member in (ANA, OKAFOR, dataclasses.replace(JANE, supervisor="named")):
        open_or_fits = [f for f in findings(room(need, member)) if f.rule in ("fit_not_asked", "fit_unknown")]
        assert "not-trained" not in {e.reach.value for f in open_or_fits for e in f.evidence}


def test_helpers_who_said_no_are_not_offered_as_help():
    bo = person(9, "Bo", "qmha")
    facts = room(SAFETY, TASHA, bo, agreements=(agreed(bo, SAFETY, "declined"),))
    assert the("helpers_no_lead", facts).words.why.startswith("Tasha can help")
