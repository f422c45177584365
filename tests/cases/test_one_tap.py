"""In the room itself: one tap says a question was sent, a flag closes in place, and both can be undone."""

import re

import pytest
from django.utils.html import escape

from cases.models import Ask, Flag
from cases.services.flags import put_off_flag
from tests import factories
from tests.cases.pages import as_told, main_of, said, words

pytestmark = pytest.mark.django_db
IN_PLACE = {"HX-Request": "true", "HX-Target": "room"}


@pytest.fixture
def home(room):
    return f"/room/{room.key}/"


@pytest.fixture
def card(as_parent, home):
    """The form "I sent it" of the next step: its address and what it sends."""
    form = re.search(
        r'id="sent-it" method="post" action="([^"]+)".*?</form>', words(as_parent.get(home)), re.S
    )
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0])
    return form[1].replace("&amp;", "&"), {**dict(fields), "do": "sent"}


@pytest.fixture
def sent(as_parent, card):
    address, form = card
    return as_parent.post(address, form, follow=True)


def test_one_tap_keeps_the_words_whom_they_went_to_and_the_wait(sent, room):
    ask = Ask.objects.get(case=room)
    assert (ask.state, ask.member.name, ask.channel, ask.wait_days) == ("waiting", "Jane", "", 3)
    assert ask.flag.level == Flag.Level.FIRST
    assert ask.text == as_told(ask.flag)["say"]
    assert ask.flag.state == Flag.State.ASKED


def test_the_room_says_when_it_reminds_and_offers_undo(sent, home):
    assert sent.redirect_chain[0][0].startswith(home)
    assert "Written down. If no answer comes, we will remind you on" in said(sent)
    assert 'value="unsend"' in main_of(sent)


def test_tapping_twice_puts_one_question(as_parent, card):
    address, form = card
    assert {as_parent.post(address, form).url for _ in range(2)} == {as_parent.post(address, form).url}
    assert Ask.objects.count() == 1


def test_undo_keeps_the_question_ready_to_send(as_parent, sent, home):
    ask = Ask.objects.get()
    page = as_parent.post(f"{home}questions/{ask.key}/", {"do": "unsend", "back": "room"}, follow=True)
    assert "The question is kept, ready to send." in said(page)
    listed = as_parent.get(f"{home}questions/").content.decode()
    assert listed.count(f'<p class="say">“{escape(ask.text)}”') == 1


def test_somebody_who_left_meanwhile_is_said_on_the_page_of_the_words(as_parent, card, room):
    address, form = card
    page = as_parent.post(address, {**form, "to": "gone"}, headers=IN_PLACE)
    assert "This person is not on the team any more." in said(page)
    assert form["text"] in said(page)


def test_a_door_answers_in_place_with_the_room_and_the_news(as_parent, room, home):
    flag = Flag.objects.filter(case=room, rule="title_unclear").get()
    page = words(as_parent.post(f"{home}asks/{flag.key}/", {"do": "not-now"}, headers=IN_PLACE, follow=True))
    assert "<html" not in page
    assert (
        page.index("Sunny’s room") < page.index('id="toast" hx-swap-oob="innerHTML"') < page.index("Put off.")
    )


def test_undoing_in_place_brings_the_flag_back(as_parent, room, home):
    flag = Flag.objects.filter(case=room, rule="title_unclear").get()
    url = f"{home}asks/{flag.key}/"
    as_parent.post(url, {"do": "sorted"})
    page = words(as_parent.post(url, {"do": "undo", "back": "room"}, headers=IN_PLACE, follow=True))
    assert "It is back on the list." in page
    assert as_told(flag)["title"] in words(as_parent.get(f"{home}asks/"))


def test_three_flags_stand_in_the_open_and_the_next_step_is_none_of_them(as_parent, home):
    main = main_of(as_parent.get(home))
    assert main.count('<details class="flag"') == 3
    later = int(re.search(r"More for later \((\d+)\)", main)[1])
    step = re.search(r'<h2 id="next-h" data-focus>(.*?)</h2>', main)[1]
    assert step not in main.split('id="flags"')[1]
    folded = words(as_parent.get(f"{home}asks/", headers={"HX-Target": "later"}))
    assert folded.count('<details class="flag"') == later
    assert "<html" not in folded
    everything = main_of(as_parent.get(f"{home}asks/"))
    assert everything.count('<details class="flag"') == 3 + later + 1


def test_what_is_not_open_now_is_opened_in_place_and_stands_on_a_page(as_parent, room, home, parent):
    flag = Flag.objects.open().filter(case=room).last()
    title = as_told(flag)["title"]
    put_off_flag(flag=flag, by=parent)
    main = main_of(as_parent.get(home))
    assert "Not open now (1)" in main
    assert title not in main.split('id="flags"')[1].split("</section>")[0]
    assert title in words(as_parent.get(f"{home}asks/", headers={"HX-Target": "quiet"}))
    assert title in main_of(as_parent.get(f"{home}asks/")).partition("Not open now")[2]


def test_a_safety_question_never_waits_below(as_parent, room, home):
    Flag.objects.filter(case=room).exclude(rule="still_waiting").update(level=Flag.Level.FIRST)
    main = main_of(as_parent.get(home))
    assert main.count('<details class="flag"') == Flag.objects.open().filter(case=room).count() - 1
    assert "More for later" not in main


def test_a_coach_reads_age_and_state(as_coach, shared_room):
    assert "Age 6 to 11, Oregon" in said(as_coach.get(f"/room/{shared_room.key}/"))


def test_a_long_form_of_address_is_short_at_the_table(as_parent, room, home, parent):
    factories.add_member(case=room, by=parent, name="Dr. Ada Okafor", said="Ada Okafor, MD")
    table = main_of(as_parent.get(home)).split('class="room__table"')[0]
    assert '<span class="phone-only" aria-hidden="true">Dr. O.</span>' in table
    assert '<span class="vh">Dr. Okafor</span>' in table
