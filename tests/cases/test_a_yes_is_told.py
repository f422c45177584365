"""Who said yes is told so, in the list of the team and on their page, whatever still keeps the chair open."""

import pytest
from hypothesis import given, settings

from cases.coverage import cover
from cases.presenters.people import team_of
from cases.presenters.standing import PLACES, standing
from cases.reader import Reading
from cases.services.agreements import agree
from cases.wording import PARENT
from cases.wording.grid import say_row
from cases.wording.names import names_in
from tests import factories
from tests.cases.any_room import STATES, people_for, room_of, some_needs
from tests.cases.pages import said
from tests.cases.plain import ANA, JANE, LUIS, TASHA, agreed, person, room, row, row_told
from tests.cases.plain_catalogue import FAMILY, SAFETY, TRAUMA, catalogue

TITLE = {slug: need.title for slug, need in catalogue().needs.items()}


def read(needs, *members, **more):
    return read_in(room(needs, *members, **more))


def read_in(facts):
    return Reading(facts, catalogue(), cover(facts, catalogue()))


def told(reading, member):
    """The line in the list of the team, and the lede of the person's page."""
    stands = standing(member.id, reading)
    return " ".join(stands.shown), stands.told(team_of(reading)[member.id])


@settings(deadline=None, max_examples=150)
@given(people_for(4), some_needs(4), STATES)
def test_in_any_room_no_yes_is_denied(people, needs, state):
    reading = read_in(room_of(people, needs, state))
    kinds = reading.room.agreements
    words = [say_row(row, names_in(reading.room), PARENT) for row in reading.coverage.rows]
    yes = {a.need for a in kinds if a.kind == "agreed"}
    assert not [
        r.need for r, w in zip(reading.coverage.rows, words, strict=True) if r.need in yes and "No one" in w
    ]
    for member in reading.room.members:
        stands, (line, lede) = standing(member.id, reading), told(reading, member)
        yes = {TITLE[a.need] for a in kinds if a.member == member.id and a.kind == "agreed"}
        kept = {place: getattr(stands, place) for place in PLACES if place != "could"}
        assert yes == {title for titles in kept.values() for title in titles}
        assert not yes & {*stands.could}
        for words in (line, lede):
            assert all(title in words for title in yes)
            assert bool(yes) == (words.startswith(("Leads:", "Said yes to ")))


BACKING, COURSE = "Who supervises the work is open.", "The training for it is open."
ROLE, ANOTHER = "Whether the role covers it is open.", "To lead it takes another role."


@pytest.mark.parametrize(
    ("member", "need", "opens"),
    [
        (JANE, FAMILY, BACKING),
        (ANA, TRAUMA, COURSE),
        (LUIS, TRAUMA, ROLE),
        (TASHA, SAFETY, ANOTHER),
        (TASHA, FAMILY, ANOTHER),
    ],
)
def test_a_yes_that_fills_no_chair_yet_says_what_is_open(member, need, opens):
    reading = read(need, member, agreements=(agreed(member, need),))
    words = f"Said yes to leading: {TITLE[need]}. {opens}"
    assert told(reading, member) == (words, words)


def test_the_table_never_says_no_one_over_a_yes():
    kinds = (agreed(TASHA, SAFETY),)
    nobody = row(SAFETY, TASHA, person(7, "Pia", "skills-trainer"), agreements=kinds)
    assert (nobody.state, nobody.why) == ("empty", "said-yes")
    assert row_told(nobody, TASHA) == (
        "Tasha said yes. The role can help. To lead all of it takes another role."
    )


def test_what_is_led_is_told_first_and_what_nobody_asked_yet_last():
    kinds = (agreed(ANA, FAMILY), agreed(ANA, TRAUMA))
    words = f"Leads: {TITLE[FAMILY]}. Said yes to leading: {TITLE[TRAUMA]}. {COURSE}"
    assert told(read(f"{FAMILY} {TRAUMA} {SAFETY}", ANA, agreements=kinds), ANA) == (words, words)
    line, lede = told(read(f"{TRAUMA} {FAMILY}", ANA, agreements=kinds[1:]), ANA)
    assert line == f"Said yes to leading: {TITLE[TRAUMA]}. {COURSE}"
    assert lede == f"{line} Could lead: {TITLE[FAMILY]}. Not asked yet, or not agreed yet."


def test_each_yes_says_what_is_open_about_it():
    reading = read(f"{FAMILY} {TRAUMA}", JANE, agreements=(agreed(JANE, FAMILY), agreed(JANE, TRAUMA)))
    first, second = (f"Said yes to leading: {TITLE[need]}." for need in (FAMILY, TRAUMA))
    assert told(reading, JANE)[0] == f"{first} {BACKING} {second} {COURSE}"


@pytest.mark.django_db
def test_both_pages_say_it(as_parent, room, parent):
    need, jane = room.needs.get(slug="family-conflict"), factories.member(room, "Jane")
    agree(member=jane, need=need, by=parent, kind="agreed")
    words = f"Said yes to leading: {need.title}. {BACKING}"
    for page in ("team/", f"team/{jane.key}/"):
        text = said(as_parent.get(f"/room/{room.key}/{page}"))
        assert words in text
        assert "Could lead: " + need.title not in text
