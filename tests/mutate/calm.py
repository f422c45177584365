"""A pytest plugin: a property that fails says so at once instead of looking for the smallest example, and it
tries the same ones each time."""

from hypothesis import Phase, settings

settings.register_profile(
    "mutate", phases=[Phase.explicit, Phase.generate], database=None, derandomize=True, deadline=None
)
settings.load_profile("mutate")
