"""Several needs in one finding: three by name, the gravest first, and how many more."""

from __future__ import annotations

from cases.wording.scene import Scene
from web.english import listed

AT_A_TIME = 2
"""So many needs are named in a sentence after the first."""


def few_and_more(slugs: object, scene: Scene) -> tuple[str, int]:
    """'family therapy and help with sleep', and how many are left over; '' for no need at all."""
    nouns = [scene.need(slug).noun for slug in slugs] if isinstance(slugs, list) else []
    return listed(nouns[:AT_A_TIME]), len(nouns[AT_A_TIME:])
