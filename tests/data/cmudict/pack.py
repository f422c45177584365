"""Makes ``syllables.txt.gz`` out of a ``cmudict.dict``, whose path it is given.

Kept: plain words in the pronunciation listed first. Left out: further pronunciations, words with signs or
digits, and "...'s", which ``tests.syllables`` works out.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

WORD = re.compile(r"[a-z]+(?:'[a-rt-z]+)?")


def counted(lines: Iterable[str]) -> dict[int, list[str]]:
    """The words by their number of syllables: of the sounds, vowels alone end in a digit (their stress)."""
    words: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        word, *sounds = line.partition("#")[0].split()
        if WORD.fullmatch(word):
            words[max(1, sum(sound[-1].isdigit() for sound in sounds))].append(word)
    return words


def pack(source: Path) -> bytes:
    words = counted(source.read_text(encoding="utf-8").splitlines())
    text = "".join(f"{number} {' '.join(sorted(words[number]))}\n" for number in sorted(words))
    return gzip.compress(text.encode(), 9, mtime=0)


if __name__ == "__main__":
    Path(__file__).with_name("syllables.txt.gz").write_bytes(pack(Path(sys.argv[1])))
