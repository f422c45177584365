"""An answer that opens something about the same person or need is not called settled while that is open."""

import pytest

from cases.models import AskEvent, Flag
from cases.services.flags import put_off_flag, sort_flag
from cases.services.letters import resolve_credential
from cases.services.team import add_member
from tests.cases.pages import said, words
from tests.cases.questions.test_told import answer, page_of, room_of, sam
from tests.cases.walked import asked, flag_of
from tests.reading import MAX_GRADE, banned_words, grade

pytestmark = pytest.mark.django_db
MD = "We don’t know yet which role “MD” is."
TOLD = {
    "a degree": ("MSW", "degree_not_license", {}),
    "a doctor, as the parent thinks": ("QMHP", "belief_vs_role", {"believed": "doctor"}),
}


def toast(page) -> str:
    return said(page).partition("Undo")[0]


def about(case, rule) -> str:
    return f"/room/{case.key}/asks/{flag_of(case, rule).key}/"


@pytest.fixture(params=TOLD)
def told_md(request, catalogue, as_parent, parent):
    """The answer is letters that mean several doctors; beside them another role is known."""
    signature, rule, more = TOLD[request.param]
    case = room_of(parent, signature, **more)
    return case, rule, answer(as_parent, asked(flag_of(case, rule), parent), letters="MD")


def test_letters_of_several_roles_settle_nothing_yet(told_md, as_parent):
    case, rule, page = told_md
    assert flag_of(case, rule).state == "settled"
    assert toast(page).startswith(f"Written down. {MD}")
    own, quiet = said(as_parent.get(about(case, rule))), said(as_parent.get(f"/room/{case.key}/asks/"))
    assert f"Answered today. {MD}" in own
    assert f"Answered today. {MD}" in quiet
    assert "Settled today." not in said(page) + own + quiet


def test_once_that_is_told_it_is_settled(told_md, as_parent, parent):
    case, rule, _ = told_md
    resolve_credential(credential=sam(case).credentials.get(text="MD"), by=parent, role="psychiatrist")
    page = as_parent.get(f"/room/{case.key}/?ask={case.asks.get().key}")
    assert toast(page).startswith("Settled.")
    assert "Settled today." in said(as_parent.get(about(case, rule)))


def test_letters_nobody_knows_settle_nothing_yet(catalogue, as_parent, parent):
    case = room_of(parent, "MSW")
    page = answer(as_parent, asked(flag_of(case, "degree_not_license"), parent), letters="XQZ, LCSW")
    assert toast(page).startswith("Written down. We don’t know yet which role “XQZ” is.")


def test_letters_that_were_open_before_are_no_news(catalogue, as_parent, parent):
    case = room_of(parent, "QMHA, XQZ", "trauma", believed="therapist")
    ask = asked(Flag.objects.get(case=case, rule="belief_vs_role"), parent)
    assert toast(answer(as_parent, ask, believed="skills helper")).startswith("Settled.")


@pytest.fixture
def unproven(catalogue, as_parent, parent):
    """A yes that rests on a training nobody checked."""
    case = room_of(parent, "LPC", "trauma", training={"trauma-treatment": "TF-CBT"})
    flag = Flag.objects.filter(case=case, need__slug="trauma").open().first()
    return case, answer(as_parent, asked(flag, parent), leads="yes")


def test_a_yes_that_opens_something_says_who_leads_and_what_is_open(unproven):
    told = toast(unproven[1])
    assert told.startswith("Written down. Sam Lee leads trauma treatment. One thing is open now: No one has")
    assert "Settled" not in told


@pytest.mark.parametrize("act", [sort_flag, put_off_flag])
def test_what_the_parent_decided_about_it_is_not_open(unproven, as_parent, parent, act):
    case, _ = unproven
    act(flag=flag_of(case, "training_unproven"), by=parent)
    page = as_parent.get(f"/room/{case.key}/?ask={case.asks.get().key}")
    assert toast(page).startswith("Settled. Sam Lee leads trauma treatment.")


@pytest.mark.parametrize(
    ("signature", "rule", "told"),
    [
        ("MSW", "degree_not_license", {"letters": "LCSW"}),
        ("MSW", "degree_not_license", {"supervisor_name": "Pat Lund"}),
        ("QMHA", "no_supervisor", {"supervisor_name": "Pat Lund"}),
        ("Skills trainer", "title_unclear", {"role": "lcsw"}),
    ],
)
def test_an_answer_that_opens_nothing_is_settled(catalogue, as_parent, parent, signature, rule, told):
    case = room_of(parent, signature)
    if rule == "title_unclear":
        told = {"role": flag_of(case, rule).member.credentials.get().candidates.last().slug}
    page = answer(as_parent, asked(flag_of(case, rule), parent), **told)
    opened = AskEvent.objects.get(kind="answered").facts.get("opened", [])
    assert ("Settled." in toast(page)) is (not opened)


def test_what_is_open_about_somebody_else_leaves_it_settled(catalogue, as_parent, parent):
    case = room_of(parent, "QMHA")
    add_member(case=case, by=parent, name="Kim Fox", said="Kim Fox, MD")
    ask = asked(Flag.objects.get(case=case, rule="no_supervisor"), parent)
    assert "Settled." in toast(answer(as_parent, ask, supervisor_name="Pat Lund"))
    theirs = Flag.objects.get(case=case, member__name="Kim Fox", rule="title_unclear")
    event = AskEvent.objects.get(ask=ask, kind="answered")
    for opened, settled in (([theirs.pk], True), ([theirs.pk + 999], True)):
        AskEvent.objects.filter(pk=event.pk).update(facts={**event.facts, "opened": opened})
        assert ("Settled." in toast(as_parent.get(f"/room/{case.key}/?ask={ask.key}"))) is settled


def test_what_the_parent_calls_sorted_says_what_came_with_it(catalogue, as_parent, parent):
    case = room_of(parent, "LPC", "trauma", training={"trauma-treatment": "a talk"}, agreed=["trauma"])
    ask = asked(flag_of(case, "training_unproven"), parent)
    answer(as_parent, ask, settles="on", new_training="TF-CBT", new_training_how="full")
    page = said(as_parent.get(f"/room/{case.key}/?ask={ask.key}"))
    assert "One thing is open now: No one has checked the training “TF-CBT” yet." in page
    assert "Settled." not in page


def test_an_answer_taken_back_opens_nothing(told_md, as_parent):
    case, rule, _ = told_md
    as_parent.post(page_of(case.asks.get()), {"do": "undo"})
    assert "It is open yet" not in words(as_parent.get(about(case, rule)))


@pytest.mark.parametrize("told", [MD, "One thing is open now: Ann’s training is not clear yet."])
def test_the_sentences_are_plain(told):
    assert grade(told) <= MAX_GRADE
    assert not banned_words(told)
