"""Counts, sizes and ratios, each beside its aim: ``make bench``."""
