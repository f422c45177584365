"""Publishes roles: a role that says something new gets a new revision, the others keep theirs."""

from __future__ import annotations

from collections.abc import Mapping

from roles.loading.tables import Entry, RoleEntry
from roles.loading.writing import BATCH, add_links, sync
from roles.models import CatalogueVersion, Role, RoleFact, RoleRevision


def publish_roles(
    wanted: Mapping[str, RoleEntry], version: CatalogueVersion, sources: Mapping[str, int]
) -> tuple[dict[str, int], int]:
    """Primary keys by slug, and how many revisions were made.

    A role that left the data stays as a row, because rooms may name it, but is no longer published.
    """
    entries = {(slug,): Entry({"position": role.position}) for slug, role in wanted.items()}
    ids = {slug: pk for (slug,), pk in sync(Role, ("slug",), entries, keep_missing=True).items()}
    Role.objects.exclude(slug__in=wanted).exclude(published=None).update(published=None)
    roles = Role.objects.filter(slug__in=wanted).select_related("published")
    changed = [r for r in roles if r.published is None or r.published.digest != wanted[r.slug].digest]
    revisions = _add_revisions(changed, wanted, version)
    _add_facts(revisions, wanted, sources)
    for role in changed:
        role.published = revisions[role.slug]
    Role.objects.bulk_update(changed, ["published"], batch_size=BATCH)
    return ids, len(changed)


def _add_revisions(
    changed: list[Role], wanted: Mapping[str, RoleEntry], version: CatalogueVersion
) -> dict[str, RoleRevision]:
    pairs = RoleRevision.objects.filter(role__in=changed).order_by("number").values_list("role_id", "number")
    last = dict(pairs)
    rows = [
        RoleRevision(
            role=role,
            number=last.get(role.pk, 0) + 1,
            digest=wanted[role.slug].digest,
            catalogue=version,
            **wanted[role.slug].revision,
        )
        for role in changed
    ]
    return {row.role.slug: row for row in RoleRevision.objects.bulk_create(rows, batch_size=BATCH)}


def _add_facts(
    revisions: Mapping[str, RoleRevision], wanted: Mapping[str, RoleEntry], sources: Mapping[str, int]
) -> None:
    pairs = [
        (RoleFact(revision=revisions[slug], **fact.columns), fact)
        for slug in revisions
        for fact in wanted[slug].facts
    ]
    RoleFact.objects.bulk_create([row for row, _ in pairs], batch_size=BATCH)
    add_links(
        RoleFact, "sources", [(row.pk, sources[key]) for row, fact in pairs for key in fact.links["sources"]]
    )
