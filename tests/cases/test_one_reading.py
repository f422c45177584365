"""A request works the grid out once, and never shows or keeps an older one."""

import pytest

from cases import reader
from cases.models import Flag
from cases.reader import read
from cases.services.agreements import agree
from cases.services.asks import answer_ask, decline_ask, draft_ask, reopen_ask, send_ask, unclear_ask
from cases.services.recheck import recheck
from roles.models import Need
from tests import factories
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def worked_out(monkeypatch):
    """Each room the whole grid was worked out for, by the real thing."""
    rooms, cover = [], reader.cover

    def counted(room, catalogue):
        rooms.append(room)
        return cover(room, catalogue)

    monkeypatch.setattr(reader, "cover", counted)
    return rooms


@pytest.mark.parametrize("path", ["", "team/", "needs/", "sheet/", "questions/", "questions/new/"])
def test_looking_at_a_page_works_the_grid_out_once(as_parent, room, worked_out, path):
    assert as_parent.get(f"/room/{room.key}/{path}").status_code == 200
    assert len(worked_out) == 1


def test_i_sent_it_works_the_grid_out_once(as_parent, room, worked_out):
    flag = Flag.objects.filter(case=room, state="open").exclude(need=None).first()
    form = {"do": "sent", "to": "agency", "text": "Who leads this?", "remind": "5", "channel": "copied"}
    assert as_parent.post(f"/room/{room.key}/questions/new/?f={flag.key}", form).status_code == 302
    assert (room.asks.get().state, Flag.objects.get(pk=flag.pk).state) == ("waiting", "asked")
    assert len(worked_out) == 1


ANSWERS = {
    "she leads it": lambda ask, by: answer_ask(ask=ask, by=by, leads=True),
    "somebody else leads it": lambda ask, by: answer_ask(ask=ask, by=by, leads=False, settles=True),
    "not settled": lambda ask, by: answer_ask(ask=ask, by=by),
    "no": lambda ask, by: decline_ask(ask=ask, by=by),
    "unclear": lambda ask, by: unclear_ask(ask=ask, by=by),
    "taken back": lambda ask, by: reopen_ask(ask=ask, by=by),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_whatever_comes_back_the_grid_is_worked_out_once(room, parent, worked_out, answer, request):
    need = Need.objects.get(slug="family-conflict")
    flag = Flag.objects.get(case=room, need=need, state="open")
    ask = factories.waiting_ask(room, parent, need=need, flag=flag)
    if "taken back" in request.node.name:
        answer_ask(ask=ask, by=parent, leads=True)
    del worked_out[:]
    answer(ask, parent)
    assert len(worked_out) == 1
    kept, shown = read(room, now=now()).coverage, list(Flag.objects.filter(case=room).values_list("state"))
    recheck(case=room)
    assert read(room, now=now()).coverage == kept
    assert list(Flag.objects.filter(case=room).values_list("state")) == shown


def test_a_grid_read_before_another_tab_changed_it_is_not_kept(room, parent):
    before = read(room, now=now())
    need = Need.objects.get(slug="family-conflict")
    agree(member=factories.member(room, "Jane"), need=need, by=parent, kind="agreed")
    flags = Flag.objects.filter(case=room, need=need, state="open")
    expected = set(flags.values_list("rule", flat=True))
    ask = draft_ask(case=room, by=parent, text="Who?", to_whom="the clinic")
    send_ask(ask=ask, by=parent, channel="copied", seen=before)
    assert set(flags.all().values_list("rule", flat=True)) == expected
    assert read(room, now=now(), before=before).coverage == read(room, now=now()).coverage


@pytest.mark.parametrize("slug", factories.NEEDS)
def test_after_a_question_the_grid_is_the_same_as_worked_out_anew(room, parent, worked_out, slug):
    before = read(room, now=now())
    need = Need.objects.get(slug=slug)
    ask = factories.waiting_ask(room, parent, need=need)
    del worked_out[:]
    again = read(room, now=now(), before=before)
    assert worked_out == []
    assert again.coverage == read(room, now=now()).coverage
    assert [a.key for a in again.room.asks] == [ask.key]
