"""A pytest plugin: a property that fails says so at once instead of looking for the smallest example, and it
tries the same ones each time. And no test has a clock of its own: the run has those that matter."""

import pytest
from hypothesis import Phase, settings

settings.register_profile(
    "mutate", phases=[Phase.explicit, Phase.generate], database=None, derandomize=True, deadline=None
)
settings.load_profile("mutate")


@pytest.hookimpl(tryfirst=True)
def pytest_timeout_set_timer() -> bool:
    """Say that the timer is set, and set none: a run that was paused would fail by the hours it slept."""
    return True
