"""Several answers about one person: undone in whatever order, what the others said stands."""

from contextlib import contextmanager, suppress
from itertools import combinations, permutations

import pytest
from django.db import transaction

from cases.models import Agreement, Ask, Flag
from cases.services import agreements, asks
from cases.services.flags import ask_about_flag
from cases.services.told import Told, ToldTraining
from roles.models import Need
from tests import factories
from tests.cases.questions.test_told import room_of, sam

pytestmark = pytest.mark.django_db
FOR = "trauma-treatment"
YES, NO, OPEN = {"leads": True}, {"leads": False}, {}


def telling(**told):
    return {"told": Told(**told)}


def trained(standing, kind="", name="TF-CBT"):
    return telling(trainings=(ToldTraining(FOR, name, standing, kind),))


CERTIFIED = trained("certified", "full")
EXACT = {
    "yes and yes": (YES, YES, YES),
    "yes, no, yes": (YES, NO, YES),
    "no, yes, no": (NO, YES, NO),
    "yes, open, no": (YES, OPEN, NO),
    "one supervisor": (telling(supervisor="Pat Lund"),) * 3,
    "three supervisors": tuple(telling(supervisor=name) for name in ("Pat Lund", "Kim Roe", "Pat Lund")),
    "what is believed": tuple(telling(believed=word) for word in ("therapist", "doctor", "therapist")),
    "one belief": (telling(believed="doctor"),) * 3,
    "two certificates": (
        CERTIFIED,
        telling(trainings=(CERTIFIED["told"].trainings[0], ToldTraining(FOR, "EMDR", "certified", "full"))),
        CERTIFIED,
    ),
    "a training and its certificate": (
        trained("told"),
        trained("certified", "full"),
        trained("certified", "full"),
    ),
    "two trainings": (trained("told"), trained("told", name="EMDR"), trained("under-way")),
    "all at once": (
        {**YES, **telling(supervisor="Pat Lund", believed="doctor")},
        {**NO, **telling(believed="doctor", trainings=(ToldTraining(FOR, "EMDR"),))},
        {**YES, **telling(supervisor="Pat Lund", looked_up=("LPC",))},
    ),
}
"""What stands is what the others would have made of it, had it never been answered."""
ADDING = {
    "letters more and more": tuple(telling(letters=letters) for letters in ("LCSW", "LMFT", "LCSW")),
    "a certificate, then of what": (trained("certified"), trained("certified", "full"), trained("certified")),
}
"""Each adds to what it found, so only what stands in the end is the same in any order."""


@pytest.fixture
def case(catalogue, parent):
    return room_of(parent, "LPC", "trauma", plan=["trauma"])


@pytest.fixture
def three(case, parent):
    """Three questions about Sam that wait for an answer."""
    flag = Flag.objects.get(case=case, rule="plan_on_unknown_fit", member=sam(case))
    told = {"name": "Sam Lee", "need": flag.need}
    found = [factories.waiting_ask(case, parent, text=f"Who leads it? {n}", **told).pk for n in range(3)]
    Ask.objects.filter(pk__in=found).update(flag=flag)  # in life the next one is sent after an answer
    ask_about_flag(flag=flag, by=parent)
    return found


def stands(case):
    """All that an answer may change, but for the moment it was said."""
    member, told = sam(case), ("agreed", "leads-no-more", "certified", "settled")
    return {
        "agreed": list(Agreement.objects.filter(member=member).values_list("need__slug", "kind")),
        "supervisor": (member.supervisor, member.supervisor_name),
        "believed": member.believed,
        "said": member.said,
        "letters": sorted(member.credentials.values_list("text", "role", "standing")),
        "trainings": sorted(member.trainings.values_list("name", "standing", "kind")),
        "lines": sorted(case.events.filter(kind__in=told).values_list("kind", flat=True)),
        "sorted": list(case.flags.filter(state="sorted").values_list("rule", flat=True)),
    }


def answer(pk, parent, said):
    asks.answer_ask(ask=Ask.objects.get(pk=pk), by=parent, **said)


def undo(pk, parent):
    asks.reopen_ask(ask=Ask.objects.get(pk=pk), by=parent)


class Tried(Exception):
    """Nothing of it stays."""


@contextmanager
def tried():
    with suppress(Tried), transaction.atomic():
        yield
        raise Tried


def would_stand(case, three, parent, said, left):
    with tried():
        for n in sorted(left):
            answer(three[n], parent, said[n])
        return stands(case)


@pytest.mark.parametrize("what", EXACT)
def test_what_the_others_said_stands_as_if_it_had_not_been_answered(case, parent, three, what):
    said = EXACT[what]
    sets = [set(some) for many in range(4) for some in combinations(range(3), many)]
    expected = {frozenset(some): would_stand(case, three, parent, said, some) for some in sets}
    for n in range(3):
        answer(three[n], parent, said[n])
    for order in permutations(range(3)):
        with tried():
            left = {0, 1, 2}
            for n in order:
                undo(three[n], parent)
                left -= {n}
                assert stands(case) == expected[frozenset(left)], (order, left)


@pytest.mark.parametrize("what", ADDING)
def test_all_of_them_undone_leave_nothing_in_any_order(case, parent, three, what):
    before = stands(case)
    for n, said in enumerate(ADDING[what]):
        answer(three[n], parent, said)
    for order in permutations(range(3)):
        with tried():
            for n in order:
                undo(three[n], parent)
            assert stands(case) == before, order


def test_one_answered_again_comes_after_the_others(case, parent, three):
    """What it said first is gone; what it says now was said last."""
    before = stands(case)
    for n in (0, 1):
        answer(three[n], parent, YES)
    undo(three[0], parent)
    answer(three[0], parent, NO)
    undo(three[1], parent)
    assert stands(case)["agreed"] == [("trauma", "declined")]
    undo(three[0], parent)
    assert stands(case) == before


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_what_was_changed_by_hand_between_two_answers_stays(case, parent, three, order):
    """What waits meanwhile is answered by hand as well, so the second is sent after it."""
    need = Need.objects.get(slug="trauma")
    answer(three[0], parent, YES)
    agreements.agree(member=sam(case), need=need, by=parent, kind="declined")
    later = factories.waiting_ask(case, parent, text="Who leads it now?", name="Sam Lee", need=need).pk
    answer(later, parent, YES)
    for n in order:
        undo((three[0], later)[n], parent)
    assert stands(case)["agreed"] == [("trauma", "declined")]
    assert set(Ask.objects.filter(pk__in=three[1:]).values_list("state", flat=True)) == {"declined"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_it_stays_sorted_while_one_answer_that_is_enough_stands(case, parent, three, order):
    """The second leaves it open; the first and the last are each enough."""
    for n, settles in enumerate((True, False, True)):
        answer(three[n], parent, {"settles": settles})
    left = {0, 2}
    for n in order:
        undo(three[n], parent)
        left -= {n}
        assert bool(stands(case)["sorted"]) is bool(left)
    assert Flag.objects.get(pk=Ask.objects.get(pk=three[0]).flag_id).state == "asked"
