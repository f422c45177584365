"""Trainings behind a name are no letters of a role: they are kept, and never called unknown."""

import pytest

from roles.decode import Training, decode
from tests.roles.tiny import TINY

TRAUMA = "trauma-treatment"


@pytest.mark.parametrize(
    ("text", "trainings"),
    [
        ("LCSW, TF-CBT", [("TF-CBT", TRAUMA)]),
        ("LCSW, tf-cbt", [("tf-cbt", TRAUMA)]),
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
