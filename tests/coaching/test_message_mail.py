"""One neutral mail while something waits unread."""

import re
from datetime import timedelta

from coaching.services.invitations import accept_invitation, invite_coach, open_share, stop_sharing
from notify.models import Delivery


def sent_to(mails, address):
    return [mail for mail in mails if mail.to == [address]]


def test_mail_says_that_something_waits_and_no_more(say, parent, coach, deliver):
    say(parent, "Sunny left class. Renee here.")
    (mail,) = [m for m in deliver() if "open item" in m.subject]
    assert mail.to == ["dana@example.org"]
    assert mail.subject == "You have 1 open item"
    assert not re.search("Sunny|Renee|Dana|class|coach", mail.body)
    assert "/messages/" in mail.body


def test_mail_waits_half_a_minute_for_whoever_has_the_thread_open(say, parent, deliver, moment):
    say(parent, "One.")
    row = Delivery.objects.get(kind="coaching.message")
    assert row.not_before == moment + timedelta(seconds=30)
    assert [len(sent_to(deliver(seconds / 60), "dana@example.org")) for seconds in (29, 30)] == [0, 1]


def test_more_messages_before_it_is_read_bring_no_more_mail(say, parent, deliver):
    for minutes in range(3):
        say(parent, f"Number {minutes}.", minutes)
        deliver(minutes + 1)
    assert len([m for m in deliver(60) if "open item" in m.subject]) == 1


def test_next_message_after_reading_brings_the_next_mail(say, parent, coach, deliver, client, thread, clock):
    say(parent, "One.")
    deliver(1)
    client.force_login(coach)
    clock.shift(120)
    client.get(f"/messages/{thread.key}/")
    say(parent, "Two.", 3)
    assert len([m for m in deliver(60) if "open item" in m.subject]) == 2


def test_read_meanwhile_drops_the_mail(say, parent, coach, deliver, client, thread):
    say(parent, "One.")
    client.force_login(coach)
    client.get(f"/messages/{thread.key}/")
    assert not [m for m in deliver() if "open item" in m.subject]
    assert Delivery.objects.get(kind="coaching.message").state == Delivery.State.DROPPED


def test_end_of_sharing_drops_the_mail(say, parent, room, deliver):
    say(parent, "One.")
    stop_sharing(share=open_share(room), by=parent)
    assert not [m for m in deliver() if "open item" in m.subject]


def test_coach_who_is_invited_again_hears_of_the_next_words(room, say, parent, coach, deliver, moment):
    say(parent, "One.")
    stop_sharing(share=open_share(room), by=parent)
    deliver(5)
    again = invite_coach(case=room, by=parent, email=coach.email, now=moment)
    accept_invitation(invitation=again, by=coach, now=moment)
    say(parent, "Two.", 6)
    assert len([m for m in deliver(60) if "open item" in m.subject]) == 1


def test_parent_hears_of_the_coachs_words(say, coach, deliver):
    say(coach, "Here is one way to say it.")
    assert len(sent_to(deliver(), "renee@example.org")) == 1


def test_outbox_row_holds_ids_only(say, parent):
    message = say(parent, "Sunny left class.")
    assert Delivery.objects.get(kind="coaching.message").payload == {"message": message.pk}
