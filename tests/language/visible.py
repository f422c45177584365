"""What a reader sees or hears of a page, and which of it nobody could say in another language."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from tests.language.pseudo import CLOSE, OPEN

HIDDEN = {"script", "style", "symbol", "defs"}
SPOKEN = ("title", "aria-label", "aria-description", "placeholder", "alt", "hx-confirm")
BY_SCRIPT = ("data-cover", "data-copied", "data-not-copied", "data-away", "data-sent")
BY_STYLE = ("data-why", "data-close")
PRESSED = {"submit", "button", "reset"}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SENTENCE = re.compile(r"(?<=[.?!…])\s+|\n+|; |: ")
_INITIALS = re.compile(r"[^\W\d_]{1,2}\d*")
_MARKED = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*(?:{CLOSE}|…$)")  # a long text may be cut within its marks


class _Reader(HTMLParser):
    """Collects the texts of a page in order."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        said = {name: value or "" for name, value in attrs}
        self.texts += [said[name] for name in (*SPOKEN, *BY_SCRIPT, *BY_STYLE) if name in said]
        if tag == "input" and said.get("type") in PRESSED:
            self.texts.append(said.get("value", ""))
        if tag == "meta" and said.get("name") == "description":
            self.texts.append(said.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


def texts_of(html: str) -> list[str]:
    """Every text of a page that is seen or spoken, each in one line."""
    reader = _Reader()
    reader.feed(html)
    return [even for text in reader.texts if (even := " ".join(text.split()))]


def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


class Known:
    """Words that are data: facts of the catalogue, and what somebody typed."""

    def __init__(self, values: Iterable[str]) -> None:
        self.phrases = {words for value in values for words in _pieces(value)}
        self.longest = max((len(phrase) for phrase in self.phrases), default=0)

    def foreign(self, text: str) -> str:
        """What is left of a text without what is marked and what is known; '' when nothing is."""
        rest = _MARKED.split(text)
        if _INITIALS.fullmatch(text) and text.isupper():
            return ""  # in the place of a face
        return " … ".join(filter(None, (self._left(piece) for piece in rest)))

    def _left(self, piece: str) -> str:
        words, left, at = words_of(piece), [], 0
        while at < len(words):
            reach = range(min(len(words), at + self.longest), at, -1)
            end = next((end for end in reach if words[at:end] in self.phrases), 0)
            if piece.endswith("…") and self._begins(words[at:]):
                end = len(words)
            if not end and not words[at].isdecimal():
                left.append(words[at])
            at = end or at + 1
        return " ".join(left)

    def _begins(self, words: tuple[str, ...]) -> bool:
        """Are these the first words of something known that was cut short?"""
        return any(phrase[: len(words)] == words for phrase in self.phrases)


def _pieces(value: str) -> Iterator[tuple[str, ...]]:
    """A value as a whole, and each of its sentences: a page may show one of them."""
    yield words_of(value)
    for sentence in _SENTENCE.split(value):
        yield words_of(sentence)
