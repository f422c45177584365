"""Nothing is larger than a reader can hold in mind: functions and files."""

import ast
import re
from datetime import date

import pytest

from tests.architecture.sizes import beyond, complexity, files, lines_of

WAYS, BODY, FILE = 10, 25, 300

#: Above the limit on the day the test was written; each goes when it is mended, and none comes.
LISTED_ON = date(2026, 11, 30)
TOO_MANY_WAYS = {
    "cases/mismatch/titles.py:_what_we_have": 12,
}
TOO_LONG = {
    "cases/presenters/room.py:room_page": 26,
    "cases/wording/nobody.py:helpers_no_lead": 26,
    "cases/wording/nobody.py:no_prescriber": 26,
}


def test_no_function_has_more_ways_through_it_than_ten():
    assert_only_listed(beyond(WAYS, complexity), TOO_MANY_WAYS)


def test_no_function_is_longer_than_twenty_five_lines():
    assert_only_listed(beyond(BODY, lines_of), TOO_LONG)


def test_no_file_is_longer_than_three_hundred_lines():
    long = {str(path): many for path in files() if (many := len(path.read_text().splitlines())) > FILE}
    assert long == {}


def assert_only_listed(found, listed):
    """Nothing new, nothing larger than when it was listed, and nothing listed that has been mended."""
    grown = {name: many for name, many in found.items() if many > listed.get(name, 0)}
    assert grown == {}
    mended = {name: many for name, many in listed.items() if found.get(name, 0) < many}
    assert mended == {}, "smaller now: write down the new figure, or take it off the list"


@pytest.mark.parametrize(
    ("body", "ways"),
    [
        ("return 1", 1),
        ("return a and b or c", 3),
        ("return [x for x in y]", 1),
        ("return [x for x in y if x and z]", 3),
        ("return a if b else c", 2),
        ("for x in y:\n  if x: pass\n  elif z: pass\n  else: pass", 4),
        ("try: pass\nexcept ValueError: pass", 2),
    ],
)
def test_every_branch_counts_and_so_does_every_and_and_or(body, ways):
    source = "def f():\n" + re.sub(r"^", "  ", body, flags=re.MULTILINE)
    assert complexity(ast.parse(source).body[0]) == ways


def test_a_docstring_is_no_line_of_a_body():
    function = ast.parse('def f():\n  """Says.\n\n  More."""\n  a = 1\n  return a').body[0]
    assert lines_of(function) == 2


@pytest.mark.parametrize(
    ("found", "listed"), [({"a": 11}, {}), ({"a": 12}, {"a": 11}), ({"a": 11}, {"a": 12}), ({}, {"a": 11})]
)
def test_what_is_new_grown_or_mended_is_noticed(found, listed):
    with pytest.raises(AssertionError):
        assert_only_listed(found, listed)
