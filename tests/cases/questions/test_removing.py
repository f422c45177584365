"""A question that was removed before it was sent: it is gone, and no other tab loses words over it."""

from contextlib import contextmanager

import pytest
from django.db import connection

from audit.models import Entry
from cases.models import Ask
from cases.services import asks
from cases.services.errors import Refused
from tests.cases.pages import said, words

pytestmark = pytest.mark.django_db
NOT_SAVED = "You wrote this, and it is not saved:"


@pytest.fixture
def draft(room, parent, flag, jane):
    return asks.draft_ask(case=room, by=parent, text="Could you lead this?", member=jane, flag=flag)


@pytest.fixture
def url(room, draft):
    return f"/room/{room.key}/questions/{draft.key}/"


@pytest.fixture
def form(draft, jane):
    """What a tab holds that was opened while the question was a draft."""
    return {"to": jane.key, "text": "My own better words?", "version": draft.version}


@contextmanager
def meanwhile(act):
    """Another tab acts just before this one writes."""
    left = [act]

    def before(execute, sql, *rest):
        if sql.startswith("SAVEPOINT") and left:
            left.pop()()
        return execute(sql, *rest)

    with connection.execute_wrapper(before):
        yield


def test_a_draft_that_was_removed_is_gone_and_that_is_on_record(as_parent, url, draft):
    page = as_parent.post(url, {"do": "remove", "version": draft.version}, follow=True)
    assert "Removed." in words(page)
    assert not Ask.objects.exists()
    assert Entry.objects.filter(verb="removed").exists()
    assert as_parent.get(url).status_code == 404


def test_nobody_reads_it_on_the_page_of_the_person(client, shared_room, coach, parent, draft, jane):
    asks.remove_draft(ask=draft, by=parent)
    for reader in (parent, coach):
        client.force_login(reader)
        assert draft.text not in said(client.get(f"/room/{shared_room.key}/team/{jane.key}/"))


def test_one_that_was_not_sent_after_all_can_be_removed(as_parent, url, draft, parent):
    asks.send_ask(ask=draft, by=parent, channel="")
    asks.unsend_ask(ask=draft, by=parent)
    as_parent.post(url, {"do": "remove", "version": draft.version})
    assert not Ask.objects.exists()


def test_a_question_on_its_way_is_put_to_rest_not_removed(parent, draft):
    asks.send_ask(ask=draft, by=parent, channel="")
    with pytest.raises(Refused, match="already on its way"):
        asks.remove_draft(ask=draft, by=parent)


@pytest.mark.parametrize("do", ["sent", "save", "print", "tone-warm"])
def test_words_for_a_draft_removed_in_another_tab_stay_on_the_page(do, as_parent, parent, url, draft, form):
    asks.remove_draft(ask=draft, by=parent)
    page = as_parent.post(url, {**form, "do": do})
    assert f"{NOT_SAVED} My own better words?" in said(page)
    assert "This was removed meanwhile." in words(page)


def test_a_part_asked_for_a_removed_draft_leaves_the_words_alone(as_parent, parent, url, draft, form):
    asks.remove_draft(ask=draft, by=parent)
    headers = {"HX-Request": "true", "HX-Target": "words-part"}
    assert as_parent.post(url, {**form, "do": "greet"}, headers=headers).status_code == 204


def test_another_familys_removed_question_tells_nothing(as_stranger, parent, url, draft, form):
    asks.remove_draft(ask=draft, by=parent)
    assert as_stranger.post(url, {**form, "do": "save"}).status_code == 404


@pytest.mark.parametrize("do", ["sent", "save", "print"])
def test_sent_from_another_tab_at_that_moment_keeps_the_words(do, as_parent, parent, url, draft, form):
    with meanwhile(lambda: asks.send_ask(ask=Ask.objects.get(), by=parent, channel="")):
        page = as_parent.post(url, {**form, "do": do})
    assert f"{NOT_SAVED} My own better words?" in said(page)
    assert Ask.objects.get().text == draft.text


def test_removed_from_another_tab_at_that_moment_keeps_the_words(as_parent, parent, url, draft, form):
    with meanwhile(lambda: asks.remove_draft(ask=Ask.objects.get(), by=parent)):
        page = as_parent.post(url, {**form, "do": "save"})
    assert f"{NOT_SAVED} My own better words?" in said(page)


def test_what_was_sent_at_that_moment_is_not_removed(as_parent, parent, url, draft):
    with meanwhile(lambda: asks.send_ask(ask=Ask.objects.get(), by=parent, channel="")):
        page = as_parent.post(url, {"do": "remove"})
    assert "already on its way" in words(page)
    assert Ask.objects.get().state == Ask.State.WAITING


def test_tones_for_a_question_sent_from_another_tab_keep_the_words(as_parent, parent, url, draft, form):
    asks.send_ask(ask=draft, by=parent, channel="")
    page = as_parent.post(url, {**form, "do": "tone-short"}, follow=True)
    assert f"{NOT_SAVED} My own better words?" in said(page)


def test_a_tab_where_it_is_a_draft_yet_takes_back_nothing_that_was_sent(as_parent, url, draft, form, parent):
    asks.send_ask(ask=draft, by=parent, channel="copied")
    page = as_parent.post(url, {"do": "remove", **form}, follow=True)
    assert NOT_SAVED in words(page)
    assert "My own better words?" in words(page)
    draft.refresh_from_db()
    assert draft.state == Ask.State.WAITING


def test_words_saved_in_another_tab_are_not_removed_unseen(as_parent, url, draft, form, parent):
    asks.edit_ask(ask=draft, by=parent, version=None, text="Better words?", member=draft.member)
    page = as_parent.post(url, {"do": "remove", **form})
    assert "This was changed meanwhile." in said(page)
    assert "Better words?" in said(page)
    assert Ask.objects.get(pk=draft.pk).text == "Better words?"


@pytest.mark.parametrize(("do", "state"), [("remove", "unclear"), ("undo", "answered")])
def test_a_tap_on_an_older_page_takes_back_nothing_it_did_not_show(as_parent, url, draft, parent, do, state):
    asks.send_ask(ask=draft, by=parent, channel="copied")
    shown = draft.version
    asks.unclear_ask(ask=draft, by=parent, answer="Maybe.")
    if do == "undo":
        asks.answer_ask(ask=draft, by=parent, answer="Yes.")
    page = as_parent.post(url, {"do": do, "version": shown}, follow=True)
    assert "This question has moved on meanwhile. Look at it once more." in said(page)
    draft.refresh_from_db()
    assert draft.state == state
    as_parent.post(url, {"do": do, "version": draft.version})
    draft.refresh_from_db()
    assert draft.state != state
