"""What is slow on purpose, or done once by a server and here by every test. A pytest plugin."""

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from whitenoise.middleware import WhiteNoiseMiddleware

# A good hash is slow on purpose, and tests sign in thousands of times: the same algorithm, at its cheapest.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1

find_files = WhiteNoiseMiddleware.add_files_from_finders
found: dict[tuple[Any, ...], dict[str, Any]] = {}


def find_files_once(self: WhiteNoiseMiddleware) -> None:
    """Each client of a test is a server of its own, which would look through all static files anew."""
    settings = (self.static_prefix, self.max_age, self.allow_all_origins, self.charset, self.use_finders)
    if settings not in found:
        find_files(self)
        found[settings] = dict(self.files)
    self.files.update(found[settings])


WhiteNoiseMiddleware.add_files_from_finders = find_files_once


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Thousands of tests are made and none of them goes: a fifth of it went into looking."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
