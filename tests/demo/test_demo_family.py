"""The family to try the product with."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from accounts.models import User
from audit.models import Entry
from cases.models import Ask, Case, CaseEvent, Flag
from cases.reader import read
from cases.services.rooms import start_room
from coaching.models import Message, Thread
from demo.family import SIGN_INS, make_family
from demo.preparing import prepare
from notify.delivery import deliver_due
from roles.models import Need
from tests.factories import user


@pytest.fixture(autouse=True)
def at_home(settings):
    """As in the embedded mode's own folder, on whichever database this runs."""
    settings.OWN_DATABASE = True


@pytest.fixture
def family(catalogue, moment, time_machine) -> Case:
    time_machine.move_to(moment, tick=False)
    return make_family(now=moment)


def test_everybody_can_sign_in_with_what_is_printed(family):
    assert [who for who, *_ in SIGN_INS] == ["parent", "coach", "curator"]
    for _, email, password in SIGN_INS:
        assert authenticate(email=email, password=password).email == email


def test_some_chairs_are_filled_and_some_are_empty(family, moment):
    rows = read(family, now=moment).coverage.rows
    led = {row.need for row in rows if row.has_lead}
    assert led == {"trauma", "everyday-skills", "medication-questions"}
    assert len(rows) == 7


def test_rules_found_what_the_story_tells(family):
    found = set(Flag.objects.filter(case=family).open().values_list("rule", flat=True))
    assert {"outside_training", "fit_not_asked", "title_unclear", "still_waiting"} <= found
    belief = Flag.objects.get(case=family, rule="belief_vs_role")
    assert (belief.state, belief.level) == ("open", "first")  # nobody leads at home, where therapy keeps safe


def test_two_questions_wait_since_nine_and_two_days(family, moment):
    waiting = Ask.objects.filter(case=family).waiting()
    assert sorted((moment - ask.asked_at).days for ask in waiting) == [2, 9]


def test_log_tells_five_weeks_and_nothing_of_tomorrow(family, moment):
    times = CaseEvent.objects.filter(case=family).values_list("at", flat=True)
    assert min(times) < moment - timedelta(days=33)
    assert max(times) <= moment
    assert not Entry.objects.filter(case_id=family.pk, at__gt=moment).exists()


def test_coach_looks_in_and_the_last_words_wait_for_the_parent(family):
    coach = User.objects.get(email="dana@example.org")
    assert Case.objects.visible_to(coach).get() == family
    thread = Thread.objects.get(case=family, coach=coach)
    assert Message.objects.filter(thread=thread).count() == 5
    assert thread.read_by_parent_at < thread.messages.last().sent_at


def test_curator_sees_no_room(family):
    assert not Case.objects.visible_to(User.objects.get(email="kim@example.org")).exists()


def test_worker_mails_the_parent_about_the_coachs_words_only(family, moment, mailoutbox):
    deliver_due(clock=lambda: moment)
    assert [mail.to for mail in mailoutbox] == [["renee@example.org"]]


def test_seeding_twice_makes_one_family(catalogue):
    call_command("demo_seed", verbosity=0)
    call_command("demo_seed", verbosity=0)
    assert Case.objects.count() == 1
    assert User.objects.count() == len(SIGN_INS)


def test_reset_makes_the_family_anew_and_touches_nobody_else(family):
    other = start_room(by=user("someone@example.org"), nickname="Bee")
    Case.objects.filter(pk=family.pk).update(nickname="Changed")
    call_command("demo_reset", verbosity=0)
    assert set(Case.objects.values_list("nickname", flat=True)) == {"Sunny", "Bee"}
    assert Case.objects.filter(pk=other.pk).exists()
    assert not Case.objects.filter(pk=family.pk).exists()


@pytest.fixture
def no_such_need(catalogue):
    Need.objects.filter(slug="trauma").update(slug="gone")


def test_without_a_catalogue_it_says_what_to_do(no_such_need):
    with pytest.raises(CommandError, match="Run load_catalogue first"):
        call_command("demo_seed", verbosity=0)
    assert not User.objects.exists()


def test_reset_that_cannot_make_the_family_deletes_nothing(family, no_such_need):
    with pytest.raises(CommandError):
        call_command("demo_reset", verbosity=0)
    assert Case.objects.filter(pk=family.pk).exists()


@pytest.mark.parametrize("command", ["demo_seed", "demo_reset"])
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [("PRODUCTION", True, "no place in production"), ("OWN_DATABASE", False, "that ROOM_DATABASE_URL names")],
)
def test_only_the_own_folder_has_a_place_for_it(settings, db, command, name, value, words):
    setattr(settings, name, value)
    with pytest.raises(CommandError, match=words):
        call_command(command, verbosity=0)
    assert not User.objects.exists()


def test_database_elsewhere_is_brought_up_to_date_without_the_family(settings, catalogue, tmp_path):
    settings.OWN_DATABASE, settings.VAR = False, tmp_path
    prepare(lambda text: None)
    assert not User.objects.exists()
