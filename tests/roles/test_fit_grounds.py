"""Why a fit is less than trained, and whose rule it is: facts beside the reason, which is for people."""

import pytest
from django.db import IntegrityError, transaction

from roles.catalogue import Ground, Reach
from roles.loading.problems import BrokenData
from roles.models import Fit

pytestmark = pytest.mark.django_db

FACTS = [
    ("qmha", "family-systems", Ground.TRAINING, ""),
    ("qmha", "family-therapy", Ground.SCOPE, ""),
    ("qmha", "skills-modelling", "", ""),
    ("qmhp", "tailor-to-diagnosis", Ground.LICENCE, ""),
    ("lcsw", "trauma-treatment", Ground.TRAINING, ""),
    ("lcsw", "medication", Ground.SCOPE, ""),
    ("lcsw", "educational-assessment", Ground.SCOPE, ""),
    ("msw", "family-therapy", Ground.LICENCE, "OR"),
    ("msw", "screen-problem", Ground.TRAINING, "OR"),
    ("art-therapist", "substance-use-treatment", Ground.LICENCE, ""),
    ("bcba", "individual-psychotherapy", Ground.SCOPE, "OR"),
    ("bcba", "skills-modelling", "", "OR"),
    ("licensed-addiction-counselor", "care-coordination", "", "NC"),
    ("licensed-addiction-counselor", "substance-use-treatment", "", ""),  # a license of two states
    ("home-visitor", "care-coordination", Ground.SCOPE, ""),  # a rule of the whole country
    ("casa", "skills-modelling", Ground.SCOPE, ""),
]


@pytest.mark.parametrize(("role", "capability", "ground", "rule_of"), FACTS)
def test_a_fit_says_why_it_falls_short_and_whose_rule_it_is(catalogue, role, capability, ground, rule_of):
    fit = catalogue.fits[role, capability, ""]
    assert (fit.ground, fit.rule_of) == (ground, rule_of)


def test_every_fit_that_falls_short_says_why_and_no_other_does(catalogue):
    silent = [key for key, fit in catalogue.fits.items() if bool(fit.ground) is (fit.reach is Reach.TRAINED)]
    assert silent == []


def test_only_a_role_of_no_single_law_borrows_the_rule_of_a_state(catalogue):
    lent = {(catalogue.roles[fit.role].state, fit.rule_of) for fit in catalogue.fits.values() if fit.rule_of}
    assert lent == {("US", "OR"), ("US", "NC")}
    assert not any(fit.rule_of and fit.state for fit in catalogue.fits.values())


def test_one_sentence_stands_for_one_ground_in_each_role(catalogue):
    """The same words about the same value, read as two grounds, would be a slip of the eye."""
    told = {}
    for fit in catalogue.fits.values():
        told.setdefault((fit.role, fit.reach, fit.reason), set()).add(fit.ground)
    assert [key for key, grounds in told.items() if len(grounds) > 1] == []


SLIPS = [
    (",not-trained,scope,", ",not-trained,,", '"ground" is missing. It is one of: training, scope, licence.'),
    (",not-trained,scope,", ",not-trained,scopes,", 'ground "scopes" is not known. Did you mean "scope"?'),
    (",trained,,", ",trained,training,", '"ground" is empty where the value is trained.'),
    (",rule,,", ",rule,ZZ,", 'state "ZZ" is not known.'),
]


@pytest.mark.parametrize(("old", "new", "says"), SLIPS)
def test_a_slip_in_a_ground_is_told_with_its_line(data, old, new, says):
    line = data.change("fits/qmha.csv", old, new)
    with pytest.raises(BrokenData) as broken:
        data.load()
    assert [(p.path.name, p.line, p.says) for p in broken.value.problems] == [("qmha.csv", line, says)]


def test_the_database_refuses_a_ground_for_what_is_trained():
    trained = Fit.objects.filter(value=Fit.Value.TRAINED)[:1]
    with pytest.raises(IntegrityError), transaction.atomic():
        Fit.objects.filter(pk__in=list(trained.values_list("pk", flat=True))).update(ground=Fit.Ground.SCOPE)


def test_a_ground_that_changes_makes_a_new_version(data, catalogue):
    data.change("fits/qmha.csv", ",not-trained,scope,", ",not-trained,licence,")
    assert data.load().version.number == catalogue.number + 1


def test_the_rows_and_the_plain_values_know_the_same_grounds():
    assert Fit.Ground.values == [ground.value for ground in Ground]
