"""The first evening: three steps, each saved, each picked up again."""

import pytest

from cases.models import Case, CaseEvent, Member
from cases.services.asks import draft_ask
from cases.services.rooms import finish_setup, start_room
from tests.cases.pages import said, values_of, words

pytestmark = pytest.mark.django_db
SIGNATURE = "Jane Miller, MSW, CSWA, QMHP\nOutpatient Therapist\n503-555-0100 | jane@clinic.example"


@pytest.fixture
def begun(as_parent):
    as_parent.post("/start/child/", {"nickname": "Sunny", "age_group": "6-11", "state": "OR"})
    return as_parent


def case_of(parent) -> Case:
    return Case.objects.get(owner=parent)


def pick(client, *needs):
    """Step 2, from the page as it is now."""
    (version,) = values_of(client.get("/start/needs/"), "version")
    return client.post("/start/needs/", {"needs": needs, "version": version})


def test_without_a_room_the_start_leads_to_the_first_step(as_parent):
    assert as_parent.get("/start/").url == "/start/child/"


def test_a_nickname_is_enough(as_parent, parent):
    response = as_parent.post("/start/child/", {"nickname": "S"})
    assert response.url == "/start/needs/"
    assert case_of(parent).jurisdiction is None


def test_no_nickname_is_said_kindly_and_keeps_the_rest(as_parent):
    page = words(as_parent.post("/start/child/", {"nickname": "", "state": "OR"}))
    assert "Add a nickname. One letter is fine." in page
    assert '<option value="OR" selected>' in page


def test_a_long_nickname_is_kept_and_counted(as_parent):
    page = words(as_parent.post("/start/child/", {"nickname": "x" * 50}))
    assert "That is 50 characters. We can keep 40." in page
    assert "x" * 50 in page


def test_coming_back_goes_on_at_the_first_open_step(begun):
    assert begun.get("/start/").url == "/start/needs/"
    pick(begun, "trauma")
    assert begun.get("/start/").url == "/start/team/"


def test_the_first_step_shows_what_was_saved(begun):
    assert 'value="Sunny"' in words(begun.get("/start/child/"))


def test_going_back_to_the_first_step_changes_the_same_room(begun, parent):
    begun.post("/start/child/", {"nickname": "Sun", "version": case_of(parent).version})
    assert case_of(parent).nickname == "Sun"


def test_a_stale_first_step_shows_both_versions(begun, parent):
    begun.post("/start/child/", {"nickname": "Sunny B", "version": case_of(parent).version})
    page = words(begun.post("/start/child/", {"nickname": "Sunny C", "version": 1}))
    assert "What is saved now" in page
    assert "Sunny B" in page
    assert 'value="Sunny C"' in page


def test_after_a_stale_save_the_next_one_counts(begun, parent):
    begun.post("/start/child/", {"nickname": "Sunny B", "version": 1})
    page = words(begun.post("/start/child/", {"nickname": "Sunny C", "version": 1}))
    assert f'name="version" value="{case_of(parent).version}"' in page


def test_the_same_step_sent_twice_makes_one_room(as_parent, parent):
    form = {"nickname": "Sunny", "form_key": "one-use"}
    first, second = as_parent.post("/start/child/", form), as_parent.post("/start/child/", form)
    assert Case.objects.filter(owner=parent).count() == 1
    assert second.url == first.url


def test_needs_say_which_step_it_is_and_offer_the_rest_under_more(begun):
    page = words(begun.get("/start/needs/"))
    assert "Step 2 of 3. About two minutes left." in page
    assert page.index("More") < page.index('value="severe-symptoms"')


def test_a_safety_need_has_the_numbers_beside_it(begun):
    page = words(begun.get("/start/needs/"))
    assert 'href="tel:911"' in page.split("Feelings")[0]


def test_no_need_picked_goes_on(begun, parent):
    assert pick(begun).url == "/start/team/"
    assert case_of(parent).needs.count() == 0


def test_picked_needs_are_kept_and_shown_again(begun, parent):
    pick(begun, "trauma", "adhd")
    assert set(case_of(parent).needs.values_list("slug", flat=True)) == {"trauma", "adhd"}
    assert words(begun.get("/start/needs/")).count(" checked") == 2


def test_reading_a_signature_adds_nobody(begun):
    page = words(begun.post("/start/team/", {"do": "read", "text": SIGNATURE}))
    assert "Here is what we read" in page
    assert "On the way to a license" in page
    assert not Member.objects.exists()


def test_a_title_for_many_jobs_says_that_there_are_more(begun):
    text = said(begun.post("/start/team/", {"do": "read", "text": "Luis P., Therapist"}))
    assert " or another role." in text


def test_reading_fills_in_the_name(begun):
    assert 'value="Jane Miller"' in words(begun.post("/start/team/", {"do": "read", "text": SIGNATURE}))


def test_reading_says_what_the_person_could_lead_here(begun):
    pick(begun, "everyday-skills")
    page = words(begun.post("/start/team/", {"do": "read", "text": "Tasha R., QMHA"}))
    assert "In Sunny’s room, Tasha could lead:" in page


def test_htmx_gets_what_we_read_and_nothing_around_it(begun):
    response = begun.post("/start/team/", {"do": "read", "text": SIGNATURE}, headers={"HX-Request": "true"})
    assert "Here is what we read" in words(response)
    assert "<html" not in words(response)


def test_adding_a_person_keeps_letters_and_drops_how_to_reach_them(begun):
    begun.post("/start/team/", {"do": "add", "text": SIGNATURE, "name": "Jane"})
    jane = Member.objects.get()
    assert jane.said == "Jane Miller, MSW, CSWA, QMHP\nOutpatient Therapist"
    assert "QMHP" in [c.text for c in jane.credentials.all()]


def test_added_people_are_listed_above_the_form(begun):
    page = words(begun.post("/start/team/", {"do": "add", "text": "QMHA", "name": "Tasha"}, follow=True))
    assert "Tasha is in the room." in page
    assert 'aria-label="Added so far"' in page


def test_unknown_letters_never_block(begun):
    begun.post("/start/team/", {"do": "add", "text": "Luis, ZZQX", "name": "Luis"})
    assert Member.objects.get().name == "Luis"
    assert "role not clear yet" in words(begun.get("/start/team/"))


def test_a_paste_of_ten_thousand_characters_is_said_kindly_and_kept(begun):
    text = "Jane Miller, QMHP " + "x" * 9_982
    page = words(begun.post("/start/team/", {"do": "add", "text": text, "name": "Jane"}))
    assert "That is 10000 characters. We can read up to 4000." in page
    assert text in page


def test_a_missing_name_keeps_the_signature(begun):
    page = words(begun.post("/start/team/", {"do": "add", "text": "Jane Miller, QMHP", "name": ""}))
    assert "Add a name. A first name is fine." in page
    assert "Jane Miller, QMHP" in page


@pytest.mark.parametrize(("title", "known"), [("role:qmha", True), ("said:therapist", False), ("none:", 0)])
def test_a_person_can_be_added_by_title(begun, title, known):
    begun.post("/start/team/?by=title", {"do": "add", "title": title, "name": "Sam"})
    assert Member.objects.get().credentials.filter(role__slug="qmha").exists() == known


def test_a_second_person_of_the_same_name_is_pointed_out(begun):
    for letters in ("QMHP", "LCSW"):
        page = words(begun.post("/start/team/", {"do": "add", "text": letters, "name": "Jane"}, follow=True))
    assert "You have two people called Jane." in page
    assert Member.objects.count() == 2


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/start/team/", {"text": "Jordan Reyes, LMFT", "name": "Jordan Reyes", "believed": "therapist"}),
        ("/start/team/?by=title", {"title": "role:lmft", "name": "Jordan Reyes", "believed": "therapist"}),
    ],
)
def test_the_same_person_twice_is_asked_about_first(begun, path, sent):
    begun.post(path, {"do": "add", **sent})
    page = begun.post(path, {"do": "add", **sent})
    assert Member.objects.count() == 1
    assert "Jordan is in the room already. Is this someone else?" in said(page)
    for name, value in sent.items():
        assert values_of(page, name)[0] == value
    begun.post(path, {"do": "add-too", **sent})
    assert Member.objects.count() == 2


def test_somebody_added_by_mistake_can_be_removed(begun):
    for name in ("Jane", "Luis"):
        begun.post("/start/team/", {"do": "add", "text": f"{name}, QMHP", "name": name})
    jane, luis = Member.objects.all()
    assert values_of(begun.get("/start/team/"), "member") == [jane.key, luis.key]
    page = begun.post("/start/team/", {"do": "remove", "member": jane.key}, follow=True)
    assert [m.name for m in Member.objects.all()] == ["Luis"]
    assert "Jane is not in the room any more." in words(page)
    assert [e.params for e in CaseEvent.objects.filter(kind="member-added")] == [{"name": "Luis"}]


def test_only_somebody_of_ones_own_unfinished_room_is_removed(begun, other_parent, parent, client):
    begun.post("/start/team/", {"do": "add", "text": "Jane, QMHP", "name": "Jane"})
    jane = Member.objects.get()
    theirs = start_room(by=other_parent, nickname="Moon")
    client.force_login(other_parent)
    assert client.post("/start/team/", {"do": "remove", "member": jane.key}).status_code == 404
    client.force_login(parent)
    draft = draft_ask(case=jane.case, by=parent, text="Who?", member=jane)
    assert "This person stays." in words(
        client.post("/start/team/", {"do": "remove", "member": jane.key}, follow=True)
    )
    draft.delete()
    finish_setup(case=jane.case, by=parent)
    client.post("/start/team/", {"do": "remove", "member": jane.key})
    assert Member.objects.filter(pk=jane.pk, case=jane.case).exists()
    assert theirs.members.count() == 0


def test_everyone_for_now_opens_the_room(begun, parent):
    pick(begun)
    response = begun.post("/start/team/", {"do": "done"})
    assert response.url == f"/room/{case_of(parent).key}/"
    assert begun.get("/start/").url == response.url


def test_a_later_step_without_a_room_leads_to_the_start(as_parent):
    assert as_parent.get("/start/team/").url == "/start/"


def test_a_finished_room_is_named_when_another_one_is_begun(as_parent, room):
    assert "You already have" in words(as_parent.get("/start/child/"))


def test_a_coach_without_a_room_of_their_own_is_led_to_their_families(as_coach, shared_room):
    assert as_coach.get("/start/").url == "/coach/"


def test_the_setup_of_another_family_is_never_touched(begun, other_parent, client):
    client.force_login(other_parent)
    client.post("/start/child/", {"nickname": "Other"})
    assert set(Case.objects.values_list("nickname", flat=True)) == {"Sunny", "Other"}
