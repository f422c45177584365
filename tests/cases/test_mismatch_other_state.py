"""A title or a license from another state: ``other_state``."""

import pytest

from tests.cases.plain import ANA, TASHA, person, room, rules, the
from tests.cases.plain_catalogue import FAMILY


def test_a_title_from_another_state_is_asked_about_at_home():
    found = the("other_state", room(FAMILY, TASHA, state="ID"))
    assert (found.words.title, found.level) == ("QMHA is a title from another state", "know")
    assert found.words.why.startswith("You told us you live in Idaho.")
    assert found.letters[0] == "QMHA"


def test_several_titles_from_another_state_are_all_named():
    both = the("other_state", room(FAMILY, person(2, "Jane", "cswa", "qmhp"), state="ID"))
    assert both.words.title == "QMHP and CSWA are titles from another state"


def test_a_license_from_another_state_is_said_more_carefully():
    assert the("other_state", room(FAMILY, ANA, state="ID")).words.title == (
        "What we know about LCSW comes from Oregon"
    )


@pytest.mark.parametrize(("state", "member"), [("", TASHA), ("OR", TASHA), ("ID", person(1, "Bo", "msw"))])
def test_home_letters_national_letters_and_an_untold_state_raise_nothing(state, member):
    assert "other_state" not in rules(room(FAMILY, member, state=state))


def test_a_second_group_of_letters_that_holds_here_is_enough():
    both = person(1, "Tasha", "qmha", "skills-trainer")
    assert "other_state" not in rules(room(FAMILY, both, state="ID"))
