"""Two people of one name: every sentence calls them what the table calls them."""

import pytest

from cases.services.team import add_member
from roles.hooks import people_with
from tests.cases.pages import said
from tests.cases.plain import findings, person, room, row, row_told
from tests.cases.plain_catalogue import FAMILY

JORDANS = (
    person(1, "Jordan Reyes", "lcsw"),
    person(2, "Jordan Reyes", "lcsw"),
    person(3, "Jane Doe", "lcsw"),
)


def test_the_sentence_under_a_need_uses_the_names_of_the_table():
    sentence = row_told(row(FAMILY, *JORDANS), *JORDANS)
    assert sentence == "Jane, Jordan R. 1 and Jordan R. 2 could lead. Ask Jane."


def test_a_full_name_is_cut_to_what_the_table_shows():
    assert row_told(row(FAMILY, JORDANS[2]), JORDANS[2]) == "Jane could lead. Ask Jane."


def test_findings_use_the_same_names():
    titles = [f.words.title for f in findings(room(FAMILY, *JORDANS[:2]))]
    assert any("Jordan R. 1" in title for title in titles)
    assert not any("Reyes" in title for title in titles)


@pytest.fixture
def two(room, parent):
    for _ in range(2):
        add_member(case=room, by=parent, name="Jordan Reyes", said="Jordan Reyes, LMFT")
    return room


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["", "team/", "sheet/", "needs/family-conflict/"])
def test_pages_tell_them_apart(as_parent, two, path):
    text = said(as_parent.get(f"/room/{two.key}/{path}"))
    assert "Jordan R. 1" in text
    assert "Jordan R. 2" in text
    assert "Jordan Reyes" not in text.replace("You added Jordan Reyes", "")  # as it was kept then


@pytest.mark.django_db
def test_pages_about_a_role_tell_them_apart(two, parent):
    assert [p.name for p in people_with(parent, ["lmft"])] == ["Jordan R. 1", "Jordan R. 2"]
