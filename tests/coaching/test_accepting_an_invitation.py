"""The link in the mail: for one address, once, for seven days."""

import json
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache

from accounts.models import User
from cases.models import Case, CaseEvent, Share
from cases.services.errors import Refused
from coaching.models import Thread
from coaching.services.invitations import (
    accept_invitation,
    invite_coach,
    open_share,
    stop_sharing,
    take_back_invitation,
)
from coaching.tokens import token_for
from tests.servers import clean_environment


def accept(client, link, called="Dana"):
    return client.post(f"{link}accept/", {"called": called})


def test_visitor_reads_what_it_means_and_is_asked_to_sign_in(client, link):
    answer = client.get(link)
    html = answer.content.decode()
    assert "Someone invited you to be their coach" in html
    assert "A coach is not a clinician" in html
    assert f"next={link}" in html.replace("%2F", "/")
    assert "no-store" in answer.headers["Cache-Control"]


def test_page_says_nothing_about_the_family(as_coach, link):
    html = as_coach.get(link).content.decode()
    assert "Sunny" not in html
    assert "Renee" not in html
    assert "renee@" not in html


def test_saying_yes_opens_the_room_and_the_thread(as_coach, link, room, coach):
    answer = accept(as_coach, link)
    thread = Thread.objects.get(case=room, coach=coach)
    assert answer.url == f"/messages/{thread.key}/"
    assert Case.objects.visible_to(coach).get() == room
    assert CaseEvent.objects.filter(case=room, kind=CaseEvent.Kind.COACH_JOINED).exists()


def test_saying_yes_makes_a_coach_with_a_name(as_coach, link, coach):
    User.objects.filter(pk=coach.pk).update(is_coach=False, display_name="")
    accept(as_coach, link, called=" Dana M. ")
    coach.refresh_from_db()
    assert coach.is_coach
    assert coach.display_name == "Dana M."


def test_name_a_family_reads_cannot_turn_the_page_around(as_coach, link, coach):
    accept(as_coach, link, called="Ola\u202e")
    coach.refresh_from_db()
    assert coach.display_name == "Ola"


def test_long_name_is_said_not_cut_by_the_browser(as_coach, link):
    assert "maxlength" not in as_coach.get(link).content.decode()
    html = accept(as_coach, link, called="x" * 61).content.decode()
    assert "Make it a bit shorter" in html
    assert not Share.objects.exists()


def test_yes_without_a_name_asks_for_one(as_coach, link):
    html = accept(as_coach, link, called=" ").content.decode()
    assert "Your first name is fine" in html
    assert not Share.objects.exists()


def test_address_is_compared_without_capitals(client, room, parent, coach, moment):
    made = invite_coach(case=room, by=parent, email="Dana@Example.ORG", now=moment)
    client.force_login(coach)
    assert accept(client, f"/invite/{token_for(made)}/").status_code == 302
    assert Share.objects.get().coach == coach


@pytest.mark.parametrize("method", ["get", "post"])
def test_other_address_gets_a_kind_page_and_nothing_else(client, stranger, link, method):
    client.force_login(stranger)
    answer = client.get(link) if method == "get" else accept(client, link)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "for another address" in html
    assert "dana@example.org" not in html
    assert not Share.objects.exists()


def test_link_of_someone_else_stays_out_of_the_log(client, stranger, link, caplog):
    client.force_login(stranger)
    client.get(link)
    assert link not in caplog.text


def test_too_old_link_says_so(as_coach, coach, link, clock, moment):
    clock.move_to(moment + timedelta(days=7))
    as_coach.force_login(coach)  # the session of a week ago is over
    answer = as_coach.get(link)
    assert answer.status_code == 404
    assert "too old" in answer.content.decode()


def test_taken_back_link_says_so(as_coach, link, invitation, parent, moment):
    take_back_invitation(invitation=invitation, by=parent, now=moment)
    answer = accept(as_coach, link)
    assert answer.status_code == 404
    assert "was taken back" in answer.content.decode()
    assert not Share.objects.exists()


def test_used_link_is_used_for_others_and_leads_its_coach_to_the_thread(
    client, link, thread, coach, stranger
):
    client.force_login(stranger)
    assert "was used before" in client.get(link).content.decode()
    client.force_login(coach)
    assert client.get(link).url == f"/messages/{thread.key}/"


@pytest.fixture
def declined(link):
    return lambda client: client.post(f"{link}decline/")


def test_no_is_an_answer_and_takes_no_account(client, link, declined, room, parent, coach):
    assert f'action="{link}decline/"' in client.get(link).content.decode()
    answer = declined(client)
    assert answer.status_code == 200
    assert "Thank you for telling us" in answer.content.decode()
    client.force_login(coach)
    assert accept(client, link).status_code == 404
    assert not Share.objects.exists()
    client.force_login(parent)
    assert "They can’t right now." in client.get(f"/room/{room.key}/coach/").content.decode()
    log = client.get(f"/room/{room.key}/log/").content.decode()
    assert "The one you asked can’t be your coach right now." in log
    assert "Dana" not in log


def test_no_after_another_end_changes_nothing(client, link, declined, room, parent, invitation, moment):
    take_back_invitation(invitation=invitation, by=parent, now=moment)
    assert declined(client).status_code == 404
    client.force_login(parent)
    assert "They can’t right now." not in client.get(f"/room/{room.key}/coach/").content.decode()


def test_nobody_says_no_for_another_address(client, stranger, link, declined, invitation):
    client.force_login(stranger)
    assert declined(client).status_code == 404
    invitation.refresh_from_db()
    assert invitation.revoked_at is None


def test_next_invitation_begins_anew_after_a_no(client, declined, room, parent, link, moment):
    declined(client)
    invite_coach(case=room, by=parent, email="new@example.org", now=moment)
    client.force_login(parent)
    assert "They can’t right now." not in client.get(f"/room/{room.key}/coach/").content.decode()


def test_unknown_link_is_not_found(as_coach):
    assert as_coach.get(f"/invite/{'x' * 43}/").status_code == 404


def test_sign_in_on_the_way_to_yes_shows_the_page_again(as_coach, link):
    assert as_coach.get(f"{link}accept/").url == link


def test_coming_back_continues_the_same_thread(as_parent, room, thread, parent, coach, moment):
    stop_sharing(share=open_share(room), by=parent)
    again = invite_coach(case=room, by=parent, email=coach.email, now=moment)
    assert accept_invitation(invitation=again, by=coach, now=moment) == thread


@pytest.fixture
def joined(client, link, coach, db):
    """Somebody joined with the invited address, on the way to the invitation."""
    User.objects.filter(pk=coach.pk).delete()
    cache.clear()
    answer = client.post("/join/", {"email": coach.email, "password1": "four little words go", "next": link})
    assert answer.headers["Location"] == link
    return client


def test_forwarded_link_and_a_made_up_account_open_no_room(joined, link, room):
    assert "First, confirm your address" in joined.get(link).content.decode()
    assert "First, confirm your address" in accept(joined, link).content.decode()
    assert not Share.objects.exists()
    assert joined.get(f"/room/{room.key}/").status_code == 404


def test_service_itself_asks_for_proof(invitation, coach, moment):
    coach.emailaddress_set.update(verified=False)
    with pytest.raises(Refused, match="Confirm your address first"):
        accept_invitation(invitation=invitation, by=coach, now=moment)


def test_link_to_confirm_leads_back_to_the_invitation(joined, link, mailoutbox):
    confirm = re.search(r"https?://[^/]+(/confirm/\S+)", mailoutbox[-1].body)[1]
    page = joined.get(confirm).content.decode()
    form = dict(re.findall(r'<input type="hidden" name="(next)" value="([^"]+)"', page))
    assert joined.post(confirm.partition("?")[0], form).headers["Location"] == link
    assert accept(joined, link).headers["Location"].startswith("/messages/")


def test_link_can_be_asked_for_again(joined, link, mailoutbox, clock):
    clock.shift(600)
    cache.clear()
    answer = joined.post("/me/email/", {"action_send": "", "email": "dana@example.org", "next": link})
    assert answer.headers["Location"] == link
    assert [mail.subject for mail in mailoutbox] == ["Please confirm your address"] * 2


@pytest.mark.services
def test_of_twenty_accepts_at_the_same_moment_one_wins(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.coaching.site", "race"],
        cwd=settings.ROOT,
        env={**clean_environment(tmp_path), "PYTHONPATH": str(settings.ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == {"won": 1, "refused": 19, "shares": 1, "threads": 1}


def test_what_was_taken_back_meanwhile_is_refused_in_the_service_too(invitation, parent, coach, moment):
    take_back_invitation(invitation=invitation, by=parent, now=moment)
    with pytest.raises(Refused, match=r"does not work any more. Ask the family to send a new one."):
        accept_invitation(invitation=invitation, by=coach, now=moment)
    assert not Share.objects.exists()
