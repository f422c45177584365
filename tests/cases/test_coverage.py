"""The grid: five marks, empty chairs, and the sentence under each need."""

import dataclasses

import pytest

from cases.asked import ReplyFact
from cases.coverage import cover
from cases.seats import seats
from cases.snapshot import RowWhy
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    ask,
    cells_told,
    marks,
    person,
    room,
    row,
    row_told,
    trained,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SEVERE, SKILLS, TRAUMA, catalogue


def named(member):
    return dataclasses.replace(member, supervisor="named")


def test_a_role_that_reaches_leads_only_when_the_person_agreed():
    assert marks(row(FAMILY, ANA)) == ["could"]
    assert marks(row(FAMILY, ANA, agreements=(agreed(ANA, FAMILY),))) == ["lead"]


def test_a_plan_that_lists_somebody_is_not_an_agreement():
    listed = row(FAMILY, ANA, agreements=(agreed(ANA, FAMILY, "plan"),))
    assert (listed.state, marks(listed), listed.leads) == ("could", ["could"], ())
    assert cells_told(listed, ANA) == ["Could lead. The plan says so. Ask to be sure."]


def test_a_clinician_without_a_named_supervisor_could_lead_with_one():
    waiting = row(FAMILY, JANE)
    assert (marks(waiting), waiting.state) == (["could"], "could")
    assert cells_told(waiting, JANE) == ["Could lead with a supervisor. Ask who."]
    assert row_told(waiting, JANE) == "Jane could lead with a supervisor. Ask who."


def test_an_agreement_without_a_supervisor_does_not_fill_the_chair():
    waiting = row(FAMILY, JANE, agreements=(agreed(JANE, FAMILY),))
    assert (waiting.state, waiting.has_lead, marks(waiting)) == ("could", False, ["could"])
    assert row_told(waiting, JANE) == "Jane agreed. Ask who supervises the work."


def test_a_named_supervisor_fills_the_chair():
    filled = row(FAMILY, named(JANE), agreements=(agreed(JANE, FAMILY),))
    assert (filled.state, row_told(filled, JANE), filled.leads) == ("led", "Jane leads", (2,))


def test_a_supervisor_does_not_make_a_helper_lead_a_clinical_need():
    assert TASHA.supervisor == "named"
    promised = row(SAFETY, TASHA, agreements=(agreed(TASHA, SAFETY),))
    assert (promised.state, marks(promised)) == ("empty", ["help"])


def test_a_supervised_part_counts_as_help():
    carries_out = row("home-aggression", person(1, "Tasha", "qmha"))
    assert (carries_out.state, marks(carries_out), carries_out.helps) == ("empty", ["help"], (1,))


@pytest.mark.parametrize(
    ("member", "words", "sentence"),
    [
        (ANA, "It depends. Ask.", "It depends. Ask Ana."),
        (LUIS, "We don’t know yet", "We don’t know yet. Ask Luis."),
        (person(9, "Sam"), "We don’t know yet", "We don’t know yet. Ask the agency."),
    ],
)
def test_what_depends_or_is_unknown_is_asked(member, words, sentence):
    open_row = row(TRAUMA, member)
    assert (open_row.state, marks(open_row)) == ("ask", ["ask"])
    assert (cells_told(open_row, member), row_told(open_row, member)) == ([words], sentence)


def test_extra_training_lifts_a_depends_and_the_chair_can_fill():
    ana = dataclasses.replace(ANA, trainings=(trained("trauma-treatment"),))
    assert row_told(row(TRAUMA, ana, agreements=(agreed(ana, TRAUMA),)), ANA) == "Ana leads"


def test_an_agreement_on_something_unknown_asks_about_training():
    promised = row(TRAUMA, ANA, agreements=(agreed(ANA, TRAUMA),))
    assert row_told(promised, ANA) == "Ana agreed. Ask about Ana’s training."


def test_nobody_is_said_in_three_words():
    empty = row("unclear-diagnosis", TASHA)
    assert (empty.state, row_told(empty, TASHA), marks(empty)) == ("empty", "No one yet", ["none"])


def test_two_people_who_agreed_and_cover_it_together_share_the_chair():
    needs = "eating"
    jane = named(JANE)
    shared = row(needs, jane, OKAFOR, TASHA, agreements=(agreed(jane, needs), agreed(OKAFOR, needs)))
    assert (shared.state, row_told(shared, jane, OKAFOR)) == ("shared", "Dr. Okafor and Jane share this")
    assert shared.leads == (3, 2)
    assert cells_told(shared, jane, OKAFOR, TASHA) == ["Leads a part", "Leads a part", "Can help"]


def test_sharing_needs_every_part_covered():
    half = row("eating", TASHA, OKAFOR, agreements=(agreed(TASHA, "eating"), agreed(OKAFOR, "eating")))
    assert not half.has_lead


def test_two_who_could_share_a_need_are_told_so():
    together = row("eating", named(JANE), OKAFOR, TASHA)
    assert (together.state, together.could) == ("could", (3, 2))
    assert row_told(together, JANE, OKAFOR) == "Dr. Okafor and Jane could share this. Ask Dr. Okafor."
    assert cells_told(together, JANE, OKAFOR, TASHA) == ["Could lead a part", "Could lead a part", "Can help"]
    assert marks(together) == ["help", "ask", "help"]  # a part of the doctor's role is open, as before


def test_when_one_of_two_agreed_the_other_is_asked_about_the_rest():
    half = row("eating", named(JANE), OKAFOR, agreements=(agreed(JANE, "eating"),))
    assert row_told(half, JANE, OKAFOR) == "Jane said yes to a part. Ask Dr. Okafor about the rest."
    assert cells_told(half, JANE, OKAFOR) == ["Said yes to a part", "Could lead a part"]


def test_several_who_could_lead_are_all_named_and_the_plan_decides_whom_to_ask():
    bo = person(6, "Bo", "lcsw")
    several = row(FAMILY, ANA, bo, agreements=(agreed(bo, FAMILY, "plan"),))
    assert row_told(several, ANA, bo) == "Bo and Ana could lead. Ask Bo."


def test_a_question_under_way_is_not_prompted_again():
    waiting = row(FAMILY, ANA, asks=(ask(1, FAMILY, ANA),))
    assert row_told(waiting, ANA) == "Asked Ana. Waiting to hear."
    assert cells_told(waiting, ANA) == ["Asked Ana. Waiting to hear."]


@pytest.mark.parametrize(("need", "member"), [(FAMILY, JANE), (TRAUMA, ANA), (TRAUMA, LUIS)])
def test_once_asked_the_cell_and_the_row_only_wait(need, member):
    waiting = row(need, member, asks=(ask(1, need, member),))
    sentence = f"Asked {member.name}. Waiting to hear."
    assert (row_told(waiting, member), cells_told(waiting, member)) == (sentence, [sentence])


def test_whoever_was_asked_is_named_before_whom_else_to_ask():
    waiting = row(FAMILY, ANA, JANE, asks=(ask(1, FAMILY, JANE),))
    assert row_told(waiting, ANA, JANE) == "Asked Jane. Waiting to hear."


def test_the_one_of_two_who_was_not_asked_yet_is_asked_about_sharing():
    jane = named(JANE)
    half = row("eating", jane, OKAFOR, asks=(ask(1, "eating", jane),))
    assert row_told(half, JANE, OKAFOR) == "Dr. Okafor and Jane could share this. Ask Dr. Okafor."


def test_two_who_were_both_asked_about_sharing_are_waited_for():
    jane = named(JANE)
    both = row("eating", jane, OKAFOR, asks=(ask(1, "eating", jane), ask(2, "eating", OKAFOR)))
    assert (both.state, both.could) == ("could", (3, 2))
    assert row_told(both, JANE, OKAFOR) == "Dr. Okafor and Jane could share this. Waiting to hear."


@pytest.mark.parametrize(
    ("member", "words"), [(ANA, "Leads this"), (JANE, "Jane agreed. Ask who supervises the work.")]
)
def test_after_an_agreement_nothing_says_not_asked(member, words):
    assert cells_told(row(FAMILY, member, agreements=(agreed(member, FAMILY),)), member) == [words]


@pytest.mark.parametrize(
    ("need", "asks", "sentence"),
    [
        (FAMILY, (), "Tasha R. could lead. Ask Tasha R."),
        (TRAUMA, (), "It depends. Ask Tasha R."),
        (FAMILY, (1,), "Asked Tasha R. Waiting to hear."),
    ],
)
def test_a_name_that_ends_in_a_full_stop_ends_the_sentence(need, asks, sentence):
    tasha, other = person(1, "Tasha R.", "lcsw"), person(2, "Tasha Poe", "qmha")
    found = row(need, tasha, other, asks=tuple(ask(n, need, tasha) for n in asks))
    assert row_told(found, tasha, other) == sentence


# -- letters from another state -----------------------------------------------------------------------


DOCTOR_OR_AGENCY = "We don’t know yet. Ask the child’s doctor or the agency."


def test_away_from_home_the_one_whose_role_reaches_at_home_is_asked():
    away = row(MEDICINE, TASHA, JANE, OKAFOR, state="ID")
    assert (marks(away), row_told(away, OKAFOR)) == (["ask"] * 3, "We don’t know yet. Ask Dr. Okafor.")


@pytest.mark.parametrize("team", [(TASHA,), (TASHA, JANE, ANA)])
def test_away_from_home_nobody_is_asked_for_what_their_role_never_leads(team):
    assert row_told(row(MEDICINE, *team, state="ID"), *team) == DOCTOR_OR_AGENCY


def test_away_from_home_an_agreement_does_not_stand_for_training():
    promised = row(MEDICINE, TASHA, state="ID", agreements=(agreed(TASHA, MEDICINE),))
    assert (
        row_told(promised, TASHA) == f"Tasha said yes. Whether the role covers it is open. {DOCTOR_OR_AGENCY}"
    )


def test_a_helper_at_home_is_not_asked_to_lead_away():
    assert row_told(row(SAFETY, TASHA, state="ID"), TASHA) == "We don’t know yet. Ask the agency."
    assert row_told(row(SAFETY, JANE, state="ID"), JANE) == "We don’t know yet. Ask Jane."


def test_a_question_to_the_agency_is_waited_for():
    waiting = row(MEDICINE, TASHA, state="ID", asks=(ask(1, MEDICINE),))
    assert row_told(waiting, TASHA) == "Asked. Waiting to hear."


def test_empty_chairs_come_first_with_safety_on_top_then_the_order_of_the_catalogue():
    facts = room(
        f"{SKILLS} {FAMILY} {SAFETY} {SEVERE} {TRAUMA}", TASHA, ANA, agreements=(agreed(TASHA, SKILLS),)
    )
    grid = cover(facts, catalogue())
    assert [r.need for r in grid.rows] == [SAFETY, SEVERE, TRAUMA, FAMILY, SKILLS]
    assert [r.need for r in grid.empty] == [SAFETY, SEVERE, TRAUMA, FAMILY]


def test_a_need_the_catalogue_no_longer_has_leaves_the_grid_standing():
    assert [r.need for r in cover(room(f"gone {FAMILY}", ANA), catalogue()).rows] == [FAMILY]


def test_a_room_without_people_has_only_empty_chairs():
    assert row_told(row(FAMILY)) == "No one yet"


def test_whom_a_plan_counts_on_is_asked_before_others_who_could_lead():
    counted = row(SAFETY, JANE, OKAFOR, agreements=(agreed(OKAFOR, SAFETY, "plan"),))
    assert (counted.state, counted.whom, counted.askable) == ("ask", OKAFOR.id, (OKAFOR.id, JANE.id))
    assert row(SAFETY, JANE, OKAFOR).askable[0] == JANE.id


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_of_one_role_who_knows_more_of_what_helps_is_asked_first(first):
    more = person(17, "Lee", "qmhp", trainings=(trained("trauma-treatment"),))
    team = (JANE, more) if first else (more, JANE)
    assert row("fire-setting", *team).askable == (more.id, JANE.id)


@pytest.mark.parametrize(
    ("kind", "counted"), [("agreed", True), ("plan", True), ("declined", False), ("", False)]
)
def test_a_plan_and_a_yes_are_what_a_family_counts_on(kind, counted):
    said = (agreed(ANA, FAMILY, kind),) if kind else ()
    ((_, (seat,)),) = seats(room(FAMILY, ANA, agreements=said), catalogue(), [catalogue().needs[FAMILY]])
    assert (seat.counted_on, seat.agreed) == (counted, kind == "agreed")


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        (f"{FAMILY} substance-use", ["substance-use", FAMILY]),
        ("home-aggression eating", ["eating", "home-aggression"]),
    ],
    ids=["soon before routine", "an emergency before soon"],
)
def test_of_needs_of_one_kind_the_graver_comes_first(needs, expected):
    assert [r.need for r in cover(room(needs), catalogue()).rows] == expected


def test_helpers_of_a_need_are_named():
    assert row(FAMILY, TASHA, ANA).helps == (TASHA.id,)
    assert row(SKILLS, TASHA, ANA).helps == ()  # each could lead it


def test_what_nobody_reaches_is_empty_until_somebody_speaks():
    nobody = row(MEDICINE, TASHA)
    assert (nobody.state, nobody.why, nobody.named) == ("empty", RowWhy.NOBODY, ())
    said_no = row(MEDICINE, OKAFOR, agreements=(agreed(OKAFOR, MEDICINE, "declined"),))
    assert (said_no.state, said_no.why, said_no.named) == ("empty", RowWhy.SAID_NO, (OKAFOR.id,))


@pytest.mark.parametrize(
    ("state", "why"), [("waiting", RowWhy.AGENCY_ASKED), ("unclear", RowWhy.AGENCY_UNCLEAR)]
)
def test_what_the_agency_was_asked_waits_or_is_not_clear_yet(state, why):
    waiting = row(MEDICINE, TASHA, state="ID", asks=(ask(1, MEDICINE, state=state),))
    assert (waiting.state, waiting.why) == ("ask", why)


def test_who_could_only_share_it_is_known_as_one_who_does_a_part():
    assert [cell.part for cell in row("eating", ANA, OKAFOR).cells] == [True, True]
    assert [cell.part for cell in row(FAMILY, ANA).cells] == [False]


def test_those_who_could_share_it_are_named_beside_the_one_who_is_asked_first():
    planned = row("eating", ANA, OKAFOR, LUIS, agreements=(agreed(LUIS, "eating", "plan"),))
    assert (planned.why, planned.whom) == (RowWhy.FIRST_THEN_SHARE, LUIS.id)
    assert sorted(planned.named) == [OKAFOR.id, ANA.id]


def left_open(member, need, *, no=False):
    return ReplyFact(flag=None, rule="", need=need, member=member.id, whom=member.name, no=no, lead=True)


@pytest.mark.parametrize(
    ("need", "first", "second"),
    [
        (FAMILY, ANA, person(42, "Bea", "lcsw")),
        (TRAUMA, ANA, person(42, "Bea", "lcsw")),
        (SAFETY, ANA, person(42, "Bea", "qmhp", supervisor="named")),
    ],
)
def test_who_answered_and_left_it_open_is_asked_after_who_was_not_asked_yet(need, first, second):
    """Somebody they named is asked, and not the same person once more."""
    assert row(need, first, second).askable[0] == first.id
    after = row(need, first, second, replies=(left_open(first, need),))
    assert (after.whom, after.askable[:2]) == (second.id, (second.id, first.id))
    assert row(need, first, replies=(left_open(first, need),)).askable == (first.id,)


def test_a_yes_is_no_answer_that_was_left_open():
    said_yes = (agreed(JANE, FAMILY),)
    kept = row(FAMILY, JANE, ANA, agreements=said_yes, replies=(left_open(JANE, FAMILY),))
    assert kept.whom == JANE.id
