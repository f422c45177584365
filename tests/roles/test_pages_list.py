"""The list of roles, its search, and what each state says."""

from html import escape

import pytest

from roles.models import Notice
from tests.roles.pages import links, main_text, opened, text

pytestmark = pytest.mark.django_db


def test_every_role_can_be_reached_from_the_list(client, catalogue):
    found = set(links(client.get("/roles/")))
    assert {f"/roles/{slug}/" for slug in catalogue.roles} <= found


def test_every_role_can_be_reached_by_kind_of_help(client, catalogue):
    found = set(links(client.get("/roles/?by=kind")))
    assert {f"/roles/{slug}/" for slug in catalogue.roles} <= found


def test_the_eight_roles_families_meet_most_come_first(client):
    found = [link for link in links(client.get("/roles/")) if link.count("/") == 3 and "states" not in link]
    first = [link for link in found if link.startswith("/roles/") and link != "/roles/compare/"][:8]
    slugs = ["qmha", "qmhp", "msw", "lcsw", "lpc", "lmft", "psychologist", "psychiatrist"]
    assert first == [f"/roles/{slug}/" for slug in slugs]


def test_letters_are_found_first(client):
    found = [link for link in links(client.get("/roles/?q=LMFT")) if link.startswith("/roles/lm")]
    assert found[0] == "/roles/lmft/"


def test_no_match_says_what_to_try(client):
    page = client.get("/roles/?q=zzzzqq")
    assert "No match. Try the letters, or words like skills trainer ." in main_text(page)
    assert 'value="zzzzqq"' in page.content.decode()


def test_letters_of_another_state_are_found_in_its_own_list(client):
    said = main_text(client.get("/roles/?q=LIMHP"))
    assert "In the states’ own lists" in said
    assert "Nebraska" in said


def test_a_search_is_shown_as_text_never_as_markup(client):
    typed = "<script>alert(1)</script>"
    shown = client.get("/roles/", {"q": typed}).content.decode()
    assert typed not in shown
    assert escape(typed) in shown


@pytest.mark.parametrize("query", ["?state=ZZ", "?by=x&state=US", "?q=" + "x" * 3000])
def test_odd_addresses_still_show_a_page(client, query):
    assert client.get(f"/roles/{query}").status_code == 200


def test_a_picked_state_goes_along_to_the_role(client):
    assert "/roles/qmha/?state=TX" in links(client.get("/roles/?state=TX"))


def test_all_states_have_a_page(client, catalogue):
    found = set(links(client.get("/roles/states/")))
    codes = [code.lower() for code in catalogue.states if code != "US"]
    assert len(codes) == 51
    assert {f"/roles/states/{code}/" for code in codes} <= found


def test_picking_a_state_without_javascript_leads_to_it(client):
    assert client.get("/roles/states/?state=tx").headers["Location"] == "/roles/states/tx/"


def test_a_state_says_its_titles_boards_and_mix_ups(client):
    said = main_text(client.get("/roles/states/tx/"))
    for part in (
        "Easy to mix up",
        "Support workers",
        "Look up a license",
        "QMHP",
        "Same letters, other meaning",
    ):
        assert part in said


def test_each_title_and_board_of_a_state_says_how_we_know_and_since_when(client):
    page = opened(client.get("/roles/states/sc/"))
    said = " ".join(" ".join(page.words).split())
    assert "Not read by us yet, listed November 22, 2026. Source" in said
    assert said.count("We read it") == said.count("We read it, checked November 22, 2026. Source") > 0
    assert "credentialing (2015). We read a part of it." in said
    assert {link[1:] for link in page.links if link.startswith("#src-")} <= set(page.ids)


@pytest.mark.parametrize("code", ["zz", "us", "oregon"])
def test_an_unknown_state_is_not_found(client, code):
    assert client.get(f"/roles/states/{code}/").status_code == 404


def test_letters_that_change_by_state_name_the_states(client):
    said = main_text(client.get("/roles/states/"))
    assert "Virginia" in said
    assert "Ohio, Illinois, Minnesota" in said


def test_the_limits_of_what_we_say_stand_below_the_states(client):
    page = opened(client.get("/roles/states/"))
    said = " ".join(" ".join(page.words).split())
    for notice in Notice.objects.filter(kind=Notice.Kind.DISCLAIMER):
        assert f"{notice.title} {notice.text}" in said
    assert {link[1:] for link in page.links if link.startswith("#src-")} <= set(page.ids)


@pytest.mark.parametrize("path", ["/roles/", "/roles/?q=a", "/roles/states/", "/roles/states/or/"])
def test_no_id_stands_twice_on_a_page(client, path):
    ids = opened(client.get(path)).ids
    assert len(ids) == len(set(ids))


def test_the_pages_of_visitors_may_be_kept_a_while_and_differ_by_cookie(client):
    page = client.get("/roles/")
    assert "max-age=300" in page.headers["Cache-Control"]
    assert "Cookie" in page.headers["Vary"]


def test_pages_of_someone_signed_in_are_never_kept(as_parent):
    assert as_parent.get("/roles/").headers["Cache-Control"] == "no-store, private"


def test_a_page_with_a_form_token_is_kept_by_its_own_visitor_only(client):
    page = client.get("/roles/")
    assert "csrfmiddlewaretoken" in page.content.decode()
    assert "private" in page.headers["Cache-Control"]


def test_a_visitor_reads_the_list_without_signing_in(client):
    assert "Look up a role" in text(client.get("/roles/"))
