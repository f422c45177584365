"""``outside_training`` says what is outside by name, and what the role is known for."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.snapshot import AgreementFact, CredentialFact, MemberFact, RoomSnapshot
from cases.wording import PARENT, Scene, say
from roles.catalogue import Catalogue, FitInfo, Kind, Reach

pytestmark = pytest.mark.django_db


def planned(catalogue: Catalogue, role: str, need: str) -> RoomSnapshot:
    """A room whose plan lists one person of a role for a need."""
    info = catalogue.roles[role]
    worn = (CredentialFact(info.letters, info.kind, role),)
    member = MemberFact(id=1, key="m1", name="Sam Poe", credentials=worn, supervisor="named")
    plan = (AgreementFact(1, need, "plan"),)
    return RoomSnapshot("Sunny", "OR", (need,), (member,), agreements=plan)


def outside(catalogue: Catalogue, role: str, need: str):
    facts = planned(catalogue, role, need)
    found = (f for f in find(facts, catalogue, cover(facts, catalogue)) if f.rule == "outside_training")
    finding = next(found, None)
    return finding and (finding, say(finding, Scene.of(facts, catalogue), PARENT))


def everybody(catalogue: Catalogue):
    """Every role that is known not to reach a need, with the need."""
    roles = [role for role in catalogue.roles.values() if role.kind is not Kind.DEGREE and not role.ambiguous]
    for role in roles:
        for need in catalogue.needs:
            if told := outside(catalogue, role.slug, need):
                yield role.slug, need, *told


@pytest.mark.parametrize(
    ("role", "need", "known_for"),
    [
        ("bcba", "trauma", "behavior-analysis"),
        ("odds-behavior-professional", "family-conflict", "behavior-analysis"),
        ("bcba", "depression-anxiety", "behavior-analysis"),
        ("cadc-i", "medication-questions", "substance-use-treatment"),
        ("licensed-addiction-counselor", "medication-questions", "substance-use-treatment"),
        ("school-psychologist", "medication-questions", "educational-assessment"),
        ("lmft", "medication-questions", "family-systems"),
        ("pediatrician-pcp", "family-conflict", "medication"),
    ],
)
def test_what_a_role_is_known_for_is_named_and_stands_last(catalogue, role, need, known_for):
    finding, words = outside(catalogue, role, need)
    assert finding.params["can"][-1] == known_for
    assert catalogue.capabilities[known_for].can in words.why


@pytest.mark.parametrize("role", ["qmha", "dsp", "casa", "family-support-specialist"])
def test_a_role_without_clinical_work_is_told_by_what_helps_with_the_need(catalogue, role):
    finding, _words = outside(catalogue, role, "family-conflict")
    helpful = catalogue.needs["family-conflict"].helpful
    can = [s for s in dict.fromkeys((*helpful, *catalogue.capabilities)) if _trained(catalogue, role, s)]
    assert finding.params["can"] == can[:2]


def _trained(catalogue: Catalogue, role: str, capability: str) -> bool:
    fit: FitInfo | None = catalogue.fits.get((role, capability, ""))
    return fit is not None and fit.reach is Reach.TRAINED


def test_what_is_named_does_not_hang_on_how_a_phrase_begins(catalogue):
    """A catalogue that words all it can do in another way names the same."""
    worded = {slug: replace(known, can=f"lead {known.can}") for slug, known in catalogue.capabilities.items()}
    other = replace(catalogue, capabilities=worded)
    for role in ("bcba", "qmha", "school-psychologist"):
        (here, _), (there, _) = (outside(known, role, "trauma") for known in (catalogue, other))
        assert here.params["can"] == there.params["can"]


def test_everything_that_is_outside_is_named_in_every_need(catalogue):
    seen = set()
    for role, need, finding, words in everybody(catalogue):
        told = f"{words.title} {words.why}".casefold()
        parts = finding.params["beyond"] if finding.params["part"] else [finding.params["capability"]]
        nouns = [catalogue.capabilities[slug].noun.casefold() for slug in parts]
        seen.add(need)
        assert [noun for noun in nouns if noun not in told] == [], (role, need)
        assert "that part" not in told
        assert catalogue.needs[need].noun.casefold() in words.why.casefold(), (role, need)
    assert len(seen) > len(catalogue.needs) / 2
