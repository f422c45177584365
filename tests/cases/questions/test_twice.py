"""The same question to the same person from two tabs: the second is not sent, and nothing of it is lost."""

import pytest

from cases.models import Ask
from cases.services.asks import answer_ask, draft_ask, send_ask
from cases.services.twins import AskedAlready
from tests.cases.pages import said
from tests.factories import member

pytestmark = pytest.mark.django_db
AGAIN = "You asked Jane this already, today. It is still waiting for an answer."


def form(jane, text="Could you lead this?", **more):
    return {"do": "sent", "to": jane.key, "text": text, "remind": "5", "channel": "email", **more}


def test_the_same_words_lead_to_what_is_on_its_way(as_parent, new, jane, sent):
    page = as_parent.post(new, form(jane), follow=True)
    assert AGAIN in said(page)
    assert page.redirect_chain[-1][0].endswith(f"/questions/{sent.key}/")
    assert Ask.objects.count() == 1


def test_from_the_room_it_stays_in_the_room(as_parent, new, room, jane, sent):
    page = as_parent.post(new, form(jane, back="room"), follow=True)
    assert page.redirect_chain[-1][0] == f"/room/{room.key}/?ask={sent.key}"
    assert AGAIN in said(page)


def test_other_words_are_kept_and_not_sent(as_parent, new, jane, sent):
    page = as_parent.post(new, form(jane, "Who else might lead this?"), follow=True)
    assert AGAIN in said(page)
    assert "Your words are kept here. Nothing was sent." in said(page)
    (other,) = Ask.objects.exclude(pk=sent.pk)
    assert (other.state, other.text) == ("draft", "Who else might lead this?")


def test_a_draft_of_before_stays_a_draft(as_parent, room, parent, flag, jane, sent):
    draft = draft_ask(case=room, by=parent, text="Could you?", member=jane, flag=flag)
    as_parent.post(f"/room/{room.key}/questions/{draft.key}/", form(jane, version=draft.version))
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_somebody_else_may_be_asked_the_same(as_parent, new, room, jane, sent):
    as_parent.post(new, form(member(room, "Tasha")))
    assert Ask.objects.filter(state="waiting").count() == 2


def test_who_has_answered_may_be_asked_again(as_parent, new, parent, jane, sent):
    answer_ask(ask=sent, by=parent, answer="Not yet.")
    as_parent.post(new, form(jane))
    assert Ask.objects.filter(state="waiting").count() == 1


def drafted(room, parent, jane, **more):
    return draft_ask(case=room, by=parent, **{"text": "Who leads it?", "member": jane} | more)


@pytest.mark.parametrize("about", ["need", "", "other words"])
def test_of_no_flag_it_is_the_same_need_or_the_same_words(room, parent, flag, jane, about):
    more = {"need": flag.need} if about else {}
    words = {"text": "And who else could?"} if about == "other words" else {"text": "Who  leads\nit?"}
    send_ask(ask=drafted(room, parent, jane, **more), by=parent, channel="copied")
    with pytest.raises(AskedAlready):
        send_ask(ask=drafted(room, parent, jane, **more, **words), by=parent, channel="copied")


def test_words_of_ones_own_are_another_question_where_they_differ(room, parent, jane):
    send_ask(ask=drafted(room, parent, jane), by=parent, channel="copied")
    other = drafted(room, parent, jane, text="When do we meet?")
    assert send_ask(ask=other, by=parent, channel="copied").state == "waiting"


def ways(room, flag, jane):
    """Each way to ask Jane who leads this need."""
    start = f"/room/{room.key}/questions/new/"
    return {"flag": f"{start}?f={flag.key}&m={jane.key}", "need": f"{start}?n={flag.need.slug}&m={jane.key}"}


@pytest.mark.parametrize("way", ["flag", "need"])
def test_the_page_says_at_once_what_waits_and_leads_to_it(as_parent, room, flag, jane, sent, way):
    page = as_parent.get(ways(room, flag, jane)[way])
    assert AGAIN in said(page)
    assert f"/questions/{sent.key}/" in page.content.decode()


@pytest.mark.parametrize("way", ["flag", "need"])
def test_asked_the_other_way_nothing_more_waits_unless_the_parent_wants_both(
    as_parent, room, flag, jane, sent, way
):
    url = ways(room, flag, jane)[way]
    page = as_parent.post(url, form(jane, "Who is it, then?"), follow=True)
    assert AGAIN in said(page)
    assert Ask.objects.filter(state="waiting").count() == 1
    as_parent.post(url, form(jane, "Who is it, then?", do="sent-too"))
    assert Ask.objects.filter(state="waiting").count() == 2


def test_nothing_is_said_where_nobody_was_asked_or_somebody_else_was(
    as_parent, room, new, flag, jane, parent
):
    assert "It is still waiting" not in said(as_parent.get(new))
    send_ask(ask=drafted(room, parent, member(room, "Tasha"), flag=flag), by=parent, channel="copied")
    assert "It is still waiting" not in said(as_parent.get(new))
