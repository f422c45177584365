"""Words that were not sent, notes, and who else looks or looked in: on no page that anybody else can open."""

from html import unescape

import pytest

from cases.models import Ask, AskEvent, CaseEvent, Flag, Member, Share
from cases.services.agreements import agree
from cases.services.asks import send_ask, unsend_ask
from cases.services.sharing import end_share
from coaching.models import CoachInvitation, Thread
from tests.access.addresses import Doors, all_addresses, ways
from tests.access.people import PARENTS, PEOPLE, gather

pytestmark = pytest.mark.django_db
OTHERS = sorted(set(PEOPLE) - {"owner"})


@pytest.fixture
def cast(catalogue, settings):
    settings.LOCAL_MAIL_PAGE = False
    return gather()


def found(cast, person, *, more=""):
    """Which of the owner's own words this person reads, with the address."""
    doors, read = Doors(cast), set()
    for name, placeholders in all_addresses():
        if name.endswith(".<format>") or name == "account_logout":
            continue
        for title, path, _gets, _posts in ways(cast, name, placeholders):
            answer = doors.client(person).get(path + more)
            page = unescape(answer.content.decode())
            read |= {(what, title) for what, words in PARENTS.items() if words in page}
    return read


def test_the_owner_reads_all_of_it(cast):
    assert {what for what, _ in found(cast, "owner")} == set(PARENTS) - {"who is invited"}
    end_share(share=Share.objects.get(ended_at=None), by=cast.people["owner"])
    assert ("who is invited", "coaching:coach") in found(cast, "owner")


@pytest.mark.parametrize("person", OTHERS)
def test_nobody_else_reads_any_of_it(cast, person):
    mine = {"ended coach": {"former coach"}}.get(person, set())  # their own name, on their own pages
    assert {(what, title) for what, title in found(cast, person) if what not in mine} == set()


def test_no_address_that_names_a_draft_leads_a_coach_to_it(cast):
    key = cast.words["draft"]
    assert found(cast, "coach", more=f"?q={key}&ask={key}&next={key}") == set()


def test_what_was_not_sent_after_all_is_the_owners_again(cast):
    draft, owner, coach = Ask.objects.get(state="draft"), cast.people["owner"], cast.people["coach"]
    send_ask(ask=draft, by=owner, channel="")
    assert {title for what, title in found(cast, "coach") if what == "a question that was not sent"}
    unsend_ask(ask=draft, by=owner)
    assert found(cast, "coach") == set()
    assert not AskEvent.objects.visible_to(coach).filter(ask=draft).exists()
    assert AskEvent.objects.visible_to(owner).filter(ask=draft).count() == 2


@pytest.mark.parametrize(("person", "seen"), [("owner", True), ("coach", False)])
def test_a_settled_flag_shows_nobody_else_that_words_were_ready_for_it(cast, person, seen):
    flag = Flag.objects.get(key=cast.words["flag_key"])
    Member.objects.filter(pk=flag.member_id).update(supervisor="named", supervisor_name="Pat Lund")
    agree(member=flag.member, need=flag.need, by=cast.people["owner"], kind="agreed")
    flag.refresh_from_db()
    assert flag.state == "settled"
    page = Doors(cast).client(person).get(f"/room/{cast.room.key}/asks/").content.decode()
    assert (flag.key in page) is seen


def test_who_looks_in_is_the_owners_to_know_and_ones_own(cast):
    room, coach, owner = cast.room, cast.people["coach"], cast.people["owner"]
    everyone = {"coach@example.org", "ended@example.org"}
    for person, emails in ((owner, everyone), (coach, {coach.email}), (cast.people["ended coach"], set())):
        rows = (Share.objects, Thread.objects)
        for seen in (one.visible_to(person).filter(case=room) for one in rows):
            assert {row.coach.email for row in seen} == emails
    about = CaseEvent.objects.filter(case=room, kind__in=CaseEvent.ABOUT_SHARING)
    for person, many in ((owner, 3), (coach, 0)):
        assert CaseEvent.objects.visible_to(person).filter(pk__in=about).count() == many
        assert CoachInvitation.objects.visible_to(person).count() == min(many, 1)
