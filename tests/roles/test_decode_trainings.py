"""Trainings behind a name are no letters of a role: they are kept, and never called unknown."""

import pytest

from roles.decode import Training, decode
from roles.decode.trainings import is_known_training
from tests.roles.tiny import TINY

TRAUMA = "trauma-treatment"


@pytest.mark.parametrize(
    ("text", "trainings"),
    [
        ("LCSW, TF-CBT", [("TF-CBT", TRAUMA)]),
        ("LCSW, tf-cbt", [("tf-cbt", TRAUMA)]),
        ("LCSW, TF CBT", [("TF-CBT", TRAUMA)]),
        ("LCSW, TFCBT", [("TFCBT", TRAUMA)]),
        ("LCSW\nCertified in TF CBT", [("Certified in TF-CBT", TRAUMA)]),
        ("LCSW, DBT A", [("DBT-A", "")]),
        ("LCSW EMDR", [("EMDR", TRAUMA)]),
        ("LCSW, EMDR-certified", [("EMDR-certified", TRAUMA)]),
        ("LCSW, EMDR trained", [("EMDR trained", TRAUMA)]),
        ("LCSW, certified in TF-CBT", [("certified in TF-CBT", TRAUMA)]),
        ("LCSW\nCertified in TF-CBT and EMDR", [("Certified in TF-CBT", TRAUMA), ("EMDR", TRAUMA)]),
        ("LCSW, CPP/PCIT", [("CPP", TRAUMA), ("PCIT", "")]),
        ("LCSW, DBT", [("DBT", "")]),
        ("LCSW, EMDR in training", [("EMDR in training", "")]),
        ("LCSW, EMDR (in training)", [("EMDR in training", "")]),
        ("LCSW", []),
    ],
)
def test_a_training_is_named_with_what_it_is_for(text, trainings):
    decoded = decode(f"Jane Miller, {text}", TINY, "OR")
    assert (decoded.name, [c.text for c in decoded.credentials]) == ("Jane Miller", ["LCSW"])
    assert decoded.trainings == tuple(Training(*found) for found in trainings)
    assert decoded.unknown == ()


def test_a_title_beside_a_training_is_still_read():
    decoded = decode("Jane Miller, EMDR therapist", TINY, "OR")
    assert ([c.text for c in decoded.credentials], len(decoded.trainings)) == (["therapist"], 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "capability", "known"),
    [
        ("TF-CBT", TRAUMA, True),
        ("tfcbt", TRAUMA, True),
        ("TF CBT", TRAUMA, True),
        ("certified in TF CBT", TRAUMA, True),
        ("TF CBT webinar", TRAUMA, False),
        ("certified in TF-CBT", TRAUMA, True),
        ("TF-CBT (certified)", TRAUMA, True),
        ("TF-CBT training", TRAUMA, True),
        ("TF-CBT, EMDR", TRAUMA, True),
        ("Trained in TF-CBT and EMDR-certified", TRAUMA, True),
        ("Trauma-Focused Cognitive Behavioral Therapy", TRAUMA, True),
        ("Functional Family Therapy", "family-therapy", True),
        ("FFT", "family-therapy", True),
        ("FFT", TRAUMA, False),  # a method for something else
        ("one-hour webinar", "sexual-behavior", False),
        ("TF-CBT webinar", TRAUMA, False),
        ("two days of TF-CBT", TRAUMA, False),
        ("TF-CBT in training", TRAUMA, False),
        ("not yet trained in TF-CBT", TRAUMA, False),
        ("certified", TRAUMA, False),
        ("", TRAUMA, False),
        ("TF-CBT", "no-such-thing", False),
    ],
)
def test_a_training_is_known_when_its_name_is_all_that_is_said(catalogue, text, capability, known):
    assert is_known_training(text, capability, catalogue) is known


SAYS_MORE = [
    *("EMDR webinar", "interested in EMDR", "refers out for EMDR", "read about EMDR", "EMDR book"),
    *("EMDR client", "attended EMDR", "learning TF-CBT", "intro to EMDR", "EMDR seminar", "EMDR level 1"),
    *("half-day TF-CBT", "TF-CBT one-day workshop", "TF-CBT conference", "TF-CBT online course"),
    *("4-hour EMDR class", "TF-CBT 2027", "TF-CBT certified 2010-2012", "EMDR (webinar)", "webinar: EMDR"),
    *("EMDR, webinar", "EMDR - half-day workshop", "EMDR, 2 hours", "in training: EMDR", "EMDR?"),
    *("read about TF-CBT and EMDR", "read about EMDR, TF-CBT", "EMDR/TF-CBT webinar", "TF CBT overview"),
]
SAYS_NO_MORE = [
    *("TF-CBT", "TF-CBT certified", "certified in EMDR", "EMDR-trained", "TF-CBT and EMDR", "EMDR."),
    *("EMDR & CPP certified", "(EMDR)", "certified in: EMDR", "TF-CBT, Portland", "TF-CBT (certified)"),
    *("TF-CBT, DBT", "Trauma-Focused Cognitive Behavioral Therapy (TF-CBT)", "Trained in TF-CBT and EMDR"),
]


def _known(said, catalogue):
    """The trainings for trauma in a signature, each with whether it is known as it is kept."""
    trainings = decode(said, catalogue, "OR").trainings
    return [is_known_training(t.text, TRAUMA, catalogue) for t in trainings if t.capability == TRAUMA]


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["Pat Q, LCSW, ", "Pat Q LCSW ", "Pat Q, LCSW\n"])
def test_a_signature_and_a_form_know_a_training_by_one_rule(catalogue, before):
    told = {text: _known(before + text, catalogue) for text in SAYS_MORE}
    assert [text for text, known in told.items() if any(known)] == []
    assert [text for text, known in told.items() if not known] == []  # each is kept all the same
    named = {text: _known(before + text, catalogue) for text in SAYS_NO_MORE}
    assert [text for text, known in named.items() if not known or not all(known)] == []


def test_a_told_training_keeps_the_words_beside_it():
    said = "Jane Miller, LCSW, attended a two-day EMDR workshop last year (online), TF-CBT"
    assert decode(said, TINY, "OR").trainings == (
        Training("attended a two-day EMDR workshop last year (online)", TRAUMA),
        Training("attended a two-day EMDR workshop last year (online) TF-CBT", TRAUMA),
    )
