"""What one finding stands for, and what keeps a certificate from opening a role, is said in its words."""

from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import find
from cases.services.agreements import agree
from cases.services.flags import differ_on_flag, put_off_flag, sort_flag, undo_flag
from cases.wording import Tone, Voice
from roles.catalogue import Ground
from roles.models import Need
from tests.cases.built import build
from tests.cases.plain import TASHA, agreed, ask, believing, room, told, trained
from tests.cases.plain_catalogue import FAMILY, TRAUMA, catalogue
from tests.cases.walked import flag_of, is_open

SEEN = believing(TASHA, "family therapist")
PLANNED = agreed(SEEN, FAMILY, "plan")
WORRY, EATING = "depression-anxiety", "eating"
OUTSIDE, BELIEF = "outside_training", "belief_vs_role"
SAID = "You told us you see Tasha as a family therapist."


# -- a belief -----------------------------------------------------------------------------------------


def found(facts, decided=()):
    return {f.rule: f for f in find(facts, catalogue(), cover(facts, catalogue()), decided)}


def test_what_a_parent_believes_is_said_where_the_plan_asks_the_same():
    facts = room(FAMILY, SEEN, agreements=(PLANNED,))
    (flag,) = told(facts, catalogue())
    assert (flag.rule, flag.params["believed"]) == (OUTSIDE, "family therapist")
    assert SAID in flag.words.why
    (coached,) = told(facts, catalogue(), Voice("Renee", Tone.PLAIN))
    assert "Renee told us they see Tasha as a family therapist." in coached.words.why


def test_nothing_is_said_of_it_where_nobody_told_it():
    (flag,) = told(room(FAMILY, TASHA, agreements=(PLANNED,)), catalogue())
    assert "believed" not in flag.params
    assert "You told us you see" not in flag.words.why


def test_it_is_told_on_its_own_once_the_other_is_decided():
    facts = room(FAMILY, SEEN, agreements=(PLANNED,))
    beside = found(facts, [found(facts)[OUTSIDE].fingerprint])
    assert set(beside) == {OUTSIDE, BELIEF}
    assert "believed" not in beside[OUTSIDE].params


def test_it_is_told_on_its_own_while_the_other_is_asked_about():
    facts = room(FAMILY, SEEN, agreements=(PLANNED,))
    assert set(found(replace(facts, asks=(ask(1, FAMILY),)))) >= {OUTSIDE, BELIEF}
    assert BELIEF not in found(replace(facts, asks=(ask(1, TRAUMA),)))


def test_it_rests_on_as_long_as_one_of_two_is_open():
    both = (PLANNED, agreed(SEEN, TRAUMA, "plan"))
    facts = room(f"{FAMILY} {TRAUMA}", believing(TASHA, "therapist"), agreements=both)
    everything = find(facts, catalogue(), cover(facts, catalogue()))
    chairs = [f.fingerprint for f in everything if f.rule == OUTSIDE]
    behind = [f for f in everything if f.rule == OUTSIDE and "believed" in f.params]
    assert len(chairs) == 2
    assert bool(behind) != any(f.rule == BELIEF for f in everything)
    assert BELIEF in found(facts, chairs)


@pytest.mark.parametrize("planned", [FAMILY, EATING])
def test_a_belief_that_safety_waits_for_rests_for_no_need_that_can_wait(planned):
    facts = room(f"{FAMILY} {EATING}", SEEN, agreements=(agreed(SEEN, planned, "plan"),))
    everything = found(facts)
    assert (BELIEF in everything) is (planned == FAMILY)
    assert ("believed" in everything[OUTSIDE].params) is (planned == EATING)


@pytest.mark.django_db
@pytest.mark.parametrize("decide", [put_off_flag, sort_flag, differ_on_flag])
def test_a_decision_about_the_plan_leaves_the_belief_to_be_told(catalogue, parent, decide):
    jo = {"name": "Jo Bell", "said": "QMHA", "believed": "A therapist", "supervisor": "Lee"}
    case = build(parent, {"state": "OR", "age": "6-11", "needs": [WORRY], "team": [jo]})
    agree(member=case.members.get(), need=Need.objects.get(slug=WORRY), by=parent, kind="plan")
    assert not is_open(case, BELIEF)
    flag = flag_of(case, OUTSIDE)
    why = {"reason": "They know us."} if decide is differ_on_flag else {}
    decide(flag=flag, by=parent, **why)
    assert is_open(case, BELIEF)
    flag.refresh_from_db()
    undo_flag(flag=flag, by=parent)
    assert not is_open(case, BELIEF)


# -- a certificate ------------------------------------------------------------------------------------

STILL = {
    Ground.TRAINING: "To lead {noun} takes a role trained for it, too.",
    Ground.SCOPE: "By the job or the law, other roles lead {noun}.",
    Ground.LICENCE: "To lead {noun} takes a license, too.",
}


def certified_room(standing="certified", name="TF-CBT", **more):
    jo = believing(replace(TASHA, trainings=(trained(TRAUMA_WORK, name, standing=standing, **more),)), "")
    return room(TRAUMA, jo, agreements=(agreed(jo, TRAUMA, "plan"),))


TRAUMA_WORK = "trauma-treatment"


@pytest.mark.parametrize("ground", Ground)
def test_why_a_certificate_does_not_open_the_role_is_said(ground):
    known = catalogue()
    grounds = {
        key: replace(fit, ground=ground) if key[:2] == ("qmha", TRAUMA_WORK) else fit
        for key, fit in known.fits.items()
    }
    (flag,) = [f for f in told(certified_room(), replace(known, fits=grounds)) if f.rule == OUTSIDE]
    still = STILL[ground].format(noun=known.capabilities[TRAUMA_WORK].noun)
    assert f"The certificate for “TF-CBT” is real. {still}" in flag.words.why


@pytest.mark.parametrize(
    "facts",
    [
        certified_room("told"),
        certified_room("under-way"),
        certified_room(kind="short"),
        room(TRAUMA, TASHA, agreements=(agreed(TASHA, TRAUMA, "plan"),)),
    ],
)
def test_without_a_certificate_none_is_spoken_of(facts):
    (flag,) = [f for f in told(facts, catalogue()) if f.rule == OUTSIDE]
    assert "certificate" not in flag.words.why


def test_the_certificate_is_named_beside_what_the_parent_believes():
    (flag,) = [f for f in told(room(FAMILY, SEEN), catalogue()) if f.rule == BELIEF]
    learned = (trained(flag.params["capability"], "A course", standing="certified"),)
    (beside,) = [
        f for f in told(room(FAMILY, replace(SEEN, trainings=learned)), catalogue()) if f.rule == BELIEF
    ]
    assert "The certificate for “A course” is real." in beside.words.why
    assert "certificate" not in flag.words.why
