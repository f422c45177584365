"""Hard facts, spot-checked: numbers and answers that a family may act on."""

import re

import pytest
from django.db.models import F

from roles.catalogue import Reach
from roles.fit import fit
from roles.models import (
    CollisionReading,
    CrisisLine,
    Fit,
    Jurisdiction,
    Need,
    Question,
    RoleFact,
    RoleName,
    Source,
    StateTitle,
)
from tests.roles.tiny import Letters

pytestmark = pytest.mark.django_db

FACTS = [
    ("cswa", "supervised_experience", ["3,500 hours", "2,000", "100"]),
    ("qmha", "supervision", ["QMHP", "two hours", "month", "one"]),
    ("qmha", "supervised_experience", ["1,000", "QMHA-I", "MHACBO"]),
    ("qmha", "minimum_education", ["three years", "degree is not always needed"]),
    ("qmhp", "supervision", ["two hours"]),
    ("lpc", "supervised_experience", ["36 months", "1,900 hours"]),
    ("lmft", "supervised_experience", ["36 months", "1,900", "750"]),
    ("psychologist", "supervised_experience", ["Two years"]),
    ("rbt", "supervised_experience", ["40 hours"]),
    ("cadc-i", "supervised_experience", ["1,000 hours"]),
]
ANSWERS = [
    ("qmha", "may_diagnose", "no"),
    ("qmha", "may_assess_risk", "screen-only"),
    ("qmha", "may_write_safety_plan", "under-supervision"),
    ("qmhp", "independent_practice", "no"),
    ("qmhp", "may_diagnose", "under-supervision"),
    ("lcsw", "independent_practice", "yes"),
    ("lmft", "may_provide_family_therapy", "yes"),
    ("psychiatrist", "may_prescribe", "yes"),
    ("parent-coach", "may_provide_psychotherapy", "no"),
]
FITS = [
    ("qmha", "family-therapy", "not-trained"),
    ("qmha", "skills-modelling", "trained"),
    ("qmhp", "safety-planning", "supervised"),
    ("lcsw", "trauma-treatment", "depends"),
    ("psychiatrist", "medication", "trained"),
    ("psychologist", "medication", "depends"),
]

SUPERVISES = [
    ("rbt", "bcba", True),
    ("rbt", "bcaba", True),
    ("bcaba", "bcba", True),
    ("bcba", "bcba", False),
    ("qmha", "qmhp", True),
    ("qmha", "lcsw", True),
    ("qmha", "qmha-i", False),
    ("qmhp", "lcsw", True),
    ("qmhp", "qmhp", False),
    ("psychologist-resident", "psychologist", True),
    ("therapy-assistant", "slp", True),
    ("cswa", "lcsw", False),  # the rule we read names no license
]


def fact(role, key):
    published = F("revision__role__published")
    return RoleFact.objects.get(revision__role__slug=role, revision=published, key=key)


@pytest.mark.parametrize(("role", "key", "words"), FACTS)
def test_numbers_of_a_rule_are_kept(role, key, words):
    text = fact(role, key).text
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(("role", "key", "answer"), ANSWERS)
def test_what_a_role_may_do_is_kept(role, key, answer):
    assert fact(role, key).value == answer


@pytest.mark.parametrize(("role", "by", "holds"), SUPERVISES)
def test_who_supervises_a_role_is_kept(catalogue, role, by, holds):
    assert (by in catalogue.roles[role].supervised_by) is holds


def test_nobody_is_said_to_supervise_without_a_source_that_we_read(catalogue):
    told = [slug for slug, role in catalogue.roles.items() if role.supervised_by]
    assert len(told) > 10
    assert {slug for slug in told if fact(slug, "supervision").confidence != "verified"} == set()


AT_SCHOOL = {
    "paraeducator",
    "school-counselor",
    "school-psychologist",
    "school-social-worker",
    "sped-teacher",
}


def test_who_works_for_a_school_is_kept(catalogue):
    """Not whose job may be at a school or elsewhere: a home visitor, an SLP, an advocate."""
    assert {slug for slug, role in catalogue.roles.items() if role.at_school} == AT_SCHOOL


@pytest.mark.parametrize(
    ("need", "takes"),
    [
        ("self-harm-suicide", True),
        ("depression-anxiety", True),
        ("family-conflict", True),
        ("autism-overwhelm", False),  # an OT or a behavior analyst may be all it takes
        ("learning", False),
        ("everyday-skills", False),
        ("medication-questions", False),
    ],
)
def test_which_needs_take_mental_health_care_is_kept(catalogue, need, takes):
    assert catalogue.needs[need].mental_health is takes


def test_which_needs_ask_for_a_plan_for_others_at_home_is_kept(catalogue):
    kept = {slug: need.keep_safe for slug, need in catalogue.needs.items() if need.keep_safe}
    siblings = frozenset({"sibling-impact"})
    assert kept == {"home-aggression": siblings, "sexualized-behavior": siblings}


@pytest.mark.parametrize(("role", "capability", "value"), FITS)
def test_fit_of_role_and_capability_is_kept(role, capability, value):
    assert Fit.objects.get(role__slug=role, capability__slug=capability, jurisdiction=None).value == value


@pytest.mark.parametrize(
    ("state", "level"), [("OR", "master"), ("VA", "bachelor"), ("TX", "bachelor"), ("NV", "license level")]
)
def test_qmhp_is_told_apart_by_state(state, level):
    reading = CollisionReading.objects.get(collision__title="QMHP", where=state)
    assert level in reading.level


def test_states_a_reading_names_in_words_are_those_it_holds_for():
    codes = set(Jurisdiction.objects.values_list("code", flat=True))
    for reading in CollisionReading.objects.prefetch_related("states"):
        named = {word for word in re.findall(r"\b[A-Z]{2}\b", reading.where) if word in codes}
        assert {state.code for state in reading.states.all()} == named, reading
        assert reading.most_states == ("most states" in reading.where), reading


@pytest.mark.parametrize(
    ("letters", "state", "stage"),
    [
        ("LCSW", "MA", "supervised"),  # LICSW is the independent one
        ("LPCC", "CO", "supervised"),  # C is for candidate
        ("LPCC", "OH", ""),
        ("LMHC", "NM", "supervised"),
        ("Intern", "FL", "registered"),
        ("QMHP", "VA", ""),  # a bachelor's level is no step on the way to a license
    ],
)
def test_a_reading_says_as_a_value_how_far_along_somebody_is(letters, state, stage):
    assert CollisionReading.objects.get(collision__title=letters, states=state).stage == stage


def test_teens_of_fourteen_may_consent_in_oregon():
    meaning = StateTitle.objects.get(jurisdiction="OR", term="Minor consent").meaning
    assert "14" in meaning


@pytest.mark.parametrize(
    ("key", "number"), [("988", "988"), ("911", "911"), ("orcah", "855-503-SAFE"), ("ctl", "741741")]
)
def test_crisis_lines_have_their_numbers(key, number):
    assert number in CrisisLine.objects.get(key=key).how


def test_family_support_specialist_is_a_certified_parent_peer_in_oregon():
    trap = StateTitle.objects.get(jurisdiction="OR", tier="title_traps", term="Family Support Specialist")
    assert "peer" in trap.meaning


def test_self_harm_is_an_emergency_and_calls_for_a_safety_plan():
    need = Need.objects.get(slug="self-harm-suicide")
    assert need.urgency == "emergency"
    assert set(need.calls.filter(mode="all").values_list("capability__slug", flat=True)) == {
        "safety-planning",
        "clinical-assessment",
    }


@pytest.mark.parametrize(
    ("name", "role", "state"), [("LICSW", "lcsw", "WA"), ("LPC", "lpc", "TX"), ("LMHC", "lpc", "FL")]
)
def test_license_letters_are_known_where_a_state_lists_them(name, role, state):
    assert RoleName.objects.filter(name=name, role__slug=role, jurisdiction=state).exists()


@pytest.mark.parametrize(
    ("name", "state", "confidence", "sources"),
    [
        ("LICSW", "MA", "verified", ["TITLES-LICSW"]),
        ("LISW", "OH", "from-knowledge", ["K-STATE-BOARDS", "OH-4757.21"]),
        ("LISW", "SC", "verified", ["SC-SW-PHO"]),
        ("LCSW-C", "MD", "from-knowledge", ["K-STATE-BOARDS"]),
    ],
)
def test_letters_of_another_state_keep_how_we_know_them(name, state, confidence, sources):
    row = RoleName.objects.get(name=name, jurisdiction=state)
    assert (row.confidence, sorted(source.key for source in row.sources.all())) == (confidence, sources)


@pytest.mark.parametrize(
    ("name", "state"), [("LPC", "OH"), ("LPC", "IL"), ("LPC", "MN"), ("LCSW", "MA"), ("LPCC", "CO")]
)
def test_license_letters_claim_no_state_where_they_mean_another_level(name, state):
    assert not RoleName.objects.filter(name=name, jurisdiction=state).exists()


@pytest.mark.parametrize(
    "word", ["therapist", "counselor", "clinician", "family intervention specialist", "skills trainer"]
)
def test_spoken_words_could_be_several_roles(catalogue, word):
    entries = catalogue.names[word]
    assert {entry.kind for entry in entries} == {"spoken"}
    assert len({entry.role for entry in entries}) > 2


def test_the_guide_is_a_source_of_lived_experience():
    guide = Source.objects.get(key="SEED")
    assert (guide.title, guide.kind, guide.address) == ("A parent coach’s guide", "seed", "")


def test_no_source_says_how_we_came_by_it():
    for source in Source.objects.all():
        shown = f"{source.title} {source.locator} {source.version} {source.note}".lower()
        assert not [word for word in ("stored", "github", "excerpt", "mirror", "(copy)") if word in shown], (
            source.key
        )


def test_every_address_of_a_source_is_one_that_a_browser_opens():
    addresses = [(source.key, source.address) for source in Source.objects.all() if source.address]
    assert len(addresses) > 500
    assert [
        (key, text) for key, text in addresses if len(text.split()) > 1 or text.endswith((",", ";"))
    ] == []


@pytest.mark.parametrize(
    "slug", ["medication", "diagnosis", "clinical-assessment", "individual-psychotherapy"]
)
def test_what_a_license_decides_is_opened_by_no_training(catalogue, slug):
    assert not catalogue.capabilities[slug].opened_by_training


@pytest.mark.parametrize("slug", ["trauma-treatment", "family-therapy", "sexual-behavior"])
def test_a_method_of_treatment_is_opened_by_training(catalogue, slug):
    assert catalogue.capabilities[slug].opened_by_training


def test_a_psychiatrist_can_prescribe_in_every_state(catalogue):
    md = Letters("psychiatrist", text="MD")
    for state in ("", *catalogue.states):
        assert fit(catalogue, [md], "medication", state).reach is Reach.TRAINED, state


@pytest.mark.parametrize(
    ("letters", "role", "capability"),
    [("PMHNP", "pmhnp", "diagnosis"), ("BCBA", "bcba", "behavior-analysis")],
)
def test_national_letters_are_known_in_every_state(catalogue, letters, role, capability):
    worn = Letters(role, text=letters)
    assert {fit(catalogue, [worn], capability, s).reach for s in catalogue.states} == {Reach.TRAINED}


def test_the_only_place_in_a_sentence_of_the_catalogue_is_the_child():
    """Anything else in braces would reach a parent as it stands."""
    texts = [text for need in Need.objects.all() for text in (need.asks, need.clear_answer, need.if_not)]
    texts += Question.objects.values_list("text", flat=True)
    assert {place for text in texts for place in re.findall(r"\{[^}]*\}?", text)} == {"{child}"}
