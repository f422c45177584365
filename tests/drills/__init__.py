"""Faults over real processes, and what became of the messages that were due: ``make drills``."""
