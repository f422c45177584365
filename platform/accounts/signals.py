"""News of a person for the apps above."""

from django.dispatch import Signal

time_zone_changed = Signal()
"""Sent in the transaction in which somebody moved to another zone. Carries ``user``, with the new one."""
