"""Letters as they are written, titles as they are said, and what a parent has told us about them."""

import dataclasses

import pytest

from cases.coverage import cover
from cases.mismatch.asking import what_is_open
from cases.mismatch.facts import Facts
from cases.snapshot import CredentialFact, Mark
from roles.catalogue import Ground, Kind, NameEntry
from tests.cases.plain import (
    ANA,
    LUIS,
    TASHA,
    agreed,
    believing,
    findings,
    letters,
    marks,
    person,
    room,
    row,
    rules,
    the,
    told,
    trained,
)
from tests.cases.plain_catalogue import CLINICAL, FAMILY, MEDICINE, SAFETY, SKILLS, TRAUMA, catalogue

TRAINER = CredentialFact("Skills trainer", Kind.TITLE, candidates=("skills-trainer", "qmha"))
ONE_JOB = CredentialFact("Life skills coach", Kind.TITLE, candidates=("skills-trainer",))
TOLD_LCSW = CredentialFact("therapist", Kind.TITLE, "lcsw")
MED = CredentialFact("MEd", Kind.DEGREE)


@pytest.mark.parametrize(
    ("worn", "said"),
    [
        (letters("psychiatrist", "DO"), "A DO"),
        (letters("lcsw", "LICSW"), "An LICSW"),
        (letters("psychiatrist", "Child Psychiatrist"), "A child psychiatrist"),
        (CredentialFact("therapist", Kind.TITLE, "psychiatrist"), "An MD"),
    ],
)
def test_a_role_is_called_by_the_letters_worn(worn, said):
    need = FAMILY if worn.role == "lcsw" else MEDICINE
    assert the("fit_not_asked", room(need, person(3, "Kim", worn))).words.why.startswith(
        f"{said}’s role covers this."
    )


def test_letters_are_printed_with_the_apostrophes_of_a_book():
    kim = person(3, "Kim", letters("skills-trainer", "Children's coach"))
    assert the("fit_not_asked", room(SKILLS, kim)).words.why.startswith(
        "A children’s coach’s role covers this."
    )


def test_a_title_for_several_jobs_stays_the_title():
    found = the("fit_not_asked", room(SKILLS, person(4, "Luis", TRAINER)))
    assert found.words.why.startswith("A skills trainer’s role covers this.")
    assert set(found.letters) == {"Skills trainer"}


def test_a_title_for_several_jobs_never_says_no():
    luis = believing(person(4, "Luis", TRAINER), "our therapist")
    facts = room(f"{FAMILY} {MEDICINE}", luis, agreements=(agreed(luis, FAMILY, "plan"),))
    assert set(rules(facts)) == {"fit_unknown", "plan_on_unknown_fit"}
    assert {c.mark for r in cover(facts, catalogue()).rows for c in r.cells} == {Mark.ASK}


def test_a_title_of_one_job_tells_what_it_can_do_and_never_proves_a_no():
    kim = person(4, "Kim", ONE_JOB)
    assert marks(row(SKILLS, kim)) == ["could"]
    assert marks(row("unclear-diagnosis", kim)) == ["ask"]
    assert rules(room("unclear-diagnosis", kim)) == ["fit_unknown", "no_supervisor"]


def test_a_title_of_one_licensed_job_asks_for_the_license():
    kim = person(4, "Kim", CredentialFact("Family counselor", Kind.TITLE, candidates=("lcsw",)))
    words = the("title_unclear", room(SKILLS, kim)).words
    assert words.title == "“Family counselor” doesn’t tell us the license yet"
    assert "a few jobs" not in words.why


def test_an_unclear_title_shows_the_roles_it_can_mean():
    several = ("qmha", "lcsw", "psychiatrist")
    kim = person(4, "Luis", CredentialFact("Therapist", Kind.TITLE, candidates=several))
    found = the("title_unclear", room(SKILLS, kim))
    assert [e.role for e in found.evidence] == ["qmha", "lcsw"]  # no more than two
    assert the("title_unclear", room(SKILLS, person(4, "Luis"))).evidence == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("texts", "letters_shown", "role"),
    [(("MD", "Pediatrician"), "Pediatrician", "pediatrician-pcp"), (("PA-C",), "PA-C", "pediatrician-pcp")],
)
def test_evidence_comes_from_the_role_that_is_told(catalogue, texts, letters_shown, role):
    worn = [CredentialFact(text, Kind.LICENCE, role) for text in texts]
    if len(texts) > 1:
        worn[0] = CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist", "pediatrician-pcp"))
    facts = room(MEDICINE, person(3, "Kim", *worn))
    (found,) = told(facts, catalogue)
    assert (set(found.letters), {e.role for e in found.evidence}) == ({letters_shown}, {role})


@pytest.mark.django_db
def test_a_nurse_practitioner_is_told_in_plain_words(catalogue):
    np = CredentialFact("NP", Kind.LICENCE, candidates=("pmhnp", "pediatrician-pcp"))
    facts = room(MEDICINE, person(3, "Kim", np))
    why = next(f for f in told(facts, catalogue) if f.rule == "title_unclear").words.why
    assert "It can be a nurse practitioner for mental health or one for a child’s general health." in why
    assert "family doctor" not in why


# -- what a parent told -------------------------------------------------------------------------------


def test_a_title_the_parent_told_the_license_of_counts_as_that_license():
    told = person(5, "Ana", "msw", TOLD_LCSW)
    assert "degree_not_license" not in rules(room(FAMILY, told))
    assert "degree_not_license" in rules(room(FAMILY, person(5, "Ana", "msw")))
    assert "no_supervisor" not in rules(room(SKILLS, person(5, "Ana", "qmhp", TOLD_LCSW)))
    assert "no_supervisor" in rules(room(SKILLS, person(5, "Ana", "qmhp")))
    assert "license_on_the_way" not in rules(room(SKILLS, person(5, "Ana", "cswa", TOLD_LCSW)))


def test_a_degree_speaks_last():
    found = the("fit_unknown", room(TRAUMA, person(7, "Mia", "msw", "qmhp", supervisor="named")))
    assert "The letters QMHP alone don’t tell us." in found.words.why


def test_training_does_not_make_a_degree_a_lead():
    both = (trained("trauma-treatment", "certified in TF-CBT"), trained("clinical-assessment", "40 hours"))
    assert rules(room(TRAUMA, person(7, "Mia", "msw", trainings=both)), TRAUMA) == ["fit_unknown"]
    assert rules(room(TRAUMA, dataclasses.replace(ANA, trainings=both)), TRAUMA) == ["fit_not_asked"]


def test_training_for_what_a_license_decides_is_not_asked_for():
    known = catalogue()
    fits = {k: c for k, c in known.fits.items() if k[:2] != ("lcsw", "medication")}
    depends = dataclasses.replace(known.fits["lcsw", "trauma-treatment", ""], capability="medication")
    gated = dataclasses.replace(known, fits=fits | {("lcsw", "medication", ""): depends})
    facts = room(MEDICINE, dataclasses.replace(ANA, trainings=(trained("medication", "a course"),)))
    (found,) = told(facts, gated)
    assert (found.rule, found.words.say[:45]) == (
        "fit_unknown",
        "Is prescription medicine in your role? If you",
    )


def test_a_degree_alone_is_said_to_be_one():
    why = the("fit_unknown", room(SAFETY, person(4, "Ms. Bell", MED))).words.why
    assert why.startswith("“MEd” is a degree. It does not tell the job.")
    bell = the("fit_unknown", room(SAFETY, person(4, "Ms. Bell"))).words
    assert bell.why.startswith("We don’t know yet if a role here covers this.")


# -- safety, beliefs, evidence, waiting ---------------------------------------------------------------


@pytest.mark.parametrize("need", [SAFETY, "home-aggression", "sexualized-behavior"])
def test_a_safety_question_always_ends_with_988(need):
    jane = person(2, "Jane", "qmhp")
    rooms = [
        room(need, ANA),
        room(need, TASHA, agreements=(agreed(TASHA, need),)),
        room(need, jane, agreements=(agreed(jane, need),)),
        room(need, jane),
        room(need, person(9, "Sam")),
        room(need, TASHA),
        room(need, person(1, "Kim", "slp")),
    ]
    urgent = [f for facts in rooms for f in findings(facts) if f.level == "first"]
    assert {f.rule for f in urgent} >= {"fit_not_asked", "outside_training", "no_supervisor"} - (
        set() if need == SAFETY else {"no_supervisor", "fit_not_asked"}
    )
    assert all("988" in f.words.if_not for f in urgent)
    assert "988" not in the("fit_not_asked", room(FAMILY, ANA)).words.if_not


@pytest.mark.parametrize("worn", [letters("lcsw", "PhD"), CredentialFact("Psy.D.", Kind.DEGREE)])
def test_doctor_is_a_fair_word_for_a_doctorate(worn):
    kim = believing(person(1, "Kim", worn, "slp"), "the doctor")
    assert "belief_vs_role" not in rules(room(SKILLS, kim))
    asked = believing(kim, "the psychiatrist")
    assert "belief_vs_role" in rules(room(SKILLS, asked))
    without = believing(person(1, "Kim", "slp"), "the doctor")
    assert "belief_vs_role" in rules(room(SKILLS, without))


@pytest.mark.parametrize(
    ("needs", "level"),
    [(f"{SKILLS} {SAFETY}", "first"), (f"{SKILLS} severe-symptoms", "soon"), (SKILLS, "soon")],
)
def test_a_belief_comes_first_only_where_a_safety_chair_waits_for_it(needs, level):
    mixed_up = believing(TASHA, "our therapist")
    assert the("belief_vs_role", room(needs, mixed_up)).level == level


def test_a_part_that_somebody_leads_is_not_called_open():
    mixed_up = believing(TASHA, "family therapist")
    led = the("belief_vs_role", room(FAMILY, mixed_up, ANA, agreements=(agreed(ANA, FAMILY),))).words
    assert "still open" not in led.clear_answer
    assert "Ana" in led.say
    assert "still open" in the("belief_vs_role", room(FAMILY, mixed_up, ANA)).words.clear_answer


def test_helpers_who_only_work_under_someone_have_their_fact_shown():
    only = person(1, "Tasha", "skills-trainer", supervisor="named")
    known = catalogue()
    kept = {k: c for k, c in known.fits.items() if k[0] != "skills-trainer" or k[1] not in CLINICAL.split()}
    supervised = dataclasses.replace(
        known.fits["skills-trainer", "safety-planning", ""], capability="diagnosis"
    )
    plain = dataclasses.replace(known, fits=kept | {("skills-trainer", "diagnosis", ""): supervised})
    facts = room("severe-symptoms", only)
    found = told(facts, plain)
    assert all(f.evidence for f in found if f.rule in ("helpers_no_lead", "gap", "no_prescriber"))


@pytest.mark.parametrize(
    ("role", "ground", "last"),
    [
        ("slp", Ground.SCOPE, "an SLP’s role"),
        ("slp", Ground.TRAINING, "an SLP’s training"),
        ("slp", Ground.LICENCE, "an SLP’s training"),
        ("slp", "", "an SLP’s training"),
        ("qmha", Ground.SCOPE, "a QMHA’s training"),  # a helper’s role is what it was trained for
    ],
)
def test_what_a_profession_leaves_to_others_is_its_role_and_not_its_training(role, ground, last):
    known = catalogue()
    fits = {k: dataclasses.replace(c, ground=ground) for k, c in known.fits.items() if k[0] == role}
    grounded = dataclasses.replace(known, fits=known.fits | fits)
    kim = person(1, "Kim", role)
    facts = room(FAMILY, kim, agreements=(agreed(kim, FAMILY, "plan"),))
    (found,) = [f for f in told(facts, grounded) if f.rule == "outside_training"]
    assert found.words.title == f"Family therapy is outside {last}"


@pytest.mark.parametrize(("state", "asked"), [("OR", []), ("", []), ("ID", ["title_unclear"])])
def test_a_license_of_one_role_tells_enough_only_where_it_holds(state, asked):
    """Letters that can mean one role, and that no list of a state has."""
    okafor = person(3, "Okafor", CredentialFact("MD", Kind.LICENCE, candidates=("psychiatrist",)))
    assert [r for r in rules(room(SKILLS, okafor, state=state)) if r == "title_unclear"] == asked


@pytest.mark.parametrize("need", [FAMILY, TRAUMA, MEDICINE])
def test_of_a_word_for_several_jobs_the_facts_shown_are_about_the_need_that_is_open(need):
    grid = cover(facts := room(f"{FAMILY} {TRAUMA} {MEDICINE}", LUIS), catalogue())
    info, (cell,) = catalogue().needs[need], grid.row(need).cells
    shown, _ = what_is_open(Facts.at(facts, catalogue(), grid), info, cell)
    assert shown
    assert {fact.capability for fact in shown} <= set(info.required)


def test_a_lead_with_a_supervisor_names_the_role_that_works_under_one_and_no_training():
    jane = person(2, "Jane", "qmhp", trainings=(trained("trauma-treatment"),))
    found = the("fit_not_asked", room(FAMILY, jane))
    assert (found.why, found.params) == ("supervised", {"role": "qmhp", "brings": "qmhp", "could": [jane.id]})


@pytest.mark.parametrize(("state", "asked"), [("OR", False), ("ID", True)])
def test_letters_of_one_state_tell_too_little_in_one_that_has_its_own_for_that_license(state, asked):
    own = {"licsw": (NameEntry("LICSW", "lcsw", "letters", "ID"),)}
    known = dataclasses.replace(catalogue(), names=own, local={})
    ana = person(5, "Ana", CredentialFact("LCSW", Kind.LICENCE, candidates=("lcsw",)))
    assert ("title_unclear" in [f.rule for f in told(room(SKILLS, ana, state=state), known)]) is asked
