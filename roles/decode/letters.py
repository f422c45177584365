"""Finds letters and titles among the words of one segment: what is on the badge, what is only a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz import fuzz, process

from roles.decode.doubt import telling_after, telling_before
from roles.decode.found import Find
from roles.decode.numbers import are_over
from roles.decode.segments import Segment
from roles.decode.vocabulary import (
    ALSO_WORDS,
    FIELDS,
    FIELDS_BEFORE,
    NOT_A_NAME,
    NOT_LETTERS,
    PRONOUNS,
    SHORTENED,
)
from roles.decode.whole_title import whole
from roles.lexicon import GENERAL_DEGREES, Lexicon, looks_like_letters, without_suffix
from roles.stages import NOT_YET_ALONE, is_stage

CLOSE_ENOUGH = 88.0
"""How alike a misspelt title is to the one it is taken for: 0-100, the share of letters kept in order."""
MAX_SHOUT = 3
"""More capital words than this in a row, none of them known, are a loud sentence and not letters."""

SHORT_WORD = 5
LONGEST_LETTERS = 8
"""Signs of small letters behind a comma that are taken for letters: as a word, and without a vowel."""

LONGEST_NAME = 30
"""Signs in one word of a person's name."""

_VOWELS = frozenset("aeiouy")


def find(segment: Segment, lexicon: Lexicon, *, naming: bool) -> tuple[Find, ...]:
    """What stands in a segment, in order. ``naming``: the person's name may still stand in front."""
    known = {f.start: f for f in _known(segment, lexicon)}
    kept = [f for f in known.values() if not f.letters]
    for run in _runs(segment, known):
        if _is_badge(run, segment, naming=naming):
            kept += run
        else:
            kept += [f for f in run if f.sure or _stands_alone(f, segment)]
    in_order = sorted(kept, key=lambda f: f.start)
    titles = _whole(in_order, segment, lexicon, alone=not naming and len(kept) == 1)
    return tuple(_weighed(list(titles), segment))


def _whole(found: list[Find], segment: Segment, lexicon: Lexicon, *, alone: bool) -> Iterator[Find]:
    after = 0
    for item, behind in zip(found, [*found[1:], None], strict=False):
        until = behind.start if behind else len(segment.words)
        titled = whole(item, segment, lexicon, after=after, until=until, alone=alone)
        after = titled.end
        yield titled


def _weighed(found: list[Find], segment: Segment) -> Iterator[Find]:
    """'LCSW candidate' and 'working toward LCSW' are no LCSW; the words are kept with the letters."""
    end, before = 0, ""
    for item, behind in zip(found, [*found[1:], None], strict=False):
        stage = is_stage(segment.folded[item.start : item.end])
        if item.start < end or (stage and behind and behind.letters and behind.start == item.end):
            continue
        told = _told(item, segment, end)
        end = told.end
        told = told.behind(before) if item.start in segment.slashed else told
        before = told.front
        yield told


def _told(item: Find, segment: Segment, done: int) -> Find:
    """The letters with the words around them that leave them open; nothing before ``done`` is theirs."""
    if not item.key:
        return item
    start = telling_before(segment, item.start, done)
    end = item.end + telling_after(segment, item.end)
    front, behind = segment.folded[start : item.start], segment.folded[item.end : end]
    text = " ".join((*segment.words[start : item.start], item.text, *segment.words[item.end : end]))
    asked = "?" if segment.asked and segment.slashed.issuperset(range(end, len(segment.words))) else ""
    telling = " ".join((*front, *behind)) or asked
    return replace(item, start=start, end=end, text=text + asked, telling=telling, front=" ".join(front))


def guess(segment: Segment, lexicon: Lexicon) -> Find | None:
    """The words most like a known title, when they are close enough to be a slip of the keys."""
    best, score = None, CLOSE_ENOUGH
    words = tuple(SHORTENED.get(word, word) for word in segment.folded[:12])
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 6) + 1):
            text = " ".join(words[start:end])
            if len(text) < 7:
                continue
            hit = process.extractOne(text, lexicon.phrases, scorer=fuzz.ratio, score_cutoff=score)
            if hit and text != f"{hit[0]}s" and (best is None or hit[1] > score):
                best, score = Find(start, end, " ".join(segment.words[start:end]), hit[0]), hit[1]
    return best


def is_name(words: tuple[str, ...], *, capitals: bool) -> bool:
    """Could these words be a person's name? None belongs to a job or a sentence, and they are few."""
    plain = [word.lower().strip(".") for word in words]
    if not words or any(word in NOT_A_NAME or len(word) > LONGEST_NAME or are_over(word) for word in plain):
        return False
    if len(words) == 1 and looks_like_letters(words[0]):
        return False
    capital = all(word[0].isupper() for word in words)
    return len(words) <= (6 if capital else 4) and (capital or not capitals)


def _known(segment: Segment, lexicon: Lexicon) -> Iterator[Find]:
    """Names of the catalogue, longest first, from left to right."""
    at, count = 0, len(segment.words)
    while at < count:
        span = max(2, lexicon.spans.get(segment.folded[at], 1))  # two: "CADC II" for "CADC-II"
        for end in range(min(count, at + span), at, -1):
            found = _with_field(_at(segment, at, end, lexicon), segment, lexicon)
            if found:
                yield found
                break
        at = found.end if found else at + 1


def _with_field(found: Find | None, segment: Segment, lexicon: Lexicon) -> Find | None:
    """'BA Psychology' and 'MS in Human Services': a degree with what it is in. No title is cut for it."""
    if found is None or found.key not in GENERAL_DEGREES:
        return found
    end = last = found.end
    while end < len(segment.words) and segment.folded[end] in FIELDS | FIELDS_BEFORE:
        end += 1
        last = end if segment.folded[end - 1] in FIELDS else last
    longer = (segment.folded[at:to] for at in range(found.end, last) for to in range(last + 1, last + 4))
    if last == found.end or any(" ".join(words) in lexicon.names for words in longer):
        return found
    return replace(found, end=last, text=" ".join(segment.words[found.start : last]), sure=True)


def behind_comma(segment: Segment, lexicon: Lexicon, *, named: bool) -> tuple[Find, ...]:
    """'kim, ot' and 'Sam Poe, xqzt'. ``named``: the name in front is whole, so this is no part of it."""
    if not segment.after_comma or segment.address or len(segment.words) > MAX_SHOUT:
        return ()
    words = list(zip(segment.words, segment.folded, strict=True))
    found = [Find(n, n + 1, w, _letters_key(f, lexicon), letters=True) for n, (w, f) in enumerate(words)]
    if all(f.key for f in found) or (len(found) == 1 and _is_no_word(*words[0], named=named)):
        return tuple(found)
    return ()


def ending(segment: Segment, lexicon: Lexicon) -> tuple[Find, ...]:
    """'kim lee md': small letters that cannot be spoken as a word, behind a name of two words."""
    count = len(segment.words) - 1
    if not 1 < count <= MAX_SHOUT or segment.address or not is_name(segment.words[:-1], capitals=False):
        return ()
    last = segment.folded[-1]
    key = "" if last in ALSO_WORDS or _VOWELS.intersection(last) else _letters_key(last, lexicon)
    return (Find(count, count + 1, segment.words[-1], key, letters=True),) if key else ()


def _letters_key(folded: str, lexicon: Lexicon) -> str:
    key = lexicon.find(folded, compact=True)
    if key and lexicon.letters(key):
        return key
    return folded if folded in GENERAL_DEGREES else ""


def _is_no_word(word: str, folded: str, *, named: bool) -> bool:
    """Small letters we do not know that may be letters all the same: kept, and said to be unknown."""
    letters = [ch for ch in folded if ch.isalpha()]
    if folded in NOT_LETTERS | NOT_A_NAME | ALSO_WORDS | NOT_YET_ALONE | PRONOUNS or len(letters) < 3:
        return False
    short = named and word.islower() and len(letters) <= SHORT_WORD
    return short or (len(letters) <= LONGEST_LETTERS and not _VOWELS.intersection(letters))


def _at(segment: Segment, start: int, end: int, lexicon: Lexicon) -> Find | None:
    text = " ".join(segment.words[start:end])
    folded = " ".join(segment.folded[start:end])
    badge = looks_like_letters(text)
    whole = len(segment.words) == end - start
    key = lexicon.find(folded, compact=badge) or _variant(text, folded, lexicon, whole=whole)
    if not key and folded in GENERAL_DEGREES:
        key = folded
    if not key:
        return None
    if key not in GENERAL_DEGREES and not lexicon.letters(key):
        return Find(start, end, text, key, sure=True)
    if not (badge or segment.alone or _unmistakable(folded, alone=whole)):
        return None
    return Find(start, end, text, key, letters=True, sure=not _is_doubtful(folded, segment))


def _is_doubtful(folded: str, segment: Segment) -> bool:
    """Two letters can be anything, and so can a word on a line all in capitals."""
    return sum(ch.isalpha() for ch in folded) <= 2 or (segment.shouting and folded in ALSO_WORDS)


def _variant(text: str, folded: str, lexicon: Lexicon, *, whole: bool) -> str:
    """'PMHNP-BC', 'QMHPs', "QMHP's" and 'skills trainers', but not 'Sunrise Health Associates'."""
    stem = without_suffix(folded)
    key = lexicon.find(stem, compact=looks_like_letters(text)) if stem != folded else ""
    if key:
        return key
    stem = folded.removesuffix("'s") if folded.endswith("'s") else folded[:-1]
    if not text.endswith("s") or stem not in lexicon.names:
        return ""
    plural = looks_like_letters(text) if lexicon.letters(stem) else whole or text[0].islower()
    return stem if plural else ""


def _unmistakable(folded: str, *, alone: bool) -> bool:
    """Small letters count when they are no word: 'qmhp' and 'lpc' do, 'ot' does not, 'rn' only on its own."""
    letters = [ch for ch in folded if ch.isalpha()]
    if folded in ALSO_WORDS or len(letters) < 2:
        return False
    if len(letters) >= 4:
        return True
    return not _VOWELS.intersection(letters) and (len(letters) == 3 or alone)


def _runs(segment: Segment, known: dict[int, Find]) -> Iterator[list[Find]]:
    """Groups of letters that stand next to each other, known and unknown ones alike."""
    run: list[Find] = []
    at = 0
    while at < len(segment.words):
        found = known.get(at) or _unknown_at(segment, at)
        if found and found.letters:
            run.append(found)
        elif run:
            yield run
            run = []
        at = found.end if found else at + 1
    if run:
        yield run


def _unknown_at(segment: Segment, at: int) -> Find | None:
    word, folded = segment.words[at], segment.folded[at]
    if (
        folded in NOT_LETTERS
        or not looks_like_letters(word)
        or sum(map(str.isalpha, folded)) > LONGEST_LETTERS
    ):
        return None
    return Find(at, at + 1, word, letters=True)


def _is_badge(run: list[Find], segment: Segment, *, naming: bool) -> bool:
    """Are these letters where letters stand: beside sure ones, on their own, or right after a name?"""
    if any(f.sure for f in run):
        return True
    if segment.address:
        return False
    if run[0].start == 0 and run[-1].end == len(segment.words):
        return len(run) <= MAX_SHOUT and not (segment.shouting and len(run) > 1)
    return naming and _is_behind_a_name(run, segment)


def _is_behind_a_name(run: list[Find], segment: Segment) -> bool:
    before = segment.words[: run[0].start]
    at_end = run[-1].end == len(segment.words)
    return at_end and is_name(before, capitals=True) and (len(before) > 1 or not _one_word(run))


def _one_word(run: list[Find]) -> bool:
    """'Please DO' is no doctor; 'Okafor MD' is."""
    return len(run) == 1 and run[0].text.lower() in ALSO_WORDS


def _stands_alone(found: Find, segment: Segment) -> bool:
    """Two capitals in a sentence that are no word: 'our OT said'."""
    quiet = not segment.shouting and not segment.address
    return bool(found.key) and quiet and found.text.lower() not in ALSO_WORDS
