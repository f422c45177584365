"""Each decision about a flag leaves one move: from where to where, by whom; and what the flag keeps of it."""

from datetime import UTC, datetime

import pytest

from audit.models import Entry
from cases.models import Flag, FlagMove
from cases.services import flags
from cases.services.errors import Refused

pytestmark = pytest.mark.django_db
IN_3_DAYS = datetime(2026, 3, 5, 17, 0, tzinfo=UTC)  # it is to be asked first
KEPT = {"returns_at": None, "reason": "", "settled_at": None, "basis": None}

MOVES = {
    "sorted": lambda **who: flags.sort_flag(reason="She told us.", **who),
    "put-off": lambda **who: flags.put_off_flag(**who),
    "different": lambda **who: flags.differ_on_flag(reason="  We know her. ", **who),
    "asked": lambda **who: flags.ask_about_flag(**who),
}


@pytest.fixture
def flag(room, moment, time_machine):
    time_machine.move_to(moment, tick=False)
    return Flag.objects.filter(case=room).open().first()


def moves(flag):
    return [(m.was, m.became, m.by, m.at, m.undone_at) for m in flag.moves.order_by("pk")]


@pytest.mark.parametrize("state", MOVES)
def test_a_decision_is_one_move_of_the_person_who_took_it(state, flag, parent, moment):
    before = moves(flag), flag.version
    MOVES[state](flag=flag, by=parent)
    kept = Flag.objects.get(pk=flag.pk)
    assert (kept.state, kept.version) == (state, before[1] + 1)
    assert moves(kept) == [*before[0], ("open", state, parent, moment, None)]
    expected = {
        "sorted": {"reason": "She told us.", "settled_at": moment},
        "put-off": {"returns_at": IN_3_DAYS},
        "different": {"reason": "We know her."},
        "asked": {},
    }[state]
    assert {name: getattr(kept, name) for name in KEPT if name != "basis"} == {
        name: value for name, value in {**KEPT, **expected}.items() if name != "basis"
    }


@pytest.mark.parametrize("state", MOVES)
def test_a_decision_can_be_taken_back_by_the_parent_and_leaves_nothing(state, flag, parent, moment):
    MOVES[state](flag=flag, by=parent)
    flags.undo_flag(flag=flag, by=parent)
    kept = Flag.objects.get(pk=flag.pk)
    assert (kept.state, {name: getattr(kept, name) for name in KEPT}) == ("open", KEPT)
    assert moves(kept)[-1] == ("open", state, parent, moment, moment)


def test_a_flag_asked_about_is_asked_about_once(flag, parent):
    for _ in range(2):
        flags.ask_about_flag(flag=flag, by=parent)
    assert FlagMove.objects.filter(flag=flag, became="asked").count() == 1


@pytest.mark.parametrize("state", ["sorted", "different"])
def test_what_is_decided_takes_no_other_decision(state, flag, parent):
    MOVES[state](flag=flag, by=parent)
    for other in MOVES:
        with pytest.raises(Refused):
            MOVES[other](flag=Flag.objects.get(pk=flag.pk), by=parent)
    flags.open_flag_again(flag=flag, by=parent)
    assert Flag.objects.get(pk=flag.pk).state == "open"


@pytest.mark.parametrize(
    ("first", "then"), [(one, other) for one in ("put-off", "asked") for other in MOVES if one != other]
)
def test_what_is_put_off_or_asked_can_still_be_decided(first, then, flag, parent):
    MOVES[first](flag=flag, by=parent)
    MOVES[then](flag=flag, by=parent)
    assert Flag.objects.get(pk=flag.pk).state == then


def test_sorted_without_a_word_keeps_none(flag, parent):
    flags.sort_flag(flag=flag, by=parent)
    assert (Flag.objects.get(pk=flag.pk).reason, flag.moves.first().because) == ("", None)


@pytest.mark.parametrize("state", MOVES)
def test_a_decision_and_its_undoing_are_on_record_for_the_room(state, flag, parent):
    before = Entry.objects.count()
    MOVES[state](flag=flag, by=parent)
    flags.undo_flag(flag=flag, by=parent)
    written = list(Entry.objects.order_by("pk"))[before:]
    assert [(e.actor, e.verb, e.object_id, e.case_id) for e in written] == [
        (parent, f"flag-{state}", str(flag.pk), flag.case_id),
        (parent, "flag-undone", str(flag.pk), flag.case_id),
    ]
