"""In which voice a sentence is told: who reads it, in which tone, in which language."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum

from django.utils import translation


class Reader(StrEnum):
    """The parent reads "you"; a coach reads the parent's name."""

    PARENT = "parent"
    COACH = "coach"


class Tone(StrEnum):
    """Warm is how we speak by ourselves; plain leaves out what is only kind."""

    WARM = "warm"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Voice:
    """``parent``: what a reader who is not the parent calls them, 'Renee' or 'Sunny’s parent'; '' for "you".

    ``language`` is a language code such as 'en'; '' for the one that is spoken here already, as on a page.
    """

    parent: str = ""
    tone: Tone = Tone.WARM
    language: str = ""

    @property
    def reader(self) -> Reader:
        return Reader.COACH if self.parent else Reader.PARENT

    def by_reader(self, parent: str, coach: str) -> str:
        """The one of two whole sentences that this reader gets."""
        return coach if self.parent else parent

    def only_warm(self, sentence: str) -> list[str]:
        """A sentence that is only kind: the plain tone goes without."""
        return [sentence] if self.tone is Tone.WARM else []


PARENT = Voice()
"""The parent, warm, in the language of the page: the voice most pages speak in."""


def speaking(voice: Voice) -> AbstractContextManager[None]:
    """In here sentences marked for translation are said in the language of the voice."""
    return translation.override(voice.language) if voice.language else nullcontext()
