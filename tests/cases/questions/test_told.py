"""What an answer tells is written down where the rules read it: they settle the flag, and undo undoes it."""

import re

import pytest
from django.test import Client

from cases.models import Ask, CaseEvent, Credential, Flag, Member, Training
from cases.reader import read
from cases.services.asks import answer_ask, reopen_ask
from cases.services.team import edit_member
from cases.services.told import Told
from tests.cases.built import ROOMS, build
from tests.cases.pages import said, values_of, words
from tests.cases.walked import asked, flag_of
from web.clock import now

pytestmark = pytest.mark.django_db


def room_of(parent, signature, *needs, **more):
    needs = list(needs) or ["everyday-skills"]
    team = [{"name": "Sam Lee", "said": signature, **more}]
    return build(parent, {"state": "OR", "age": "6-11", "needs": needs, "team": team})


def sam(case) -> Member:
    return case.members.get(name="Sam Lee")


def kept(case):
    """Everything an answer may have changed about Sam."""
    member = sam(case)
    letters = [
        (c.text, c.kind, c.role and c.role.slug, sorted(r.slug for r in c.candidates.all()))
        + (c.standing, c.verified_on, c.resolved, c.position)
        for c in member.credentials.all()
    ]
    trainings = list(member.trainings.values_list("capability__slug", "name", "standing", "kind"))
    told = [member.said, member.believed, member.supervisor, member.supervisor_name]
    return told, letters, trainings


def page_of(ask) -> str:
    return f"/room/{ask.case.key}/questions/{ask.key}/"


def answer(client: Client, ask: Ask, **told):
    ask.refresh_from_db()
    form = {"do": "answer", "outcome": "answered", "version": ask.version, **told}
    return client.post(page_of(ask), form, follow=True)


def only(case) -> int | None:
    """The one training of the room."""
    return Training.objects.filter(member__case=case).values_list("pk", flat=True).first()


def kind_of(case) -> str:
    """The field for what kind it is."""
    return f"training_{only(case)}"


def state_of(flag: Flag) -> str:
    flag.refresh_from_db()
    return flag.state


TRAUMA = {"agreed": ["trauma"], "training": {"trauma-treatment": "a course"}}
SETTLED = {
    "the name of a supervisor": ("no_supervisor", "QMHA", {}, {"supervisor_name": "Pat Lund"}),
    "a license on its way": ("license_on_the_way", "CSWA", {}, {"supervisor_name": "Pat Lund"}),
    "a degree and a license": ("degree_not_license", "MSW", {}, {"letters": "LCSW"}),
    "a degree and a supervisor": ("degree_not_license", "MSW", {}, {"supervisor_name": "Pat Lund"}),
    "letters for unknown ones": ("title_unclear", "XQZ", {}, {"letters": "QMHA"}),
    "a job for unknown letters": ("title_unclear", "XQZ", {}, {"letters": "Residential staff"}),
    "a job for nothing": ("title_unclear", "", {}, {"letters": "Case aide"}),
    "letters for a word of several": ("title_unclear", "Therapist", {}, {"letters": "LCSW"}),
    "which of several": ("title_unclear", "Skills trainer", {}, {"role": "qmha"}),
    "what the parent thinks": (
        "belief_vs_role",
        "QMHA",
        {"believed": "therapist", "needs": ["trauma"]},
        {"believed": "skills helper"},
    ),
    "the register": (
        "register_not_checked",
        "LPC",
        {"agreed": ["self-harm-suicide"], "needs": ["self-harm-suicide"]},
        {"looked_up": ["LPC"]},
    ),
    "a certificate": (
        "training_unproven",
        "LPC",
        {**TRAUMA, "needs": ["trauma"]},
        {"training_{only}": "seen"},
    ),
    "a training by its name": (
        "plan_on_unknown_fit",
        "LPC",
        {"agreed": ["trauma"], "needs": ["trauma"]},
        {"new_training": "TF-CBT", "new_training_how": "full"},
    ),
}


@pytest.mark.parametrize("case_of", SETTLED)
def test_the_fact_settles_it_and_undo_takes_back_exactly_that(catalogue, as_parent, parent, case_of):
    rule, signature, more, told = SETTLED[case_of]
    case = room_of(parent, signature, *more.get("needs", ()), **more)
    told = {name.format(only=only(case)): value for name, value in told.items()}
    flag = Flag.objects.get(case=case, rule=rule, member=sam(case))
    before, ask = kept(case), asked(flag, parent)
    for name in told:
        assert f'name="{name}"' in words(as_parent.get(page_of(ask)))
    answer(as_parent, ask, **told)
    assert state_of(flag) == "settled"
    assert kept(case) != before
    as_parent.post(page_of(ask), {"do": "undo"})
    assert kept(case) == before
    assert (state_of(flag), Ask.objects.get().state) == ("asked", "waiting")


@pytest.mark.parametrize("case_of", SETTLED)
def test_words_alone_settle_nothing_and_are_told_so(catalogue, as_parent, parent, case_of):
    rule, signature, more, _ = SETTLED[case_of]
    case = room_of(parent, signature, *more.get("needs", ()), **more)
    flag = Flag.objects.get(case=case, rule=rule, member=sam(case))
    before, ask = kept(case), asked(flag, parent)
    assert not re.search(r'name="settles"[^>]*checked', words(as_parent.get(page_of(ask))))
    page = said(answer(as_parent, ask, answer="Pat Lund does. One hour, and no certificate."))
    assert "Written down. They answered. This stays on the list until" in page
    assert (state_of(flag), kept(case)) == ("open", before)


def test_a_tick_of_the_parent_still_settles_it(catalogue, as_parent, parent):
    case = room_of(parent, "QMHA")
    flag = flag_of(case, "no_supervisor")
    answer(as_parent, asked(flag, parent), settles="on")
    assert state_of(flag) == "sorted"


def test_a_short_training_is_written_down_and_the_chair_stays_open(catalogue, as_parent, parent):
    case = build(parent, ROOMS["B1"])
    flag = flag_of(case, "training_unproven")
    page = said(answer(as_parent, asked(flag, parent), answer="One hour.", **{kind_of(case): "short"}))
    assert "This stays on the list until you know who leads" in page
    assert (state_of(flag), flag.why, Training.objects.get().kind) == ("open", "short", "short")
    assert not read(case, now=now()).coverage.row("sexualized-behavior").has_lead


def test_a_certificate_told_in_an_answer_goes_with_it_from_the_log(catalogue, as_parent, parent):
    case = build(parent, ROOMS["B1"])
    Training.objects.update(says_short=False)
    ask = asked(flag_of(case, "training_unproven"), parent)
    answer(as_parent, ask, **{kind_of(case): "seen"})
    assert read(case, now=now()).coverage.row("sexualized-behavior").has_lead
    assert CaseEvent.objects.filter(case=case, kind="certified").count() == 1
    as_parent.post(page_of(ask), {"do": "undo"})
    assert not CaseEvent.objects.filter(case=case, kind="certified").exists()
    assert (Training.objects.get().standing, Training.objects.get().kind) == ("told", "")


def test_of_a_certificate_that_was_seen_only_what_it_is_for_is_open(catalogue, as_parent, parent):
    case = build(parent, ROOMS["B1"])
    Training.objects.update(standing="certified")
    ask = asked(flag_of(case, "training_unproven"), parent)
    assert values_of(as_parent.get(page_of(ask)), kind_of(case)) == ["seen", "short", ""]


def test_a_yes_and_the_name_of_the_supervisor_fill_the_chair_at_once(catalogue, as_parent, parent):
    case = room_of(parent, "CSWA", "family-conflict")
    flag = Flag.objects.get(case=case, rule="fit_not_asked")
    Flag.objects.filter(pk=flag.pk).update(member=sam(case), params={**flag.params, "role": "cswa"})
    flag.refresh_from_db()
    answer(as_parent, asked(flag, parent), leads="yes", supervisor_name="Pat Lund")
    row = read(case, now=now()).coverage.row("family-conflict")
    assert row.leads == (sam(case).pk,)


def test_who_was_asked_about_them_may_be_somebody_else(catalogue, as_parent, parent):
    case = room_of(parent, "QMHA")
    flag = flag_of(case, "no_supervisor")
    ask = asked(flag, parent)
    Ask.objects.update(member=None, to_whom="the agency")
    answer(as_parent, ask, supervisor_name="Pat Lund")
    assert (sam(case).supervisor_name, state_of(flag)) == ("Pat Lund", "settled")


def test_letters_stand_beside_those_that_were_told_before(catalogue, as_parent, parent):
    case = room_of(parent, "Sam Lee, MSW")
    answer(as_parent, asked(flag_of(case, "degree_not_license"), parent), letters="LCSW")
    assert [c.text for c in sam(case).credentials.all()] == ["MSW", "LCSW"]


def test_a_role_that_was_picked_comes_back_as_picked(catalogue, parent):
    case = room_of(parent, "MSW")
    member = sam(case)
    Member.objects.filter(pk=member.pk).update(said="")
    member.credentials.update(resolved=True)
    before, ask = kept(case), asked(flag_of(case, "degree_not_license"), parent)
    answer_ask(ask=ask, by=parent, told=Told(letters="LCSW"))
    assert [c.text for c in sam(case).credentials.all()] == ["MSW", "LCSW"]
    reopen_ask(ask=ask, by=parent)
    assert kept(case) == before


def test_what_somebody_changed_since_stays_theirs(catalogue, parent):
    case = room_of(parent, "QMHA")
    ask = asked(flag_of(case, "no_supervisor"), parent)
    answer_ask(ask=ask, by=parent, told=Told(supervisor="Pat Lund", believed="therapist"))
    edit_member(
        member=sam(case), by=parent, version=None, name="Sam Lee", said=sam(case).said,
        believed="therapist", supervisor="named", supervisor_name="Kim Roe",
    )  # fmt: skip
    reopen_ask(ask=ask, by=parent)
    assert (sam(case).supervisor_name, sam(case).believed) == ("Kim Roe", "")


@pytest.mark.parametrize("outcome", ["declined", "unclear"])
def test_what_was_told_beside_another_outcome_is_kept_on_the_page(catalogue, as_parent, parent, outcome):
    case = room_of(parent, "QMHA")
    ask = asked(flag_of(case, "no_supervisor"), parent)
    page = answer(as_parent, ask, outcome=outcome, supervisor_name="Pat Lund")
    assert "Pick “They answered” to keep it." in said(page)
    assert 'value="Pat Lund"' in words(page)
    assert Ask.objects.get().state == "waiting"


@pytest.mark.parametrize(
    ("rule", "signature", "told", "error"),
    [
        ("no_supervisor", "QMHA", {"supervisor_name": "x" * 61}, "We can keep 60."),
        ("title_unclear", "Skills trainer", {"role": "psychiatrist"}, "Pick one of these answers."),
        ("title_unclear", "XQZ", {"letters": "503-555-0100"}, "no letters and no"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_saves_nothing(
    catalogue, as_parent, parent, rule, signature, told, error
):
    case = room_of(parent, signature)
    before, ask = kept(case), asked(flag_of(case, rule), parent)
    assert error in said(answer(as_parent, ask, **told))
    assert (kept(case), Ask.objects.get().state) == (before, "waiting")


def test_a_question_about_nothing_a_rule_reads_has_no_such_field(catalogue, as_parent, parent):
    case = build(
        parent,
        {
            "state": "OR",
            "age": "6-11",
            "needs": ["home-aggression", "sibling-impact"],
            "team": [{"name": "Sam Lee", "said": "LCSW"}],
        },
    )
    ask = asked(flag_of(case, "sibling_safety"), parent)
    assert "goes to the person’s page" not in said(as_parent.get(page_of(ask)))
    page = said(answer(as_parent, ask, answer="Let me think about it."))
    assert "This stays on the list until you say that it is sorted." in page
    assert state_of(Flag.objects.get(pk=ask.flag_id)) == "open"
    assert not Credential.objects.filter(standing="verified").exists()
