"""The help of other tests: markup on one line, with the spaces a reader sees and no others."""

import pytest

from tests.markup import flat


@pytest.mark.parametrize(
    ("laid_out", "on_one_line"),
    [
        ("<p>\n  One\n  two.\n</p>", "<p>One two.</p>"),
        ('<a\n  class="btn"\n  href="/x/"\n>Go</a>', '<a class="btn" href="/x/">Go</a>'),
        ('<p class="a\n  b">x</p>', '<p class="a b">x</p>'),
        ("<tr>\n  <th>One</th>\n  <td>two</td>\n</tr>", "<tr><th>One</th><td>two</td></tr>"),
        ('<img src="a"\n/>', '<img src="a"/>'),
        ("<button>\n  <svg></svg>Send\n</button>", "<button><svg></svg>Send</button>"),
        ('<p title="a > b"> x </p>', '<p title="a > b">x</p>'),
    ],
)
def test_line_ends_and_indents_go(laid_out, on_one_line):
    assert flat(laid_out) == on_one_line


@pytest.mark.parametrize(
    "seen",
    [
        "<p>See <a>this</a> .</p>",
        "<p><b>One.</b> Two.</p>",
        "<p><b>One.</b>Two.</p>",
        "<span>a</span> <span>b</span>",
        "<a> x</a>",
        "<button>a</button> <button>b</button>",
        "<progress></progress> x",
    ],
)
def test_space_that_shows_stays_and_none_is_made(seen):
    assert flat(seen) == seen
    assert flat(seen.replace(" ", "\n  ")) == seen


def test_what_somebody_typed_stays_as_it_is():
    box = '<textarea name="text">\nOne\n  two\n</textarea>'
    assert flat(f"<div>\n{box}\n</div>") == f"<div>{box}</div>"
