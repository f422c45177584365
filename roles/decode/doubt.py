"""Words beside letters that leave open whether somebody holds them: "not yet an LCSW", "LCSW in March".

In doubt letters are not held; nothing here says that they never will be. The words stand in the part of the
line the letters stand in, so that what is kept of it reads the same again.
"""

from __future__ import annotations

from roles.catalogue import Kind
from roles.decode.numbers import are_over
from roles.decode.segments import Segment
from roles.stages import NOT_BEFORE, NOT_YET, NOT_YET_ALONE, REGISTERED, TOWARD, is_stage


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


LICENSE_WORDS = _words("license licence licensure licensed unlicensed exam registration certification")
FAR = 4
"""Words that are looked at on each side of the letters."""
DENIED = _words("""
    not never no nor longer cannot can't cant won't wont isn't isnt wasn't wasnt doesn't doesnt don't dont
    didn't didnt hasn't hasnt haven't havent hadn't hadnt aren't arent without lacks lacking
    unlicensed non-licensed
""")
OVER = _words("""
    former formerly retired expired lapsed inactive lost surrendered revoked suspended denied failed void
    withdrawn ended cancelled canceled terminated relinquished forfeited discontinued invalid
""")
"""Words on either side of letters that say: no longer."""
LOST = OVER | _words("previous previously prior past once ex gave dropped stripped")
TO_COME = TOWARD | _words("""
    will upcoming pending awaiting waiting applied applying applies expected expecting anticipated
    anticipating soon nearly almost studying preparing prepping sitting training interning enrolled track path
    way hopes hoping hope wants wanting want wanted plans planning aims aiming needs need needed looking
    pre-licensed prelicensed in-training eligible license-eligible until till candidate candidates applicant
""")
UNSURE = _words("""
    maybe perhaps possibly probably unsure unclear if whether might could think guess supposedly acting
    interim equivalent
""")
BEFORE = DENIED | LOST | TO_COME | UNSURE
"""Words up to ``FAR`` places in front of letters."""
ALSO_NAMES = _words("will hope soon way path track once past")
"""Those of them that are also names: they tell in small letters, or with "a" or "her" behind them."""

BESIDE = _words("""
    be become becomes became becoming was were had get gets getting earn earns earning complete completes
    completing finish finishes finishing let for to by of under on pre
""")
"""Words in front of letters that tell only with nothing but ``SMALL`` words between."""
SMALL = _words("a an the her his their my our your its full fully clinical licensed been being")
TURNS = _words("now but")
"""Words that turn a sentence: "former teacher, now LCSW"."""
WITH = _words("work works worked working consult consults consulted consulting meets met alongside")
"""With "with", "for" or "alongside" and letters behind it, these are another person's."""
LEADING = _words("""
    is are am was were has have had will would does do did being been be currently still working works
    registered license the on her his no used to
""")
"""Little words in front of those, which belong to them and never to a name."""

BETWEEN = _words("""
    license licence lic licensure registration registered certification cert credential credentials
    application app exam grad status date board is was has have had been being now currently still just
    her his their the licensed active valid held
""")
"""Words that may stand between letters and what is said of them: "LCSW license is pending"."""
GONE = OVER | _words("ret retd emeritus emerita lapse lapses expire gone go")
AFTER = (
    NOT_YET
    | GONE
    | _words("""
    scheduled awaiting soon exam exams coursework unlicensed provisional temporary temp elig tbd tba to-be
    progress submitted supervised supervision oversight applied unknown unclear unsure equivalent equiv
    equivalency variance waiver
    in-progress in-training in-process
""")
)
ONCE = _words("was were had used")
"""Words in front of letters that tell of an earlier time."""
SAYS_NO = _words("no not none never nope nothing neither na n/a nil")
WITH_NO = _words("more any anymore longer now at all really sorry held it is has have she he they")
"""Words a "no" behind letters may stand with, and say no more: "LCSW: no, not any more"."""
SUPERVISED = _words("supervised supervision")
"""True of everybody below a license; a license that is may be one still to come."""
SOFT = _words("level hours track program programme training permit exp")
"""Words behind letters that tell as long as no job stands behind them: "LCSW Training Director"."""
PAIRS = {
    "in": _words("progress process training review school"),
    "on": _words("hold probation track variance waiver"),
    "under": _words("review supervision oversight investigation consideration variance waiver"),
    **dict.fromkeys(("by", "with"), _words("variance waiver equivalency")),
    "to": _words("be come follow"),
    "will": _words("be"),
    "about": _words("to"),
    "limited": _words("permit license licence"),
    **dict.fromkeys(
        ("not", "no", "never", "isn't", "isnt"),
        _words(
            "yet active current currently held valid licensed renewed issued longer complete completed done"
        ),
    ),
}
WHEN = _words("in by next this until till")
TIMES = _words("""
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec spring summer fall autumn winter year month months week weeks semester term
    quarter graduation
""")
LEADS = _words("""
    director supervisor manager coordinator services service liaison lead specialist administrator chief
    officer
""")
STAGES = _words("intern interns student students associate assistant trainee trainees graduate resident")
"""Words behind letters that belong to a job when one of ``LEADS`` follows: "LCSW Associate Director"."""
STEPS = STAGES | REGISTERED | _words("applicant applicants candidates supervisees")
ALONE = (
    NOT_YET_ALONE
    | AFTER
    | BETWEEN
    | TIMES
    | WHEN
    | SOFT
    | PAIRS.keys()
    | _words("passed yet review hold longer let any more anymore she he they")
)
"""Words a part of a line may be made of that says nothing else."""


def telling_before(segment: Segment, start: int, end: int) -> int:
    """Where the words in front of letters at ``start`` begin that leave them open; ``start`` without any.

    Nothing before ``end`` is looked at, nor what stands before a name or a job.
    """
    first, beside = start, True
    for at in range(start - 1, max(end, start - FAR) - 1, -1):
        if at in segment.stops:
            break
        if _tells(segment, at, start) or (beside and _tells_beside(segment, at)):
            first = at
        elif _ends_the_looking(segment, at):
            break
        beside = beside and segment.folded[at] in SMALL
    while end < first < start and segment.folded[first - 1] in LEADING:
        first -= 1
    return first


def _tells(segment: Segment, at: int, start: int) -> bool:
    word = segment.folded[at]
    near = NOT_BEFORE if at >= start - 2 else TOWARD
    return (
        word in near
        or are_over(word)
        or (word in BEFORE and (word not in ALSO_NAMES or _is_no_name(segment, at)))
    )


def _tells_beside(segment: Segment, at: int) -> bool:
    word = segment.folded[at]
    if word in ("with", "alongside"):
        return at > 0 and segment.folded[at - 1] in WITH
    return word in BESIDE and (segment.shouting or _is_no_name(segment, at))


def _is_no_name(segment: Segment, at: int) -> bool:
    """'will', 'Will be' and 'To an', but not 'Will' and 'To' in front of letters."""
    return segment.words[at].islower() or segment.folded[at + 1] in SMALL | {"be", "become"}


def _ends_the_looking(segment: Segment, at: int) -> bool:
    """A job, or a capital that is part of a name: what stands in front of it is said of that."""
    word, folded = segment.words[at], segment.folded[at]
    named = word[0].isupper() and not word.isupper() and folded not in SMALL | LEADING | BETWEEN
    return named or folded in LEADS or folded in TURNS


def telling_after(segment: Segment, end: int) -> int:
    """How many words behind letters that stop at ``end`` leave open whether they are held."""
    stop = next((at + 1 for at in range(end, len(segment.words)) if at in segment.stops), None)
    behind = segment.folded[end:stop][: 2 * FAR]
    if end - 1 in segment.stops:
        return len(behind) if leaves_open(behind) or says_no(behind) else 0
    return _told_behind(behind)


def _told_behind(behind: tuple[str, ...]) -> int:
    at = last = 0
    while at < len(behind):
        rest = behind[at:]
        length = len(rest) if says_no(rest) else _says_open(rest, first=at == 0)
        if not length and behind[at] not in BETWEEN:
            break
        at += length or 1
        last = at if length else last
    return last


def _says_open(rest: tuple[str, ...], *, first: bool) -> int:
    """How many of the next words say it."""
    word, after = rest[0], "".join(rest[1:2])
    if is_stage(rest[:2]) or after in PAIRS.get(word, ()):
        return 2
    if word in WHEN:
        return _until_a_time(rest)
    if word in SOFT | STAGES and after in LEADS:
        return 0
    tells = word in AFTER or word in ("training", "track") or are_over(word)
    return int(tells or (first and word in SOFT))


def _until_a_time(rest: tuple[str, ...]) -> int:
    """'in March', 'by next summer', and 'in' as the last word, where a year was."""
    if len(rest) == 1:
        return 1
    return next((at + 1 for at, word in enumerate(rest[:4]) if word in TIMES), 0)


def says_no(folded: tuple[str, ...]) -> bool:
    """Is a part of a line a plain "no" to the letters in front: "none", "not any more", "N/A"?"""
    return bool(SAYS_NO.intersection(folded[:1])) and set(folded[1:]) <= WITH_NO | SAYS_NO


def says_lost(telling: str) -> bool:
    """Do the words beside letters say that they are not held, or no longer?

    "former LCSW intern" and "not a candidate for LCSW" speak of a step before, and say nothing of the LCSW.
    """
    words = tuple(telling.split())
    if (STEPS | TO_COME).intersection(words):
        return False
    told = (DENIED | LOST | GONE | ONCE).intersection(words)
    return bool(told) or says_no(words) or any(map(are_over, words))


def says_nothing_new(telling: str, kind: Kind) -> bool:
    """Somebody below a license is supervised anyway, and a degree stays when the years at school are over."""
    return (telling in SUPERVISED and kind is not Kind.LICENCE) or (are_over(telling) and kind is Kind.DEGREE)


def leaves_open(folded: tuple[str, ...]) -> bool:
    """Is a part of a line nothing but words that leave the letters beside it open: '(license pending)'?"""
    if any(map(are_over, folded)):
        return all(are_over(word) or word in BETWEEN for word in folded)
    if not folded or not set(folded) <= ALONE:
        return False
    if set(folded) <= NOT_YET_ALONE:
        return not set(folded) <= BETWEEN
    return any(_says_open(folded[at:], first=False) for at in range(len(folded)))
