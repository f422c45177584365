"""Which days count as days off, by state."""

from datetime import date

import pytest

from notify.working_days import holidays_for

THANKSGIVING = date(2026, 11, 26)


@pytest.mark.parametrize("state", ["OR", "DC", "", "US", "XX"])
def test_federal_holidays_hold_everywhere(state):
    assert THANKSGIVING in holidays_for(state, [2026])


def test_state_has_its_own_days():
    lincoln = date(2026, 2, 12)
    assert lincoln in holidays_for("IL", [2026])
    assert lincoln not in holidays_for("OR", [2026])


def test_holiday_that_falls_on_a_weekend_is_kept_on_the_weekday_beside_it():
    assert date(2026, 7, 3) in holidays_for("OR", [2026])


def test_only_the_years_asked_for_come_back():
    assert {day.year for day in holidays_for("OR", [2027, 2026])} == {2026, 2027}
