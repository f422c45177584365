"""What a finding about an empty chair holds: who said no, what keeps a role from it, the part of medicine."""

from tests.cases.plain import ANA, LUIS, TASHA, agreed, room, the
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, MEDICINE, SAFETY, SEVERE, SKILLS, TRAUMA, catalogue


def test_a_gap_knows_who_said_no_and_for_which_need():
    open_to_all = the("gap", room(DIAGNOSIS, TASHA))
    assert (open_to_all.why, open_to_all.params["declined"]) == ("", [])
    elsewhere = room(f"{DIAGNOSIS} {SKILLS}", TASHA, agreements=(agreed(TASHA, SKILLS, "declined"),))
    assert the("gap", elsewhere).need == DIAGNOSIS
    assert the("gap", elsewhere).why == ""
    said_no = the("gap", room(DIAGNOSIS, TASHA, agreements=(agreed(TASHA, DIAGNOSIS, "declined"),)))
    assert (said_no.why, said_no.params["declined"]) == ("declined", [TASHA.id])


def test_helpers_are_shown_with_what_keeps_their_role_from_leading():
    found = the("helpers_no_lead", room(SAFETY, TASHA))
    assert found.params["helpers"] == [TASHA.id]
    shown = [(e.role, e.capability, e.reach, e.member) for e in found.evidence]
    assert shown == [("qmha", "clinical-assessment", "not-trained", TASHA.id)]


def test_medicine_that_is_the_whole_need_is_told_apart_from_a_need_it_is_a_part_of():
    assert catalogue().needs[MEDICINE].required == ("medication",)
    assert len(catalogue().needs[SEVERE].required) > 1
    whole, part = the("no_prescriber", room(MEDICINE, TASHA)), the("no_prescriber", room(SEVERE, TASHA))
    assert (whole.why, part.why) == ("whole", "part")
    assert whole.words.why.startswith("You told us medicine matters for Sunny.")
    assert part.words.why.startswith("You picked ")


def test_a_missing_prescriber_is_shown_with_each_roles_fact_about_medicine():
    found = the("no_prescriber", room(SEVERE, TASHA, ANA))
    assert [(e.role, e.capability, e.reach, e.member) for e in found.evidence] == [
        ("lcsw", "medication", "not-trained", ANA.id),
        ("qmha", "medication", "not-trained", TASHA.id),
    ]


def test_a_word_for_several_jobs_is_shown_by_what_is_open_and_not_by_another_need():
    counted_on = room(f"{FAMILY} {TRAUMA}", LUIS, agreements=(agreed(LUIS, TRAUMA),))
    found = next(f for f in [the("plan_on_unknown_fit", counted_on)] if f.need == TRAUMA)
    assert {e.capability for e in found.evidence} == {"trauma-treatment"}
