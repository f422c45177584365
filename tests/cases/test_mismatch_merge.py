"""What one question already asks is not asked twice, and nothing is lost by that."""

import dataclasses

from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    TASHA,
    agreed,
    ask,
    believing,
    findings,
    person,
    room,
    rules,
    the,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SKILLS, TRAUMA, noun


def test_needs_that_only_an_unclear_title_leaves_open_go_into_the_question_about_it():
    facts = room(f"{TRAUMA} {FAMILY} {SKILLS}", LUIS)
    assert rules(facts) == ["title_unclear"]
    found = the("title_unclear", facts)
    assert found.words.why.endswith(
        "The answer also tells us about trauma treatment. "
        f"It tells about {noun(SKILLS)} and {noun(FAMILY)}, too."
    )
    assert found.level == "soon"


def test_safety_and_medicine_keep_a_question_of_their_own():
    facts = room(f"{SAFETY} {MEDICINE} {FAMILY}", LUIS)
    assert [f.need for f in findings(facts) if f.rule == "fit_unknown"] == [SAFETY, MEDICINE]


def test_a_need_that_depends_on_training_is_not_folded():
    assert rules(room(TRAUMA, LUIS, ANA), TRAUMA) == ["fit_unknown"]


def test_whom_a_fit_asks_for_a_supervisor_is_not_asked_again():
    kim = person(7, "Kim", "cswa")
    assert rules(room(FAMILY, JANE)) == ["fit_not_asked"]
    assert rules(room(FAMILY, kim)) == ["fit_not_asked"]
    assert "no_supervisor" in rules(room(FAMILY, JANE, agreements=(agreed(JANE, FAMILY, "declined"),)))
    assert "license_on_the_way" in rules(room(SKILLS, kim))


def test_a_chair_that_waits_for_the_name_keeps_its_own_flag():
    facts = room(f"{FAMILY} {SAFETY}", JANE, agreements=(agreed(JANE, SAFETY),))
    assert rules(facts) == ["fit_not_asked", "no_supervisor"]
    assert the("no_supervisor", facts).level == "first"


def test_several_people_without_a_named_supervisor_stay_apart():
    team = [person(n, name, "qmha") for n, name in enumerate(("Bo", "Kim", "Sam"), 1)]
    assert len([f for f in findings(room(SKILLS, *team)) if f.rule == "no_supervisor"]) == len(team)


def test_the_agency_is_asked_once_about_all_that_can_wait_and_of_what_cannot_about_each():
    facts = room(f"{FAMILY} {TRAUMA} {MEDICINE} {SAFETY} running-away", TASHA, state="ID")
    agency = [f for f in findings(facts) if f.rule == "fit_unknown" and f.member is None]
    carried = {f.need: f.params.get("also") for f in agency}
    assert carried == {SAFETY: None, "running-away": None, MEDICINE: None, TRAUMA: [FAMILY]}
    together = next(f for f in agency if f.need == TRAUMA)
    assert together.words.why.endswith(f"The same is open for {noun(FAMILY)}.")


def test_one_need_for_the_agency_speaks_of_no_more():
    assert "more of" not in the("fit_unknown", room(MEDICINE, TASHA, state="ID")).words.why


def test_a_belief_is_silent_where_the_plan_asks_for_the_same():
    tasha = believing(TASHA, "family therapist")
    planned = agreed(tasha, FAMILY, "plan")
    assert "belief_vs_role" not in rules(room(FAMILY, tasha, agreements=(planned,)))
    assert "belief_vs_role" in rules(room(FAMILY, tasha))
    other = believing(TASHA, "the doctor")
    assert "belief_vs_role" in rules(room(FAMILY, other, agreements=(planned,)))


def test_people_are_called_by_the_name_the_room_uses():
    miller = dataclasses.replace(ANA, name="Ana Miller")
    title = the("fit_not_asked", room(FAMILY, miller)).words.title
    assert title.endswith("and no one has asked Ana yet")
    twins = (miller, dataclasses.replace(ANA, id=6, name="Ana Ruiz"))
    assert "Ana M." in the("fit_not_asked", room(FAMILY, *twins)).words.title


def test_two_late_answers_are_told_apart():
    asks = (ask(1, "", ANA), ask(2, "", JANE), dataclasses.replace(ask(3), whom="the front desk"))
    titles = {
        f.words.title for f in findings(room(FAMILY, ANA, JANE, asks=asks)) if f.rule == "still_waiting"
    }
    assert {t.split(" still")[0] for t in titles} == {
        "Your question to Ana",
        "Your question to Jane",
        "Your question to the front desk",
    }
