"""Silence is not "no": eight roles, the few cells a guide for parents gives, and a dash for the rest."""

import pytest

from roles.catalogue import Kind, Reach
from roles.fit import fit, need_fit
from tests.roles import tiny
from tests.roles.tiny import Letters, cell, need, role

ROLES = ("qmha", "qmhp", "msw", "lcsw", "lpc", "lmft", "psychologist", "psychiatrist")
SUPPORT = ("rapport", "listening", "modelling-skills", "behavior-charts", "daily-living", "showing-up")
THIRTEEN = (
    "trauma-treatment",
    "family-therapy",
    "family-systems",
    "substance-use",
    "screens",
    "sexualized-behavior",
    "tailor-to-diagnosis",
    "escalation",
    "safety-planning",
    "sibling-stress",
    "parent-stress",
    "clinical-assessment",
    "clinical-recommendations",
)
CLINICAL = ("therapy", "clinical-interventions", "diagnose", "assess", "prescribe")
WORDS = {"yes": Reach.TRAINED, "no": Reach.NOT_TRAINED}
GIVEN = {
    **{("qmha", slug): "yes" for slug in SUPPORT},
    **{
        ("qmha", slug): "no"
        for slug in (*THIRTEEN, "therapy", "clinical-interventions", "diagnose", "assess")
    },
    ("qmhp", "therapy"): "yes",
    ("qmhp", "clinical-interventions"): "yes",
    ("lcsw", "therapy"): "yes",
    ("lcsw", "clinical-interventions"): "yes",
    ("lcsw", "diagnose"): "yes",
    ("psychologist", "therapy"): "yes",
    ("psychologist", "assess"): "yes",
    ("psychiatrist", "prescribe"): "yes",
}
CATALOGUE = tiny.catalogue(
    [role(slug, slug.upper(), slug, Kind.DEGREE if slug == "msw" else Kind.LICENCE) for slug in ROLES],
    [cell(slug, capability, WORDS[said]) for (slug, capability), said in GIVEN.items()],
    [tiny.capability(slug, clinical=slug not in SUPPORT) for slug in (*SUPPORT, *THIRTEEN, *CLINICAL)],
)


@pytest.mark.parametrize("slug", ROLES)
@pytest.mark.parametrize("capability", [*SUPPORT, *THIRTEEN, *CLINICAL])
def test_every_dash_is_unknown_and_every_given_cell_is_what_it_says(slug, capability):
    result = fit(CATALOGUE, [Letters(slug)], capability, "OR")
    said = GIVEN.get((slug, capability), "-")
    assert result.reach is WORDS.get(said, Reach.UNKNOWN)
    assert result.why_unknown == ("no-fact" if said == "-" else "")


def test_lmft_with_no_stated_capability_never_raises_nobody_can_do_family_therapy():
    family_therapy = need("family-conflict", all_of=("family-therapy",))
    lmft, qmha = [Letters("lmft")], [Letters("qmha")]
    assert need_fit(CATALOGUE, lmft, family_therapy, "OR", (), "unknown")[0] is Reach.UNKNOWN
    assert need_fit(CATALOGUE, qmha, family_therapy, "OR", (), "unknown")[0] is Reach.NOT_TRAINED


@pytest.mark.parametrize("slug", [slug for slug in ROLES if slug != "qmha"])
def test_only_the_role_with_a_stated_no_is_ever_not_trained(slug):
    reaches = {fit(CATALOGUE, [Letters(slug)], c, "OR").reach for c in (*SUPPORT, *THIRTEEN, *CLINICAL)}
    assert Reach.NOT_TRAINED not in reaches


def test_an_empty_catalogue_never_says_no():
    assert fit(tiny.catalogue(), [Letters("qmha")], "family-therapy", "OR").reach is Reach.UNKNOWN
