"""The file of named approaches holds together with the rest of the catalogue."""

import pytest
import yaml

from roles.loading.services import DATA
from roles.models import Capability, Need, Role, Source
from tests.reading import banned_words

pytestmark = pytest.mark.django_db

APPROACHES = yaml.load((DATA / "approaches.yaml").read_text(), Loader=yaml.CSafeLoader)["approaches"]


def slugs(model):
    return set(model.objects.values_list("slug", flat=True))


def test_sixteen_approaches_are_listed_once_each_in_one_shape():
    assert len({entry["id"] for entry in APPROACHES}) == len(APPROACHES) == 16
    assert len({tuple(entry) for entry in APPROACHES}) == 1


@pytest.mark.parametrize("entry", APPROACHES, ids=lambda entry: entry["id"])
def test_it_names_roles_needs_and_capabilities_of_ours(entry):
    assert set(entry["roles"]) <= slugs(Role)
    assert set(entry["needs"]) <= slugs(Need)
    assert {entry["capability"]} - {""} <= slugs(Capability)


@pytest.mark.parametrize("entry", APPROACHES, ids=lambda entry: entry["id"])
def test_what_is_said_to_be_verified_rests_on_a_source_that_was_read(entry):
    sources = Source.objects.filter(key__in=entry["sources"])
    assert sources.count() == len(entry["sources"]) > 0
    assert entry["confidence"] == "from-knowledge" or sources.filter(seen=True).exists()


@pytest.mark.parametrize("entry", APPROACHES, ids=lambda entry: entry["id"])
def test_its_words_are_kind(entry):
    assert banned_words(yaml.safe_dump(entry)) == []


def test_their_names_are_known_for_the_capability_their_training_opens(catalogue):
    known = catalogue.capabilities["trauma-treatment"].trainings
    assert {"tf-cbt", "emdr", "trauma-focused cognitive behavioral therapy"} <= known
    assert not {"dbt", "pcit"} & known
    assert catalogue.capabilities["sexual-behavior"].trainings == frozenset()
