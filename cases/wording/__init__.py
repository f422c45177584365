"""Sentences: what the decisions found, said to a reader. Nothing below imports from here.

One file for each family of rules, one for the grid, one for the log. A function here takes values and a
``Voice`` and gives whole sentences with named places, marked for translation. No sentence is glued from
halves and none is read again to decide something.
"""

from cases.wording.flags import say
from cases.wording.scene import Scene
from cases.wording.voice import PARENT, Reader, Tone, Voice
from cases.wording.words import Words

__all__ = ["PARENT", "Reader", "Scene", "Tone", "Voice", "Words", "say"]
