"""A fact of the wrong state is worse than none: no state told, another state, letters that exist in both."""

import dataclasses
import json

import pytest

from cases.presenters.flags import _place
from cases.reconcile import content
from cases.snapshot import CredentialFact
from cases.wording import Scene, Voice
from roles.catalogue import Kind, LocalTitle, NameEntry, SourceRef
from tests.cases.plain import (
    ANA,
    JANE,
    LUIS,
    OKAFOR,
    TASHA,
    agreed,
    believing,
    cells_told,
    findings,
    letters,
    marks,
    person,
    room,
    row,
    row_told,
    rules,
    the,
    told,
)
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, SKILLS, catalogue, noun

UNSUPERVISED = believing(dataclasses.replace(TASHA, supervisor="unknown"), "our therapist")
VARIES = CredentialFact("QMHP", Kind.QUALIFICATION, candidates=("qmhp",))


# -- no state told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "member", [UNSUPERVISED, JANE, ANA, person(7, "Kim", "cswa"), person(8, "Bo", VARIES)]
)
def test_without_a_state_letters_of_one_state_raise_safety_and_once_that_they_vary(member):
    everything = room(f"{SAFETY} {FAMILY} {SKILLS} {MEDICINE}", member, state="")
    found, *waits = findings(everything)
    carried = [slug for f in (found, *waits) for slug in (f.need, *f.params.get("also", []))]
    assert sorted(carried) == sorted([SAFETY, FAMILY, SKILLS, MEDICINE])
    assert [(f.rule, f.why, f.member, f.level) for f in waits] == [
        ("fit_unknown", "state", None, "soon") for _ in waits[:1]
    ]
    assert (found.rule, found.need, found.level, found.evidence) == ("fit_unknown", SAFETY, "first", ())
    helper = member.credentials[0].role == "qmha"
    assert (found.member, found.why) == ((None, "agency") if helper else (member.id, "unknown"))
    assert "from state to state" in found.words.why
    assert "another state" not in found.words.why


def test_what_waits_for_the_state_says_so_to_parent_and_coach():
    facts = room(f"{FAMILY} {MEDICINE}", JANE, state="")
    found = the("fit_unknown", facts)
    assert (found.need, found.params["also"]) == (MEDICINE, [FAMILY])
    assert found.words.why == (
        "What we know about these letters changes from state to state. Tell us yours, and we can say more. "
        f"The same is open for {noun(FAMILY)}."
    )
    (coached,) = [f for f in told(facts, catalogue(), Voice(parent="Renee")) if f.rule == "fit_unknown"]
    assert "When Renee tells it, we can say more." in coached.words.why
    assert found.words.say == f"Who could be Sunny’s lead for {noun(MEDICINE)}?"


def test_without_a_state_the_license_nearest_to_a_lead_is_asked_about_safety():
    grid = row(SAFETY, JANE, ANA, state="")
    assert (grid.askable, row_told(grid, JANE, ANA)) == ((ANA.id, JANE.id), "We don’t know yet. Ask Ana.")
    assert the("fit_unknown", room(SAFETY, JANE, ANA, state="")).member == ANA.id


def test_a_degree_beside_letters_that_wait_for_the_state_is_no_answer_yet():
    mia = person(8, "Mia", "msw", "qmhp")
    assert the_only(f"{FAMILY} {SAFETY}", mia, FAMILY).why == "state"
    assert row_told(row(FAMILY, mia, state=""), mia) == "It varies by state. Tell us yours."
    assert "fit_not_asked" in rules(room(FAMILY, mia))


def the_only(needs, member, need, *others):
    """What is told of a need where no state is."""
    (found,) = [f for f in findings(room(needs, member, *others, state="")) if f.need == need]
    return found


def test_with_the_state_the_same_letters_speak():
    told = rules(room(f"{FAMILY} {MEDICINE}", UNSUPERVISED))
    assert {"no_supervisor", "no_prescriber", "belief_vs_role"} <= set(told)


def test_without_a_state_the_grid_says_that_it_varies():
    varies = row(FAMILY, JANE, TASHA, state="")
    assert (marks(varies), row_told(varies, JANE, TASHA)) == (
        ["ask", "ask"],
        "It varies by state. Tell us yours.",
    )
    assert cells_told(varies, JANE, TASHA) == ["Varies by state", "Varies by state"]


def test_without_a_state_an_agreement_fills_no_chair():
    assert not row(FAMILY, ANA, state="", agreements=(agreed(ANA, FAMILY),)).has_lead


def test_without_a_state_roles_of_no_single_state_still_speak():
    msw = person(8, "Bo", "msw")
    assert rules(room(FAMILY, msw, state="")) == ["fit_unknown", "degree_not_license"]
    assert "or on the state" in the("fit_unknown", room(FAMILY, msw, state="")).words.why
    assert "state" not in the("fit_unknown", room(FAMILY, msw)).words.why


def test_without_a_state_letters_that_wait_for_it_come_before_a_title_of_several_jobs():
    found = findings(room(SAFETY, JANE, LUIS, state=""))
    assert [(f.rule, f.member) for f in found] == [("fit_unknown", JANE.id), ("title_unclear", LUIS.id)]


def test_without_a_state_a_need_that_can_wait_waits_for_it():
    msw = person(8, "Bo", "msw")
    assert the_only(FAMILY, JANE, FAMILY, msw).why == "state"
    assert the("fit_unknown", room(SAFETY, JANE, msw, state="")).member == JANE.id


def test_letters_that_only_wait_for_the_state_are_not_called_unclear():
    assert "title_unclear" in rules(room(SKILLS, LUIS, state=""))
    assert "title_unclear" not in rules(room(SKILLS, person(8, "Bo", VARIES), state=""))


# -- letters that exist here too ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "means"),
    [
        ("VA", "You told us you live in Virginia. In Virginia, QMHP means: a bachelor’s degree."),
        ("IL", "You told us you live in Illinois. In Illinois, QMHP means: includes a master’s degree."),
    ],
)
def test_letters_that_mean_something_else_here_are_said_with_their_meaning(state, means):
    facts = room(FAMILY, JANE, state=state)
    words, here = the("own_state", facts).words, catalogue().states[state]
    assert words.title == f"QMHP has its own meaning in {here}"
    assert words.why == f"{means} We have no facts yet on what this role covers in {here}."
    assert words.say.startswith("What does QMHP mean in our state?")
    assert "other_state" not in rules(facts)


def test_letters_the_state_has_too_are_never_said_to_have_another_name():
    facts = room(FAMILY, TASHA, state="NV")
    words = the("own_state", facts).words
    assert words.title == "QMHA has its own rules in Nevada"
    assert words.why == (
        "You told us you live in Nevada. We have no facts yet on what this role covers in Nevada."
    )
    assert "other_state" not in rules(facts)
    assert "different name" in the("other_state", room(FAMILY, TASHA, state="ID")).words.why


@pytest.mark.parametrize(
    ("state", "member"), [("NV", TASHA), ("VA", JANE), ("NV", person(2, "Jane", "qmha", "cswa"))]
)
def test_letters_of_the_own_state_are_nowhere_called_another_states(state, member):
    everything = room(f"{SAFETY} {FAMILY} {SKILLS} {MEDICINE}", member, state=state)
    said = " ".join(f"{f.words.title} {f.words.why}" for f in findings(everything))
    assert "another state" not in said
    assert "comes from" not in said
    assert "We have no facts yet on these letters in" in said


def test_a_name_of_another_step_in_this_state_makes_no_letters_at_home():
    known = catalogue()
    names = dict(known.names) | {"aswa": (NameEntry("ASWA", "cswa", "letters", "ID"),)}
    idaho = dataclasses.replace(known, names=names)
    cswa, aswa = person(7, "Kim", "cswa"), person(7, "Kim", letters("cswa", "ASWA"))
    assert "other_state" in _rules(room(FAMILY, cswa, state="ID"), idaho)
    assert "license_on_the_way" not in _rules(room(SKILLS, cswa, state="ID"), idaho)
    assert "other_state" not in _rules(room(FAMILY, aswa, state="ID"), idaho)


def _rules(facts, known):
    return [f.rule for f in told(facts, known)]


# -- whose rule it is ---------------------------------------------------------------------------------


def test_a_fact_of_another_state_is_shown_as_such():
    assert {e.place for e in the("other_state", room(FAMILY, TASHA, state="ID")).evidence} == {"OR"}
    assert {e.place for e in the("gap", room("unclear-diagnosis", TASHA)).evidence} == {""}


@pytest.mark.parametrize(("state", "place"), [("ID", "OR"), ("", "OR"), ("OR", "")])
def test_a_role_of_no_single_state_can_rest_on_one_states_rule(state, place):
    known = catalogue()
    fits = {key: dataclasses.replace(c, rule_of="OR") for key, c in known.fits.items() if c.role == "msw"}
    msw = dataclasses.replace(known, fits=known.fits | fits)
    facts = room(FAMILY, person(8, "Bo", "msw"), state=state)
    (found,) = [f for f in told(facts, msw) if f.rule == "fit_unknown"]
    assert {e.place for e in found.evidence} == {place}


def test_a_state_that_only_the_words_name_is_not_whose_rule_it_is():
    known = catalogue()
    oar = SourceRef("OAR-1", "Oregon Administrative Rule 1", "", "law")
    changed = {"reason": "Oregon and West Virginia say so.", "sources": (oar,)}
    fits = {key: dataclasses.replace(c, **changed) for key, c in known.fits.items() if c.role == "msw"}
    msw = dataclasses.replace(known, fits=known.fits | fits)
    facts = room(FAMILY, person(8, "Bo", "msw"), state="ID")
    (found,) = [f for f in told(facts, msw) if f.rule == "fit_unknown"]
    assert {e.place for e in found.evidence} == {""}


def test_a_role_of_one_state_rests_on_its_own_rule_whatever_a_fact_says():
    known = catalogue()
    fits = {key: dataclasses.replace(c, rule_of="VA") for key, c in known.fits.items() if c.role == "qmha"}
    rewritten = dataclasses.replace(known, fits=known.fits | fits)
    facts = room(FAMILY, TASHA, state="ID")
    (found,) = [f for f in told(facts, rewritten) if f.rule == "other_state"]
    assert {e.place for e in found.evidence} == {"OR"}


def test_the_page_says_whose_rule_it_is_and_older_flags_say_nothing():
    facts = room(FAMILY, TASHA, state="ID")
    scene = Scene.of(facts, catalogue())
    stored = json.loads(json.dumps(content(the("other_state", facts).finding)["evidence"]))
    assert _place(stored[0], scene) == "Oregon’s rule. Yours may differ."
    assert _place(stored[0] | {"claim": "agency"}, scene) == "From Oregon. Yours may differ."
    assert _place({k: v for k, v in stored[0].items() if k != "place"}, scene) == ""


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["TX", "NV", "WA", "VA", ""])
def test_a_psychiatrist_can_prescribe_wherever_the_family_lives(catalogue, state):
    md = CredentialFact("MD", Kind.LICENCE, "psychiatrist")
    facts = room(MEDICINE, person(3, "Dr. Okafor", md), state=state)
    (found,) = told(facts, catalogue)
    assert (found.rule, found.member) == ("fit_not_asked", 3)
    assert {e.place for e in found.evidence} == {"OR"}
    assert OKAFOR.name in found.words.title


@pytest.mark.parametrize(
    ("state", "kind", "said"),
    [
        ("VA", Kind.LICENCE, "“LMHP” is a license in your state. We have no facts on it yet."),
        ("ID", Kind.UNKNOWN, "“LMHP” is used in Virginia. It may mean something else here, or nothing."),
    ],
)
def test_letters_without_a_role_of_ours_are_called_what_the_state_calls_them(state, kind, said):
    wearing = person(1, "Sam", CredentialFact("LMHP", kind))
    assert the("title_unclear", room(FAMILY, wearing, state=state)).words.why.startswith(said)


def test_letters_of_the_familys_own_state_are_never_said_to_come_from_another():
    """The flag about the letters says that the state has them, so the one about the need agrees."""
    wearing = person(1, "Sam", CredentialFact("LMHP", Kind.LICENCE))
    about = told(room(f"{SAFETY} {FAMILY}", wearing, state="VA"), catalogue())
    whys = {f.rule: f.words.why for f in about}
    assert set(whys) == {"fit_unknown", "title_unclear"}
    assert "We have no facts on the letters of Sam yet." in whys["fit_unknown"]
    assert "another state" not in " ".join(whys.values())


def test_what_the_states_own_list_says_of_letters_is_told():
    known = catalogue()
    listed = LocalTitle(Kind.REGISTRATION, "Has a graduate degree. Works toward a license.")
    nevada = dataclasses.replace(known, local=known.local | {("NV", "cpc intern"): listed})
    wearing = person(1, "Dana", CredentialFact("CPC Intern", Kind.REGISTRATION))
    (found,) = [f for f in told(room(FAMILY, wearing, state="NV"), nevada) if f.rule == "title_unclear"]
    assert (found.why, found.params["kind"]) == ("meaning", "registration")
    assert found.words.why.startswith("In Nevada, CPC Intern means: Has a graduate degree.")
