"""Turning what a person said into credentials, and reading it again in another state or catalogue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cases.models import Case, Credential, Member, Training
from cases.rereading import Parts, Plan, parts_of, with_plain_title
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential as Decoded
from roles.decode import Training as Named
from roles.decode import decode
from roles.decode.belief import Belief, read_belief
from roles.decode.less_by_name import says_less
from roles.decode.trainings import is_known_training
from roles.lexicon import fold
from roles.models import Capability, Role
from roles.reader import current_catalogue
from web.clock import now

LONGEST_NAME = 80


def write_credentials(*, member: Member, said: str, role: str = "") -> list[Credential]:
    """Replace the person's credentials by what ``said`` reads as, or by the one picked ``role``.

    Credentials that were looked up or told by a person are kept when the same text comes back.
    """
    catalogue = current_catalogue()
    picked = catalogue.roles.get(role) if role else None
    if picked:
        parts: Parts = [Decoded(text=picked.as_worn, kind=picked.kind, role=role)]
    else:
        read = decode(said, catalogue, member.case.state)
        parts = with_plain_title(member, read.credentials)
        _keep_trainings(member, read.trainings)
    plan = Plan()
    plan.compare(member, _rows([member]), parts, keep=False)
    for row, _ in plan.new:
        row.resolved = picked is not None
    return _write(plan)


def read_again(*, case: Case) -> None:
    """Read everybody's letters once more: the state or the catalogue is another one now.

    What a person told or looked up stays as it is. The number of queries does not grow with the team.
    """
    catalogue, plan = current_catalogue(), Plan()
    members = list(case.members.all())
    _read_beliefs_again(members, catalogue)
    _read_trainings_again(members, catalogue)
    rows = _rows(members)
    for member in members:
        own = [row for row in rows if row.member_id == member.pk]
        plan.compare(member, own, parts_of(member, own, catalogue, case.state), keep=True)
    _write(plan)


def forget_look_ups(*, case: Case) -> None:
    """Letters that were looked up count as told: the list was another state's."""
    looked_up = Credential.objects.filter(member__case=case, standing=Credential.Standing.VERIFIED)
    looked_up.update(standing=Credential.Standing.SAID, verified_on=None)


def as_kept(member: Member) -> list[dict[str, Any]]:
    """A person's letters as plain values, with what was told and looked up about them."""
    return [
        {
            "text": row.text,
            "kind": row.kind,
            "position": row.position,
            "role": row.role.slug if row.role else "",
            "candidates": sorted(role.slug for role in row.candidates.all()),
            "standing": row.standing,
            "verified_on": row.verified_on.isoformat() if row.verified_on else None,
            "resolved": row.resolved,
        }
        for row in _rows([member])
    ]


def put_back(member: Member, kept: Iterable[Mapping[str, Any]]) -> None:
    """The letters as they were kept, whatever they read as since."""
    member.credentials.all().delete()
    for had in kept:
        slugs, role = had["candidates"], had["role"]
        ids = dict(Role.objects.filter(slug__in=[*slugs, role]).values_list("slug", "pk"))
        plain = {name: value for name, value in had.items() if name not in ("candidates", "role")}
        row = Credential.objects.create(member=member, role_id=ids.get(role), **plain)
        row.candidates.set([ids[slug] for slug in slugs if slug in ids])


def belief_of(believed: str) -> dict[str, Any]:
    """What believed words claim, as a member keeps it."""
    return _stored(read_belief(believed, current_catalogue()))


def _stored(belief: Belief) -> dict[str, Any]:
    return {**asdict(belief), "roles": list(belief.roles)}


def _read_beliefs_again(members: Iterable[Member], catalogue: Catalogue) -> None:
    changed = []
    for member in members:
        belief = _stored(read_belief(member.believed, catalogue))
        if member.belief != belief:
            member.belief = belief
            changed.append(member)
    Member.objects.bulk_update(changed, ["belief"])


def _keep_trainings(member: Member, trainings: Iterable[Named]) -> None:
    """Trainings named in a signature, but for those that are written down.

    One row for each capability, and one more where the catalogue does not know what is told.
    """
    catalogue = current_catalogue()
    has = list(member.trainings.values_list("capability__slug", "name", "known"))
    named: dict[tuple[str, bool], list[str]] = {}
    for one in trainings:
        known = is_known_training(one.text, one.capability, catalogue)
        written = (
            fold(name) for slug, name, counts in has if slug == one.capability and (counts or not known)
        )
        if not any(fold(one.text) in name for name in written):
            named.setdefault((one.capability, known), []).append(one.text)
    found = {row.slug: row for row in Capability.objects.filter(slug__in={slug for slug, _ in named})}
    for (slug, known), texts in named.items() if found else ():
        if slug in found:
            name = ", ".join(texts)[:LONGEST_NAME]
            says = {"known": known, "says_short": says_less(name, slug, catalogue), "added_at": now()}
            Training.objects.get_or_create(member=member, capability=found[slug], name=name, defaults=says)


def _read_trainings_again(members: Iterable[Member], catalogue: Catalogue) -> None:
    """Another catalogue may know a training by its name, or no longer."""
    changed = []
    for training in Training.objects.filter(member__in=members).select_related("capability"):
        known = is_known_training(training.name, training.capability.slug, catalogue)
        if training.known != known:
            training.known = known
            changed.append(training)
    Training.objects.bulk_update(changed, ["known"])


def _rows(members: Sequence[Member]) -> list[Credential]:
    found = Credential.objects.filter(member__in=members).select_related("role")
    return list(found.prefetch_related("candidates"))


def _write(plan: Plan) -> list[Credential]:
    ids = _role_ids(part for _, part in (*plan.new, *plan.same))
    for row, part in (*plan.new, *plan.same):
        row.kind, row.role_id = Kind(part.kind).value, ids.get(part.role)
    if plan.gone:
        Credential.objects.filter(pk__in=[row.pk for row in plan.gone]).delete()
    made = Credential.objects.bulk_create([row for row, _ in plan.new])
    Credential.objects.bulk_update([row for row, _ in plan.same], ["position", "kind", "role"])
    link = Credential.candidates.through
    link.objects.filter(credential__in=[row for row, _ in plan.same]).delete()
    link.objects.bulk_create(
        link(credential_id=row.pk, role_id=ids[slug])
        for row, part in (*plan.new, *plan.same)
        for slug in part.candidates
        if slug in ids
    )
    return made


def _role_ids(parts: Iterable[Decoded]) -> dict[str, int]:
    slugs = {slug for part in parts for slug in (part.role, *part.candidates) if slug}
    return dict(Role.objects.filter(slug__in=slugs).values_list("slug", "pk"))
