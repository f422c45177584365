"""Sentences about the catalogue's values. Nothing that decides imports from here."""
