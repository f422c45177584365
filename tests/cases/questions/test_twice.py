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


@pytest.mark.parametrize(("about", "refused"), [("need", True), ("", False)])
def test_of_no_flag_it_is_the_same_words_about_the_same_need(room, parent, flag, jane, about, refused):
    more = {"need": flag.need} if about else {}
    first, second = (
        draft_ask(case=room, by=parent, text="Who leads it?", member=jane, **more) for _ in range(2)
    )
    send_ask(ask=first, by=parent, channel="copied")
    if refused:
        with pytest.raises(AskedAlready):
            send_ask(ask=second, by=parent, channel="copied")
    else:
        assert send_ask(ask=second, by=parent, channel="copied").state == "waiting"
