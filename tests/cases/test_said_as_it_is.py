"""What a page says an act did is what it did: who is meant, who leads now, and that nothing was saved."""

import pytest

from cases.models import CaseEvent, Flag
from cases.services.agreements import agree, forget_agreement, set_agreements
from cases.services.asks import answer_ask, reopen_ask, unclear_ask
from roles.models import Need
from tests import factories
from tests.cases.built import build
from tests.cases.pages import said
from tests.cases.walked import asked, flag_of

pytestmark = pytest.mark.django_db
FAMILY = "family-conflict"


@pytest.fixture
def case(catalogue, parent):
    team = [{"name": "Sam Lee", "said": "LCSW"}, {"name": "Tasha Bell", "said": "QMHA"}]
    return build(parent, {"state": "OR", "age": "6-11", "needs": [FAMILY], "team": team})


@pytest.fixture
def sam(case):
    return case.members.get(name="Sam Lee")


def need():
    return Need.objects.get(slug=FAMILY)


def told(case) -> list[tuple[str, str]]:
    lines = CaseEvent.objects.filter(case=case, kind__in=["agreed", "leads-no-more"]).order_by("pk")
    return [(line.kind, line.params["name"]) for line in lines]


# -- it's sorted --------------------------------------------------------------------------------------


def test_what_is_sorted_is_named_and_an_empty_chair_stays_told(as_parent, case):
    flag = flag_of(case, "fit_not_asked")
    page = said(as_parent.post(f"/room/{case.key}/asks/{flag.key}/", {"do": "sorted"}, follow=True))
    assert "You said this is sorted: Sam’s role fits help with family conflict, and no one has" in page
    assert "The table still shows no lead for help with family conflict." in page


def test_where_no_chair_is_open_nothing_is_said_of_one(as_parent, case):
    flag = flag_of(case, "supervisor_in_the_room")
    page = said(as_parent.post(f"/room/{case.key}/asks/{flag.key}/", {"do": "sorted"}, follow=True))
    assert "You said this is sorted: " in page
    assert "The table still shows" not in page


def test_a_tick_with_an_answer_names_it_too(as_parent, case, parent):
    ask = asked(flag_of(case, "supervisor_in_the_room"), parent)
    form = {"do": "answer", "outcome": "answered", "settles": "on", "version": ask.version}
    page = said(as_parent.post(f"/room/{case.key}/questions/{ask.key}/", form, follow=True))
    assert "You said this is sorted: " in page


# -- not clear yet ------------------------------------------------------------------------------------


def test_an_answer_that_is_not_clear_is_not_called_none(as_parent, case, parent):
    flag = flag_of(case, "fit_not_asked")
    ask, page = asked(flag, parent), f"/room/{case.key}/asks/{flag.key}/"
    assert "You asked. No answer yet." in said(as_parent.get(page))
    unclear_ask(ask=ask, by=parent, answer="Maybe.")
    assert "You asked. The answer is not clear yet." in said(as_parent.get(page))
    assert "No answer yet." not in said(as_parent.get(page))


def test_a_coach_reads_whose_question_it_was(client, case, parent, coach):
    flag = flag_of(case, "fit_not_asked")
    unclear_ask(ask=asked(flag, parent), by=parent)
    factories.share(case, coach, parent)
    client.force_login(coach)
    assert "Renee asked. The answer is not clear yet." in said(
        client.get(f"/room/{case.key}/asks/{flag.key}/")
    )


# -- who leads ----------------------------------------------------------------------------------------


def test_who_said_they_lead_is_not_said_to_be_there_only(case, parent, as_parent):
    tasha = case.members.get(name="Tasha Bell")
    agree(member=tasha, need=need(), by=parent, kind="agreed")
    flag = Flag.objects.get(case=case, rule="outside_training")
    page = said(as_parent.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert "Tasha said yes to leading help with family conflict." in page


@pytest.mark.parametrize("later", ["declined", "plan", ""])
def test_a_yes_is_not_the_last_word_of_the_log_when_it_ends(case, sam, parent, later):
    agree(member=sam, need=need(), by=parent, kind="agreed")
    agree(member=sam, need=need(), by=parent, kind="agreed")
    assert told(case) == [("agreed", "Sam Lee")]
    if later:
        set_agreements(member=sam, by=parent, version=None, kinds={FAMILY: later})
    else:
        forget_agreement(member=sam, need=need(), by=parent)
    assert told(case) == [("agreed", "Sam Lee"), ("leads-no-more", "Sam Lee")]


@pytest.mark.parametrize("kind", ["plan", "declined"])
def test_where_nobody_led_there_is_no_such_line(case, sam, parent, kind):
    agree(member=sam, need=need(), by=parent, kind=kind)
    forget_agreement(member=sam, need=need(), by=parent)
    assert told(case) == []


def test_a_no_in_an_answer_ends_a_yes_and_undo_takes_the_line_back(case, sam, parent):
    flag = flag_of(case, "fit_not_asked")
    agree(member=sam, need=need(), by=parent, kind="agreed")
    ask = asked(flag, parent)
    answer_ask(ask=ask, by=parent, leads=False)
    assert told(case)[-1] == ("leads-no-more", "Sam Lee")
    reopen_ask(ask=ask, by=parent)
    assert told(case) == [("agreed", "Sam Lee")]


# -- saved --------------------------------------------------------------------------------------------


NOTHING = "Nothing is new here, so nothing was saved."


def page_of(case, member) -> str:
    return f"/room/{case.key}/team/{member.key}/"


@pytest.mark.parametrize(("agency", "says"), [("", NOTHING), ("The clinic", "Saved.")])
def test_a_form_that_changes_nothing_is_not_called_saved(as_parent, case, sam, agency, says):
    form = {"do": "edit", "name": sam.name, "said": sam.said, "version": sam.version, "agency": agency}
    page = said(as_parent.post(page_of(case, sam), form, follow=True))
    assert says in page
    assert (NOTHING in page) != ("Saved." in page)


@pytest.mark.parametrize(("kind", "says"), [("", NOTHING), ("agreed", "Saved.")])
def test_nor_are_agreements_that_stay(as_parent, case, sam, kind, says):
    form = {"do": "agreements", f"need-{FAMILY}": kind, "version": sam.version}
    page = said(as_parent.post(page_of(case, sam), form, follow=True))
    assert says in page
    assert (NOTHING in page) != ("Saved." in page)
