"""The decoder without an account."""

import logging

import pytest

from roles.models import RoleName
from tests.roles.pages import links, main_text, text

pytestmark = pytest.mark.django_db
SIGNATURE = "Jane Miller, MSW, CSWA, QMHP\nOutpatient Therapist"
ALONE = {"HX-Request": "true"}


def decoded(client, typed, state="", **extra):
    return client.post("/decode/", {"text": typed, "state": state}, **extra)


def test_the_box_is_there_for_everybody(client):
    page = client.get("/decode/")
    assert page.status_code == 200
    assert "Paste a signature" in main_text(page)


@pytest.mark.parametrize(
    "said",
    [
        "Jane Miller MSW CSWA QMHP",
        "MSW A degree Master of Social Work It is not a license.",
        "CSWA On the way to a license Certified Clinical Social Work Associate",
        "QMHP A role at an agency, not a license Qualified Mental Health Professional",
        "Who supervises your work with my child?",
    ],
)
def test_each_group_of_letters_says_what_it_is(client, said):
    assert said in main_text(decoded(client, SIGNATURE, "OR"))


@pytest.mark.parametrize(
    ("letters", "state", "said"),
    [
        ("LSW", "OH", "LSW May be a license. Ask."),
        ("RBSW", "OR", "RBSW May be a license. Ask."),
        ("QMHP", "OR", "QMHP A role at an agency, not a license"),
        ("QMHA-I", "OR", "QMHA-I A certificate or registration, not a license"),
        ("CADC-R", "OR", "CADC-R A certificate or registration, not a license"),
        ("CHW", "OR", "CHW A certificate, not a license"),
    ],
)
def test_what_letters_are_is_told_by_who_gives_them(client, letters, state, said):
    assert said in main_text(decoded(client, f"Jane Miller, {letters}", state))


@pytest.mark.parametrize("title", ["therapist", "family intervention specialist", "skills trainer"])
def test_a_title_could_be_one_of_several_and_is_to_be_asked(client, title):
    said = main_text(decoded(client, title, "OR"))
    assert "A title. It could mean a few jobs. Could be one of these. Ask." in said
    assert "What is your role on the team?" in said


def test_a_title_of_one_job_is_told_as_one(client):
    said = main_text(decoded(client, "Jane Miller, LPC-Intern", "OR"))
    assert "LPC Intern A job title Could be this role. Ask." in said
    assert "few jobs" not in said


@pytest.mark.parametrize(
    ("letters", "state", "said"),
    [
        ("QMHP", "TX", "In Texas, QMHP means: a bachelor’s degree (QMHP-CS). Ask to be sure."),
        ("QMHP", "CA", "We know QMHP from Oregon. It may differ in California. Ask."),
        ("QMHP", "KY", "In Kentucky, QMHP means: a list of licensed professionals set by law."),
        ("LMHCA", "IN", "In Indiana, LMHCA means: associate counselor, under supervision. Ask to be sure."),
    ],
)
def test_what_a_role_is_in_its_home_state_is_not_told_as_a_fact_elsewhere(
    client, catalogue, letters, state, said
):
    page = main_text(decoded(client, f"Jane Miller, {letters}", state))
    assert said in page
    assert "A role at an agency" not in page
    for slug in ("qmhp", "pc-associate"):
        assert catalogue.roles[slug].lede.split(". ")[0] not in page


@pytest.mark.parametrize(
    ("letters", "state", "said"),
    [
        ("LPCA", "NC", "Close to PCA in Oregon, the nearest role we know."),
        (
            "LMHCA",
            "WA",
            "In Washington, LMHCA means: associates with a license. Ask to be sure. Close to PCA in Oregon",
        ),
        ("LPCA", "KY", "In Kentucky, LPCA means: a counselor at the associate level."),
        ("SUDP", "WA", "Close to these roles in Oregon, the nearest we know. Ask which one."),
    ],
)
def test_a_title_read_by_the_nearest_role_says_so(client, letters, state, said):
    assert said in main_text(decoded(client, f"Jane Miller, {letters}", state))


@pytest.mark.parametrize("letters", ["PA", "PA-C", "Physician Assistant"])
def test_a_license_of_many_clinics_is_told_without_a_job(client, letters):
    said = main_text(decoded(client, f"Jane Miller, {letters}", "OR"))
    assert f"{letters} A license A physician assistant. Ask where they work." in said
    assert "first stop for medical causes" not in said
    assert "Where do you work, and what do you do for my child?" in said


def test_a_title_written_in_haste_is_suggested_and_no_name(client):
    said = main_text(decoded(client, "case mgr", "OR"))
    assert "Did you mean case manager? Could be one of these. Ask." in said
    assert "We read the name" not in said


def test_small_letters_are_shown_as_a_badge_shows_them(client):
    said = main_text(decoded(client, "Jane Miller, lcsw"))
    assert "LCSW does not mean the same in every state." in said
    assert "Jane Miller LCSW" in said


def test_a_long_paste_says_how_much_of_it_was_read(client):
    said = main_text(decoded(client, SIGNATURE + "\n" + "blah " * 2000, "OR"))
    assert "We read the first part of it, about 4,000 letters." in said


def test_letters_that_change_ask_for_the_state(client):
    said = main_text(decoded(client, "Jane Miller, QMHP"))
    assert "Some of these letters change from state to state." in said
    assert "It depends on the state" in said


def test_the_state_is_not_asked_again(client):
    assert "Some of these letters change" not in main_text(decoded(client, "Jane Miller, QMHP", "OR"))


def test_unknown_letters_are_kept_and_said_to_be_unknown(client):
    said = main_text(decoded(client, "Jane Miller, QMHP, XYZQ", "OR"))
    assert "XYZQ We don’t know these letters yet" in said


@pytest.mark.parametrize("letters", ["ABC123", "abc123", "Jane Miller, ABC123", "Jane Miller\nABC-123"])
def test_letters_with_a_number_are_letters_where_nothing_else_is_told(client, letters):
    said = main_text(decoded(client, letters, "OR"))
    assert "We don’t know these letters yet" in said
    assert "no letters" not in said


@pytest.mark.parametrize("text", ["Jane Miller, LCSW, ABC123", "Jane Miller, APT123", "Jane Miller, B204"])
def test_a_number_of_a_license_or_a_door_is_no_letters(client, text):
    assert "We don’t know these letters yet" not in main_text(decoded(client, text, "OR"))


@pytest.mark.parametrize("text", ["Jane Miller, LCSW revoked", "Jane Miller, School Counselor Intern"])
def test_what_somebody_may_not_hold_is_no_unknown_letters(client, text):
    said = main_text(decoded(client, text, "OR"))
    assert "We don’t know yet" in said
    assert "We don’t know these letters yet" not in said
    assert "stand for?" not in said
    assert "Are you licensed, or working toward it?" in said


def test_a_name_that_is_spelled_out_is_a_title(client):
    said = main_text(decoded(client, "Jane Miller, nurse practitioner", "OR"))
    assert "This title can mean a few roles." in said


def test_mixed_up_letters_get_a_suggestion(client):
    assert "Did you mean QMHP?" in main_text(decoded(client, "Jane Miller, QMPH", "OR"))


def test_roles_that_are_certain_lead_on_to_their_pages_and_a_comparison(client):
    found = links(decoded(client, SIGNATURE, "OR"))
    assert "/roles/qmhp/?state=OR" in found
    assert any(link.startswith("/roles/compare/?r=msw&r=cswa&r=qmhp") for link in found)


def test_words_without_letters_get_somewhere_to_go_on(client):
    page = decoded(client, "nothing to see in here today")
    assert "Try one of these." in main_text(page)
    assert "/roles/qmha/" in links(page)


def test_an_empty_box_is_told_kindly(client):
    said = main_text(decoded(client, "   "))
    assert "Paste a signature, or type the letters after a name." in said


def test_a_very_long_paste_is_read_from_its_start_and_nothing_of_it_is_lost(client):
    typed = "Jane Miller, QMHP\n" + "blah " * 2_000
    page = decoded(client, typed, "OR")
    assert "That was a long text." in main_text(page)
    assert "Qualified Mental Health Professional" in main_text(page)
    assert typed.strip() in page.content.decode()


def test_more_than_we_take_in_is_told_and_kept(client):
    typed = "QMHP " * 30_000
    page = decoded(client, typed)
    assert "That is a lot of text." in main_text(page)
    assert typed.strip() in page.content.decode()


def test_a_paste_is_shown_as_text_never_as_markup(client):
    page = decoded(client, "</textarea><script>alert(1)</script>, QMHP").content.decode()
    assert "<script>alert" not in page


def test_htmx_gets_the_result_alone(client):
    page = decoded(client, SIGNATURE, "OR", headers=ALONE)
    assert "<html" not in page.content.decode()
    assert "Here is what we read" in text(page)


def test_an_emptied_box_empties_the_live_result(client):
    assert decoded(client, "", headers=ALONE).content.decode().strip() == ""


def test_the_live_region_itself_is_not_replaced(client):
    page = client.get("/decode/").content.decode()
    assert 'id="decoded" aria-live="polite"' in page
    assert 'hx-target="#decoded"' in page
    assert "hx-swap" not in page


def test_the_paste_never_stands_in_an_address(client):
    page = client.get("/decode/", {"text": "Jane Miller, QMHP"}).content.decode()
    assert "Jane Miller" not in page
    assert 'action="/decode/" method="post"' in page


def test_the_paste_is_neither_logged_nor_written_to_the_database(client, caplog, django_assert_num_queries):
    caplog.set_level(logging.DEBUG)
    with django_assert_num_queries(1) as asked:
        decoded(client, "Quillon Zarathustra, QMHP", "OR")
    assert "Zarathustra" not in caplog.text
    assert "Zarathustra" not in " ".join(query["sql"] for query in asked.captured_queries)


def test_an_answer_to_a_paste_is_never_kept(client):
    assert decoded(client, SIGNATURE).headers["Cache-Control"] == "no-store, private"


def test_a_form_of_another_site_is_refused(catalogue):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/decode/", {"text": "QMHP"}).status_code == 403


def test_every_spoken_word_of_the_catalogue_stays_open(client):
    for word in RoleName.objects.filter(kind="spoken").values_list("name", flat=True).distinct():
        assert "It could mean a few jobs" in main_text(decoded(client, word, "OR")), word
