"""What a part in a room lets somebody do, and that the database says the same of its rows."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Invitation
from cases.models import Ask, Case, CaseEvent, Flag, FlagMove, Member
from cases.permissions import (
    GRANTS,
    SYSTEM,
    Act,
    NotAllowed,
    Part,
    Rights,
    Section,
    can_edit,
    must_be_somebody,
)
from cases.services.asks import draft_ask
from cases.services.flags import sort_flag, undo_flag
from cases.services.rooms import start_room, write_note
from cases.services.sharing import end_share
from coaching.models import CoachInvitation, Message, Thread
from coaching.permissions import may, must_be_invited
from coaching.services.invitations import invite_coach
from coaching.services.messages import write_message
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db
READ_BY_COACH = {"child", "needs", "team", "flags", "questions", "log", "messages"}


@pytest.fixture
def people(shared_room, parent, coach, stranger, curator):
    former = factories.user("former@example.org", is_coach=True)
    factories.share(shared_room, former, parent)
    end_share(share=shared_room.shares.get(coach=former), by=parent)
    outside = {"stranger": stranger, "curator": curator, "former": former, "anonymous": AnonymousUser()}
    return {"owner": parent, "coach": coach, **outside}


def sections(user, room, act):
    return {str(section) for section in Section if Rights(user, room).may(act, section)}


def test_the_owner_may_do_everything_and_leaves_nothing(people, room):
    everything = {str(section) for section in Section}
    assert sections(people["owner"], room, Act.READ) == everything
    assert sections(people["owner"], room, Act.WRITE) == everything
    assert sections(people["owner"], room, Act.LEAVE) == set()
    assert can_edit(people["owner"], room)


def test_a_coach_reads_all_but_the_parents_own_and_writes_messages(people, room):
    assert sections(people["coach"], room, Act.READ) == READ_BY_COACH
    assert sections(people["coach"], room, Act.WRITE) == {"messages"}
    assert sections(people["coach"], room, Act.LEAVE) == {"sharing"}
    assert not can_edit(people["coach"], room)


@pytest.mark.parametrize("name", ["stranger", "curator", "former", "anonymous"])
def test_nobody_else_may_do_anything(people, room, name):
    for act in Act:
        assert sections(people[name], room, act) == set()


def test_a_coach_of_another_family_may_not_do_anything_here(room, coach, other_parent):
    theirs = start_room(by=other_parent, nickname="Bee", age_group="6-11", state="OR")
    factories.share(theirs, coach, other_parent)
    assert sections(coach, theirs, Act.READ) == READ_BY_COACH
    for act in Act:
        assert sections(coach, room, act) == set()


def test_no_person_at_all_is_not_the_system(room):
    assert sections(None, room, Act.READ) == set()
    assert sections(SYSTEM, room, Act.WRITE) == {"flags", "questions", "log"}


@pytest.mark.parametrize("user", [None, AnonymousUser(), SYSTEM])
def test_nobody_opens_no_room(user):
    with pytest.raises(NotAllowed, match="no account"):
        must_be_somebody(user)


def test_every_part_has_its_row():
    assert set(GRANTS) == set(Part)


def test_a_refusal_is_answered_with_403_by_any_page(people, room):
    with pytest.raises(PermissionDenied, match="no right to write flags"):
        Rights(people["coach"], room).must(Act.WRITE, Section.FLAGS)


def test_rights_of_the_owner_cost_no_query_and_those_of_a_coach_one(people, room):
    found = {}
    for name in ("owner", "coach", "anonymous"):
        with CaptureQueriesContext(connection) as asked:
            Rights(people[name], room).may(Act.READ, Section.FLAGS)
        found[name] = len(asked)
    assert found == {"owner": 0, "coach": 1, "anonymous": 0}


ROWS = {
    Section.CHILD: lambda user, room: Case.objects.visible_to(user).filter(pk=room.pk),
    Section.TEAM: lambda user, room: Member.objects.visible_to(user).filter(case=room),
    Section.FLAGS: lambda user, room: Flag.objects.visible_to(user).filter(case=room),
    Section.QUESTIONS: lambda user, room: Ask.objects.visible_to(user).filter(case=room, state="waiting"),
    Section.DRAFTS: lambda user, room: Ask.objects.visible_to(user).filter(case=room, state="draft"),
    Section.LOG: lambda user, room: CaseEvent.objects.visible_to(user).filter(case=room, kind="asked"),
    Section.NOTES: lambda user, room: CaseEvent.objects.visible_to(user).filter(case=room, kind="note"),
    Section.MESSAGES: lambda user, room: Message.objects.visible_to(user).filter(thread__case=room),
    Section.SHARING: lambda user, room: CoachInvitation.objects.visible_to(user).filter(case=room),
}


@pytest.fixture
def thread(room, parent, people):
    made = Thread.objects.create(case=room, coach=people["coach"], created_at=now())
    write_message(thread=made, by=parent, text="Hello.")
    return made


@pytest.mark.parametrize("section", ROWS)
def test_the_database_shows_the_rows_somebody_may_read(people, room, parent, thread, section):
    factories.waiting_ask(room, parent)
    draft_ask(case=room, by=parent, text="Who?", to_whom="the clinic")
    write_note(case=room, by=parent, text="A good day.")
    CoachInvitation.objects.create(
        invitation=Invitation.objects.create(
            token_hash="", email="next@example.org", invited_by=parent, created_at=now(), expires_at=now()
        ),
        case=room,
    )
    for name, user in people.items():
        seen = ROWS[section](user, room).exists()
        assert seen == Rights(user, room).may(Act.READ, section), name


def test_what_the_system_does_names_nobody(room):
    flag = room.flags.open().first()
    sort_flag(flag=flag, by=SYSTEM)
    assert FlagMove.objects.get(flag=flag, became="sorted").by is None


def test_a_move_of_the_system_is_not_the_parents_to_undo(room, parent):
    flag = sort_flag(flag=room.flags.open().first(), by=SYSTEM)
    with pytest.raises(Exception, match="nothing to undo"):
        undo_flag(flag=flag, by=parent)


def test_a_thread_is_for_the_parent_and_its_own_coach(room, parent, people, thread):
    second = factories.user("second@example.org", is_coach=True)
    factories.share(room, second, parent)
    both = [parent, people["coach"]]
    others = [second, *(people[name] for name in ("stranger", "former", "anonymous"))]
    for act in (Act.READ, Act.WRITE):
        assert [may(one, act, thread) for one in both] == [True, True]
        assert [may(one, act, thread) for one in others] == [False] * 4
    with pytest.raises(NotAllowed, match="no right to write this thread"):
        write_message(thread=thread, by=second, text="Hello.")


@pytest.mark.parametrize(("name", "why"), [("stranger", "somebody else"), ("anonymous", "no account")])
def test_an_invitation_is_answered_by_whom_it_is_for(room, parent, coach, people, name, why):
    end_share(share=room.shares.get(coach=coach), by=parent)
    invitation = invite_coach(case=room, by=parent, email=" Dana@example.org", now=now())
    must_be_invited(coach, invitation)
    with pytest.raises(NotAllowed, match=why):
        must_be_invited(people[name], invitation)
    with pytest.raises(NotAllowed, match="no account"):
        must_be_invited(None, invitation, signed_in=False)
    must_be_invited(people["anonymous"], invitation, signed_in=False)  # who holds the link may say no
