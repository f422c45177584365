"""Letters somebody says they do not have yet, or no longer: "LCSW candidate", "working toward LPC"."""

from __future__ import annotations

from roles.catalogue import Catalogue, Kind
from roles.decode.credential import Credential
from roles.decode.doubt import DENIED, LOST, says_lost
from roles.lexicon import GENERAL_DEGREES, fold, lexicon_of, role_holds
from roles.notes import Note, Open
from roles.stages import REGISTERED


def before_license(role: str, catalogue: Catalogue) -> str:
    """The registration on the way to a role's license, '' when the catalogue has none."""
    ways = (r for r in catalogue.roles.values() if r.kind is Kind.REGISTRATION and r.confused_with == role)
    return next((r.slug for r in ways), "")


def on_the_way(text: str, key: str, telling: str, catalogue: Catalogue, state: str) -> Credential:
    """``telling`` are the words beside the letters: some name a registration, the others prove nothing.

    An LMFT associate is registered and works under someone; "pursuing LMFT" may still be at school. What the
    state's own list has as a step on the way is one, also where we know no role for it.
    """
    names = lexicon_of(catalogue).names.get(key, ())
    ways = {before_license(entry.role, catalogue) for entry in names}
    way = ways.pop() if len(ways) == 1 and key not in GENERAL_DEGREES else ""
    listed = catalogue.local.get((state, fold(text)))
    registered = listed is not None and listed.kind is Kind.REGISTRATION
    if not way and registered:
        return Credential(text, Kind.REGISTRATION, notes=(Note(Open.UNDER_SOMEONE),))
    if not way or not (registered or _is_registered(telling, catalogue, state)):
        return Credential(text, Kind.UNKNOWN, notes=(Note(_how_open(telling)),))
    elsewhere = not role_holds(catalogue, way, state)
    return Credential(
        text, Kind.REGISTRATION, way, notes=(Note(Open.UNDER_SOMEONE),), state_matters=elsewhere
    )


def _how_open(telling: str) -> Open:
    """What is told as lost or denied is not said to be on its way, unless the words say "yet"."""
    folded = fold(telling)
    lost = says_lost(folded) and "yet" not in folded.split()
    return Open.NOT_HELD if lost else Open.ON_THE_WAY


def _is_registered(telling: str, catalogue: Catalogue, state: str) -> bool:
    """An intern is a student in most states, and in some a graduate who is registered."""
    words = set(fold(telling).split())
    if words & (DENIED | LOST):
        return False
    if "registered" in words:
        return True
    if words & {"intern", "interns"}:
        intern = catalogue.collisions.get("intern")
        readings = intern.readings if intern else ()
        return any(state in r.states and r.registered for r in readings)
    return bool(words & REGISTERED) or fold(telling) == "in training"
