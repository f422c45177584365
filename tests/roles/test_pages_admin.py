"""The curator's plain lists of catalogue rows: to read, and nothing else of the site."""

from html import unescape

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from roles.models import Fit, RoleRevision

pytestmark = pytest.mark.django_db
LISTED = [model for model in apps.get_app_config("roles").get_models() if admin.site.is_registered(model)]
EACH = pytest.mark.parametrize("model", LISTED, ids=lambda model: model.__name__)


@pytest.fixture
def as_curator(client, curator):
    client.force_login(curator)
    return client


def address_of(model, what, *args):
    return reverse(f"admin:roles_{model._meta.model_name}_{what}", args=args)


def test_curator_lands_on_the_list_of_roles(client, curator):
    form = {"login": curator.email, "password": "a-long-enough-password"}
    assert client.post("/sign-in/", form).headers["Location"] == "/desk/admin/roles/role/"


def test_desk_shows_a_curator_the_catalogue_and_nothing_else(as_curator):
    page = as_curator.get("/desk/admin/")
    assert [app["app_label"] for app in page.context["app_list"]] == ["roles"]
    assert len(page.context["app_list"][0]["models"]) == len(LISTED)


@pytest.mark.parametrize("place", ["notify/delivery", "auth/group", "accounts/user", "cases/case"])
def test_what_is_not_the_catalogue_is_closed_to_a_curator(as_curator, place):
    assert as_curator.get(f"/desk/admin/{place}/").status_code in (403, 404)


def test_catalogue_is_closed_to_staff_who_are_no_curators(client, parent):
    parent.is_staff = True
    parent.save()
    client.force_login(parent)
    assert client.get(address_of(Fit, "changelist")).status_code == 403


@EACH
def test_every_kind_of_row_has_a_list(as_curator, model):
    page = as_curator.get(address_of(model, "changelist"))
    assert page.status_code == 200
    assert page.context["cl"].result_count == model.objects.count() > 0


@EACH
def test_every_row_is_read_and_changed_in_the_data_files_only(as_curator, model):
    row = model.objects.first()
    page = as_curator.get(address_of(model, "change", row.pk))
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    closed = [address_of(model, "change", row.pk), address_of(model, "delete", row.pk)]
    assert [as_curator.post(address, {}).status_code for address in (*closed, address_of(model, "add"))] == [
        403
    ] * 3


def test_a_fit_is_read_with_its_sources_in_sight(as_curator):
    fit = Fit.objects.filter(sources__isnull=False).first()
    page = as_curator.get(address_of(Fit, "change", fit.pk)).content.decode()
    assert all(source.title[:20] in page for source in fit.sources.all()[:1])


def test_facts_of_a_revision_stand_on_its_page(as_curator):
    revision = RoleRevision.objects.filter(facts__isnull=False).first()
    page = unescape(as_curator.get(address_of(RoleRevision, "change", revision.pk)).content.decode())
    assert revision.facts.first().text[:20] in page
