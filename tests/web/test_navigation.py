"""Where the main navigation leads, for whom."""

import re

import pytest

from tests import factories


@pytest.fixture
def nav():
    def read(response):
        bar = re.search(r'<nav class="top__nav".*?</nav>', response.content.decode(), re.DOTALL)[0]
        return re.findall(r'<a href="([^"]+)"( aria-current="page")?>([^<]+)</a>', bar)

    return read


def current(entries):
    return [title for _, now, title in entries if now]


def test_visitor_finds_the_catalogue_and_the_door(client, db, nav):
    entries = nav(client.get("/"))
    assert [title for _, _, title in entries] == ["Home", "Look up", "Sign in"]
    assert current(entries) == ["Home"]


def test_page_that_does_not_say_where_it_is_is_known_by_its_address(client, catalogue, nav):
    assert current(nav(client.get("/roles/compare/"))) == ["Look up"]


def test_parent_in_a_room_stays_in_that_room(as_parent, room, nav):
    entries = nav(as_parent.get(f"/room/{room.key}/"))
    assert [title for _, _, title in entries] == ["Room", "Questions", "Log", "Look up", "Coach"]
    assert entries[1][0] == f"/room/{room.key}/questions/"
    assert current(entries) == ["Room"]


def test_coach_finds_the_families(as_coach, nav):
    entries = nav(as_coach.get("/coach/"))
    assert [title for _, _, title in entries] == ["Families", "Messages", "Look up"]
    assert current(entries) == ["Families"]


@pytest.fixture
def both(parent):
    """A parent who coaches other families."""
    parent.is_coach = True
    parent.save(update_fields=["is_coach"])
    return parent


def test_coach_in_a_room_of_their_own_is_its_parent(both, as_parent, room, nav):
    entries = nav(as_parent.get(f"/room/{room.key}/questions/"))
    titles = [title for _, _, title in entries]
    assert titles == ["Room", "Questions", "Log", "Look up", "Coach", "Families"]
    assert entries[0][0] == f"/room/{room.key}/"
    assert current(entries) == ["Questions"]


def test_coach_among_their_own_rooms_is_a_parent(both, as_parent, room, nav):
    assert current(nav(as_parent.get("/rooms/"))) == ["Room"]


def test_parent_in_a_room_they_look_into_is_its_coach(both, as_parent, catalogue, other_parent, nav):
    theirs = factories.sunnys_room(other_parent)
    factories.share(theirs, both, other_parent)
    entries = nav(as_parent.get(f"/room/{theirs.key}/"))
    assert [title for _, _, title in entries] == ["Families", "Messages", "Look up"]


def test_families_lead_a_parent_who_coaches_to_their_own_rooms(both, as_parent, room):
    assert 'href="/rooms/"' in as_parent.get("/coach/").content.decode()


def test_families_speak_of_no_rooms_to_a_coach_without_one(as_coach, shared_room):
    assert 'href="/rooms/"' not in as_coach.get("/coach/").content.decode()


def test_curator_finds_the_catalogue(client, curator, nav):
    client.force_login(curator)
    entries = nav(client.get("/me/"))
    assert [(title, href) for href, _, title in entries] == [
        ("Catalogue", "/desk/admin/roles/role/"),
        ("Look up", "/roles/"),
    ]


def test_page_outside_every_place_marks_none(as_parent, nav):
    assert current(nav(as_parent.get("/me/"))) == []


def test_bar_at_the_bottom_leads_where_the_one_on_top_leads(as_parent, nav):
    response = as_parent.get("/me/")
    bottom = re.findall(r'<a class="tab" href="([^"]+)"', response.content.decode())
    assert bottom == [href for href, _, _ in nav(response)]


def test_home_offers_each_person_their_own_place(client, room, coach, parent, other_parent, curator):
    places = {
        parent: "Go to your room",
        coach: "Go to your families",
        curator: "Go to the catalogue",
        other_parent: "Start a room",
    }
    for person, words in places.items():
        client.force_login(person)
        page = client.get("/").content.decode()
        assert [said for said in places.values() if said in page] == [words]
