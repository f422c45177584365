"""Several needs in one finding, each by name: a decision about it is one about all that was read."""

from __future__ import annotations

from cases.wording.scene import Scene
from web.english import listed

AT_A_TIME = 3
"""So many needs are named in a sentence."""


def few_at_a_time(slugs: object, scene: Scene) -> list[str]:
    """'family therapy, help with sleep and trauma treatment', and so on till all are named; [] for none."""
    nouns = [scene.need(slug).noun for slug in slugs] if isinstance(slugs, list) else []
    return [listed(nouns[at : at + AT_A_TIME]) for at in range(0, len(nouns), AT_A_TIME)]
