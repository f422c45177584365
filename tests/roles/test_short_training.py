"""A training whose own name says that it is short, and names that only look like it."""

import pytest

from roles.decode.short_training import says_short

SHORT = """
TF-CBT webinar|One-hour webinar|1-hour TF-CBT|TF-CBT, 2 hr|TF-CBT (90 minutes)|2 hour training on trauma
EMDR 1.5 hrs
A two-hour talk|Trauma workshop|TF-CBT work-shop|In-service on trauma|inservice|Lunch and learn: DBT
Lunch & Learn|lunch-n-learn|3 CEUs in trauma|CEU course|6 CE hours|Continuing education on grief|continuing ed
Half-day TF-CBT|half day|1/2 day training|one-day training|EMDR overview|Intro to EMDR|Introduction to TF-CBT
Introductory TF-CBT|Orientation|Program orientation|a podcast|A book on trauma|Trauma 101|DBT basics|a talk
Seminar|Conference on trauma|TF-CBT refresher|Crash course in DBT|YouTube|TF-CBT webinar, certified
Certified TF-CBT webinar|TF-CBT and EMDR webinar|Introduction to EMDR and DBT|a few hours with a trainer
Certificate of a webinar|An hour with a trainer|Staff meeting on trauma|Brown bag on trauma
TF-CBT workshop (6 hours)
"""
FULL = """
TF-CBT|TF-CBT (40 hours)|TF-CBT certified|EMDR basic training|EMDR basic training (50 hours)|A year of DBT
Introduction to EMDR and EMDR basic training, certified|TF-CBT workshop series, 40 hours
40 CEU course in EMDR
Intro webinar, TF-CBT certified|3-day TF-CBT training|TF-CBT two-day training
Six-month program in play therapy
Single-session therapy|Brief strategic family therapy|Solution-focused brief therapy|Talk therapy certificate
Sexual orientation and gender affirming therapy|Video interaction guidance|Short-term dynamic therapy
Full course in TF-CBT|Handbook-based parent training|PSB-CBT|A long course
Dialectical behavior therapy intensive
EMDR level 1|Forty-hour TF-CBT|12-month certificate program|Facebook parenting program
"""


def names(block):
    return [name.strip() for name in block.replace("\n", "|").split("|") if name.strip()]


@pytest.mark.django_db
@pytest.mark.parametrize("name", names(SHORT))
def test_its_name_says_that_it_is_short(catalogue, name):
    for written in (name, name.upper(), name.replace("-", "–")):
        assert says_short(written, "trauma-treatment", catalogue), written


@pytest.mark.django_db
@pytest.mark.parametrize("name", names(FULL))
def test_its_name_does_not_say_that_it_is_short(catalogue, name):
    assert not says_short(name, "trauma-treatment", catalogue)


@pytest.mark.django_db
def test_all_names_that_the_catalogue_knows_are_none_of_a_short_one(catalogue):
    known = [(slug, name) for slug, one in catalogue.capabilities.items() for name in one.trainings]
    assert len(known) > 5
    assert [name for slug, name in known if says_short(name, slug, catalogue)] == []
