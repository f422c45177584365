"""News of the catalogue for the apps above."""

from django.dispatch import Signal

catalogue_published = Signal()
"""Sent after commit when a load made a new version. Carries ``number``, the new version's number."""
