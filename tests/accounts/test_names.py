"""allauth looks up addresses by name. Each of its names leads somewhere, or stands here with its reason."""

import ast
import inspect

import pytest
from allauth.account import app_settings, urls
from django.apps import apps
from django.urls import get_resolver, reverse

from tests.factories import PASSWORD, user

#: Names that allauth's module holds and adds only under settings that are not ours.
OFF = {
    "account_signup_by_passkey": "no passkeys: MFA_PASSKEY_SIGNUP_ENABLED",
    "account_verify_phone": "no phone number is asked for: SIGNUP_FIELDS",
    "account_change_phone": "as above",
    "account_confirm_password_reset_code": "a link resets, no code: PASSWORD_RESET_BY_CODE_ENABLED",
    "account_complete_password_reset": "as above",
    "account_password_reset_completed": "as above",
}
BY_CODE = ["account_request_reauthentication_code", "account_confirm_reauthentication_code"]


def written_names():
    """Every ``name="..."`` in the source of allauth's urls, whatever the settings are."""
    tree = ast.parse(inspect.getsource(urls))
    keywords = [word for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords]
    return {word.value.value for word in keywords if word.arg == "name"}


def test_every_name_is_routed_or_off_for_a_reason():
    ours = set(get_resolver().reverse_dict) & written_names()
    assert written_names() - ours == set(OFF)
    assert len(ours) >= 16


def test_names_that_are_off_are_off_by_our_settings_alone():
    added = {entry.name for entry in urls.urlpatterns}
    assert added == written_names() - set(OFF)


def test_a_name_takes_the_same_words_as_allauths_own():
    for entry in urls.urlpatterns:
        words = dict.fromkeys(entry.pattern.regex.groupindex, "x1")
        assert reverse(entry.name, kwargs=words)


def test_no_other_part_of_allauth_brings_addresses():
    assert {app.name for app in apps.get_app_configs() if app.name.startswith("allauth")} == {
        "allauth",
        "allauth.account",
    }


def test_only_a_password_says_it_is_me_again():
    assert {"password"} == app_settings.REAUTHENTICATION_METHODS


@pytest.mark.parametrize("name", BY_CODE)
def test_a_way_that_is_not_ours_leads_to_the_password(as_parent, name):
    answer = as_parent.get(reverse(name), {"next": "/me/email/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/me/again/?next=%2Fme%2Femail%2F")


@pytest.mark.parametrize("name", BY_CODE)
def test_a_code_asked_for_there_is_not_sent(as_parent, mailoutbox, name):
    assert as_parent.post(reverse(name), {"recipient": "renee@example.org"}).status_code == 302
    assert mailoutbox == []


def test_the_password_page_opens_and_takes_the_password(as_parent):
    assert "Is it you?" in as_parent.get("/me/again/").content.decode()
    answer = as_parent.post("/me/again/?next=/me/email/", {"password": PASSWORD, "next": "/me/email/"})
    assert answer.headers["Location"] == "/me/email/"


def test_somebody_without_a_password_is_told_no_and_not_that_we_broke(client, db):
    nobody = user("code@example.org")
    nobody.set_unusable_password()
    nobody.save()
    client.force_login(nobody)
    assert client.get("/me/again/").status_code == 403
