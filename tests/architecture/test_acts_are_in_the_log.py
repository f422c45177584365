"""What the room's log tells of each act: which line, by whom, about whom, and what it names."""

import pytest

from cases.models import CaseEvent
from tests.architecture.acts import TRIALS
from tests.architecture.services import acts

pytestmark = pytest.mark.django_db
NEED = {"need": "family-conflict", "noun": "help with family conflict"}
SEEN = {"name": "Jane", "training": "TF-CBT", "was": "told", "kind_was": ""}

#: Kind, the person on the team it tells of, and what it names. An act that is not here is no news.
LINES = {
    "cases.services.agreements.agree": ("agreed", "Jane", {"name": "Jane", **NEED}),
    "cases.services.agreements.agree_by_answer": ("agreed", "Tasha", {"name": "Tasha", **NEED}),
    "cases.services.agreements.set_agreements": ("agreed", "Jane", {"name": "Jane", **NEED}),
    "cases.services.asks.send_ask": ("asked", "", {"whom": "the clinic"}),
    "cases.services.asks.nudge_ask": ("nudged", "", {"whom": "Jane"}),
    "cases.services.asks.promise_ask": ("promised", "", None),  # names the day
    "cases.services.asks.answer_ask": ("answered", "", {"whom": "Jane"}),
    "cases.services.asks.decline_ask": ("said-no", "", {"whom": "Jane"}),
    "cases.services.asks.unclear_ask": ("unclear", "", {"whom": "Jane"}),
    "cases.services.flags.sort_flag": ("settled", "", None),  # names the title as it was told
    "cases.services.flags.put_off_flag": ("put-off", "", None),
    "cases.services.flags.differ_on_flag": ("different", "", None),
    "cases.services.rooms.set_needs": ("needs-changed", "", None),  # names the needs
    "cases.services.rooms.write_note": ("note", "", {}),
    "cases.services.sharing.share_with_coach": ("coach-joined", "", {"coach": "The stranger"}),
    "cases.services.sharing.end_share": ("sharing-ended", "", {"coach": "The coach"}),
    "cases.services.team.add_member": ("member-added", "Sam", {"name": "Sam"}),
    "cases.services.team.member_left": ("member-left", "Luis", {"name": "Luis"}),
    "cases.services.trainings.certify_training": ("certified", "Jane", None),  # names the row as well
    "coaching.services.invitations.accept_invitation": ("coach-joined", "", {"coach": "The invited"}),
    "coaching.services.invitations.decline_invitation": ("coach-declined", "", {}),
    "coaching.services.invitations.stop_sharing": ("sharing-ended", "", {"coach": "The coach"}),
}
#: Whose doing it is where it is not that of the first who may: a parent says yes by inviting.
BY = {"coaching.services.invitations.accept_invitation": "owner"}
#: What is told because of a move of a question or a flag goes when that is taken back.
OF_A_QUESTION = {
    "agree_by_answer",
    "send_ask",
    "promise_ask",
    "nudge_ask",
    "answer_ask",
    "decline_ask",
    "unclear_ask",
}
OF_A_FLAG = {"sort_flag", "put_off_flag", "differ_on_flag"}
#: One form that changes several facts has a line for each.
SEVERAL = {
    "cases.services.rooms.edit_child": ["child-renamed", "state-changed"],
    "cases.services.team.edit_member": ["letters-changed", "member-renamed"],
}


def told_by(name, here, who):
    trial = TRIALS[name]
    trial.before(here)
    last = CaseEvent.objects.order_by("pk").last().pk
    acts()[name].act(**trial.arguments(here), by=here.people[who])
    return list(CaseEvent.objects.filter(pk__gt=last))


@pytest.mark.parametrize("name", sorted(LINES))
def test_an_act_has_one_line_in_the_log_of_its_room(name, here):
    kind, about, names = LINES[name]
    who = TRIALS[name].may[0]
    (line,) = told_by(name, here, who)
    assert (line.kind, line.case_id) == (kind, here.room_id)
    assert line.by == here.people[BY.get(name, who)]
    assert (line.member.name if line.member else "") == about
    assert names in (None, line.params)
    short = name.rpartition(".")[2]
    assert bool(line.ask_event) == (short in OF_A_QUESTION)
    assert bool(line.flag_move) == (short in OF_A_FLAG)


@pytest.mark.parametrize(
    "name", sorted(set(TRIALS) - set(LINES) - set(SEVERAL) - {"cases.services.rooms.start_room"})
)
def test_the_other_acts_are_no_news(name, here):
    assert told_by(name, here, TRIALS[name].may[0]) == []


@pytest.mark.parametrize("name", sorted(SEVERAL))
def test_each_fact_that_changed_has_its_line(name, here):
    lines = told_by(name, here, "owner")
    assert sorted(line.kind for line in lines) == SEVERAL[name]
    assert all(line.params["was"] != line.params["now"] for line in lines)


def test_a_line_about_a_question_or_a_flag_names_its_move(here):
    asked = here.ask("waiting")
    (answered,) = told_by("cases.services.asks.answer_ask", here, "owner")
    assert (answered.ask_event.kind, answered.ask_event.ask) == ("answered", asked)
    flag = here.flag("open")
    (settled,) = told_by("cases.services.flags.sort_flag", here, "owner")
    assert (settled.flag_move.became, settled.flag_move.flag) == ("sorted", flag)
    assert settled.params == {"title": flag.tellings.last().words["title"]}


def test_a_certificate_is_told_with_what_is_needed_to_take_it_back(here):
    training = here.member("Jane").trainings.get()
    (line,) = told_by("cases.services.trainings.certify_training", here, "owner")
    assert line.params == {**SEEN, "row": str(training.pk)}


def test_a_coach_who_steps_back_is_told_as_such(here):
    (line,) = told_by("cases.services.sharing.end_share", here, "coach")
    assert (line.kind, line.by, line.params) == ("coach-left", here.people["coach"], {"coach": "The coach"})


def test_who_declines_without_an_account_is_named_nowhere(here):
    (line,) = told_by("coaching.services.invitations.decline_invitation", here, "anonymous")
    assert (line.kind, line.by, line.params) == ("coach-declined", None, {})
