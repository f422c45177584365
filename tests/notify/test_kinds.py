"""Upper apps say what can be said."""

import pytest

from notify import kinds


def test_two_kinds_cannot_share_a_name(register):
    register()
    with pytest.raises(ValueError, match="Two kinds"):
        register(template="another.txt")


def test_unknown_kind_is_named():
    with pytest.raises(kinds.UnknownKind, match="test.unheard-of"):
        kinds.find("test.unheard-of")
