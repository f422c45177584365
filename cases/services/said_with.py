"""Letters that an answer tells, beside those that are known: it may add to them and never takes any away."""

from cases.models import Credential, Member
from cases.models.team import LONGEST_SAID
from cases.rereading import parts_of
from roles.catalogue import Kind
from roles.decode import decode
from roles.reader import current_catalogue


def said_with(member: Member, letters: str) -> str:
    """What the person said until now and these letters; '' where they tell nothing that can stand beside it.

    "none", "N/A" or a word for a job say less than letters that are known, so these stay. To take letters
    away there is the person's page.
    """
    rows = list(member.credentials.all())
    until_now = member.said or ", ".join(row.text for row in rows)
    told = _texts(member, letters)
    if not told or (any(_is_known(row) for row in rows) and not _reads(member, letters)):
        return ""
    has = {row.text for row in rows if _is_known(row)} & _texts(member, until_now)
    for both in (f"{until_now}\n{letters}", f"{letters}\n{until_now}", ", ".join([*sorted(has), letters])):
        if len(both) <= LONGEST_SAID and told | has <= _texts(member, both):
            return both.strip()
    return "" if has else letters


def _is_known(row: Credential) -> bool:
    """Do these letters tell something, so that none may take their place? A title of several jobs does not:
    it waits for the one that it is."""
    told = (Kind.DEGREE, Kind.LICENCE, Kind.REGISTRATION, Kind.QUALIFICATION)
    return row.role_id is not None or row.kind in told


def _reads(member: Member, letters: str) -> bool:
    """Are there letters in it? A plain title that no list knows is none."""
    return bool(decode(letters, current_catalogue(), member.case.jurisdiction_id or "").credentials)


def _texts(member: Member, said: str) -> set[str]:
    somebody = Member(name=member.name, said=said)
    state = member.case.jurisdiction_id or ""
    return {part.text for part in parts_of(somebody, (), current_catalogue(), state)}
