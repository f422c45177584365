"""Does a training say in its own name that it is less than a full course that is done and still counts?

"TF-CBT webinar" is short, "expired TF-CBT" is over, and "TF-CBT 2027" is still to come.
"""

from __future__ import annotations

import re

from roles.catalogue import Catalogue
from roles.decode.numbers import are_over, with_years_over
from roles.decode.short_training import says_short

_NOT_NOW = re.compile(
    r"""\b(?: expired? | expires | lapsed? | former(?:ly)? | inactive | revoked | suspended | withdrawn
    | surrendered | cancel+ed | discontinued | dropped[ ](?:out|it) | void | ended | retired | no[ ]longer
    | until | not[ ]renewed | pending | expected | anticipated | scheduled | enrolled | upcoming
    | awaiting | wait-?[ ]?list(?:ed)?
    | incomplete | unfinished | on-?going | in[ -](?:progress|training|process) | under-?[ ]?way
    | not[ ](?:yet|done|finished|complete[d]?) | never[ ](?:done|finished|complete[d]?) | planned | future
    | (?:plans?|planning|hopes?|hoping|wants?|going|about|signed[ ]up|registered|applied)[ ](?:to|for)
    | (?:will|to)[ ](?:be|start|begin|take|do|finish|complete) | (?:starts|starting|begins|beginning) | soon
    | (?:next|this[ ]coming)[ ](?:week|month|year|spring|summer|fall|autumn|winter)
    | half-?way | part-?way | partly[ ]done | half[ ]done | studying | learning
    )\b""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<![\w/.-])(?:20(\d\d)|'(\d\d))(?![\w/]|-\d)")


def says_less(name: str, capability: str, catalogue: Catalogue) -> bool:
    """Not 'TF-CBT certified 2019', nor 'Safety planning course'."""
    year = catalogue.checked_on.year if catalogue.checked_on else 9999
    return says_short(name, capability, catalogue) or says_not_now(name, year)


def says_not_now(name: str, year: int) -> bool:
    """'Expired TF-CBT' and 'TF-CBT 2010-2012' are over; 'TF-CBT 2027' is to come in the ``year`` 2026."""
    plain = " ".join(name.casefold().replace("’", "'").replace("–", "-").split())
    over = any(map(are_over, re.split(r"[\s,;()]+", with_years_over(plain, year))))
    to_come = any(2000 + int(a or b) > year for a, b in _YEAR.findall(plain) if a or int(b) < 70)
    return over or to_come or bool(_NOT_NOW.search(plain))
