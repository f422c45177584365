"""Every form that changes something carries a token against other sites and a key against a double submit."""

import re

from django.conf import settings

TEMPLATES = settings.ROOT / "templates"
FORM = re.compile(r"""<form\b[^>]*\bmethod="post".*?</form>""", re.DOTALL | re.IGNORECASE)
INCLUDE = re.compile(r"""\{% include "([^"]+)\"""")
# Doors, and questions that write nothing: nobody is signed in yet, or a second submit changes nothing.
WITHOUT_KEY = {
    "base.html": "Quick exit",
    "account/login.html": "signing in",
    "account/signup.html": "joining; a second one finds the address taken",
    "account/logout.html": "signing out",
    "account/me.html": "its second form signs out",
    "account/request_login_code.html": "signing in; slowed down by allauth",
    "account/base_confirm_code.html": "signing in",
    "account/password_reset.html": "slowed down by allauth",
    "account/password_reset_from_key.html": "the link works once",
    "account/email_confirm.html": "the link works once",
    "account/email.html": "an address is added once",
    "account/_address.html": "a link is sent again; an address is removed or made the main one once",
    "account/reauthenticate.html": "asks for a password, changes nothing",
    "allauth/elements/form.html": "drawn by allauth, which puts its token in the body",
    "web/home.html": "reads a signature, writes nothing",
    "roles/_decode_form.html": "reads a signature, writes nothing",
}


def forms():
    for page in sorted(TEMPLATES.rglob("*.html")):
        for form in FORM.findall(page.read_text()):
            inside = [
                (TEMPLATES / name).read_text()
                for name in INCLUDE.findall(form)
                if (TEMPLATES / name).exists()
            ]
            yield page.relative_to(TEMPLATES).as_posix(), "\n".join([form, *inside])


def test_there_are_forms_to_look_at():
    assert sum(1 for _ in forms()) > 20


def test_every_form_carries_a_token():
    for page, form in forms():
        assert "{% csrf_token %}" in form or page == "allauth/elements/form.html", page


def test_every_form_that_changes_something_carries_a_one_use_key():
    missing = {page for page, form in forms() if "{% form_key %}" not in form}
    assert missing <= set(WITHOUT_KEY), missing - set(WITHOUT_KEY)


def test_no_form_sends_what_was_written_in_the_address():
    for page in sorted(TEMPLATES.rglob("*.html")):
        for form in re.findall(
            r"<form\b(?![^>]*post).*?</form>", page.read_text(), re.DOTALL | re.IGNORECASE
        ):
            assert "<textarea" not in form, page
            assert 'type="password"' not in form, page
