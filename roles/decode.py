"""Reads a pasted signature: the person's name, what each group of letters is, and what we do not know."""

from roles.lexicon import fold

__all__ = ["fold"]
