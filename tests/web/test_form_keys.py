"""A form's key says whose page it stood on, and nobody can make one for another person."""

import pytest

from web.form_keys import NOBODY, new_key, owner_of


def test_key_knows_its_owner(parent, other_parent):
    assert owner_of(new_key(parent)) == parent.pk
    assert owner_of(new_key(other_parent)) == other_parent.pk
    assert owner_of(new_key(None)) == NOBODY


def test_key_fits_the_column_for_the_largest_id(parent):
    parent.pk = 2**63 - 1
    assert len(new_key(parent)) <= 64


@pytest.mark.parametrize(
    "key", ["", "x", "a.b.c", "a.1.", "a.1." + "0" * 27, "a." + "9" * 5000 + ".x", "é.1.é"]
)
def test_made_up_key_belongs_to_none(key):
    assert owner_of(key) is None


def test_key_cannot_change_hands(parent, other_parent):
    chance, _, seal = new_key(parent).split(".")
    assert owner_of(f"{chance}.{other_parent.pk}.{seal}") is None
