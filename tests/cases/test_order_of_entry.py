"""The order in which people, needs and agreements were entered changes nothing a family is told."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.mismatch import find, next_step
from tests.cases.plain import agreed, ask, person, room, trained
from tests.cases.plain_catalogue import ROLES, catalogue

often = settings(deadline=None, max_examples=80)
TRAININGS = [
    (),
    (trained("trauma-treatment"),),
    (trained("trauma-treatment", "a webinar", known=False), trained("sexual-behavior", standing="under-way")),
]
PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Ana", "Bo", "Kim", "Dr. Lee"]),
        st.lists(st.sampled_from(sorted(ROLES)), max_size=2),
        st.sampled_from(["unknown", "named", "none"]),
        st.sampled_from(TRAININGS),
        st.sampled_from(["", "plan", "agreed", "declined"]),
        st.booleans(),
    ),
    min_size=2,
    max_size=5,
)
NEEDS = st.lists(st.sampled_from(sorted(catalogue().needs)), min_size=1, max_size=6, unique=True)
STATES = st.sampled_from(["OR", "ID", ""])


def entered(people, needs, state, *, agreed_on):
    """A room in the order told, with what was agreed on so many needs.

    Ids follow what somebody is, so that both orders speak of the same people.
    """
    ids = {told: place for place, told in enumerate(sorted({repr(p) for p in people}), 1)}
    unique = {ids[repr(told)]: told for told in people}
    team = {
        id: person(id, name, *roles, supervisor=supervisor, trainings=trainings)
        for id, (name, roles, supervisor, trainings, *_) in unique.items()
    }
    said = [(id, kind) for id, (*_, kind, _) in unique.items() if kind]
    kinds = [agreed(team[id], need, kind) for id, kind in said for need in needs[:agreed_on]]
    asks = [ask(id, needs[0], team[id]) for id, (*_, is_asked) in unique.items() if is_asked]
    return room(" ".join(needs), *team.values(), state=state, agreements=tuple(kinds), asks=tuple(asks))


def shown(facts):
    """The grid without the order of its columns, the findings, and the next step."""
    grid = cover(facts, catalogue())
    found = find(facts, catalogue(), grid)
    rows = [replace(row, cells=tuple(sorted(row.cells, key=lambda cell: cell.member))) for row in grid.rows]
    return rows, found, next_step(facts, grid, found)


@often
@given(PEOPLE, NEEDS, STATES, st.sampled_from([1, 6]), st.data())
def test_the_order_of_entry_changes_nothing(people, needs, state, agreed_on, data):
    first = entered(people, sorted(needs), state, agreed_on=agreed_on)
    later = replace(
        first,
        needs=tuple(data.draw(st.permutations(first.needs))),
        members=tuple(data.draw(st.permutations(first.members))),
        agreements=tuple(data.draw(st.permutations(first.agreements))),
        asks=tuple(data.draw(st.permutations(first.asks))),
    )
    assert shown(later) == shown(first)


def test_of_two_alike_in_everything_known_the_ids_alone_tell_which():
    first, second = (person(id, "Ana", "lcsw") for id in (1, 2))
    for team in ((first, second), (second, first)):
        _, found, step = shown(room("family-conflict", *team))
        assert [f.rule for f in found] == ["fit_not_asked"]
        assert step == found[0]


def test_the_columns_of_the_grid_stay_in_the_order_of_the_table():
    zoe, ana = person(1, "Zoe", "lcsw"), person(2, "Ana", "lcsw")
    row = cover(room("family-conflict", zoe, ana), catalogue()).row("family-conflict")
    assert [cell.member for cell in row.cells] == [1, 2]
    assert row.could == (2, 1)
