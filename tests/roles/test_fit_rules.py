"""How far one person's letters reach for one capability."""

import pytest

from roles.catalogue import RANK, Kind, Reach
from roles.fit import fit
from tests.roles import tiny
from tests.roles.tiny import UNKNOWN_LETTERS, Letters, cell

CELLS = (
    cell("qmha", "rapport", Reach.TRAINED),
    cell("qmha", "therapy", Reach.NOT_TRAINED),
    cell("qmha", "safety", Reach.SUPERVISED),
    cell("qmhp", "rapport", Reach.TRAINED),
    cell("qmhp", "therapy", Reach.SUPERVISED),
    cell("qmhp", "trauma", Reach.DEPENDS),
    cell("msw", "therapy", Reach.DEPENDS),
    cell("msw", "trauma", Reach.DEPENDS),
    cell("lcsw", "rapport", Reach.TRAINED),
    cell("lcsw", "therapy", Reach.TRAINED),
    cell("skills-trainer", "rapport", Reach.TRAINED),
    cell("skills-trainer", "therapy", Reach.NOT_TRAINED),
    cell("psychiatrist", "medicine", Reach.TRAINED),
    cell("pediatrician", "medicine", Reach.TRAINED),
    cell("psychiatrist", "therapy", Reach.DEPENDS),
    cell("pediatrician", "therapy", Reach.NOT_TRAINED),
    cell("psychologist", "therapy", Reach.TRAINED),
    cell("fis", "therapy", Reach.DEPENDS),
    cell("fis", "rapport", Reach.TRAINED),
)
CAPABILITIES = (
    tiny.capability("rapport", clinical=False),
    *(tiny.capability(slug) for slug in ("therapy", "safety", "medicine")),
    tiny.capability("trauma", opened=True),
)
CATALOGUE = tiny.catalogue(tiny.ROLES, CELLS, CAPABILITIES, states=tiny.STATES)
QMHA, QMHP, MSW, LCSW = (Letters(role) for role in ("qmha", "qmhp", "msw", "lcsw"))
DOCTOR = Letters(candidates=("psychiatrist", "pediatrician"))
TRAINER = Letters(candidates=("skills-trainer", "qmha"), kind=Kind.TITLE)
ONE_JOB = Letters(candidates=("skills-trainer",), kind=Kind.TITLE)
PEDIATRICIAN = Letters("pediatrician")
THERAPIST = Letters(candidates=("lcsw",), kind=Kind.TITLE)
VAGUE = Letters(candidates=("lcsw", "qmha"), kind=Kind.TITLE)
DOCTORATE = Letters(candidates=("psychologist",), kind=Kind.DEGREE)
BARE_DEGREE = Letters(kind=Kind.DEGREE)
FIS = Letters("fis", kind=Kind.TITLE)


def reach(letters, capability, **more):
    return fit(CATALOGUE, letters, capability, more.pop("state", "OR"), **more)


@pytest.mark.parametrize(
    ("letters", "capability", "expected", "role"),
    [
        ([QMHA], "therapy", Reach.NOT_TRAINED, "qmha"),
        ([QMHA], "safety", Reach.SUPERVISED, "qmha"),
        ([QMHA, LCSW], "therapy", Reach.TRAINED, "lcsw"),
        ([MSW, QMHP], "therapy", Reach.SUPERVISED, "qmhp"),
        ([QMHA, UNKNOWN_LETTERS], "therapy", Reach.NOT_TRAINED, "qmha"),
        ([LCSW, UNKNOWN_LETTERS], "therapy", Reach.TRAINED, "lcsw"),
        ([QMHA, BARE_DEGREE], "therapy", Reach.NOT_TRAINED, "qmha"),
        ([QMHA, DOCTORATE], "therapy", Reach.NOT_TRAINED, "qmha"),
        ([QMHA, VAGUE], "therapy", Reach.NOT_TRAINED, "qmha"),
        ([DOCTOR], "medicine", Reach.TRAINED, "psychiatrist"),
        ([ONE_JOB], "rapport", Reach.TRAINED, "skills-trainer"),
        ([DOCTOR, PEDIATRICIAN], "medicine", Reach.TRAINED, "pediatrician"),
        ([DOCTOR, PEDIATRICIAN], "therapy", Reach.NOT_TRAINED, "pediatrician"),
        ([MSW, QMHP], "trauma", Reach.DEPENDS, "qmhp"),
        ([TRAINER], "rapport", Reach.TRAINED, "skills-trainer"),
    ],
)
def test_the_best_of_a_person_s_roles_counts(letters, capability, expected, role):
    result = reach(letters, capability)
    assert (result.reach, result.why_unknown) == (expected, "")
    assert result.decided_by.capability == capability
    assert result.role == role


@pytest.mark.parametrize(
    ("letters", "capability", "why"),
    [
        ([], "therapy", "no-letters"),
        ([BARE_DEGREE], "therapy", "no-letters"),
        ([UNKNOWN_LETTERS], "therapy", "unknown-letters"),
        ([UNKNOWN_LETTERS, TRAINER], "therapy", "unknown-letters"),
        ([DOCTOR], "therapy", "could-be-several"),
        ([VAGUE], "therapy", "could-be-several"),
        ([TRAINER], "therapy", "could-be-several"),
        ([THERAPIST], "therapy", "could-be-several"),
        ([ONE_JOB], "therapy", "could-be-several"),
        ([DOCTORATE], "therapy", "could-be-several"),
        ([FIS], "therapy", "could-be-several"),
        ([QMHA], "medicine", "no-fact"),
        ([Letters("gone")], "therapy", "no-fact"),
        ([QMHA], "no-such-capability", "no-fact"),
    ],
)
def test_what_nothing_decides_is_unknown_and_says_why(letters, capability, why):
    result = reach(letters, capability)
    assert (result.reach, result.why_unknown, result.decided_by) == (Reach.UNKNOWN, why, None)


def test_a_role_we_have_no_fact_about_keeps_a_no_from_being_said():
    assert reach([QMHA, Letters("cswa")], "therapy").reach is Reach.UNKNOWN


def test_letters_that_could_be_several_keep_a_no_from_being_said():
    assert reach([QMHA, DOCTOR], "therapy").why_unknown == "could-be-several"


def test_a_spoken_title_may_tell_everyday_help_but_no_clinical_training():
    assert reach([VAGUE], "rapport").reach is Reach.TRAINED
    assert reach([THERAPIST], "therapy").reach is Reach.UNKNOWN


def test_a_vague_title_that_was_picked_still_has_to_be_asked():
    assert reach([FIS], "rapport").reach is Reach.TRAINED
    assert reach([FIS], "therapy", trainings={"therapy": "a course"}).reach is Reach.UNKNOWN


def test_training_lifts_a_depends_and_is_named():
    result = reach([QMHP], "trauma", trainings={"trauma": "certified in TF-CBT"})
    assert (result.reach, result.lifted_by) == (Reach.TRAINED, "certified in TF-CBT")
    assert result.decided_by.reach is Reach.DEPENDS


@pytest.mark.parametrize(
    ("letters", "capability"),
    [([QMHA], "therapy"), ([QMHA], "safety"), ([QMHA], "medicine"), ([], "therapy"), ([VAGUE], "therapy")],
)
def test_training_lifts_nothing_but_a_depends(letters, capability):
    plain = reach(letters, capability)
    assert reach(letters, capability, trainings=((capability, "a course"),)) == plain


@pytest.mark.parametrize(
    ("letters", "capability"), [([QMHP], "therapy"), ([MSW], "trauma"), ([LCSW], "medicine")]
)
def test_no_training_stands_in_for_a_license_or_a_role(letters, capability):
    cells = (cell("qmhp", "therapy", Reach.DEPENDS), cell("lcsw", "medicine", Reach.DEPENDS))
    gated = tiny.catalogue(tiny.ROLES, (cell("msw", "trauma", Reach.DEPENDS), *cells), CAPABILITIES)
    result = fit(gated, letters, capability, "OR", {capability: "a course"})
    assert (result.reach, result.lifted_by) == (Reach.DEPENDS, "")


def test_a_degree_beside_a_role_keeps_no_training_from_counting():
    result = reach([MSW, QMHP], "trauma", trainings={"trauma": "TF-CBT"})
    assert (result.reach, result.role) == (Reach.TRAINED, "qmhp")


def test_a_capability_the_catalogue_does_not_know_is_not_opened():
    strange = tiny.catalogue(tiny.ROLES, (cell("qmhp", "juggling", Reach.DEPENDS),), CAPABILITIES)
    assert fit(strange, [QMHP], "juggling", "OR", {"juggling": "a course"}).reach is Reach.DEPENDS


def test_training_for_something_else_lifts_nothing():
    assert reach([QMHP], "trauma", trainings={"therapy": "a course"}).reach is Reach.DEPENDS


def test_equal_reaches_are_decided_by_the_role_that_may_lead():
    both = tiny.catalogue(tiny.ROLES, (*CELLS, cell("cswa", "safety", Reach.SUPERVISED)), CAPABILITIES)
    assert fit(both, [QMHA, Letters("cswa")], "safety", "OR").role == "cswa"


def test_a_helper_stands_for_candidates_that_agree():
    either = tiny.catalogue(tiny.ROLES, (*CELLS, cell("cswa", "safety", Reach.SUPERVISED)), CAPABILITIES)
    assert fit(either, [Letters(candidates=("cswa", "qmha"))], "safety", "OR").role == "qmha"


def test_silence_ranks_above_no():
    assert RANK[Reach.UNKNOWN] < RANK[Reach.NOT_TRAINED]
