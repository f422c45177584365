"""Notes which folders of our own code an act goes through, in the order they are entered."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_OURS = (".venv", "tests", "var")


@contextmanager
def trip() -> Iterator[dict[str, int]]:
    """Yields the folders with how many calls went in, filled while the block runs."""
    entered: dict[str, int] = {}

    def note(frame, event, arg):
        if event == "call" and (folder := _folder(frame.f_code.co_filename)):
            entered[folder] = entered.get(folder, 0) + 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield entered
    finally:
        sys.setprofile(before)


@cache  # asked at each call of the block, of a few hundred files
def _folder(file: str) -> str:
    """'cases/mismatch' for a file of ours, '' for anybody else's."""
    path = Path(file)
    if not path.is_relative_to(ROOT):
        return ""
    parts = path.relative_to(ROOT).parts
    return "" if parts[0] in NOT_OURS else "/".join(parts[:-1])
