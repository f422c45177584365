"""The trainings an answer tells of: each as it stood before it and after it, and taken back by itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cases.models import AskEvent, CaseEvent, Member, Training
from cases.services.followed import next_of, stands_on

TRAININGS = "trainings"
Row = list[str]
Key = tuple[str, ...]
SHORT_BY_NAME = {True: "short", False: "", None: "unread"}


@dataclass(frozen=True)
class ToldTraining:
    """A training by its name, what it is for, and how it stands now; ``row``: the one on the list it is.

    ``sure`` as ``certify_training`` has it.
    """

    capability: str
    name: str
    standing: str = Training.Standing.TOLD
    kind: str = ""
    sure: bool = False
    row: int | None = None


def trainings_kept(member: Member) -> list[Row]:
    """Capability, name, standing and kind of each, and if its name says that it is short."""
    rows = member.trainings.select_related("capability")
    return [[row.capability.slug, row.name, *_stands(row)] for row in rows]


def _stands(row: Training) -> Key:
    return (row.standing, row.kind, SHORT_BY_NAME[row.says_short])


def touched(before: list[Row], after: list[Row], *, told: Iterable[ToldTraining]) -> list[list[Row]]:
    """Of both, the rows that an answer told of or changed; the others are no business of its undo."""
    names: set[Key] = {(one.capability, one.name.casefold()) for one in told}
    names |= {_folded(row) for row in (*before, *after) if not (row in before and row in after)}
    return [[row for row in rows if _folded(row) in names] for rows in (before, after)]


def trainings_back(event: AskEvent, member: Member) -> bool:
    """An answer adds trainings and changes them, and takes none away. Each by itself: is none left?"""
    was, became = (_by_key(rows) for rows in event.facts[TRAININGS])
    rows = {(row.capability.slug, row.name): row for row in member.trainings.select_related("capability")}
    changed = [key for key in became if key in rows and became[key] != was.get(key)]
    backs = [_one_back(event, key, rows[key]) for key in changed]
    return all(backs)


def _one_back(event: AskEvent, key: Key, row: Training) -> bool:
    was, became = (_by_key(rows) for rows in event.facts[TRAININGS])
    later = next_of(event, _found(key, became[key]), ask__flag__member=row.member_id)
    if later:
        _hand_on(event, later, key, was.get(key))
        return False
    stands = _stands(row)
    if _same(stands, was.get(key, ())):
        return True
    if not _same(stands, became[key]):
        return False
    if key in was:
        row.standing, row.kind, *name = was[key]
        row.says_short = {value: says for says, value in SHORT_BY_NAME.items()}[name[0] if name else "unread"]
        row.save(update_fields=["standing", "kind", "says_short"])
    else:
        row.delete()
    return True


def _found(key: Key, left: Key) -> Callable[[AskEvent], bool]:
    """Did an answer that tells of this training find it as it was ``left``?"""

    def found(later: AskEvent) -> bool:
        was, became = (_by_key(rows) for rows in later.facts.get(TRAININGS, ((), ())))
        return key in became and was.get(key) == left

    return found


def _hand_on(event: AskEvent, later: AskEvent, key: Key, was: Key | None) -> None:
    """The next answer stands on what stood before both; that the certificate was seen is now its line."""
    before = [row for row in later.facts[TRAININGS][0] if (row[0], row[1]) != key]
    stands_on(later, TRAININGS, [*before, [*key, *was]] if was else before)
    if not later.lines.filter(kind=CaseEvent.Kind.CERTIFIED, params__training=key[1]).exists():
        event.lines.filter(kind=CaseEvent.Kind.CERTIFIED, params__training=key[1]).update(ask_event=later)


def _by_key(rows: Iterable[Row]) -> dict[Key, Key]:
    return {(row[0], row[1]): tuple(row[2:]) for row in rows}


def _same(stands: Key, kept: Key) -> bool:
    """An answer from before names were read keeps less of it."""
    return bool(kept) and stands[: len(kept)] == kept


def _folded(row: Row) -> Key:
    return (row[0], row[1].casefold())
