"""Who stands behind whose work, over every role: by the catalogue, and never by a name beside letters."""

from itertools import product

import pytest

from cases.snapshot import CredentialFact, MemberFact
from cases.stands_behind import Behind, behind
from roles.catalogue import Kind

pytestmark = pytest.mark.django_db

CLINICIANS = {"lcsw", "lpc", "lmft", "psychologist", "psychiatrist", "pmhnp", "clinical-supervisor"}
"""Who plans for safety and assesses alone, and works on their own."""
SILENT = {
    "cswa": CLINICIANS,
    "pc-associate": CLINICIANS,
    "mft-associate": CLINICIANS,
    "mental-health-intern": CLINICIANS,
}
"""Roles of which the catalogue does not list who supervises them, and whose name fills a chair or may."""


def person(role):
    return MemberFact(id=1, key="a", name="Ann", credentials=wearing(role))


def wearing(role):
    return (CredentialFact(role.letters, role.kind, role.slug),)


def says(catalogue, below, above):
    return behind(person(below), wearing(above), catalogue, "OR")


def under(catalogue):
    """Who works under someone, as the catalogue has it, and not a degree or a word for several jobs."""
    roles = catalogue.roles.values()
    return [r for r in roles if r.needs_supervisor and r.kind is not Kind.DEGREE and not r.ambiguous]


def test_where_the_catalogue_lists_who_supervises_only_these_do(catalogue):
    listed = [role for role in under(catalogue) if role.supervised_by]
    pairs = list(product(listed, catalogue.roles.values()))
    assert len(pairs) > 1000
    wrong = [
        (below.slug, above.slug)
        for below, above in pairs
        if (says(catalogue, below, above) is Behind.YES) != (above.slug in below.supervised_by)
    ]
    assert wrong == []


@pytest.mark.parametrize("slug", SILENT)
def test_where_it_is_silent_only_who_does_the_work_alone(catalogue, slug):
    below = catalogue.roles[slug]
    assert not below.supervised_by
    above = {role.slug for role in catalogue.roles.values() if says(catalogue, below, role) is Behind.YES}
    assert above == SILENT[slug]


def test_helpers_of_no_list_are_behind_no_other_work(catalogue):
    silent = [r for r in under(catalogue) if not r.supervised_by and r.tier in ("peer", "paraprofessional")]
    helpers = [r for r in catalogue.roles.values() if r.tier in ("peer", "paraprofessional", "trainee")]
    assert len(silent) > 5
    assert {says(catalogue, below, above) for below, above in product(silent, helpers)} == {Behind.NO}


def test_what_is_not_known_is_open_and_never_no(catalogue):
    cswa = person(catalogue.roles["cswa"])
    unknown = CredentialFact("XQZ", Kind.UNKNOWN)
    several = CredentialFact("MD", Kind.LICENCE, "", ("psychiatrist", "pediatrician-pcp"))
    degree = CredentialFact("BA", Kind.DEGREE)
    title = CredentialFact("Manager", Kind.TITLE)
    for letters in (
        (),
        (unknown,),
        (several,),
        (degree,),
        (title,),
        (*wearing(catalogue.roles["rn"]), unknown),
    ):
        assert behind(cswa, letters, catalogue, "OR") is Behind.OPEN, letters


def test_one_role_that_is_behind_it_is_enough(catalogue):
    cswa, roles = person(catalogue.roles["cswa"]), catalogue.roles
    letters = (*wearing(roles["rn"]), *wearing(roles["lcsw"]), CredentialFact("XQZ", Kind.UNKNOWN))
    assert behind(cswa, letters, catalogue, "OR") is Behind.YES


def test_of_two_roles_the_profession_is_looked_at(catalogue):
    both = (*wearing(catalogue.roles["qmha"]), *wearing(catalogue.roles["cswa"]))
    ann = MemberFact(id=1, key="a", name="Ann", credentials=both)
    assert behind(ann, wearing(catalogue.roles["qmhp"]), catalogue, "OR") is Behind.NO
    assert behind(ann, wearing(catalogue.roles["lcsw"]), catalogue, "OR") is Behind.YES


def test_who_works_under_nobody_is_no_matter(catalogue):
    lcsw = person(catalogue.roles["lcsw"])
    assert behind(lcsw, wearing(catalogue.roles["qmha"]), catalogue, "OR") is Behind.YES
