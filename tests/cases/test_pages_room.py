"""The room as its family and its coach see it."""

from datetime import timedelta

import pytest

from cases import hooks
from cases.hooks import SideNote
from cases.models import Agreement, Ask, Case, CaseEvent, Flag
from cases.services.agreements import agree
from cases.services.flags import put_off_flag
from cases.services.recheck import recheck
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from roles.models import Need
from tests import factories
from tests.cases.pages import main_of, said, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(as_parent, room):
    return lambda path="": as_parent.get(f"/room/{room.key}/{path}")


def agreed(room, parent, name="Tasha", need="everyday-skills"):
    agree(
        member=factories.member(room, name),
        need=Need.objects.get(slug=need),
        by=parent,
        kind=Agreement.Kind.AGREED,
    )


def test_the_table_counts_people_and_empty_chairs(look, room, parent):
    agreed(room, parent)
    text = said(look())
    assert "Three people. Three empty chairs." in text
    assert "1 of 4 needs have a lead" in text


def test_the_grid_has_a_mark_in_words_for_every_person_and_need(look):
    grid = main_of(look()).split('<table class="cover">')[1].split("</table>")[0]
    assert grid.count("<td>") == 4 * 3
    assert grid.count('<td><svg class="mark') == 4 * 3


def test_there_is_exactly_one_next_step(look):
    card = main_of(look()).split('class="card next"')[1].split("</section>")[0]
    assert card.count("btn--go") == 1
    assert "One thing to do next" in card


def test_a_safety_need_without_a_lead_comes_first(look, catalogue):
    assert f"Ask who leads {catalogue.needs['self-harm-suicide'].noun}" in said(look())


def test_flags_say_why_and_where_it_comes_from(look):
    text = said(look())
    assert "None is about a person." in text
    assert "Why we say this:" in text


def test_a_room_without_people_asks_for_the_first(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny")
    text = said(as_parent.get(f"/room/{case.key}/"))
    assert "No people. No empty chairs." in text
    assert "Start with the person you see most." in text


@pytest.mark.parametrize(("need", "tonight"), [("self-harm-suicide", True), ("everyday-skills", False)])
def test_an_empty_team_with_a_safety_need_says_what_to_do_tonight(
    as_parent, parent, catalogue, need, tonight
):
    case = start_room(by=parent, nickname="Sunny", state="OR")
    set_needs(case=case, by=parent, needs=[need])
    step = said(as_parent.get(f"/room/{case.key}/")).split("Start with the person you see most.")[0]
    assert ("For tonight: in danger, call 911." in step) is tonight
    assert ("call or text 988" in step) is tonight


def test_a_room_without_needs_asks_for_them(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny")
    add_member(case=case, by=parent, name="Tasha", said="QMHA")
    assert "What does Sunny need help with?" in said(as_parent.get(f"/room/{case.key}/"))


def test_a_room_without_a_state_asks_for_it_before_any_question(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny")
    set_needs(case=case, by=parent, needs=["trauma", "medication-questions"])
    add_member(case=case, by=parent, name="Tasha", said="QMHA")
    page = as_parent.get(f"/room/{case.key}/")
    assert "Which state do you live in?" in said(page)
    assert "Some of these letters change from state to state." in said(page)
    card = main_of(page).split('class="card next"')[1].split("</section>")[0]
    assert card.count("btn--go") == 1
    assert f'href="/room/{case.key}/child/"' in card


@pytest.mark.parametrize(("state", "letters"), [("OR", "QMHA"), ("", "Psychiatrist"), ("", "XQZT")])
def test_the_state_is_not_asked_for_when_it_is_told_or_changes_nothing(as_parent, parent, state, letters):
    case = start_room(by=parent, nickname="Sunny", state=state)
    set_needs(case=case, by=parent, needs=["trauma"])
    add_member(case=case, by=parent, name="Tasha", said=letters)
    assert "Which state do you live in?" not in said(as_parent.get(f"/room/{case.key}/"))


def test_a_flag_page_says_whose_rule_it_is(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny", state="ID")
    set_needs(case=case, by=parent, needs=["family-conflict"])
    add_member(case=case, by=parent, name="Tasha", said="QMHA")
    finish_setup(case=case, by=parent)
    flag = Flag.objects.get(case=case, rule="other_state")
    assert "Oregon’s rule. Yours may differ." in said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))


def test_an_unclear_title_links_the_roles_it_can_mean(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny", state="OR")
    add_member(case=case, by=parent, name="Luis", said="caseworker")
    set_needs(case=case, by=parent, needs=["trauma"])
    finish_setup(case=case, by=parent)
    flag = Flag.objects.get(case=case, rule="title_unclear")
    page = as_parent.get(f"/room/{case.key}/asks/{flag.key}/")
    assert "not from a source about roles" not in said(page)
    assert 'href="/roles/child-welfare-caseworker/"' in main_of(page)


def test_nothing_to_ask_is_said_in_plain_words(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Sunny")
    assert "Nothing to ask about right now" in said(as_parent.get(f"/room/{case.key}/"))


def test_a_late_question_is_the_next_step_once_nothing_is_more_pressing(look, room, parent):
    factories.waiting_ask(room, parent)
    Ask.objects.update(due_on="2026-01-05")
    recheck(case=room)
    Flag.objects.exclude(rule="still_waiting").update(state=Flag.State.SORTED)
    assert "Ask once more" in said(look())


def test_sorting_a_flag_says_so_and_can_be_undone(as_parent, room):
    flag = Flag.objects.filter(case=room).first()
    page = as_parent.post(f"/room/{room.key}/asks/{flag.key}/", {"do": "sorted"}, follow=True)
    assert "You said this is sorted: " in said(page)
    as_parent.post(f"/room/{room.key}/asks/{flag.key}/", {"do": "undo"})
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN


def test_a_flag_put_off_says_when_it_returns(look, room, parent):
    flag = put_off_flag(flag=Flag.objects.filter(case=room).first(), by=parent)
    assert "Not now. It comes back on" in said(look(f"asks/{flag.key}/"))
    assert "Not open now (1)" in said(look())


def test_seeing_it_differently_needs_one_line(as_parent, room):
    flag = Flag.objects.filter(case=room).first()
    url = f"/room/{room.key}/asks/{flag.key}/"
    assert "A few words are enough." in said(as_parent.post(url, {"do": "differ", "reason": ""}))
    as_parent.post(url, {"do": "differ", "reason": "We have that covered."})
    page = said(as_parent.get(url))
    assert "You see it differently." in page
    assert "“We have that covered.”" in page


def test_a_flag_that_has_moved_on_is_said_kindly(as_parent, room, parent):
    flag = Flag.objects.filter(case=room).first()
    url = f"/room/{room.key}/asks/{flag.key}/"
    as_parent.post(url, {"do": "sorted"})
    assert "Look at it once more." in said(as_parent.post(url, {"do": "not-now"}, follow=True))


def test_a_flag_page_names_source_date_kind_of_claim_and_version(look, room):
    flag = (
        Flag.objects.filter(case=room, rule="license_on_the_way").first()
        or Flag.objects.exclude(evidence=[]).first()
    )
    text = said(look(f"asks/{flag.key}/"))
    for part in ("How we know", "Kind of claim", "Checked", "of our facts"):
        assert part in text


@pytest.mark.parametrize(
    ("confidence", "said_there", "short"),
    [
        ("verified", "We read it, checked February 1, 2026.", "Checked February 2026."),
        ("from-knowledge", "Not read by us yet, listed February 1, 2026.", "Listed February 2026."),
    ],
)
def test_only_what_we_read_is_called_checked(look, room, confidence, said_there, short):
    for flag in Flag.objects.filter(case=room, state="open").exclude(evidence=[]):
        flag.evidence = [{**flag.evidence[0], "confidence": confidence, "reviewed_on": "2026-02-01"}]
        flag.save()
    assert said_there in said(look(f"asks/{flag.key}/"))
    assert short in said(look())


def test_two_people_of_one_first_name_are_told_apart(look, room, parent):
    for name in ("Jane Doe", "Jane Smith"):
        add_member(case=room, by=parent, name=name, said="QMHP")
    text = said(look())
    assert "Jane D." in text
    assert "Jane S." in text


def test_the_child_form_shows_both_versions_when_stale(as_parent, room):
    url = f"/room/{room.key}/child/"
    as_parent.post(url, {"nickname": "Sunny B", "version": room.version})
    page = as_parent.post(url, {"nickname": "Sunny C", "version": room.version})
    assert "Sunny B" in said(page)
    assert 'value="Sunny C"' in words(page)


def test_a_note_is_kept_once(as_parent, room):
    form = {"text": "Session with Tasha, 50 minutes.", "form_key": "one"}
    for _ in range(2):
        as_parent.post(f"/room/{room.key}/log/", form)
    assert CaseEvent.objects.filter(case=room, kind="note").count() == 1


def test_a_note_too_long_is_kept_in_the_box(as_parent, room):
    page = as_parent.post(f"/room/{room.key}/log/", {"text": "x" * 1_001})
    assert "That is 1001 characters. We can keep 1000." in said(page)
    assert "x" * 1_001 in words(page)


def test_the_log_pages_back(as_parent, room, parent):
    at = room.created_at
    CaseEvent.objects.bulk_create(
        [CaseEvent(case=room, at=at, kind="note", by=parent, text=f"note {n}") for n in range(60)]
    )
    first = words(as_parent.get(f"/room/{room.key}/log/"))
    older = first.split('href="?before=')[1].split('"')[0]
    second = said(as_parent.get(f"/room/{room.key}/log/?before={older}"))
    assert "note 0" in second
    assert second.split().count("note") < 60


def test_a_line_kept_late_about_an_earlier_moment_is_on_the_next_page(as_parent, room, parent):
    def noted(text, at):
        return CaseEvent(case=room, at=at, kind="note", by=parent, text=text)

    after, before = room.created_at + timedelta(hours=1), room.created_at - timedelta(hours=1)
    CaseEvent.objects.bulk_create([*(noted(f"n {n}", after) for n in range(60)), noted("long ago", before)])
    older = words(as_parent.get(f"/room/{room.key}/log/")).split('href="?before=')[1].split('"')[0]
    assert "long ago" in said(as_parent.get(f"/room/{room.key}/log/?before={older}"))


def test_an_upper_app_may_add_a_note_beside_the_room(look, monkeypatch):
    note = SideNote(
        "From your coach", "Dana", "DM", "A strong place to start.", "/messages/", "Read and reply"
    )
    monkeypatch.setattr(hooks, "room_side", [lambda user, case: [note]])
    assert "From your coach" in said(look())


READ_ONLY = ("", "team/", "needs/", "needs/family-conflict/", "questions/", "sheet/", "log/")


@pytest.mark.parametrize("path", READ_ONLY)
def test_a_coach_reads_and_sees_no_form(as_coach, shared_room, path):
    response = as_coach.get(f"/room/{shared_room.key}/{path}")
    assert response.status_code == 200
    assert 'method="post"' not in main_of(response)


def test_a_coach_reads_one_person_one_flag_and_one_question(as_coach, shared_room, parent):
    ask, flag = factories.waiting_ask(shared_room, parent), Flag.objects.filter(case=shared_room).first()
    jane = factories.member(shared_room, "Jane")
    for path in (f"team/{jane.key}/", f"asks/{flag.key}/", f"questions/{ask.key}/"):
        response = as_coach.get(f"/room/{shared_room.key}/{path}")
        assert response.status_code == 200
        assert 'method="post"' not in main_of(response)
        assert as_coach.post(f"/room/{shared_room.key}/{path}", {"do": "x"}).status_code == 403


@pytest.mark.parametrize("path", [*READ_ONLY[1:3], "log/", "child/", "team/add/", "questions/new/"])
def test_a_coach_changes_nothing(as_coach, shared_room, path):
    assert as_coach.post(f"/room/{shared_room.key}/{path}", {"do": "x"}).status_code in (403, 405)


@pytest.mark.parametrize("path", [*READ_ONLY, "child/", "team/add/", "questions/new/"])
def test_for_a_stranger_the_room_does_not_exist(as_stranger, room, path):
    assert as_stranger.get(f"/room/{room.key}/{path}").status_code == 404
    assert as_stranger.post(f"/room/{room.key}/{path}").status_code in (404, 405)


def test_a_newer_catalogue_is_seen_on_the_next_look(look, room):
    Case.objects.filter(pk=room.pk).update(evaluated_version=999)
    Flag.objects.filter(case=room).delete()
    assert "Worth asking about" in said(look())
    assert not Flag.objects.filter(case=room).exists()
