"""Two to four roles side by side."""

import re

import pytest

from roles.presenters.compare import choose, compare
from tests.markup import flat
from tests.roles.pages import links, main_text, opened

pytestmark = pytest.mark.django_db
PAIR = "/roles/compare/?r=qmha&r=qmhp"


def rows(response, *, shown=True):
    """The titles of the table's rows that are shown, or hidden because they are the same."""
    found = re.findall(r'<tr role="row"([^>]*)><th role="rowheader"[^>]*>(.*?)</th>', flat(response))
    return [title for attributes, title in found if ("hidden" not in attributes) == shown]


def test_two_roles_stand_side_by_side(client):
    page = client.get(PAIR)
    assert "QMHA and QMHP compared" in main_text(page)
    assert "Can give one-on-one talk therapy" in rows(page)


def test_only_differences_are_shown_at_first(client):
    hidden = rows(client.get(PAIR), shown=False)
    assert "Can prescribe medicine" in hidden
    assert "Can make a diagnosis" not in hidden


def test_all_lines_can_be_shown_without_javascript(client):
    assert rows(client.get(f"{PAIR}&f=1"), shown=False) == []


def test_the_box_ticked_without_javascript_hides_what_is_the_same(client):
    assert rows(client.get(f"{PAIR}&f=1&only=1"), shown=False)


def test_a_line_is_hidden_only_if_every_role_says_the_same(catalogue):
    revisions = {slug: _revision(slug) for slug in ("qmha", "qmhp", "lcsw")}
    roles = [catalogue.roles[slug] for slug in revisions]
    table = compare(catalogue, roles, revisions=revisions)
    for row in table.rows:
        assert row.same == (len({(cell.word, cell.look) for cell in row.cells}) == 1), row.title


def _revision(slug):
    from roles.models import Role

    return Role.objects.published().get(slug=slug).published


def test_all_capabilities_are_compared_once(catalogue):
    revisions = {slug: _revision(slug) for slug in ("msw", "lcsw")}
    table = compare(catalogue, [catalogue.roles[slug] for slug in revisions], revisions=revisions)
    titles = [row.title for row in table.rows]
    assert len(titles) == len(set(titles))
    assert {f"Can {info.can}" for info in catalogue.capabilities.values()} <= set(titles)


def test_an_unknown_role_is_left_out_and_named(client):
    said = main_text(client.get(f"{PAIR}&r=wizard"))
    assert "We don’t know “wizard”, so we left it out." in said
    assert "QMHA and QMHP compared" in said


def test_one_role_brings_up_its_look_alike(client):
    page = client.get("/roles/compare/?r=qmha")
    assert "One letter apart" in main_text(page)
    assert "/roles/compare/?r=qmha&r=qmhp" in links(page)


def test_without_a_role_one_can_pick_two(client, catalogue):
    page = client.get("/roles/compare/").content.decode()
    assert page.count("<select") == 2
    assert all(page.count(f'<option value="{slug}">') == 2 for slug in catalogue.roles)


def test_a_role_named_twice_stands_once(catalogue):
    assert choose(catalogue, ["qmha", "qmha", "qmhp", ""]).slugs == ("qmha", "qmhp")


def test_a_fifth_role_is_left_out_and_said_so(client):
    page = client.get("/roles/compare/?r=qmha&r=qmhp&r=lcsw&r=lpc&r=lmft")
    assert "Four roles fit side by side. We left out LMFT." in main_text(page)
    assert page.content.decode().count('role="columnheader"') == 5


def test_each_role_can_be_taken_out(client):
    assert "/roles/compare/?r=qmhp&" in links(client.get(PAIR))


def test_the_table_keeps_its_meaning_where_it_is_no_table(client):
    page = client.get(PAIR).content.decode()
    cells = page.count("<td ")
    assert cells
    assert page.count('role="cell"') == cells
    assert page.count('role="rowheader"') == page.count('<th role="rowheader" scope="row"')


def test_the_readers_room_has_a_line_of_its_own(room, as_parent):
    page = as_parent.get(f"{PAIR}&r=lcsw")
    assert rows(page)[0] == "In Sunny’s room"
    assert "No one yet" in main_text(page)


def test_a_visitor_sees_no_line_of_a_room(room, client):
    assert rows(client.get(PAIR))[0] == "Can give one-on-one talk therapy"


def test_no_id_stands_twice(client):
    ids = opened(client.get(f"{PAIR}&r=lcsw")).ids
    assert len(ids) == len(set(ids))


def test_typed_markup_is_shown_as_text(client):
    assert "<b>x" not in client.get("/roles/compare/", {"r": ["<b>x</b>", "qmha"]}).content.decode()


def test_the_license_is_told_in_the_words_of_the_role_s_own_page(catalogue):
    revisions = {slug: _revision(slug) for slug in ("qmha", "lcsw")}
    table = compare(catalogue, [catalogue.roles[slug] for slug in revisions], revisions=revisions)
    row = next(row for row in table.rows if row.title == "License")
    assert [cell.word for cell in row.cells] == [says.license_short for says in revisions.values()]


def test_what_a_role_is_not_trained_for_is_never_a_bare_no(client):
    page = client.get(f"{PAIR}&f=1")
    assert "Outside this role’s training" in main_text(page)
    assert ">No<" not in re.sub(r"<svg.*?</svg>", "", page.content.decode(), flags=re.DOTALL)


def test_with_a_supervisor_a_helper_helps_and_an_associate_leads(catalogue):
    revisions = {slug: _revision(slug) for slug in ("qmha", "cswa")}
    table = compare(catalogue, [catalogue.roles[slug] for slug in revisions], revisions=revisions)
    row = next(row for row in table.rows if row.title.startswith("Can lead risk assessment"))
    assert [cell.word for cell in row.cells] == ["Can help, with a supervisor", "With a supervisor"]
