"""A room without a team: what parent and coach say to each other does not depend on it."""

from datetime import timedelta

import pytest

from accounts.models import Invitation
from cases.services.rooms import start_room
from coaching.models import Thread
from coaching.services.invitations import accept_invitation, invite_coach
from coaching.services.messages import write_message
from coaching.tokens import token_for
from notify.delivery import deliver_due


@pytest.fixture(autouse=True)
def clock(time_machine, moment):
    """Every test lives in the same minute; ``clock.shift(seconds)`` moves on."""
    time_machine.move_to(moment, tick=False)
    return time_machine


@pytest.fixture
def room(parent):
    return start_room(by=parent, nickname="Sunny")


@pytest.fixture
def invitation(room, parent, coach, moment) -> Invitation:
    return invite_coach(case=room, by=parent, email=coach.email, now=moment)


@pytest.fixture
def link(invitation) -> str:
    return f"/invite/{token_for(invitation)}/"


@pytest.fixture
def thread(invitation, coach, moment) -> Thread:
    return accept_invitation(invitation=invitation, by=coach, now=moment)


@pytest.fixture
def say(thread, moment):
    """``say(who, words, minutes)``: a message that long after the moment."""
    return lambda who, text, minutes=0: write_message(
        thread=thread, by=who, text=text, now=moment + timedelta(minutes=minutes)
    )


@pytest.fixture
def deliver(moment, mailoutbox):
    """``deliver(minutes)``: empty the outbox that long after the moment; returns every mail so far."""

    def run(minutes=5):
        deliver_due(clock=lambda: moment + timedelta(minutes=minutes))
        return mailoutbox

    return run
