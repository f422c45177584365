"""The curators' plain lists of catalogue rows."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from roles.models import Fit, RoleRevision
from tests import factories

pytestmark = pytest.mark.django_db
LISTED = [model for model in apps.get_app_config("roles").get_models() if admin.site.is_registered(model)]


@pytest.fixture
def keeper(client):
    client.force_login(factories.user("keeper@example.org", is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model.__name__)
def test_every_kind_of_row_has_a_list(keeper, model):
    page = keeper.get(reverse(f"admin:roles_{model._meta.model_name}_changelist"))
    assert page.status_code == 200
    assert page.context["cl"].result_count == model.objects.count() > 0


def test_a_fit_is_edited_with_its_sources_in_sight(keeper):
    fit = Fit.objects.filter(sources__isnull=False).first()
    page = keeper.get(reverse("admin:roles_fit_change", args=[fit.pk])).content.decode()
    assert all(source.title[:20] in page for source in fit.sources.all()[:1])


def test_a_published_revision_can_be_read_and_not_changed(keeper):
    address = reverse("admin:roles_rolerevision_change", args=[RoleRevision.objects.first().pk])
    assert keeper.get(address).status_code == 200
    assert keeper.post(address, {"name": "Other"}).status_code == 403
