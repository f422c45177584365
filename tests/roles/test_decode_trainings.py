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
