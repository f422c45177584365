"""A parent invites a coach by mail, and can take it back."""

import re
from datetime import timedelta
from functools import partial

import pytest

from accounts.models import Invitation, hash_token
from audit.models import Entry
from cases.services.errors import Refused
from coaching.services.invitations import invite_coach, take_back_invitation
from coaching.tokens import token_for
from notify.models import Delivery
from tests.at_once import at_once
from web.clock import now


def page(room):
    return f"/room/{room.key}/coach/"


def test_page_says_what_a_coach_does_and_is_not(as_parent, room):
    html = as_parent.get(page(room)).content.decode()
    assert "A coach is not a clinician" in html
    assert "A coach does not give therapy" in html
    assert "Invite a coach" in html


def test_invitation_shows_on_the_page_with_a_way_back(as_parent, room):
    html = as_parent.post(page(room), {"email": "dana@example.org"}, follow=True).content.decode()
    assert "dana@example.org" in html
    assert "Take it back" in html


def test_address_with_a_fault_is_kept_with_a_kind_word(as_parent, room):
    html = as_parent.post(page(room), {"email": "dana at example"}).content.decode()
    assert "dana at example" in html
    assert "look like an email address yet" in html


def test_own_address_is_refused_kindly(as_parent, room):
    html = as_parent.post(page(room), {"email": "RENEE@example.org"}).content.decode()
    assert "That is your own address" in html
    assert not Invitation.objects.exists()


def test_second_invitation_waits_for_the_first(invitation, room, parent, moment):
    with pytest.raises(Refused, match="Take it back first"):
        invite_coach(case=room, by=parent, email="other-coach@example.org", now=moment)


@pytest.mark.django_db(transaction=True)
def test_of_two_invitations_at_once_one_is_sent(room, parent, shared_database):
    def invites(email):
        try:
            return invite_coach(case=room, by=parent, email=email, now=now()).email
        except Refused as refused:
            return str(refused)[:27]

    shared_database()
    tried = at_once(*(partial(invites, f"{name}@example.org") for name in ("dana", "pat", "kim")))
    assert sorted(tried)[:2] == ["An invitation is on its way"] * 2
    assert at_once(lambda: Invitation.objects.count()) == [1]


def test_room_with_a_coach_is_not_opened_to_a_second(thread, room, parent, moment):
    with pytest.raises(Refused, match="A coach is here already"):
        invite_coach(case=room, by=parent, email="other-coach@example.org", now=moment)


def test_a_day_has_room_for_ten_invitations(room, parent, moment):
    for number in range(10):
        made = invite_coach(case=room, by=parent, email=f"c{number}@example.org", now=moment)
        take_back_invitation(invitation=made, by=parent, now=moment)
    with pytest.raises(Refused, match="Try again tomorrow"):
        invite_coach(case=room, by=parent, email="c11@example.org", now=moment)
    invite_coach(case=room, by=parent, email="c11@example.org", now=moment + timedelta(days=1))


def test_mail_names_neither_child_nor_parent_and_its_link_opens(invitation, deliver, client):
    (mail,) = deliver()
    assert mail.to == ["dana@example.org"]
    assert not re.search("Sunny|Renee", mail.subject + mail.body)
    link = re.search(r"/invite/[\w-]{43}/", mail.body)[0]
    assert client.get(link).status_code == 200


def test_token_is_stored_nowhere_in_clear(invitation):
    token = token_for(invitation)
    assert invitation.token_hash == hash_token(token)
    for row in [*Delivery.objects.values(), *Invitation.objects.values()]:
        assert token not in repr(row)


def test_token_depends_on_the_key_of_the_site(invitation, settings, deliver):
    before = token_for(invitation)
    settings.SECRET_KEY = "another-key"
    assert token_for(invitation) != before
    assert deliver() == []


def test_taken_back_before_the_mail_left_sends_none(as_parent, room, invitation, deliver):
    as_parent.post(f"{page(room)}take-back/")
    assert deliver() == []
    assert Delivery.objects.get().state == Delivery.State.DROPPED


def test_twice_sent_form_makes_one_invitation(as_parent, room):
    form = {"email": "dana@example.org", "form_key": "the-same-key"}
    first, second = as_parent.post(page(room), form), as_parent.post(page(room), form)
    assert first.url == second.url == page(room)
    assert Invitation.objects.count() == 1


def test_outsiders_find_no_page_and_the_coach_may_not_decide(client, room, other_parent, thread, coach):
    client.force_login(other_parent)
    assert client.get(page(room)).status_code == 404
    client.force_login(coach)
    assert client.get(page(room)).status_code == 403
    assert client.post(f"{page(room)}take-back/").status_code == 403


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("waiting", "A mail goes out to"),
        ("sending", "A mail goes out to"),
        ("sent", "We sent a mail to"),
        ("folded", "We sent a mail to"),
        ("dead", "Your invitation did not get through"),
        ("dropped", "Your invitation did not get through"),
    ],
)
def test_the_page_says_what_became_of_the_mail(as_parent, room, invitation, state, words):
    Delivery.objects.update(state=state)
    page = as_parent.get(f"/room/{room.key}/coach/").content.decode()
    assert words in page
    assert ("We sent a mail to" in page) is (state in Delivery.TOLD)
    assert "came back" not in page


def test_invitation_taken_back_is_on_record_with_its_room(invitation, room, parent, moment):
    take_back_invitation(invitation=invitation, by=parent, now=moment)
    assert Entry.objects.get(verb="coach-invitation-taken-back").case_id == room.pk
