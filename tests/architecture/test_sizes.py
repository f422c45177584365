"""Nothing is larger than a reader can hold in mind: functions and files."""

import ast
import re

import pytest

from tests.architecture.sizes import beyond, complexity, files, lines_of

WAYS, BODY, FILE = 10, 25, 300


def test_no_function_has_more_ways_through_it_than_ten():
    assert beyond(WAYS, complexity) == {}


def test_no_function_is_longer_than_twenty_five_lines():
    assert beyond(BODY, lines_of) == {}


def test_no_file_is_longer_than_three_hundred_lines():
    long = {str(path): many for path in files() if (many := len(path.read_text().splitlines())) > FILE}
    assert long == {}


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
