"""A decision holds for the facts it was made on: what counts as worse, and what does not."""

import json
from dataclasses import replace

import pytest

from cases.coverage import cover
from cases.mismatch import Level, Rule, find
from cases.mismatch.decided import Basis, Change, not_found, still_found, worse
from cases.snapshot import CredentialFact
from roles.catalogue import Kind
from tests.cases.plain import ANA, JANE, LUIS, OKAFOR, TASHA, agreed, ask, believing, letters, person, room
from tests.cases.plain_catalogue import FAMILY, SAFETY, SKILLS, TRAUMA, catalogue


def basis(rule, facts, known=None):
    known = known or catalogue()
    (found,) = [f for f in find(facts, known, cover(facts, known)) if f.rule == rule]
    return Basis.of(found)


def away(before, rule, facts, *, need="", member=None):
    """The basis after a look at a room in which the finding is not there."""
    return not_found(before, Rule(rule), need, member, facts, cover(facts, catalogue()))


def wearing(text, member=LUIS):
    return replace(member, credentials=(CredentialFact(text, Kind.UNKNOWN),))


HELPERS = basis("helpers_no_lead", room(SAFETY, TASHA))
TITLE = basis("title_unclear", room(SKILLS, LUIS))


def test_a_decision_about_letters_of_another_state_rests_on_the_roles_they_stand_for():
    both = person(13, "Kim", "lcsw", "qmhp")
    assert basis("other_state", room(SKILLS, both, state="NV")).about == ("lcsw", "qmhp")


# -- worse --------------------------------------------------------------------------------------------


def test_a_lead_who_came_and_left_is_worse():
    led = away(
        HELPERS, "helpers_no_lead", room(SAFETY, TASHA, ANA, agreements=(agreed(ANA, SAFETY),)), need=SAFETY
    )
    assert worse(led, HELPERS) is Change.LEAD


def test_somebody_who_only_could_lead_meanwhile_was_no_lead_and_is_missed_all_the_same():
    could = away(HELPERS, "helpers_no_lead", room(SAFETY, TASHA, ANA), need=SAFETY)
    assert not could.led
    assert worse(could, HELPERS) is Change.COULD


def test_a_lead_for_what_was_believed_who_is_lost_is_worse():
    tasha = believing(TASHA, "our family therapist")
    led = basis("belief_vs_role", room(FAMILY, tasha, ANA, agreements=(agreed(ANA, FAMILY),)))
    assert worse(led, basis("belief_vs_role", room(FAMILY, tasha))) is Change.LEAD


def test_a_need_that_became_a_matter_of_safety_is_worse():
    known = catalogue()
    safe = replace(known, needs={**known.needs, FAMILY: replace(known.needs[FAMILY], safety=True)})
    now = basis("helpers_no_lead", room(FAMILY, TASHA), safe)
    assert worse(basis("helpers_no_lead", room(FAMILY, TASHA)), now) is Change.LEVEL


def test_a_need_taken_off_the_list_and_picked_again_is_worse():
    off = away(HELPERS, "helpers_no_lead", room(SKILLS, TASHA), need=SAFETY)
    assert worse(off, HELPERS) is Change.NEED


def test_a_need_that_waits_for_the_answer_is_worse_where_none_did():
    no_need, one = basis("title_unclear", room("", LUIS)), basis("title_unclear", room(FAMILY, LUIS))
    assert worse(no_need, one) is Change.NEEDS


def test_one_more_need_that_nothing_else_tells_of_is_worse():
    one, two = (basis("title_unclear", room(needs, LUIS)) for needs in (FAMILY, f"{FAMILY} {TRAUMA}"))
    assert worse(one, two) is Change.NEEDS
    assert worse(two, one) is None
    assert worse(still_found(two, one), two) is Change.NEEDS


def test_what_carried_needs_before_it_was_kept_which_is_not_worse_by_one_more():
    one, two = (basis("title_unclear", room(needs, LUIS)) for needs in (FAMILY, f"{FAMILY} {TRAUMA}"))
    kept_before = Basis.load({**one.dump(), "carries": None})
    assert worse(kept_before, two) is None
    assert still_found(kept_before, two).carries == two.carries


def test_other_letters_that_tell_no_more_are_worse():
    now = basis("title_unclear", room(SKILLS, wearing("Aide")))
    assert worse(TITLE, now) is Change.PERSON


def test_letters_that_reach_less_far_are_worse_and_those_that_reach_further_are_not():
    with_supervisor = basis("fit_not_asked", room(FAMILY, JANE))
    alone = basis("fit_not_asked", room(FAMILY, replace(JANE, credentials=(letters("lcsw"),))))
    assert worse(alone, with_supervisor) is Change.PERSON
    assert worse(with_supervisor, alone) is None


def test_a_supervisor_who_was_named_and_is_gone_is_worse():
    before = basis("no_supervisor", room("", JANE))
    named = away(before, "no_supervisor", room("", replace(JANE, supervisor="named")), member=JANE.id)
    assert worse(named, before) is Change.SUPERVISOR


def test_somebody_told_to_work_alone_is_worse_than_no_name():
    before, alone = (
        basis("no_supervisor", room("", replace(JANE, supervisor=how))) for how in ("unknown", "none")
    )
    assert worse(before, alone) is Change.PERSON
    assert worse(alone, before) is None


def test_one_helper_less_is_worse_and_one_more_is_not():
    another = replace(TASHA, id=9, name="Bo")
    two = basis("helpers_no_lead", room(SAFETY, TASHA, another))
    assert worse(two, HELPERS) is Change.HELPERS
    assert worse(HELPERS, two) is None


def test_a_no_of_one_more_person_is_worse():
    ed = person(8, "Ed", "slp")
    said_no = tuple(agreed(member, TRAUMA, "declined") for member in (TASHA, ed))
    one, both = (basis("gap", room(TRAUMA, TASHA, ed, agreements=said)) for said in (said_no[:1], said_no))
    assert worse(one, both) is Change.DECLINED
    assert worse(both, one) is None


def test_the_no_itself_is_told_before_who_could_lead_no_more():
    bo, no = replace(ANA, id=9, name="Bo"), agreed(ANA, FAMILY, "declined")
    before = basis("everyone_said_no", room(FAMILY, ANA, agreements=(no,)))
    could = away(before, "everyone_said_no", room(FAMILY, ANA, bo, agreements=(no,)), need=FAMILY)
    both = room(FAMILY, ANA, bo, agreements=(no, agreed(bo, FAMILY, "declined")))
    assert worse(could, basis("everyone_said_no", both)) is Change.DECLINED
    assert worse(could, before) is Change.COULD


def test_another_late_question_is_not_the_one_that_was_decided_on():
    first, second = (basis("still_waiting", room(FAMILY, ANA, asks=(ask(n, FAMILY, ANA),))) for n in (1, 2))
    assert worse(first, second) is Change.QUESTION
    assert worse(first, first) is None


def test_the_level_is_told_before_anything_else():
    everything = replace(HELPERS, level=Level.KNOW, led=True, away=True)
    assert worse(everything, HELPERS) is Change.LEVEL


SHARED = room("eating", replace(JANE, supervisor="named"), OKAFOR)


def test_one_of_those_who_could_share_it_is_missed():
    before = basis("fit_not_asked", SHARED)
    assert (before.share, before.named) == ((2, 3), (3, 2))
    assert worse(before, replace(before, share=())) is Change.COULD
    assert worse(before, replace(before, share=(3, 9))) is Change.COULD
    assert worse(before, replace(before, share=(), could=(2, 3))) is None


def test_who_could_lead_alone_and_now_only_shares_it_is_worse():
    before = replace(HELPERS, could=(5,))
    assert worse(before, replace(HELPERS, share=(5, 6))) is Change.COULD


def test_who_might_is_missed_only_where_nobody_could():
    before = replace(HELPERS, might=(5,), could=(6,))
    assert worse(before, replace(HELPERS, could=(6,))) is None
    assert worse(replace(before, could=()), HELPERS) is Change.MIGHT
    assert worse(replace(before, could=()), replace(HELPERS, might=(7,))) is None


# -- not worse ----------------------------------------------------------------------------------------


def test_another_name_is_not_worse():
    renamed = replace(TASHA, name="Tasha Bell")
    assert basis("helpers_no_lead", room(SAFETY, renamed)) == HELPERS
    assert worse(TITLE, basis("title_unclear", room(SKILLS, replace(LUIS, name="Luis Poe")))) is None


def test_another_version_of_the_catalogue_is_not_worse():
    assert basis("helpers_no_lead", room(SAFETY, TASHA), catalogue(number=8)) == HELPERS


def test_reasons_in_other_words_are_not_worse():
    known = catalogue()
    fits = {key: replace(fit, reason="Said in another way.") for key, fit in known.fits.items()}
    assert basis("helpers_no_lead", room(SAFETY, TASHA), replace(known, fits=fits)) == HELPERS


def test_letters_in_another_case_are_not_worse():
    spelled = replace(LUIS, credentials=(replace(LUIS.credentials[0], text="THERAPIST"),))
    assert worse(TITLE, basis("title_unclear", room(SKILLS, spelled))) is None


def test_somebody_who_left_and_came_back_is_not_worse():
    before = basis("title_unclear", room(SKILLS, LUIS, TASHA))
    gone = away(before, "title_unclear", room(SKILLS, TASHA), member=LUIS.id)
    assert worse(gone, before) is None


def test_a_lower_level_is_not_worse():
    assert worse(HELPERS, replace(HELPERS, level=Level.KNOW)) is None


def test_a_question_from_before_it_was_kept_which_one_is_not_worse():
    assert worse(Basis(Level.KNOW), Basis(Level.KNOW, question=5)) is None


# -- kept ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [HELPERS, TITLE, replace(HELPERS, led=True, declined=(3, 4), reach=2)])
def test_what_is_kept_is_read_back_as_it_was(kept):
    assert Basis.load(json.loads(json.dumps(kept.dump()))) == kept


def test_a_lead_seen_once_stays_in_the_basis():
    led = still_found(HELPERS, replace(HELPERS, led=True))
    assert still_found(led, HELPERS).led
    assert worse(led, HELPERS) is Change.LEAD
