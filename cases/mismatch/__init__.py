"""What is worth asking about in a room: rules about how roles fit needs, never about persons.

One family of rules per file; ``rules.py`` is the table of all of them. Each rule is a function from ``Facts``
to findings. The rules read only the room, the grid and the catalogue: no clock, no database, no prose. What a
finding says is made above, in ``cases.wording``.

A need without a lead gets one finding, never three, but for people a plan counts on: each of them is told.
``empty_chairs.py`` holds the order in which they are tried. What another question already asks is merged into
it (``merge.py``).
"""

from __future__ import annotations

from cases.mismatch.engine import find
from cases.mismatch.finding import Evidence, Finding
from cases.mismatch.next_step import next_step
from cases.mismatch.rules import TABLE, Level, Rule

__all__ = ["TABLE", "Evidence", "Finding", "Level", "Rule", "find", "next_step"]
