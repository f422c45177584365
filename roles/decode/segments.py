"""Cuts a pasted signature into short pieces and drops what is not about the person's work."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from roles.decode.markup import without_markup
from roles.decode.numbers import are_over, with_years_over, without_license_number, without_years
from roles.decode.someone_else import without_supervisor
from roles.decode.vocabulary import CLOSINGS, JOBS, LABELS, LEGAL, NOT_A_NAME, PRONOUNS, TRAININGS
from roles.lexicon import fold, looks_like_letters, visible
from roles.stages import NOT_YET, NOT_YET_ALONE

MAX_TEXT = 4_000
"""Characters that are read. A signature has a few hundred; the rest is cut and said so."""
MAX_MARKUP = 4 * MAX_TEXT
"""Characters that are looked at before tags are taken out."""

COMMAS = ",،、"
_BREAKS = re.compile(r"[,;|•·:()\[\]{}<>\t،、]|\s[-–—~/]+\s|\s{3,}")
_WITHIN = frozenset(":()[]{}<>")
"""Breaks between words that are still said of each other: "EMDR (webinar)"."""
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MI|MN|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR"
    "|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
PLACE_WITH_ZIP = re.compile(
    rf"\b(?:(?:{_STATES})\.?,?\s+\d{{3}}|MD\.?,?\s+2(?:0[6-9]|1\d)|MA\.?,?\s+0[12]\d|MS\.?,?\s+3[89]\d"
    r"|PA\.?,?\s+1[5-9]\d)\d\d(?:-\d{4})?\b"
)
"""A state and a ZIP code. "MD 12345" is no place: Maryland's begin with 206 to 219, so it is a doctor."""
_SPLIT_DEGREE = re.compile(r"\b(?:(?:Ph|Psy|Ed|M|B)\.\s(?:D|Ed|S|A|S\.\s?W)|(?:Ph|PH|Psy)\sD)\b\.?")
_SPLIT_TRAINING = re.compile(
    rf"\b(?:{'|'.join(name.replace('-', ' ') for name in TRAININGS if '-' in name)})\b", re.IGNORECASE
)
"""A method that is written with a hyphen, without it: 'TF CBT'."""
_WEB = re.compile(r"(?:https?://|www\.)|\.(?:com|org|net|gov|edu|us|health|info|io)(?:/|$)", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|blvd|boulevard|drive|(?<=\w )dr|lane|ln|hwy|highway|way|court|ct"
    r"|suite|ste|floor|p\.?\s?o\.?\s?box|box|bldg|building|room|unit)\b",
    re.IGNORECASE,
)
"""A word of an address. "Dr." in front of a name is a doctor, behind one a drive."""
_ENDS_IN_STATE = re.compile(rf"\b(?:{_STATES}|MD|MA|MS|PA)\.?\s*$")

_HYPHEN_NOT_YET = re.compile(
    rf"(?<=[A-Za-z])-(?=(?:{'|'.join(sorted(NOT_YET | {'level', 'equivalent'}))})\b)", re.IGNORECASE
)
_AND_OR = re.compile(r"\band\s*/\s*or\b", re.IGNORECASE)
_PICTURE = "\ufffc"
_PICTURED_NAME = re.compile(
    rf"^([ ]*[^\W\d_]+)[ ]*{_PICTURE}[ {_PICTURE}]*([^\W\d_]+)(?=[ ]*(?:[,|\n{_PICTURE}]|$))", re.MULTILINE
)
"""A picture inside a name, 'Mia 🌼 Torres': one word on each side, at the start of a line."""
_NICKNAME = re.compile(
    r"^(\s*(?:Dr\.? |Mrs?\.? |Ms\.? )?[^\W\d_]+) \(([^\W\d_]+(?:/[^\W\d_]+)*)\)(?= [^\W\d_]+)"
)
_JOB_INSIDE = re.compile(
    rf"^(\s*[^\W\d_]+) \(({'|'.join(sorted(JOBS))})\) ((?-i:[A-Z][a-z]+))\b", re.IGNORECASE
)
"""'Jane (Therapist) Miller': the job is told, and it is nobody's nickname."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two breaks. ``line`` counts from 0; ``shouting``: the line has no small letters.

    ``alone``: nothing else was pasted than this one word. ``whole``: nothing else stands in its line.
    ``after_comma`` and ``before_comma``: a comma in the line parts it from the words beside it; ``joined``:
    an "and" or "or" does in front, ``either``: an "or". ``asked``: its letters have a question mark.
    ``slashed``: the words behind a slash. ``stops``: the words that end a sentence. ``parts``: the text
    between the commas and dashes of its line, with numbers and brackets; the words are of ``part_at``.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    line: int
    shouting: bool = False
    address: bool = False
    alone: bool = False
    whole: bool = False
    after_comma: bool = False
    before_comma: bool = False
    joined: bool = False
    either: bool = False
    asked: bool = False
    slashed: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()
    parts: tuple[str, ...] = ()
    part_at: int = 0


def read(text: str, year: int = date.max.year) -> tuple[tuple[Segment, ...], bool]:
    """The segments of a paste, and whether it was too long to read whole. Linear in its length.

    ``year``: years that ended before it are kept as a word, every other number is a break. Not told, all that
    have an end are over.
    """
    kept, truncated = _cut(without_markup(text[:MAX_MARKUP]))
    truncated = truncated or len(text) > MAX_MARKUP
    found: list[Segment] = []
    legal = someone_else = False
    for number, line in enumerate(_plain(kept).split("\n")):
        start = fold(line)
        legal = bool(start) and (legal or start.startswith(LEGAL))
        if not start or legal or start in CLOSINGS:
            continue
        mine, theirs = ("", line) if someone_else else without_supervisor(line, first=not found)
        someone_else = theirs is not None and not fold(theirs)
        found += _pieces(with_years_over(without_license_number(mine), year), number)
    return _marked_alone(found), truncated


def _pieces(line: str, number: int) -> list[Segment]:
    """The segments of a line; one that is all of it says so."""
    pieces = list(_segments(line, number))
    if len(pieces) == 1 and not pieces[0].before_comma:
        return [replace(pieces[0], whole=True)]
    return pieces


def _marked_alone(found: list[Segment]) -> tuple[Segment, ...]:
    if len(found) == 1 and len(found[0].words) == 1:
        return (replace(found[0], alone=True),)
    return tuple(found)


def _cut(text: str) -> tuple[str, bool]:
    """At most ``MAX_TEXT`` characters, ending between two words where there is such a place."""
    if len(text) <= MAX_TEXT:
        return text, False
    kept = text[:MAX_TEXT]
    if not text[MAX_TEXT].isspace():
        end = max(kept.rfind(" "), kept.rfind("\n"), kept.rfind(","))
        kept = kept[:end] if end > MAX_TEXT // 2 else kept
    return kept, True


def _plain(text: str) -> str:
    """One kind of line end, letters in their plain width, pictures as breaks, nothing invisible."""
    lines = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    wide = unicodedata.normalize("NFKC", lines)[: 2 * MAX_TEXT]
    plain = "".join(_plain_character(ch) for ch in wide)
    return _PICTURED_NAME.sub(r"\1 \2", plain).replace(_PICTURE, "|")


def _plain_character(ch: str) -> str:
    if ch in "\n\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if ch == "\t" or ch == "|":
        return "|"
    category = unicodedata.category(ch)
    if category in ("So", "Co", "Cn") or ch in "★☆✦❖":
        return _PICTURE
    return " " if category in ("Cc", "Zs") or ch in '*_"“”«»`#' else ch


def _is_shouting(line: str) -> bool:
    return line.upper() == line and len(line.split()) > 3


def _without_label(line: str) -> str:
    label, colon, rest = line.partition(":")
    return rest if colon and fold(label) in LABELS else line


def _segments(line: str, number: int) -> Iterator[Segment]:
    shouting = _is_shouting(line)
    line = _HYPHEN_NOT_YET.sub(" ", _without_label(line))
    line = _NICKNAME.sub(_without_nickname, _JOB_INSIDE.sub(r"\1 \3, \2", line))
    street = False
    joined = _SPLIT_DEGREE.sub(lambda m: m.group(0).replace(" ", ""), PLACE_WITH_ZIP.sub("|", line))
    joined = _SPLIT_TRAINING.sub(lambda m: m.group(0).replace(" ", "-"), joined)
    wide = tuple(part.text for part in _parts(joined, within=False))
    for part, comma_before, comma_behind, part_at in _parts(joined):
        on_street = any(ch.isdigit() for ch in part) and bool(_STREET.search(part))
        street = on_street or (street and comma_before)  # "12 Oak St, Baltimore, MD": a town and its state
        address = on_street or (street and bool(_ENDS_IN_STATE.search(part)))
        groups = list(_word_groups(without_years(part, houses=on_street)))
        for at, group in enumerate(groups):
            words = tuple(group.words)
            segment = Segment(words, tuple(map(fold, words)), number, shouting, address)
            segment = replace(segment, parts=wide, part_at=part_at)
            first, last = at == 0, at == len(groups) - 1
            segment = replace(segment, after_comma=comma_before and first, before_comma=comma_behind and last)
            segment = replace(segment, joined=bool(group.joint), either=group.joint == "or")
            yield replace(segment, asked=group.asked, stops=frozenset(group.stops))


def _without_nickname(found: re.Match[str]) -> str:
    """'Jane (Jay) Doe' is Jane Doe. Letters, or a word about the job, stay where they are."""
    first, nickname = found.groups()
    if PRONOUNS.issuperset(nickname.lower().split("/")):
        return first
    plain = nickname.istitle() and first.split()[-1].istitle()
    return first if plain and nickname.lower() not in NOT_A_NAME | NOT_YET_ALONE | JOBS else found.group()


class _Part(NamedTuple):
    """A piece between two breaks, if a comma stands before and behind it, and ``Segment.part_at``."""

    text: str
    after_comma: bool
    before_comma: bool
    at: int


def _parts(line: str, *, within: bool = True) -> Iterator[_Part]:
    """The pieces of a line; ``within``: cut at what parts words that are still said of each other, too."""
    start, before, at = 0, False, 0
    for mark in _BREAKS.finditer(line):
        inside = mark.group() in _WITHIN
        if inside and not within:
            continue
        comma = mark.group() in COMMAS
        yield _Part(line[start : mark.start()], before, comma, at)
        start, before, at = mark.end(), comma, at + (not inside)
    yield _Part(line[start:], before, False, at)


@dataclass(slots=True)
class _Group:
    """Words that stand together, as they are gathered."""

    words: list[str] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    joint: str = ""
    asked: bool = False

    def take(self, word: str, after: str) -> None:
        """Add a word as it is written; ``after`` is the next one."""
        bare = _bare(word)
        if not bare:
            return
        self.words.append(bare)
        if _ends_sentence(word, after):
            self.stops.append(len(self.words) - 1)
        self.asked = word.endswith("?") and looks_like_letters(bare) and not _explains(self)


def _word_groups(part: str) -> Iterator[_Group]:
    """The words of one part, broken where a number, an address, a pronoun or an "and" between letters was.

    Letters with a question mark end a group as well.
    """
    group = _Group()
    raw = _AND_OR.sub("or", part).replace("&", " and ").replace("+", " and ").split()
    for before, word, after in zip(["", *raw], raw, [*raw[1:], ""], strict=False):
        joint = word.lower() if _joins(before, word, after) else ""
        clutter = joint or _is_clutter(word)
        if not clutter:
            group.take(word, after)
        if clutter or group.asked:
            if group.words:
                yield group
            group = _Group(joint=joint)
    if group.words:
        yield group


def _joins(before: str, word: str, after: str) -> bool:
    """Does an "and" or "or" stand beside letters?"""
    return word.lower() in ("and", "or") and (looks_like_letters(before) or looks_like_letters(after))


def _ends_sentence(word: str, after: str) -> bool:
    """'helps.' in front of a capital; 'Dr.' and 'R.' end none."""
    ends = len(word) > 4 or (len(word) > 3 and looks_like_letters(word[:-1]))
    return word[-1] in ".!?" and ends and after[:1].isupper()


def _explains(group: _Group) -> bool:
    """'What is a QMHA?' asks about the letters, and not whether somebody has them."""
    return bool({"what", "what's"} & set(map(fold, group.words)))


def _is_clutter(word: str) -> bool:
    if are_over(word):
        return False
    if "@" in word or sum(ch.isdigit() for ch in word) > 1 or _WEB.search(word):
        return True
    parts = word.lower().strip(".").split("/")
    return len(parts) > 1 and all(part in PRONOUNS for part in parts)


def _bare(word: str) -> str:
    """The word as written, without marks around it: 'QMHA.' gives 'QMHA', 'R.' and 'M.S.W.' stay."""
    word = word.strip(" -~/'‘’?!=^…")
    if word.count(".") == 1 and word.endswith(".") and len(word) > 4:
        return word[:-1]
    return word if any(ch.isalpha() for ch in word) or are_over(word) else ""
