"""One's own page: name, time zone, light or dark."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from audit.models import Entry

FORM = {"display_name": "Renee", "time_zone": "America/Denver", "theme": "", "form_key": "k"}


@pytest.fixture
def save(as_parent):
    return lambda **changes: as_parent.post("/me/", {**FORM, **changes}, follow=True)


def test_settings_are_saved_and_said_so(save, parent):
    assert "Saved." in save(display_name="Ren").content.decode()
    saved = User.objects.get(pk=parent.pk)
    assert (saved.display_name, saved.time_zone) == ("Ren", "America/Denver")


def test_record_says_that_not_what(save, parent):
    save(display_name="Ren")
    entry = Entry.objects.get(verb="changed settings")
    assert (entry.actor, entry.detail) == (parent, {})


def test_theme_is_kept_in_the_browser_without_script(save, as_parent):
    assert 'data-theme="dark"' in save(theme="dark").content.decode()
    assert as_parent.cookies["theme"]["httponly"]
    assert "data-theme" not in save(theme="", form_key="k2").content.decode()


def test_made_up_theme_is_refused(save):
    assert "data-theme" not in save(theme='"><b>').content.decode()


def test_made_up_theme_cookie_changes_nothing(as_parent):
    as_parent.cookies["theme"] = "sepia"
    assert b"data-theme" not in as_parent.get("/me/").content


def test_made_up_time_zone_is_refused_and_the_name_kept_on_the_page(save, parent):
    page = save(display_name="Ren", time_zone="Mars/Base").content.decode()
    assert 'value="Ren"' in page
    assert User.objects.get(pk=parent.pk).display_name == "Renee"


def test_zone_from_elsewhere_stays_in_the_list(as_parent, parent):
    User.objects.filter(pk=parent.pk).update(time_zone="Europe/Lisbon")
    assert 'value="Europe/Lisbon" selected' in as_parent.get("/me/").content.decode()


def test_zone_lasts_for_one_request(save, as_parent):
    before = timezone.get_current_timezone_name()
    save()
    assert timezone.get_current_timezone_name() == before


def test_password_change_asks_for_the_present_one(as_parent):
    form = {"oldpassword": "not this one", "password1": "brand new little words"}
    assert "That is not your password now." in as_parent.post("/me/password/", form).content.decode()


def test_name_cannot_turn_the_page_around(save, parent):
    save(display_name="Ola\u202e")
    assert User.objects.get(pk=parent.pk).display_name == "Ola"


def test_name_that_is_too_long_is_said_not_cut(save, parent):
    page = save(display_name="x" * 61).content.decode()
    assert "That is 61 characters. We can keep 60." in page
    assert "x" * 61 in page
    assert User.objects.get(pk=parent.pk).display_name == "Renee"


def language_of(page):
    """The language that was active when a page was made."""
    return page.wsgi_request.spoken


@pytest.fixture
def spoken(settings):
    """Keeps on each request the language that was active when its page was made."""
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.accounts.listening.ListeningMiddleware"]


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_a_page_speaks_the_language_of_who_reads_it(as_parent, parent, spoken, language):
    User.objects.filter(pk=parent.pk).update(language=language)
    assert language_of(as_parent.get("/me/")) == language
    assert language_of(Client().get("/")) == "en"
