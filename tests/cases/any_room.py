"""Rooms drawn at random: people with their roles, who is behind them, and what was agreed about each need."""

from hypothesis import strategies as st

from cases.snapshot import RoomSnapshot
from tests.cases.plain import agreed, person, room
from tests.cases.plain_catalogue import ROLES, catalogue

KINDS = ("", "plan", "agreed", "declined")
STATES = st.sampled_from(["OR", "ID", ""])


def people_for(needs: int, *, kinds=KINDS, least: int = 1, most: int = 5):
    """So many people, and for each of so many needs what was agreed with them: '' for nothing."""
    said = st.fixed_dictionaries(dict.fromkeys(range(needs), st.sampled_from(kinds)))
    roles = st.lists(st.sampled_from(sorted(ROLES)), max_size=2)
    one = st.tuples(roles, st.sampled_from(["unknown", "named"]), said)
    return st.lists(one, min_size=least, max_size=most)


def some_needs(most: int, *, least: int | None = None):
    """So many of the catalogue's needs, each once."""
    known = st.sampled_from(sorted(catalogue().needs))
    return st.lists(known, min_size=most if least is None else least, max_size=most, unique=True)


def room_of(people, needs, state) -> RoomSnapshot:
    """The room of these people; of a need that was not drawn nothing was agreed."""
    team = [person(n, f"P{n}", *roles, supervisor=s) for n, (roles, s, _) in enumerate(people, 1)]
    kinds = [
        agreed(member, needs[place], kind)
        for member, (_, _, said) in zip(team, people, strict=True)
        for place, kind in said.items()
        if kind and place < len(needs)
    ]
    return room(" ".join(needs), *team, state=state, agreements=tuple(kinds))
