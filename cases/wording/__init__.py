"""Sentences: what the decisions found, said to a reader. Nothing below imports from here.

One file for each family of rules, one for the grid, one for the log. A function here takes values and a
``Voice`` and gives whole sentences with named places, marked for translation. No sentence is glued from
halves and none is read again to decide something.
"""

from cases.wording.voice import PARENT, Reader, Tone, Voice

__all__ = ["PARENT", "Reader", "Tone", "Voice"]
