"""Words that are only heard end a button: a space after them is one more thing in its row, with a gap."""

import re

import pytest

from tests.architecture.templates import sources

_TAG = r"\{%[^%]*%\}"
_SPACE_AFTER = re.compile(rf'class="vh"[^\n]*</span>(?:{_TAG})*\s+(?:{_TAG}\s*)*</(?:a|button)>')


def spaced(text):
    """Only line ends that are printed count: ``trimmed`` words have none before their end tag."""
    text = re.sub(r"\s*\{% endblocktranslate %\}", "{% endblocktranslate %}", text)
    return _SPACE_AFTER.search(text)


def test_no_space_follows_words_that_are_only_heard():
    assert [name for name, text in sources() if spaced(text)] == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('<a>Ask<span class="vh">: {{ one }}</span></a>', False),
        ('<a>Ask<span class="vh">: {{ one }}</span>\n</a>', True),
        ('<a>Ask<span class="vh">: {{ one }}</span> </a>', True),
        ('<button>Ask<span class="vh">: one</span>{% endif %}\n</button>', True),
        ('<button>\n  <span class="vh">a</span>\n  {% endblocktranslate %}</button>', False),
        ('<button>\n  <span class="vh">a</span>{% endblocktranslate %}\n</button>', True),
        ('<span class="vh">a</span> <a>b</a>', False),
        ('<li><span class="vh">a</span>\n</li>', False),
    ],
)
def test_a_space_after_them_is_seen(text, seen):
    assert bool(spaced(text)) is seen
