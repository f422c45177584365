"""A job title as it is written: "School Based Mental Health Therapist", where we know its last word alone."""

from __future__ import annotations

from dataclasses import replace

from roles.decode.found import Find
from roles.decode.segments import Segment
from roles.decode.vocabulary import LABELS, NOT_A_NAME
from roles.lexicon import Lexicon


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


FRONT = _words("""
    senior lead head chief principal staff licensed certified bilingual bicultural spanish-speaking
    multicultural outpatient inpatient clinical child children children's family families
    youth teen adolescent adult early childhood infant toddler pediatric young mental behavioral
    behavioural behavior health school based home in-home community center office program primary care
    intensive crisis mobile emergency residential milieu day treatment after-school trauma informed
    grief bereavement play art music dance drama movement sand group individual couples couple marriage
    relationship substance use abuse addiction addictions recovery dual diagnosis co-occurring eating
    disorder disorders autism developmental special education educational academic elementary middle
    college applied analysis social emotional skills life wellness psychiatric psychology doctoral
    predoctoral postdoctoral nursing forensic juvenile justice court foster adoption kinship wraparound
    contract part-time full-time per-diem telehealth virtual remote regional intake transition
    transitional independent vocational employment housing peer parent parenting perinatal maternal
    veteran veterans military physical massage respiratory rehabilitation rehab hospital medical
    functional multisystemic support services prevention intervention outreach engagement team
""")
"""Words that stand in front of a job and say more about it. None of them is a person's name."""
BEHIND = _words("""
    supervisor manager director coordinator lead leader team program service services unit department i ii iii
    iv specialist consultant technician facilitator administrator trainer educator aide worker
""")
CONNECT = _words("and of for")
SENTENCE = (NOT_A_NAME | LABELS | _words("from not no will has have can if when who here there via")) - FRONT
LONGEST = 7
"""Words of a title that are kept."""


def whole(found: Find, segment: Segment, lexicon: Lexicon, *, after: int, until: int, alone: bool) -> Find:
    """The same find with the words of the title around it; letters and names of one license stay as they are.

    What it may mean is still read from the words that are known. ``after`` and ``until``: where the finds
    beside it end and begin. ``alone``: the person is named and nothing else was found here, so a part that is
    no sentence is a title from its first word on.
    """
    kinds = {entry.kind for entry in lexicon.names.get(found.key, ())}
    if found.letters or not kinds & {"title", "spoken"}:
        return found
    end = found.end + _behind(segment.folded[found.end : until], last=until == len(segment.words))
    start = _front(segment, found.start, after)
    if alone and end == len(segment.words) and _is_no_sentence(segment, start):
        start = 0
    if end - start > LONGEST:
        return found
    return replace(found, start=start, end=end, text=" ".join(segment.words[start:end]))


def _says_more(word: str) -> bool:
    return word in FRONT or FRONT.issuperset(word.split("-"))


def _front(segment: Segment, start: int, after: int) -> int:
    """Where the words begin that say more about the job: 'Child and Family Therapist'."""
    first = at = start
    while at > after and at - 1 not in segment.stops:
        at -= 1
        if _says_more(segment.folded[at]):
            first = at
        elif segment.folded[at] not in CONNECT or first != at + 1:
            break
    return first


def _behind(folded: tuple[str, ...], *, last: bool) -> int:
    """How many words behind belong to it: 'Supervisor', 'II', and 'of Outpatient Services' up to the end."""
    count = 0
    while count < len(folded) and folded[count] in BEHIND:
        count += 1
    rest = folded[count:]
    goes_on = (
        last and len(rest) > 1 and rest[0] in CONNECT and all(w in FRONT | BEHIND | CONNECT for w in rest)
    )
    return len(folded) if goes_on else count


def _is_no_sentence(segment: Segment, start: int) -> bool:
    front = segment.words[:start]
    return all(word[0].isupper() and segment.folded[at] not in SENTENCE for at, word in enumerate(front))
