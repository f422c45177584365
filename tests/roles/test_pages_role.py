"""One role's page: four values, nothing hidden, each with its reason and source."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from roles.catalogue import Reach
from roles.hooks import InRoom, in_your_room
from roles.models import Fit, Question, Role
from tests.reading import banned_words
from tests.roles.pages import column, links, main_text, opened

pytestmark = pytest.mark.django_db
LISTS = {
    Reach.TRAINED: "A QMHA can",
    Reach.NOT_TRAINED: "Outside a QMHA’s training",
    Reach.SUPERVISED: "Only with a supervisor",
    Reach.DEPENDS: "It depends: ask",
}


@pytest.mark.parametrize(("reach", "heading"), LISTS.items())
def test_each_capability_stands_in_the_list_of_its_value(client, catalogue, reach, heading):
    fits = [fit for (role, _, state), fit in catalogue.fits.items() if role == "qmha" and state == ""]
    wanted = {
        info.does_not
        if reach is Reach.NOT_TRAINED
        else f"help with {info.noun}"
        if reach is Reach.SUPERVISED and info.clinical
        else info.can
        for info in (catalogue.capabilities[fit.capability] for fit in fits if fit.reach is reach)
    }
    assert set(column(client.get("/roles/qmha/"), heading)) == wanted


def test_a_helper_is_never_said_to_lead_a_safety_plan(client):
    lines = column(client.get("/roles/qmha/"), "Only with a supervisor")
    assert "help with risk assessment and the safety plan" in lines
    assert "lead risk assessment and the safety plan" not in main_text(client.get("/roles/qmha/"))


def test_somebody_on_the_way_to_a_license_may_lead_it_with_a_supervisor(client):
    lines = column(client.get("/roles/cswa/"), "Only with a supervisor")
    assert "lead risk assessment and the safety plan" in lines


def test_every_role_page_is_whole_and_kind(client, catalogue):
    for slug in catalogue.roles:
        with CaptureQueriesContext(connection) as asked:
            page = client.get(f"/roles/{slug}/")
        ids = opened(page).ids
        assert set(catalogue.capabilities) <= set(ids), slug
        assert len(ids) == len(set(ids)), slug
        badges = {entry.name for names in catalogue.names.values() for entry in names if entry.role == slug}
        assert set(banned_words(main_text(page))) - badges == set(), slug
        assert len(asked) <= 8, slug
        assert len(page.content) <= 60 * 1024, slug


def test_every_line_of_the_second_list_says_does_not(client):
    lines = column(client.get("/roles/qmha/"), "Outside a QMHA’s training")
    assert lines
    assert all(line.startswith("does not ") for line in lines)


def test_a_missing_fact_is_unknown_and_not_a_no(client, catalogue, settings):
    from roles import reader

    Fit.objects.filter(role__slug="qmha", capability__slug="diagnosis").delete()
    reader._kept.clear()
    page = client.get("/roles/qmha/")
    reader._kept.clear()
    assert column(page, "We don’t know yet") == ["make a diagnosis"]
    assert "That is not a no." in main_text(page)


def test_a_line_says_why_how_we_know_and_when_it_was_checked(client, catalogue):
    fit = catalogue.fits["qmha", "trauma-treatment", ""]
    said = main_text(client.get("/roles/qmha/"))
    assert fit.reason in said
    assert "A law or rule says so. We read it, checked November 22, 2026. Source 1" in said


def test_what_we_did_not_read_ourselves_says_so(client):
    assert "Not read by us yet" in main_text(client.get("/roles/art-therapist/"))


def test_only_what_we_read_is_said_to_be_checked(client, catalogue):
    for slug in ("art-therapist", "qmha", "parent-coach"):
        said = main_text(client.get(f"/roles/{slug}/"))
        assert "Not read by us yet, listed November 22, 2026." in said
        assert "Not read by us yet, checked" not in said
        assert "We read it, listed" not in said


def test_every_fact_has_its_day(client):
    said = main_text(client.get("/roles/qmha/"))
    for words in ("We read it", "Not read by us yet"):
        dated = re.findall(rf"{words}, \w+ November (?:22|30), 2026\.", said)
        assert len(re.findall(words, said)) == len(dated) > 0
    assert said.count("We read it, checked November 30, 2026.") == 5


def test_a_role_of_which_nothing_was_read_is_not_said_to_be_checked(client, catalogue):
    from roles import reader

    Fit.objects.filter(role__slug="casa").update(confidence="from-knowledge")
    reader._kept.clear()
    said = main_text(client.get("/roles/casa/"))
    reader._kept.clear()
    assert "What we read was checked" not in said


def test_a_source_says_which_version_and_how_much_of_it_we_read(client):
    said = main_text(client.get("/roles/qmha/"))
    assert "0125, Staff Qualifications (BHS 18-2026, effective 2026-07-01)." in said
    assert "We have not read this yet." in said
    peer = main_text(client.get("/roles/family-support-specialist/"))
    assert "(EID 1-2025 temporary, effective 2025-07-07 through 2025-12-26)." in peer
    assert "(NUCC 20.2). We read a part of it." in peer


def test_a_name_of_another_state_says_how_we_know(client):
    said = main_text(client.get("/roles/lcsw/"))
    assert (
        "LISW in South Carolina: In South Carolina, look at what follows. CP is clinical. "
        "AP is office or policy work. We read it, checked November 22, 2026. Source" in said
    )
    assert "LCSW-C: Not read by us yet, listed November 22, 2026. Source" in said


def test_each_number_leads_to_its_source(client):
    page = opened(client.get("/roles/qmha/"))
    numbers = {link[1:] for link in page.links if link.startswith("#src-")}
    assert numbers
    assert numbers <= set(page.ids)


def test_the_facts_strip_comes_from_the_published_revision(client):
    says = Role.objects.published().get(slug="qmha").published
    said = main_text(client.get("/roles/qmha/"))
    for short in (says.license_short, says.school_short, says.works_under_short):
        assert short in said


@pytest.mark.parametrize(
    "part",
    [
        "One letter apart",
        "Other names you may hear",
        "Skills trainer",
        "Questions you can ask",
        "A clear answer",
        "Common mix-ups",
        "Words on a bill",
        "How to check",
        "These facts are for Oregon.",
        "This page is about Oregon.",
        "Catalogue version",
        "Tell us if something is wrong",
        "are about the role.",
    ],
)
def test_the_page_of_a_qmha_has_its_parts(client, part):
    assert part in main_text(client.get("/roles/qmha/"))


def test_the_look_alike_card_leads_to_the_comparison(client):
    assert "/roles/compare/?r=qmha&r=qmhp" in links(client.get("/roles/qmha/"))


def test_letters_that_mean_something_else_elsewhere_say_so(client):
    said = main_text(client.get("/roles/qmhp/"))
    assert "QMHP changes its meaning by state." in said
    assert "Texas" in said


def test_a_reader_from_another_state_is_told_where_the_facts_hold(client):
    said = main_text(client.get("/roles/qmha/?state=TX"))
    assert "You picked Texas. The facts on this page are for Oregon." in said


def test_a_rule_of_the_readers_state_takes_the_place_of_the_general_one(client):
    page = client.get("/roles/lmft/?state=NY")
    assert "make a diagnosis" in column(page, "It depends: ask")
    assert "make a diagnosis" in column(client.get("/roles/lmft/"), "An LMFT can")


def test_a_state_that_says_it_differently_is_named(client):
    assert "New York: make a diagnosis? It depends. Ask." in main_text(client.get("/roles/lmft/"))


@pytest.mark.parametrize(
    ("state", "heading", "line"),
    [
        ("OR", "Outside a Licensed Psychologist’s training", "does not prescribe medicine"),
        ("NM", "It depends: ask", "prescribe medicine"),
        ("LA", "It depends: ask", "prescribe medicine"),
        ("", "It depends: ask", "prescribe medicine"),
    ],
)
def test_a_psychologist_prescribes_only_where_a_state_says_so(client, state, heading, line):
    page = client.get("/roles/psychologist/", {"state": state} if state else {})
    assert line in column(page, heading)


def test_what_another_state_says_is_asked_the_same_way_for_a_no(client):
    said = main_text(client.get("/roles/psychologist/"))
    assert "Oregon: prescribe medicine? Outside this role’s training" in said


def test_a_readers_own_state_is_told_in_full(client):
    said = main_text(client.get("/roles/lpc/?state=TN"))
    assert "In Tennessee" in said
    assert "Without MHSP, it covers life and family problems only." in said


def test_the_first_questions_touch_different_subjects(client, catalogue):
    page = client.get("/roles/qmha/").context["page"]
    assert len({question.group for question in page.questions}) == 3
    assert len(page.questions) + len(page.more_questions) == 12


def test_all_questions_can_be_reached(client):
    assert "/roles/questions/" in links(client.get("/roles/qmha/"))
    ids = set(opened(client.get("/roles/questions/")).ids)
    assert {f"q-{key}" for key in Question.objects.values_list("key", flat=True)} <= ids


@pytest.mark.parametrize("slug", ["nobody", "qmha2"])
def test_an_unknown_role_is_not_found(client, slug):
    assert client.get(f"/roles/{slug}/").status_code == 404


@pytest.fixture
def tasha(monkeypatch):
    """Somebody above says who has a role in the reader's rooms."""

    def provider(user, roles):
        return (
            [InRoom("qmha", "Tasha R.", "TR", "Sunny", "/room/x/", "She can help.")]
            if "qmha" in roles
            else []
        )

    monkeypatch.setattr("roles.hooks.in_your_room", [provider])


@pytest.mark.usefixtures("tasha")
def test_a_person_of_the_readers_room_is_named(as_parent):
    page = as_parent.get("/roles/qmha/")
    assert "Tasha R. has this role in Sunny’s room. She can help." in main_text(page)
    assert "/room/x/" in links(page)


@pytest.mark.usefixtures("tasha")
def test_a_visitor_is_shown_nobodys_room(client):
    assert "Sunny" not in main_text(client.get("/roles/qmha/"))


def test_the_rooms_of_the_product_are_asked(room, as_parent):
    assert in_your_room
    assert "Tasha" in main_text(as_parent.get("/roles/qmha/"))


def test_another_family_sees_nothing_of_the_room(room, as_stranger):
    assert "Tasha" not in main_text(as_stranger.get("/roles/qmha/"))
