"""No template says a word that no catalogue knows, also where no page of the tests goes."""

import re
from pathlib import Path

import pytest

from tests.language.data import NAMES
from tests.language.pseudo import ROOT
from tests.language.visible import Known, texts_of

TEMPLATES = ROOT / "templates"
ALL = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.*"))
MARKED = re.compile(
    r"{%\s*blocktranslate.*?{%\s*endblocktranslate\s*%}|{%\s*comment.*?{%\s*endcomment\s*%}", re.S
)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.S)
OURS_TO_HAND_ON = re.compile(r"{%\s*(?:translate|url|static)\b")
STRING = re.compile(r"""(_\()?("[^"]*"|'[^']*')""")
SENTENCE = re.compile(r"[^\W\d_]{2,} .*[^\W\d_]{2,}")
CSS = re.compile(r"(?:[a-z0-9]+(?:--?|__)?[a-z0-9]* ?)+")
NOTHING = Known(NAMES)


def bare(text: str) -> str:
    """The template without what is marked, and without what its tags put in."""
    return TAG.sub("", MARKED.sub("", text))


def handed_on(text: str) -> list[str]:
    """Sentences in tags, without a mark."""
    tags = (tag for tag in TAG.findall(MARKED.sub("", text)) if not OURS_TO_HAND_ON.match(tag))
    strings = (found[2][1:-1] for tag in tags for found in STRING.finditer(tag) if not found[1])
    return [string for string in strings if SENTENCE.search(string) and not CSS.fullmatch(string)]


@pytest.mark.parametrize("name", ALL)
def test_a_template_says_nothing_without_a_mark(name):
    text = (TEMPLATES / name).read_text()
    texts = texts_of(bare(text)) if Path(name).suffix == ".html" else [bare(text)]
    assert not [one for one in texts if NOTHING.foreign(one)]
    assert not handed_on(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{% include "a.html" with title="Ask them now" %}', ["Ask them now"]),
        ('{% include "a.html" with title=_("Ask them now") %}', []),
        ('{% include "a.html" with css="btn btn--sm" %}', []),
        ('{% translate "Ask them now" %}', []),
        ("{{ name|default:'Nobody you know' }}", ["Nobody you know"]),
    ],
)
def test_a_sentence_that_a_tag_hands_on_is_found(text, found):
    assert handed_on(text) == found


def test_words_beside_a_mark_are_found():
    assert NOTHING.foreign(bare('<p>{% translate "Ask" %} {{ name }} now</p>'))
