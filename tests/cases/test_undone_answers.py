"""Undoing an answer takes back what that answer changed, and nothing else."""

import pytest

from cases.models import Agreement, Ask, Flag
from cases.presenters.left import LEFT
from cases.services import agreements, asks, flags
from cases.services.agreements import AGREED
from cases.services.told import KEEPS, Told, ToldTraining
from cases.services.trainings import add_training, certify_training
from roles.models import Need
from tests import factories
from tests.cases.pages import said
from tests.reading import banned_words, grade

pytestmark = pytest.mark.django_db


@pytest.fixture
def before():
    """What was agreed when the question was sent; told while it waits, it would be its answer."""
    return ""


@pytest.fixture
def ask(room, parent, before):
    need = Need.objects.get(slug="self-harm-suicide")
    flag = Flag.objects.filter(case=room, need=need).open().first()
    if before:
        agreements.agree(member=factories.member(room, "Jane"), need=need, by=parent, kind=before)
    return factories.waiting_ask(room, parent, need=need, flag=flag)


def agreed(ask):
    return list(Agreement.objects.filter(member=ask.member, need=ask.need).values_list("kind", flat=True))


def the_flag(ask):
    ask.flag.refresh_from_db()
    return ask.flag


def lead(ask, parent):
    asks.answer_ask(ask=ask, by=parent, leads=True)


def say_no(ask, parent):
    asks.decline_ask(ask=ask, by=parent)


@pytest.mark.parametrize("reply", [lead, say_no])
@pytest.mark.parametrize("before", [None, "plan", "agreed", "declined"])
def test_what_was_agreed_before_is_agreed_again(parent, ask, reply, before):
    reply(ask, parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert ask.state == Ask.State.WAITING
    assert agreed(ask) == ([before] if before else [])


def answer(ask, parent):
    asks.answer_ask(ask=ask, by=parent, answer="Yes, on Mondays.")


def say_no_in_words(ask, parent):
    asks.decline_ask(ask=ask, by=parent, answer="No, we cannot.")


def put_to_rest(ask, parent):
    asks.withdraw_ask(ask=ask, by=parent)


def words_of(ask):
    ask.refresh_from_db()
    return ask.state, ask.answer


@pytest.mark.parametrize("reply", [answer, say_no_in_words, put_to_rest])
@pytest.mark.parametrize("words", ["", "Maybe in May."])
def test_what_they_had_said_before_stands_again(parent, ask, reply, words):
    if words:
        asks.unclear_ask(ask=ask, by=parent, answer=words)
    reply(ask, parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert words_of(ask) == ("unclear" if words else "waiting", words)


def test_an_answer_that_kept_nothing_of_before_leaves_no_words(parent, ask):
    answer(ask, parent)
    ask.events.update(state_before="", answer_before="")
    asks.reopen_ask(ask=ask, by=parent)
    assert words_of(ask) == ("waiting", "")


def test_a_question_put_to_rest_keeps_its_words_even_if_that_kept_nothing(parent, ask):
    asks.unclear_ask(ask=ask, by=parent, answer="Maybe in May.")
    put_to_rest(ask, parent)
    ask.events.update(state_before="", answer_before="")
    asks.reopen_ask(ask=ask, by=parent)
    assert words_of(ask) == ("waiting", "Maybe in May.")


@pytest.mark.parametrize("before", ["agreed"])
def test_an_answer_that_named_no_lead_leaves_what_was_agreed(parent, ask, before):
    asks.answer_ask(ask=ask, by=parent, answer="Let us talk on Tuesday.")
    asks.reopen_ask(ask=ask, by=parent)
    assert agreed(ask) == ["agreed"]


@pytest.mark.parametrize("gone", ["member", "need"])
def test_what_was_agreed_with_nobody_or_about_nothing_is_not_put_back(parent, ask, gone):
    """A person, or a need, can be gone since: then there is nobody to have agreed, or nothing to agree on."""
    agreements.agree(member=ask.member, need=ask.need, by=parent, kind="plan")
    asks.answer_ask(ask=ask, by=parent, leads=True)
    member = ask.member
    setattr(ask, gone, None)
    ask.save()
    asks.reopen_ask(ask=ask, by=parent)
    assert ask.state == Ask.State.WAITING
    assert list(Agreement.objects.filter(member=member).values_list("kind", flat=True)) == ["agreed"]


@pytest.mark.parametrize("before", ["agreed"])
def test_taking_a_no_back_writes_no_news_of_a_yes(room, parent, ask, before):
    lines = room.events.count()
    asks.decline_ask(ask=ask, by=parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert room.events.count() == lines


def test_a_flag_the_answer_sorted_waits_again(room, parent, ask):
    asks.answer_ask(ask=ask, by=parent, answer="The crisis team does.", settles=True)
    assert the_flag(ask).state == Flag.State.SORTED
    asks.reopen_ask(ask=ask, by=parent)
    assert the_flag(ask).state == Flag.State.ASKED
    assert not room.events.filter(text__contains="sorted").exists()


def test_a_flag_the_parent_sorted_later_stays_sorted(parent, ask):
    asks.answer_ask(ask=ask, by=parent, answer="We will see.")
    flags.sort_flag(flag=the_flag(ask), by=parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert the_flag(ask).state == Flag.State.SORTED


def test_a_flag_opened_again_after_its_answer_is_new_not_asked(parent, ask):
    """Nothing is on its way any more, so the flag does not say so."""
    asks.answer_ask(ask=ask, by=parent, settles=True)
    flags.undo_flag(flag=the_flag(ask), by=parent)
    assert the_flag(ask).state == Flag.State.OPEN


def test_a_persons_page_opened_before_an_answer_or_its_undo_is_older_than_either(ask, parent):
    def version():
        ask.member.refresh_from_db(fields=["version"])
        return ask.member.version

    before = version()
    asks.answer_ask(ask=ask, by=parent, leads=True)
    answered = version()
    asks.reopen_ask(ask=ask, by=parent)
    assert before < answered < version()


@pytest.mark.parametrize("before", [None, "plan", "agreed", "declined"])
@pytest.mark.parametrize("since", ["", "plan", "agreed", "declined"])
@pytest.mark.parametrize("reply", [lead, say_no])
def test_what_was_agreed_since_the_answer_stays(room, parent, ask, reply, before, since):
    reply(ask, parent)
    became = agreed(ask)
    agreements.set_agreements(member=ask.member, by=parent, version=None, kinds={ask.need.slug: since})
    asks.reopen_ask(ask=ask, by=parent)
    if became == [since]:
        assert (agreed(ask), ask.left) == ([before] if before else [], ())
    else:
        assert (agreed(ask), ask.left) == ([since] if since else [], ("agreed",))


def test_a_second_answer_that_says_the_same_stands_when_the_first_is_undone(room, parent, ask):
    second = factories.waiting_ask(room, parent, need=ask.need, text="Once more?")
    lead(ask, parent)
    lead(second, parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert (agreed(ask), ask.left) == (["agreed"], ("agreed",))


def test_two_answers_undone_from_the_last_leave_nothing(room, parent, ask):
    second = factories.waiting_ask(room, parent, need=ask.need, text="Once more?")
    lead(ask, parent)
    lead(second, parent)
    asks.reopen_ask(ask=second, by=parent)
    asks.reopen_ask(ask=ask, by=parent)
    assert (agreed(ask), ask.left) == ([], ())


@pytest.mark.parametrize("tab", ["room", "question"])
def test_the_page_says_what_the_undo_left(room, parent, as_parent, ask, tab):
    lead(ask, parent)
    agreements.agree(member=ask.member, need=ask.need, by=parent, kind="declined")
    url = f"/room/{room.key}/questions/{ask.key}/"
    page = as_parent.post(url, {"do": "undo", "back": tab}, follow=True)
    name, noun = ask.member.name, ask.need.noun
    assert f"What {name} said about {noun} was changed since, so it stays as it is." in said(page)
    assert agreed(ask) == ["declined"]


@pytest.fixture
def about_training(room, parent):
    """A question about whoever a flag of the room is about."""
    flag = Flag.objects.filter(case=room, member__isnull=False).open().first()
    return factories.waiting_ask(room, parent, need=flag.need, flag=flag)


def names_of(member):
    return sorted(member.trainings.values_list("name", "standing"))


def test_a_training_that_came_after_the_answer_stays_and_the_one_of_the_answer_goes(parent, about_training):
    ask, member = about_training, about_training.flag.member
    told = Told(trainings=(ToldTraining("trauma-treatment", "A first course"),))
    asks.answer_ask(ask=ask, by=parent, told=told)
    add_training(member=member, by=parent, capability="trauma-treatment", name="A second course")
    asks.reopen_ask(ask=ask, by=parent)
    assert (names_of(member), ask.left) == ([("A second course", "told")], ())


def test_a_training_looked_at_since_the_answer_stays(parent, about_training):
    ask, member = about_training, about_training.flag.member
    told = Told(trainings=(ToldTraining("trauma-treatment", "A first course"),))
    asks.answer_ask(ask=ask, by=parent, told=told)
    certify_training(training=member.trainings.get(), by=parent, kind="full")
    asks.reopen_ask(ask=ask, by=parent)
    assert (names_of(member), ask.left) == ([("A first course", "certified")], ("trainings",))


def test_a_sentence_for_each_fact_that_an_answer_tells():
    assert set(LEFT) == {AGREED, *KEEPS}
    for words in LEFT.values():
        sentence = words % {"name": "Jane", "whose": "Jane’s", "need": "help with trauma"}
        assert grade(sentence) <= 8
        assert not banned_words(sentence)
