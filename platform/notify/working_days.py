"""Which days nobody is expected to answer."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache


def holidays_for(state: str, years: Iterable[int]) -> frozenset[date]:
    """Public holidays of those years in a state such as "OR", as days.

    Without a state, or with one the package does not know, the federal ones. Source: package ``holidays``.
    """
    return _holidays(state, tuple(sorted(set(years))))


@lru_cache(maxsize=256)
def _holidays(state: str, years: tuple[int, ...]) -> frozenset[date]:
    from holidays.countries import US  # half a second to import: only where working days are counted

    return frozenset(US(subdiv=state if state in US.subdivisions else None, years=years))
