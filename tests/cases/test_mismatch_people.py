"""Letters, titles, beliefs and supervisors: what is worth asking about a person's role."""

import dataclasses

import pytest

from cases.snapshot import CredentialFact
from roles.catalogue import Ground, Kind
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    believing,
    findings,
    letters,
    person,
    room,
    rules,
    the,
    told,
)
from tests.cases.plain_catalogue import FAMILY, SAFETY, SKILLS, catalogue

MED = CredentialFact("MEd", Kind.DEGREE)


@pytest.mark.parametrize(
    ("worn", "title", "why"),
    [
        ((), "No letters and no job title for Luis yet", "You added Luis without letters or a job title."),
        ((CredentialFact("XQZ", Kind.UNKNOWN),), "“XQZ” doesn’t", "We don’t know “XQZ” yet."),
        (
            (CredentialFact("helper", Kind.TITLE, candidates=("qmha", "lcsw")),),
            "“Helper” doesn’t tell us the job yet",
            "“Helper” can mean a few jobs. They don’t all call for a license.",
        ),
        (
            (CredentialFact("Therapist", Kind.TITLE, "therapist-title"),),
            "“Therapist” doesn’t tell us the job yet",
            "“Therapist” can mean a few jobs.",
        ),
        (
            (CredentialFact("Doctor", Kind.TITLE, candidates=("lcsw", "psychiatrist")),),
            "“Doctor” doesn’t tell us the job yet",
            "“Doctor” can mean a few jobs. Each has its own license.",
        ),
        ((MED,), "“MEd” doesn’t tell us the job yet", "“MEd” is a degree."),
    ],
)
def test_a_title_that_tells_too_little_is_asked_about(worn, title, why):
    found = the("title_unclear", room(SKILLS, person(4, "Luis", *worn)))
    assert (found.fingerprint, found.level) == ("title_unclear:-:4", "soon")
    assert found.words.title.startswith(title)
    assert found.words.why.startswith(why)
    assert found.words.brings == ""


def test_letters_that_all_mean_a_license_are_never_asked_for_one():
    doctor = CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "slp"))
    found = the("title_unclear", room("medication-questions", person(3, "Dr. Okafor", doctor)))
    assert (found.level, found.words.title) == ("know", "“MD” can mean more than one kind of doctor")
    assert found.words.why.startswith("“MD” means a doctor with a license. It can be a psychiatrist or a")
    assert found.words.say == "Are you a psychiatrist, or another kind of doctor?"
    assert "license" not in found.words.say + found.words.clear_answer


def test_other_letters_behind_a_license_are_not_called_a_doctor():
    either = CredentialFact("LX", Kind.LICENCE, candidates=("lcsw", "slp"))
    words = the("title_unclear", room(SKILLS, person(3, "Kim", either))).words
    assert words.title == "“LX” can mean more than one kind of license"
    assert "doctor" not in words.why + words.say


@pytest.mark.django_db
def test_a_doctor_of_the_real_catalogue_is_asked_which_kind(catalogue):
    both = ("psychiatrist", "pediatrician-pcp")
    okafor = person(3, "Dr. Okafor", CredentialFact("MD", Kind.LICENCE, candidates=both))
    facts = room("medication-questions", okafor)
    found = {f.rule: f.words for f in told(facts, catalogue)}
    assert found["title_unclear"].why == (
        "“MD” means a doctor with a license. It can be a psychiatrist or a family doctor."
    )


def test_one_clear_role_beside_a_vague_title_is_clear_enough():
    clear = person(4, "Luis", "qmha", CredentialFact("Therapist", Kind.TITLE, candidates=("qmha", "lcsw")))
    assert "title_unclear" not in rules(room(SKILLS, clear))


@pytest.mark.parametrize(
    ("worn", "fires"),
    [
        (("msw",), True),
        (("msw", "qmhp"), True),
        (("msw", "cswa"), False),
        (("msw", "lcsw"), False),
        (("lcsw",), False),
        ((MED,), False),  # no role at all: title_unclear asks already
    ],
)
def test_a_degree_is_told_from_a_license_when_no_license_is_in_sight(worn, fires):
    assert ("degree_not_license" in rules(room(FAMILY, person(1, "Ana", *worn)))) is fires


def test_a_degree_is_spelled_out():
    found = the("degree_not_license", room(FAMILY, person(1, "Ana", "msw")))
    assert (found.words.title, found.level) == ("MSW is a degree, not a license", "know")
    assert found.words.why.startswith("MSW stands for Master of Social Work.")
    assert found.evidence == ()  # no cell of these roles takes a license


@pytest.mark.parametrize(
    ("ground", "shown"),
    [(Ground.LICENCE, {"family-therapy"}), (Ground.TRAINING, set()), (Ground.SCOPE, set())],
)
def test_beside_a_degree_stands_what_takes_a_license_and_nothing_else(ground, shown):
    known, key = catalogue(), ("msw", "family-therapy", "")
    rewritten = dataclasses.replace(known.fits[key], ground=ground, reason="A license? Not this one.")
    degrees = dataclasses.replace(known, fits=known.fits | {key: rewritten})
    facts = room(FAMILY, person(1, "Ana", "msw"))
    (found,) = [f for f in told(facts, degrees) if f.rule == "degree_not_license"]
    assert {e.capability for e in found.evidence} == shown


def test_a_license_on_its_way_is_a_normal_step():
    found = the("license_on_the_way", room(f"{SKILLS} severe-symptoms", person(2, "Jane", "cswa", "qmhp")))
    assert (found.words.title, found.level) == ("CSWA means a license is on the way", "know")
    assert found.words.why.startswith("CSWA means a finished degree")
    assert {(e.role, e.reach.value) for e in found.evidence} == {("cswa", "supervised")}


def test_one_person_is_asked_about_a_supervisor_once():
    on_the_way = rules(room(SKILLS, person(2, "Jane", "cswa", "qmhp")))
    assert ("license_on_the_way" in on_the_way, "no_supervisor" in on_the_way) == (True, False)
    agreed_already = rules(room(FAMILY, JANE_CSWA, agreements=(agreed(JANE_CSWA, FAMILY),)))
    assert ("license_on_the_way" in agreed_already, "no_supervisor" in agreed_already) == (False, True)


JANE_CSWA = person(2, "Jane", "cswa", "qmhp")


@pytest.mark.parametrize("rule", ["license_on_the_way", "no_supervisor"])
def test_the_name_of_a_supervisor_settles_both(rule):
    named = dataclasses.replace(JANE_CSWA, supervisor="named")
    assert rule not in rules(room(FAMILY, named, agreements=(agreed(named, FAMILY),)))


def test_a_role_that_works_under_someone_asks_for_the_name():
    tasha = dataclasses.replace(TASHA, supervisor="unknown")
    found = the("no_supervisor", room(f"{SKILLS} sibling-impact", tasha))
    assert (found.fingerprint, found.level) == ("no_supervisor:-:1", "soon")
    assert found.words.why.startswith("A QMHA works under someone.")
    assert {(e.role, e.reach.value) for e in found.evidence} == {("qmha", "supervised")}


@pytest.mark.parametrize(("member", "rule"), [("cswa", "license_on_the_way"), ("qmha", "no_supervisor")])
def test_no_fact_about_something_else_is_shown(member, rule):
    assert the(rule, room(SKILLS, person(1, "Kim", member))).evidence == ()


def test_somebody_said_to_work_alone_is_asked_too():
    alone = dataclasses.replace(TASHA, supervisor="none")
    assert the("no_supervisor", room(SKILLS, alone)).words.why.startswith("You told us Tasha works alone.")


@pytest.mark.parametrize("worn", [("lcsw",), ("qmhp", "lcsw"), ("msw",), (MED,), ()])
def test_a_license_of_ones_own_or_a_bare_degree_asks_for_no_supervisor(worn):
    assert "no_supervisor" not in rules(room(SKILLS, person(1, "Ana", *worn)))


@pytest.mark.parametrize(("need", "level"), [(SAFETY, "first"), (FAMILY, "soon")])
def test_a_chair_that_waits_for_the_name_is_told(need, level):
    found = the("no_supervisor", room(need, JANE, agreements=(agreed(JANE, need),)))
    assert found.level == level
    assert "Jane agreed to be the lead for" in found.words.why
    assert found.evidence[0].reach.value == "supervised"


@pytest.mark.parametrize(
    ("member", "word"),
    [
        (TASHA, "therapist"),
        (TASHA, "our family therapist"),
        (TASHA, "Therapist for the family"),
        (TASHA, "trauma specialist"),
        (TASHA, "the doctor"),
        (TASHA, "licensed counselor"),
        (TASHA, "LCSW"),
        (person(1, "Kim", "slp"), "our therapist"),
    ],
)
def test_a_belief_the_role_does_not_carry_is_set_beside_it(member, word):
    found = the("belief_vs_role", room(SKILLS, believing(member, word)))
    assert word.lower() in found.words.why.lower()
    assert "outside a" in found.words.why
    assert found.level == "soon"


@pytest.mark.parametrize(
    ("member", "word"),
    [
        (TASHA, ""),
        (TASHA, "skills trainer"),
        (TASHA, "someone who helps"),
        (TASHA, "speech therapist"),  # no word of ours for this on the everyday list
        (person(1, "Kim", "slp"), "speech therapist"),
        (ANA, "our therapist"),
        (JANE, "therapist"),  # under supervision is not "no"
        (LUIS, "our therapist"),  # unknown is not "no"
        (person(9, "Sam"), "psychiatrist"),
        (OKAFOR, "family therapist"),  # it depends
        (OKAFOR, "psychiatrist"),
    ],
)
def test_a_belief_that_may_be_right_is_left_alone(member, word):
    assert "belief_vs_role" not in rules(room(SKILLS, believing(member, word)))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Therapist", "a therapist."),
        ("our therapist", "our therapist."),
        ("Our family therapist.", "our family therapist."),
        ("LCSW", "an LCSW."),
        ("Therapist for the family", "a therapist for the family."),
        ("does therapy with us", "“does therapy with us”."),
        ("someone who is a real therapist", "“someone who is a real therapist”."),
    ],
)
def test_what_the_parent_sees_is_said_in_a_whole_sentence(word, said):
    why = the("belief_vs_role", room(SKILLS, believing(TASHA, word))).words.why
    assert why.startswith(f"You told us you see Tasha as {said} ")


def test_a_belief_weighs_most_where_safety_is_at_stake():
    found = the("belief_vs_role", room(f"{SKILLS} {SAFETY}", believing(TASHA, "our therapist")))
    assert found.level == "first"
    assert found.words.title == "“Our therapist” and “QMHA” are not the same job"


def test_a_finding_names_its_sources_and_the_catalogue_it_used():
    found = the("fit_not_asked", room(FAMILY, ANA))
    assert found.catalogue == 7
    proof = found.evidence[0]
    assert (proof.role, found.letters[0], proof.claim, proof.confidence) == (
        "lcsw",
        "LCSW",
        "rule",
        "verified",
    )
    assert (proof.source_title, proof.source_address) == (
        "Staff rule for programs",
        "https://example.org/rule",
    )
    assert proof.reviewed_on.isoformat() == "2026-02-01"


def test_letters_are_shown_as_the_person_wears_them():
    resident = person(3, "Dr. Okafor", letters("psychiatrist", "DO"))
    assert the("fit_not_asked", room("medication-questions", resident)).letters == ("DO",)


def test_the_same_facts_give_the_same_findings_in_the_same_order():
    facts = room(f"{SAFETY} {FAMILY} {SKILLS}", TASHA, JANE, LUIS, OKAFOR)
    assert findings(facts) == findings(facts)
    assert len({f.fingerprint for f in findings(facts)}) == len(findings(facts))
