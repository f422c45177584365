"""Where a line goes on about somebody else: a supervisor, whose letters are not the person's."""

from __future__ import annotations

import re

from roles.lexicon import fold

_SUPERVISED = re.compile(
    r"\b(?:(?:supervised|overseen|mentored|trained|(?:co-?)?signed)(?:\s+\w+){0,2}\s+by"
    r"|(?:under|with)\s+(?:the\s+)?(?:clinical\s+)?(?:supervision|direction)\s+(?:of|by|from)"
    r"|supervision\s+(?:provided\s+)?(?:by|from)|work(?:s|ed|ing)?\s+under"
    r"|(?:her|his|their)\s+(?:clinical\s+)?supervisor|reports?\s+to)\b[\s:]*",
    re.IGNORECASE,
)
_NAMED = (
    r"supervising\s+\w+\s*:|my\s+(?:clinical\s+)?supervisor\b"
    r"|(?-i:supervisor(?=\s+[A-Z][a-z]+\s+[A-Z][a-z]+))"
)
_SUPERVISOR = re.compile(
    rf"\b(?:{_NAMED}|(?:clinical\s+|my\s+)?supervisor\s*(?::|\s[-–—]\s|\bis\b))[\s,:]*", re.IGNORECASE
)
_INSIDE = re.compile(
    rf"\W+(?:clinical\s+)?(?:{_NAMED}|supervisor\s*:|supervisor\s+is\b)[\s,]*"
    r"|[,;|(]\W*(?-i:[A-Z]{3,6})\s+(?:clinical\s+)?supervisor\s*:\s*",
    re.IGNORECASE,
)
"""A supervisor named inside a line, also in the first: "Jo Smith, supervisor: Ana Ruiz LCSW"."""
_OF_A_LABEL = ("", "my", "our", "clinical", "my clinical", "our clinical")
_ENDS_IN_LETTERS = re.compile(r"\b[A-Z][A-Z.-]+\s*[(\[]?\s*$")


def without_supervisor(line: str, *, first: bool) -> tuple[str, str | None]:
    """A line up to "supervised by", and what stands behind: the letters there are someone else's.

    Nothing behind it: the next line is the supervisor's. Letters right in front keep the word "supervised": a
    license that is may be one still to come.
    """
    found = _SUPERVISED.search(line)
    if found and _ENDS_IN_LETTERS.search(line[: found.start()]):
        return f"{line[: found.start()]} supervised", line[found.end() :]
    found = found or _supervisor_in(line, label=first and not line[:1].islower())
    return (line[: found.start()], line[found.end() :]) if found else (line, None)


def _supervisor_in(line: str, *, label: bool) -> re.Match[str] | None:
    """``label``: "Supervisor: ..." at the start of this line is a title."""
    found = None if label else _SUPERVISOR.search(line)
    found = found or _INSIDE.search(line)
    return None if found and label and fold(line[: found.start()]) in _OF_A_LABEL else found
