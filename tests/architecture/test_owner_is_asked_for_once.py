"""Whose room it is gets compared in one place: everything else asks ``Rights`` or ``Case.is_of``."""

import ast

from django.conf import settings

ROOTS = ("cases", "coaching", "roles", "platform")
PLACE = "cases/models/case.py"
OWNERS = {"owner", "owner_id"}


def comparisons(source):
    """Lines that compare somebody's owner with anybody."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(
                isinstance(one, ast.Attribute) and one.attr in OWNERS
                for part in sides
                for one in ast.walk(part)
            ):
                yield node.lineno


def found():
    for root in ROOTS:
        for path in (settings.ROOT / root).rglob("*.py"):
            if lines := list(comparisons(path.read_text())):
                yield path.relative_to(settings.ROOT).as_posix(), len(lines)


def test_the_owner_is_compared_in_one_place():
    assert dict(found()) == {PLACE: 1}


def test_a_comparison_is_noticed():
    assert list(comparisons("x = 1\nif case.owner_id == user.pk:\n    pass")) == [2]
    assert list(comparisons("ok = user.pk in (thread.coach_id, thread.case.owner_id)")) == [1]
    assert list(comparisons("rows = known.get(ask.case.owner_id)")) == []
