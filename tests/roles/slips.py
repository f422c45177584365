"""Slips of the pen in data files: ``slips.yaml``."""

from pathlib import Path
from typing import Any

import yaml

FOUND: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("slips.yaml").read_text())


def _told(slip: dict[str, str]) -> tuple[str, str, str, str]:
    """The file, what stands there, what is typed, and what the loader says."""
    return slip["file"], slip["stands"], slip["typed"], slip["says"]


SLIPS = {slip["slip"]: _told(slip) for slip in FOUND["seen_while_typing"]}
"""Those that a schema sees too, by what they are."""
WITH_LINES = [
    _told(slip)
    for slip in (*FOUND["seen_while_typing"], *FOUND["seen_by_the_loader"])
    if slip.get("with_its_line", "slip" not in slip)
]
"""Those that can all be made in one copy, each told with its line."""
