"""A line of a template holds what a reader takes in at once: 160 characters, and one block that begins."""

import pytest

from tests.architecture.templates import LONGEST, all_crowded, crowded, sources

#: Not laid out yet; each goes when it is, and none comes.
NOT_YET = {
    "account/_kept_form.html",
    "account/account_inactive.html",
    "account/base_confirm_code.html",
    "account/email.html",
    "account/email_confirm.html",
    "account/login.html",
    "account/logout.html",
    "account/me.html",
    "account/password_reset.html",
    "account/request_login_code.html",
    "account/signup.html",
}


def test_there_are_templates_to_look_at():
    assert len(list(sources())) > 100


def test_no_line_of_a_template_is_too_much():
    assert_only_listed(all_crowded(), NOT_YET)


def assert_only_listed(found, listed):
    new = [line for name, lines in found.items() if name not in listed for line in lines]
    assert not new, "\n".join(["too much in one line:", *new])
    done = sorted(set(listed) - set(found))
    assert not done, "laid out now: take it off the list"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x" * LONGEST, []),
        ("one\n" + "x" * (LONGEST + 1), [(2, "161 characters")]),
        ("’" * LONGEST, []),
        ("{% if a %}b{% endif %}", []),
        (
            '<p title="{% if a %}b{% endif %}">{% for c in d %}{{ c }}{% endfor %}',
            [(1, "2 blocks begin here")],
        ),
        ("{% block title %}{% blocktranslate %}a{% endblocktranslate %}{% endblock %}", []),
        ('{% url "a" %}{% include "b" %}{% translate "c" %}{% if d %}e{% else %}f{% endif %}', []),
    ],
)
def test_a_line_that_is_too_much_is_seen_with_its_number(text, told):
    assert list(crowded(text)) == told


@pytest.mark.parametrize(("found", "listed"), [({"a": ["a:1: long"]}, set()), ({}, {"a"})])
def test_what_is_new_and_what_is_done_is_noticed(found, listed):
    with pytest.raises(AssertionError):
        assert_only_listed(found, listed)


def test_a_finding_names_file_and_line():
    with pytest.raises(AssertionError, match=r"templates/a\.html:7: 161 characters"):
        assert_only_listed({"a.html": ["templates/a.html:7: 161 characters"]}, set())
