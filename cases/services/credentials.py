"""Turning what a person said into credentials."""

from cases.models import Credential, Member
from roles.catalogue import Kind
from roles.decode import Credential as Decoded
from roles.decode import decode
from roles.models import Role
from roles.reader import current_catalogue


def write_credentials(*, member: Member, said: str, role: str = "") -> list[Credential]:
    """Replace the person's credentials by what ``said`` reads as, or by the one picked ``role``.

    Credentials already looked up are kept when the same text comes back.
    """
    catalogue = current_catalogue()
    kept = {c.text: c for c in member.credentials.filter(standing=Credential.Standing.VERIFIED)}
    member.credentials.exclude(pk__in=[c.pk for c in kept.values()]).delete()
    if role and role in catalogue.roles:
        info = catalogue.roles[role]
        parts = [Decoded(text=info.letters, kind=info.kind, role=role)]
    else:
        parts = list(decode(said, catalogue, member.case.jurisdiction_id or "").credentials) if said else []
    ids = _role_ids(parts)
    made = []
    for position, part in enumerate(parts):
        if part.text in kept:
            continue
        made.append(_write(member=member, part=part, position=position, ids=ids))
    gone = set(kept) - {p.text for p in parts}
    member.credentials.filter(text__in=gone).delete()
    return made


def _role_ids(parts: list[Decoded]) -> dict[str, int]:
    slugs = {p.role for p in parts if p.role} | {c for p in parts for c in p.candidates}
    return dict(Role.objects.filter(slug__in=slugs).values_list("slug", "pk"))


def _write(*, member: Member, part: Decoded, position: int, ids: dict[str, int]) -> Credential:
    credential = Credential.objects.create(
        member=member,
        position=position,
        text=part.text[:120],
        kind=Kind(part.kind).value,
        role_id=ids.get(part.role) if part.role else None,
    )
    credential.candidates.set([ids[slug] for slug in part.candidates if slug in ids])
    return credential
