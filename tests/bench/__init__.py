"""Counts, sizes, rates and ratios, each beside its aim: ``make bench``."""
