"""Whom a room asks first, with the catalogue as it is: the profession whose own work the need is."""

import pytest

from tests.cases.built import Seen, build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("state", "need", "nearest", "other"),
    [
        ("TX", "substance-use", "LCDC", "LCSW"),
        ("WA", "substance-use", "SUDP", "LMHC"),
        ("OR", "substance-use", "CADC II", "LPC"),
        ("OR", "communication-sensory", "MS, CCC-SLP", "LCSW"),
        ("MA", "home-aggression", "LICSW", "LCSW"),
        ("MA", "trauma", "LICSW", "LCSW"),
        ("CO", "trauma", "LPC", "LPCC"),
        ("CO", "self-harm-suicide", "LPC", "LPCC"),
        ("MA", "many-systems", "ICC", "LCSW"),
        ("CA", "many-systems", "ICC", "LMFT"),
        ("OR", "trauma", "LCSW", "QMHA"),
        ("OR", "self-harm-suicide", "QMHP", "QMHA"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["first", "last"])
def test_the_profession_whose_work_it_is_is_asked_first(
    catalogue, parent, state, need, nearest, other, turned
):
    team = [{"name": "Near Lee", "said": nearest}, {"name": "Far Ray", "said": other}]
    room = Seen(
        build(parent, {"state": state, "age": "12-17", "needs": [need], "team": team[:: -1 if turned else 1]})
    )
    assert (room.asks(need) or room.leads(need))[0] == "Near Lee"
