"""At the door of many mails, threads and invitations are asked for with as many statements as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.services.rooms import start_room
from coaching.services.invitations import accept_invitation, invite_coach, take_back_invitation
from coaching.services.messages import mark_read, write_message
from notify.models import Delivery
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(moment):
    """``invited(n)``: n parents, each with an invitation to a coach of their own on its way."""

    def make(count):
        made = []
        for n in range(count):
            parent, coach = (factories.user(f"{who}-{count}-{n}@example.org") for who in ("parent", "coach"))
            room = start_room(by=parent, nickname="Sunny")
            made.append((parent, coach, invite_coach(case=room, by=parent, email=coach.email, now=moment)))
        return made

    return make


@pytest.fixture
def written(invited, moment):
    """``written(n)``: n threads, in each a message of the parent and one of the coach on their way."""

    def make(count):
        threads = []
        for parent, coach, invitation in invited(count):
            thread = accept_invitation(invitation=invitation, by=coach, now=moment)
            for by in (parent, coach):
                write_message(thread=thread, by=by, text="Hello.", now=moment)
            threads.append(thread)
        Delivery.objects.filter(kind="coaching.invited").delete()
        return threads

    return make


def statements(deliver):
    with CaptureQueriesContext(connection) as asked:
        mails = len(deliver())
    return len(asked), mails


@pytest.mark.parametrize(("make", "mails"), [("invited", 1), ("written", 2)])
def test_a_mail_more_takes_its_mark_and_nothing_else(make, mails, deliver, mailoutbox, request):
    made = request.getfixturevalue(make)
    made(1)
    deliver()
    few = many = 0
    for count in (2, 5):
        mailoutbox.clear()
        made(count)
        few, many = many, statements(deliver)
        assert many[1] == count * mails
    assert many[0] - few[0] == (5 - 2) * mails


def test_each_invitation_of_a_batch_has_its_own_answer_and_link(invited, deliver, moment):
    (_, first, _), (parent, _, second), (_, third, _) = invited(3)
    take_back_invitation(invitation=second, by=parent, now=moment)
    mails = deliver()
    assert [mail.to for mail in mails] == [[first.email], [third.email]]
    links = {line for mail in mails for line in mail.body.split() if "/invite/" in line}
    assert len(links) == 2


def test_each_message_of_a_batch_has_its_own_answer(written, deliver, moment):
    """In one thread the parent has read, in another the coach."""
    first, second, third = written(3)
    mark_read(thread=first, by=first.case.owner, up_to=first.messages.last(), now=moment)
    mark_read(thread=second, by=second.coach, up_to=second.messages.last(), now=moment)
    told = {mail.to[0] for mail in deliver()}
    assert told == {first.coach.email, second.case.owner.email, third.coach.email, third.case.owner.email}
