"""What is kept of what is told of who is behind somebody, where nobody else has to be looked for."""

import pytest

from cases.models import Member
from cases.services.backing import backing_told

PAT = ("named", "Pat Lund", "k7")
"""Told by name, and told to be the one of the team whose key this is."""


def kept(before, standing, name, who):
    supervisor, called, key = before
    member = Member(supervisor=supervisor, supervisor_name=called, supervisor_who=key)
    told = backing_told(member, standing, name, who)
    return told["supervisor"], told["supervisor_name"], told["supervisor_who"]


def test_the_same_name_told_again_is_still_who_was_meant():
    assert kept(PAT, "named", "Pat Lund", None) == PAT


@pytest.mark.parametrize("who", [None, "", "k7", "else"])
def test_who_left_stays_behind_the_name_while_nothing_else_is_told(who):
    left = ("unknown", "Pat Lund", "k7")
    assert kept(left, "unknown", "Pat Lund", who) == left


@pytest.mark.parametrize("standing", ["unknown", "none"])
def test_where_nobody_is_behind_them_no_name_is_kept_and_nobody_is_meant(standing):
    assert kept(PAT, standing, "Pat Lund", None) == (standing, "", "")
    assert kept(PAT, standing, "", "k7") == (standing, "", "")


def test_somebody_else_of_that_name_is_kept_as_told():
    assert kept(PAT, "named", "Pat Lund", "else") == ("named", "Pat Lund", "else")
