"""A supervisor who was on the team and left: ``no_supervisor`` and ``supervisor_in_the_room`` say so."""

from dataclasses import replace

import pytest

from cases.backing import theirs
from cases.wording import Voice
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    TASHA,
    agreed,
    left,
    person,
    room,
    row,
    rules,
    the,
    told,
)
from tests.cases.plain_catalogue import FAMILY, SAFETY, catalogue, noun

RITA = replace(ANA, id=20, name="Rita Moss")
BACKED = replace(JANE, supervisor_left="Rita Moss")
KIM = replace(TASHA, supervisor="unknown", supervisor_left="Rita Moss")


def test_the_name_that_is_not_known_any_more_is_asked_for():
    found = the("no_supervisor", room("", KIM, departed=(left(RITA),)))
    assert (found.why, found.params["backed_by"], found.level) == ("left", RITA.id, "soon")
    assert found.words.title == "We don’t have the name of Tasha’s supervisor"
    assert found.words.why.startswith("Rita was the supervisor of Tasha, and has left the team. A QMHA works")
    assert found.words.say == "Rita has left. Who is your supervisor now? Could I have their number?"


def test_a_chair_that_rested_on_it_is_open_and_waits_for_the_name():
    facts = room(SAFETY, BACKED, agreements=(agreed(BACKED, SAFETY),), departed=(left(RITA),))
    found = the("no_supervisor", facts)
    assert (found.level, found.params["waits"]) == ("first", [SAFETY])
    assert rules(facts) == ["no_supervisor"]
    assert row(SAFETY, BACKED, agreements=(agreed(BACKED, SAFETY),)).state == "could"


@pytest.mark.parametrize(
    ("needs", "fills"),
    [
        ((SAFETY,), "Jane agreed to be the lead for {}. The name would fill that chair."),
        (
            (SAFETY, FAMILY),
            "Jane agreed to be the lead for {}. Jane agreed to lead {}, too. "
            "The name would fill these chairs.",
        ),
    ],
)
def test_every_chair_that_waits_for_the_name_is_told_of(needs, fills):
    kinds = tuple(agreed(BACKED, need) for need in needs)
    found = the("no_supervisor", room(" ".join(needs), BACKED, agreements=kinds, departed=(left(RITA),)))
    assert [*found.params["waits"], *found.params["also"]] == list(needs)
    assert found.words.why.endswith(fills.format(*map(noun, needs)))


def test_somebody_here_who_could_is_offered_and_who_left_is_named():
    known = catalogue()
    roles = {**known.roles, "qmha": replace(known.roles["qmha"], supervised_by=frozenset({"lcsw"}))}
    facts = room("", KIM, ANA, departed=(left(RITA),))
    (found,) = told(facts, replace(known, roles=roles))
    assert (found.rule, found.params["backed_by"]) == ("supervisor_in_the_room", RITA.id)
    assert found.words.why.startswith("Rita was the supervisor of Tasha, and has left the team. ")


def test_of_two_of_the_name_who_left_the_last_is_meant():
    first = left(replace(RITA, id=19), on="2026-01-02")
    assert the("no_supervisor", room("", KIM, departed=(left(RITA), first))).params["backed_by"] == RITA.id


def test_a_name_nobody_who_left_has_is_a_name_not_known():
    found = the("no_supervisor", room("", KIM))
    assert (found.why, found.words.say) == ("", "Who is your supervisor? Could I have their number?")


def test_a_coach_reads_it_without_you():
    (found,) = told(room("", KIM, departed=(left(RITA),)), catalogue(), Voice(parent="Renee"))
    assert found.words.why.startswith("Rita was the supervisor of Tasha, and has left the team. ")


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("Rita Moss", {1}),
        ("rita  moss", {1}),
        ("Ms. Rita Moss, LCSW", {1}),
        ("Rita Moss (LCSW)", {1}),
        ("Rita", {1}),
        ("Moss", set()),
        ("Dr. Ray Moss", {2}),
        ("Rita Poe", set()),
        ("Lee", {3}),
        ("Lee Ann Hart", {3}),
        ("Somebody else", set()),
        ("Dr.", set()),
        ("", set()),
    ],
)
def test_whose_name_it_is(said, ids):
    people = [replace(ANA, id=1, name="Rita Moss"), person(2, "Dr. Ray Moss"), person(3, "Lee")]
    assert theirs(said, people, catalogue()) == ids


def test_two_of_one_name_are_both_meant():
    people = [person(1, "Rita Moss"), person(2, "Rita Moss"), person(3, "Rita")]
    assert theirs("Rita Moss", people, catalogue()) == {1, 2}


def test_a_licence_on_the_way_gives_way_to_the_name():
    bo = person(9, "Bo", "cswa")
    assert rules(room("", bo, departed=(left(RITA),))) == ["license_on_the_way"]
    facts = room("", replace(bo, supervisor_left="Rita"), departed=(left(RITA),))
    assert rules(facts) == ["no_supervisor"]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({}, {}),
        ({"doubted_name": "Pat Lund"}, {"called": "Pat Lund"}),
        ({"doubted_name": "Pat Lund", "doubted_role": "qmha"}, {"called": "Pat Lund", "above": "qmha"}),
        ({"doubted": ANA.id}, {"backed_by": ANA.id, "above": "lcsw"}),
        ({"doubted": 4}, {"backed_by": 4}),
        ({"doubted": 99}, {"backed_by": 99}),
    ],
)
def test_of_a_name_in_doubt_what_was_told_of_it_is_kept_and_no_more(told, kept):
    """Luis, the fourth, is a therapist of a kind not told; nobody here is the last."""
    facts = room("", replace(KIM, supervisor_left="", doubt="role", **told), ANA, LUIS)
    params = the("supervisor_in_the_room", facts).params
    assert {name: params[name] for name in ("backed_by", "called", "above") if name in params} == kept
