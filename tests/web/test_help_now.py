"""The page that answers while everything else is down."""

import re

import yaml

from roles.loading.services import DATA


def test_help_page_asks_the_database_nothing_even_for_someone_signed_in(as_parent, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = as_parent.get("/help-now/")
    assert b"tel:911" in response.content


def test_process_says_it_lives_without_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/healthz").json() == {"alive": True}


def test_help_page_works_without_script(client, db):
    page = client.get("/help-now/").content.decode()
    assert page.count("<script") == 1
    assert "sms:988" in page


def test_help_page_says_nothing_of_the_lines_that_we_have_not_read(client, db):
    page = client.get("/help-now/").content.decode()
    assert "Free" not in page
    assert "988lifeline.org" not in page
    assert "In Oregon, a crisis team can come to you." in page


def test_every_number_on_the_page_is_in_the_catalogue(client, db):
    """The page is typed by hand, to stand when the database is down; the catalogue holds what was checked."""
    page = client.get("/help-now/").content.decode()
    links = re.findall(r'<a[^>]+href="(?:tel|sms):([0-9-]+)[^>]*>(.*?)</a>', page, re.DOTALL)
    lines = yaml.safe_load((DATA / "crisis.yaml").read_text())["resources"]
    known = re.findall(r"[0-9-]{3,}", " ".join(line["how"] for line in lines))
    assert {"911", "988", "741741"} <= {number for number, _ in links} <= set(known)
    assert all(number in label for number, label in links)
