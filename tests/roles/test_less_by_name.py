"""A training whose own name says that it is short, over or still to come."""

import pytest

from roles.decode.less_by_name import says_less

pytestmark = pytest.mark.django_db
FOR = "trauma-treatment"


@pytest.mark.parametrize(
    "name",
    [
        *("expired TF-CBT", "TF-CBT (expired)", "TF-CBT certificate lapsed", "former EMDR certification"),
        *("TF-CBT 2010-2012", "TF-CBT (2010 to 2012)", "EMDR until 2015", "EMDR, no longer certified"),
        *("TF-CBT 2027", "EMDR basic training, fall 2027", "TF-CBT '28", "TF-CBT 40 hours 2027"),
        *(
            "TF-CBT in progress",
            "EMDR in training",
            "enrolled in TF-CBT",
            "EMDR, starts in May",
            "upcoming EMDR",
        ),
        *(
            "will take TF-CBT",
            "signed up for EMDR",
            "TF-CBT not finished",
            "EMDR next summer",
            "TF-CBT webinar",
        ),
    ],
)
def test_it_says_less(catalogue, name):
    assert says_less(name, FOR, catalogue)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "TF-CBT",
            "TF-CBT certified 2019",
            "EMDR basic training (2024)",
            "PSB-CBT",
            "Safety planning course",
        ),
        *(
            "Trauma course (40 hours)",
            "Hope Pathways trauma program",
            "Special needs trauma course",
            "Course 2026",
        ),
        *("Trauma course, 2000 hours", "Ending the cycle, full course"),
    ],
)
def test_it_says_no_less(catalogue, name):
    assert not says_less(name, FOR, catalogue)
