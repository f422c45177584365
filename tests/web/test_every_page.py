"""What every page has, whoever opens it."""

import re

import pytest

from tests.markup import flat
from tests.reading import MAX_GRADE, banned_words, grade, long_sentences
from tests.web.pages import OWN, PUBLIC

GONE = "/no/such/page/"


@pytest.fixture(params=[*PUBLIC, GONE])
def public(request, client, db):
    response = client.get(request.param)
    assert response.status_code == (404 if request.param == GONE else 200)
    return response.content.decode()


@pytest.fixture(params=OWN)
def own(request, as_parent):
    response = as_parent.get(request.param)
    assert response.status_code == 200
    return response.content.decode()


def words_of(html):
    """The visible words of the main part, one line for each block."""
    main = re.search(r"<main.*?</main>", flat(html), re.DOTALL)[0]
    main = re.sub(r"<(script|style|svg|option|textarea).*?</\1>", " ", main, flags=re.DOTALL)
    main = re.sub(r"</(p|h\d|li|dt|dd|label|a|button|div|summary|legend|span)>", "\n", main)
    return re.sub(r"[ \t]+", " ", re.sub(r"<[^>]+>", " ", main)).replace("&#x27;", "'")


def has_the_frame(html):
    assert html.count("<h1") == 1
    assert html.count('id="main"') == html.count('id="help"') == html.count('id="leave"') == 1
    assert "tel:988" in html
    assert 'role="status" aria-live="polite"' in html


def test_public_page_has_one_heading_help_exit_and_a_live_region(public):
    has_the_frame(public)


def test_own_page_has_one_heading_help_exit_and_a_live_region(own):
    has_the_frame(own)


def reads_easily(html):
    words = words_of(html)
    assert grade(words) <= MAX_GRADE
    assert not long_sentences(words)
    assert not banned_words(words)


def test_public_page_reads_at_grade_eight_without_banned_words(public):
    reads_easily(public)


def test_own_page_reads_at_grade_eight_without_banned_words(own):
    reads_easily(own)


def test_every_icon_on_a_page_is_in_its_sprite(public):
    used = set(re.findall(r'<use href="#([\w-]+)"', public))
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', public))
    assert used
    assert used <= drawn


def test_exit_comes_second_on_the_way_of_the_tab_key(public):
    stops = re.findall(r"<(?:a|button)\b[^>]*>", public)
    assert 'href="#main"' in stops[0]
    assert 'form="leave"' in stops[1]
