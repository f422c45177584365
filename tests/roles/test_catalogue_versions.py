"""Loading again: the same data write nothing, a change makes a new version, and rows keep their keys."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from roles.loading.services import DATA, load_catalogue
from roles.models import (
    Capability,
    CatalogueVersion,
    Fit,
    Jurisdiction,
    Need,
    Question,
    Role,
    RoleRevision,
    Source,
)
from roles.reader import current_catalogue
from roles.signals import catalogue_published
from tests.catalogue import LOADED_AT

pytestmark = pytest.mark.django_db
LASTING = (Role, Need, Capability, Question, Source, Jurisdiction)


def keys():
    return {model: set(model.objects.values_list("pk", flat=True)) for model in LASTING}


@pytest.fixture
def heard():
    numbers = []

    def listen(sender, number, **kwargs):
        numbers.append(number)

    catalogue_published.connect(listen)
    yield numbers
    catalogue_published.disconnect(listen)


def test_a_second_load_of_the_same_data_writes_nothing():
    with CaptureQueriesContext(
        connection,
    ) as queries:
        loaded = load_catalogue(at=LOADED_AT)
    assert not loaded.made
    assert [query["sql"].split()[0] for query in queries] == ["SELECT"]


def test_comments_and_quotes_make_no_new_version(data):
    data.change("needs.yaml", "needs:", "# Only a comment.\nneeds:")
    assert not data.load().made


def test_a_change_makes_the_next_version_and_is_told_after_commit(
    data, heard, django_capture_on_commit_callbacks
):
    data.change("needs.yaml", "noun: the self-harm safety plan", "noun: a self-harm safety plan")
    with django_capture_on_commit_callbacks(execute=True):
        loaded = data.load()
    assert (loaded.made, loaded.version.number, heard) == (True, 2, [2])
    assert Need.objects.get(slug="self-harm-suicide").noun == "a self-harm safety plan"


def test_a_change_keeps_every_key_that_rooms_may_hold(data):
    before = keys()
    data.change("needs.yaml", "title: Self-harm safety", "title: Self-harm safety now")
    data.change("capabilities.yaml", "title: Building trust", "title: Trust")
    data.load()
    assert keys() == before


def test_only_the_role_that_changed_gets_a_new_revision(data):
    data.change("roles/qmha.yaml", "license_short: None needed", "license_short: Not needed")
    assert data.load().new_revisions == 1
    assert list(RoleRevision.objects.filter(number=2).values_list("role__slug", flat=True)) == ["qmha"]


def test_an_old_revision_stays_as_it_was(data):
    old = Role.objects.get(slug="qmha").published
    data.change("roles/qmha.yaml", "license_short: None needed", "license_short: Not needed")
    data.load()
    assert RoleRevision.objects.get(pk=old.pk).license_short == old.license_short
    assert old.facts.count() == Role.objects.get(slug="qmha").published.facts.count()


def test_a_changed_fit_is_changed_in_place(data):
    fit = Fit.objects.get(role__slug="qmha", capability__slug="rapport")
    data.change("fits/qmha.csv", "rapport,,trained,", "rapport,,depends,training")
    data.load()
    assert Fit.objects.get(pk=fit.pk).value == "depends"
    assert list(Fit.objects.get(pk=fit.pk).sources.all()) == list(fit.sources.all())


def test_sources_of_an_entry_follow_the_data(data):
    data.change("fits/qmha.csv", "OAR-309-019-0125", "OAR-309-019-0105")
    data.load()
    fit = Fit.objects.get(role__slug="qmha", capability__slug="rapport")
    assert [source.key for source in fit.sources.all()] == ["OAR-309-019-0105"]


def test_a_role_that_left_the_data_is_kept_and_no_longer_published(data):
    (data.folder / "roles/casa.yaml").unlink()
    (data.folder / "fits/casa.csv").unlink()
    data.change("roles/gal-attorney.yaml", "confused_with: casa\n", "")
    data.change("spoken.yaml", "education-advocate, casa, ", "education-advocate, ")
    data.change("needs.yaml", "  - casa\n", "")
    data.load()
    assert Role.objects.get(slug="casa").published is None
    assert "casa" not in current_catalogue().roles


def test_a_new_version_is_recorded_in_the_audit_log(data):
    data.change("needs.yaml", "title: Self-harm safety", "title: Self-harm safety now")
    data.load()
    assert Entry.objects.filter(verb="catalogue.published").order_by("-at").first().detail == {"number": 2}


def test_the_command_says_what_it_did(data, capsys):
    call_command("load_catalogue")
    assert capsys.readouterr().out.startswith(
        f"Catalogue 1 is up to date: {Role.objects.count()} roles, 25 capabilities, 33 needs"
    )
    data.change("roles/qmha.yaml", "license_short: None needed", "license_short: Not needed")
    call_command("load_catalogue", "--data", str(data.folder))
    assert capsys.readouterr().out.endswith("1 roles new or changed.\n")


def test_checking_says_the_data_are_sound_without_a_database(capsys, django_assert_num_queries):
    with django_assert_num_queries(0):
        call_command("load_catalogue", "--check")
    files = len(list((DATA / "roles").glob("*.yaml")))
    assert capsys.readouterr().out.startswith(f"The data files are sound: {files} roles")


def test_a_load_keeps_to_a_constant_number_of_statements(data):
    data.change("roles/qmha.yaml", "license_short: None needed", "license_short: Not needed")
    with CaptureQueriesContext(connection) as queries:
        data.load()
    assert len(queries) < 100
    assert CatalogueVersion.objects.count() == 2
