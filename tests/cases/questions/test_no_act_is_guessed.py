"""A form that came without one of its buttons writes nothing, keeps the words and asks what to do."""

import pytest

from cases.models import Ask, Flag, Member, Training
from tests.cases.pages import said

ASKED = "We did not catch what to do. Nothing has changed. Try once more."
each_unknown = pytest.mark.parametrize("do", [{"do": "explode"}, {}])


@each_unknown
def test_a_new_question_is_not_sent(as_parent, room, do):
    form = {"to": "agency", "text": "Who leads the plan, please?", "remind": "5", **do}
    page = said(as_parent.post(f"/room/{room.key}/questions/new/", form))
    assert ASKED in page
    assert "Who leads the plan, please?" in page
    assert not Ask.objects.exists()


@each_unknown
def test_one_tap_in_the_room_is_no_other_act(as_parent, room, do):
    flag = Flag.objects.open().filter(case=room).first()
    form = {"to": "agency", "text": "Who leads it?", "back": "room", **do}
    page = said(as_parent.post(f"/room/{room.key}/questions/new/?f={flag.key}", form))
    assert (ASKED in page, "Who leads it?" in page, Ask.objects.count()) == (True, True, 0)


@each_unknown
@pytest.mark.parametrize("where", ["team/add/", "team/add/?by=title"])
def test_nobody_is_added(as_parent, room, do, where):
    before = Member.objects.count()
    form = {"text": "Ana Cruz, LCSW", "title": "role:lcsw", "name": "Ana Cruz", **do}
    page = as_parent.post(f"/room/{room.key}/{where}", form)
    assert (ASKED in said(page), "Ana Cruz" in page.content.decode(), Member.objects.count()) == (
        True,
        True,
        before,
    )


@each_unknown
def test_what_was_written_on_a_page_of_a_person_stays(as_parent, room, do):
    member, saved = room.members.first(), room.members.values_list("version", "said")
    before = list(saved)
    url = f"/room/{room.key}/team/{member.key}/"
    form = {"name": member.name, "said": "Jane Miller, LCSW of May", "version": member.version, **do}
    page = said(as_parent.post(url, form))
    assert (ASKED in page, "Jane Miller, LCSW of May" in page, list(saved.all())) == (True, True, before)
    training = {"training": "TF-CBT of May", "capability": "trauma-treatment", **do}
    page = as_parent.post(url, training)
    assert (ASKED in said(page), "TF-CBT of May" in page.content.decode(), Training.objects.count()) == (
        True,
        True,
        0,
    )


@each_unknown
def test_an_answer_and_a_reason_stay(as_parent, room, do):
    as_parent.post(
        f"/room/{room.key}/questions/new/", {"to": "agency", "text": "Who?", "remind": "5", "do": "sent"}
    )
    ask, flag = Ask.objects.get(), Flag.objects.open().filter(case=room).first()
    assert ask.state == Ask.State.WAITING
    page = said(as_parent.post(f"/room/{room.key}/questions/{ask.key}/", {"answer": "Jane does it.", **do}))
    ask.refresh_from_db()
    assert (ASKED in page, "Jane does it." in page, ask.state) == (True, True, Ask.State.WAITING)
    page = said(as_parent.post(f"/room/{room.key}/asks/{flag.key}/", {"reason": "We have a plan.", **do}))
    flag.refresh_from_db()
    assert (ASKED in page, "We have a plan." in page, flag.state) == (True, True, Flag.State.OPEN)
