"""How letters that were read once read now, in another state or catalogue: worked out, and nothing written.

What a person told or looked up stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cases.models import Credential, Member
from cases.models.team import LONGEST_SAID
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential as Decoded
from roles.decode import decode, is_same
from roles.decode.plain_title import plain_title

Parts = Sequence[Decoded]
LONGEST_TEXT = 120


@dataclass(slots=True)
class Plan:
    """What has to become of the rows so that they say what the letters read as now.

    Each row in ``new`` and ``same`` has its position already, and stands beside what it reads as.
    """

    new: list[tuple[Credential, Decoded]] = field(default_factory=list)
    same: list[tuple[Credential, Decoded]] = field(default_factory=list)
    gone: list[Credential] = field(default_factory=list)

    def compare(self, member: Member, rows: Iterable[Credential], parts: Parts, *, keep: bool) -> None:
        """``keep``: rows that a person settled stay even when their text is read otherwise now."""
        known = {row.text: row for row in rows}
        for position, part in enumerate(parts):
            text = part.text[:LONGEST_TEXT]
            row = known.pop(text, None)
            if row is None:
                self.new.append((Credential(member=member, text=text, position=position), part))
            elif not settled(row):
                row.position = position
                self.same.append((row, part))
        self.gone += [row for row in known.values() if not (keep and settled(row))]


def parts_of(member: Member, rows: Iterable[Credential], catalogue: Catalogue, state: str) -> Parts:
    """What was written about the person; without a signature, each row's own letters."""
    if member.said:
        return with_plain_title(member, decode(member.said, catalogue, state).credentials)
    texts = [row.text for row in rows if not settled(row)]
    return [part for text in texts for part in decode(text, catalogue, state).credentials]


def with_plain_title(member: Member, parts: Parts) -> Parts:
    """Where no letters tell a job, a plain title that no list knows is kept: it was told."""
    if any(Kind(part.kind) is not Kind.DEGREE for part in parts):
        return parts
    title = plain_title(member.said, member.name, (part.text for part in parts))
    return [*parts, Decoded(text=title, kind=Kind.TITLE)] if title else parts


def settled(row: Credential) -> bool:
    return row.resolved or row.standing == Credential.Standing.VERIFIED


def read_anew(
    member: Member, rows: Sequence[Credential], catalogue: Catalogue, state: str
) -> list[tuple[Credential, Decoded | None]]:
    """A person's letters in their order, each with what it reads as now; None: it stays as its row says."""
    plan = Plan()
    plan.compare(member, rows, parts_of(member, rows, catalogue, state), keep=True)
    read = {row.pk: part for row, part in plan.same}
    gone = {row.pk for row in plan.gone}
    kept = [(row, read.get(row.pk)) for row in rows if row.pk not in gone]
    return sorted([*kept, *plan.new], key=lambda pair: pair[0].position)


def said_with(member: Member, letters: str, catalogue: Catalogue) -> str:
    """What the person said until now and these letters; '' where they tell nothing that can stand beside it.

    "none", "N/A" or a word for a job say less than letters that are known, so these stay. Letters told as
    pending or lost do not: of the same letters nothing is left that anybody may count on.
    """
    rows = list(member.credentials.all())
    until_now = member.said or ", ".join(row.text for row in rows)
    known = {row.text for row in rows if _is_known(row)}
    open_now = _left_open(member, rows, letters, catalogue)
    told = _told(member, letters, catalogue, beside=known)
    if not told | open_now:
        return ""
    has = known & _texts(member, until_now, catalogue) - open_now
    for both in (f"{until_now}\n{letters}", f"{letters}\n{until_now}", ", ".join([*sorted(has), letters])):
        if len(both) <= LONGEST_SAID and _tells(_texts(member, both, catalogue), told | has, open_now):
            return both.strip()
    return letters if told and not has else ""


def _told(member: Member, letters: str, catalogue: Catalogue, *, beside: set[str]) -> set[str]:
    """A plain title that no list knows tells nothing beside letters that are known."""
    reads = not beside or _reads(member, letters, catalogue)
    return _texts(member, letters, catalogue) if reads else set()


def _tells(texts: set[str], told: set[str], open_now: set[str]) -> bool:
    return told <= texts and not open_now & texts


def _left_open(member: Member, rows: Iterable[Credential], letters: str, catalogue: Catalogue) -> set[str]:
    """The texts of known letters that what is told now leaves open: "LCSW revoked", "no longer licensed"."""
    state = member.case.state
    keys = [one.doubted for one in decode(letters, catalogue, state).credentials if one.doubted]
    return {
        row.text
        for row in rows
        for one in decode(row.text, catalogue, state).credentials
        if any(is_same(one, key, catalogue, state) for key in keys)
        or (one.kind is Kind.LICENCE and row.text not in _texts(member, f"{row.text}\n{letters}", catalogue))
    }


def _is_known(row: Credential) -> bool:
    """Do these letters tell something, so that none may take their place? A title of several jobs does not:
    it waits for the one that it is."""
    told = (Kind.DEGREE, Kind.LICENCE, Kind.REGISTRATION, Kind.QUALIFICATION)
    return row.role_id is not None or row.kind in told


def _reads(member: Member, letters: str, catalogue: Catalogue) -> bool:
    """Are there letters in it? A plain title that no list knows is none."""
    return bool(decode(letters, catalogue, member.case.state).credentials)


def _texts(member: Member, said: str, catalogue: Catalogue) -> set[str]:
    somebody = Member(name=member.name, said=said)
    state = member.case.state
    return {part.text for part in parts_of(somebody, (), catalogue, state)}
