"""Ids as people and programs type them."""

import pytest

from web.ids import id_of


@pytest.mark.parametrize(("text", "found"), [("7", 7), ("9" * 18, 10**18 - 1)])
def test_digits_are_an_id(text, found):
    assert id_of(text) == found


@pytest.mark.parametrize("text", ["", "-1", "1.5", "seven", "²", "9" * 19])
def test_anything_else_is_none(text):
    assert id_of(text) is None
