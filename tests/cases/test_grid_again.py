"""Who is at home in a need, and a grid of which only some rows are worked out anew."""

import dataclasses

import pytest

from cases.coverage import cover, cover_again
from cases.person_fit import is_at_home, varies_by_state
from cases.person_fit import person as fit_of
from cases.snapshot import CellWhy, CredentialFact
from roles.catalogue import Kind, Reach
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, ask, person, room
from tests.cases.plain_catalogue import DIAGNOSIS, FAMILY, SAFETY, SKILLS, catalogue

TITLE = Kind.TITLE


@pytest.mark.parametrize(
    ("letters", "at_home"),
    [
        (["lcsw"], True),
        (["qmha"], False),
        (["qmha", "lcsw"], True),
        ([CredentialFact("Therapist", TITLE, candidates=("lcsw", "psychiatrist"))], True),
        ([CredentialFact("Therapist", TITLE, candidates=("lcsw", "qmha"))], False),
        ([CredentialFact("XQZ", Kind.UNKNOWN)], False),
        ([], False),
    ],
)
def test_somebody_is_at_home_whichever_of_the_roles_they_have(letters, at_home):
    need = dataclasses.replace(
        catalogue().needs[FAMILY],
        first_roles=(
            "lcsw",
            "psychiatrist",
            "msw",
        ),
    )
    assert is_at_home(person(9, "Kim", *letters), need) is at_home


def test_a_need_that_calls_for_nothing_is_unknown_and_never_led():
    need = dataclasses.replace(catalogue().needs[FAMILY], slug="nothing", all_of=(), any_of=(), helpful=())
    for somebody in (ANA, person(9, "Kim")):
        fit = fit_of(somebody, catalogue(), "OR").on(need)
        assert (fit.reach, fit.with_supervisor, fit.helps) == (Reach.UNKNOWN, False, False)


def test_rules_of_one_state_are_told_from_roles_that_every_state_has():
    assert varies_by_state([TASHA], catalogue())
    assert not varies_by_state([person(9, "Kim", "msw"), person(8, "Lou")], catalogue())
    assert varies_by_state([person(9, "Kim", "msw"), TASHA], catalogue())


@pytest.mark.parametrize("changed", [{SKILLS}, {SKILLS, DIAGNOSIS}, {SAFETY, FAMILY, SKILLS, DIAGNOSIS}])
def test_rows_worked_out_anew_stand_where_they_would_in_a_whole_grid(changed):
    before = room(f"{FAMILY} {SAFETY} {SKILLS} {DIAGNOSIS}", TASHA, JANE, ANA)
    after = dataclasses.replace(before, agreements=(agreed(TASHA, SKILLS),))
    whole = cover(after, catalogue())
    assert cover_again(cover(before, catalogue()), after, catalogue(), changed) == whole
    assert whole.rows[-1].need == SKILLS
    assert [row.need for row in cover(before, catalogue()).rows][-1] != SKILLS


def test_of_two_who_could_share_a_need_the_one_asked_is_shown_as_asked():
    jane = dataclasses.replace(JANE, supervisor="named")
    asked = room("eating", jane, OKAFOR, asks=(ask(1, "eating", OKAFOR),))
    whys = {cell.member: cell.why for cell in cover(asked, catalogue()).row("eating").cells}
    assert whys == {jane.id: CellWhy.COULD_PART, OKAFOR.id: CellWhy.ASKED}
