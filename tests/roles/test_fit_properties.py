"""What holds for every person and every catalogue."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roles.catalogue import RANK, Kind, Reach
from roles.fit import fit
from tests.roles import tiny
from tests.roles.tiny import Letters, cell

SLUGS = [info.slug for info in tiny.ROLES]
PLACES = ["", "OR", "VA", "WA"]
CAN = "therapy"
DEGREES = {info.slug for info in tiny.ROLES if info.kind is Kind.DEGREE}
roles = st.sampled_from(["", *SLUGS])
letters = st.builds(
    Letters,
    role=roles,
    candidates=st.lists(st.sampled_from(SLUGS), max_size=3, unique=True).map(tuple),
    kind=st.sampled_from(list(Kind)),
)
known = st.builds(Letters, role=st.sampled_from(SLUGS), kind=st.sampled_from(list(Kind)))
cells = st.dictionaries(
    st.tuples(st.sampled_from(SLUGS), st.sampled_from(PLACES)), st.sampled_from(list(Reach)), max_size=30
)
people = st.lists(letters, max_size=5)
states = st.sampled_from(PLACES)
often = settings(deadline=None, max_examples=200)


def make(values):
    given_cells = [cell(role, CAN, reach, state) for (role, state), reach in values.items()]
    return tiny.catalogue(tiny.ROLES, given_cells, (tiny.capability(CAN, opened=True),), tiny.NAMES)


@often
@given(cells, people, states)
def test_a_reach_other_than_unknown_always_rests_on_a_cell_that_says_so(values, person, state):
    result = fit(make(values), person, CAN, state)
    decided = result.decided_by
    assert (decided is None) == (result.reach is Reach.UNKNOWN)
    assert decided is None or decided.reach is result.reach


@often
@given(cells, people, states)
def test_not_trained_is_never_said_without_a_cell_that_says_it(values, person, state):
    without = {key: reach for key, reach in values.items() if reach is not Reach.NOT_TRAINED}
    assert fit(make(without), person, CAN, state).reach is not Reach.NOT_TRAINED


@often
@given(cells, known, people, letters, states)
def test_more_letters_never_lower_the_fit_of_someone_with_a_known_role(values, first, person, more, state):
    catalogue = make(values)
    assume(not any(more.role in letters.candidates for letters in person))  # tells which of several it is
    before = fit(catalogue, [first, *person], CAN, state)
    after = fit(catalogue, [first, *person, more], CAN, state)
    assert RANK[after.reach] <= RANK[before.reach]


@often
@given(cells, people, states)
def test_the_order_of_letters_does_not_matter(values, person, state):
    catalogue = make(values)
    assert fit(catalogue, person, CAN, state).reach is fit(catalogue, person[::-1], CAN, state).reach


@often
@given(cells, people, states)
def test_training_never_lowers_and_never_lifts_a_no(values, person, state):
    catalogue = make(values)
    told = fit(catalogue, person, CAN, state)
    before, after = told.reach, fit(catalogue, person, CAN, state, {CAN: "a course"}).reach
    assert after in (before, Reach.TRAINED)
    assert before not in (Reach.NOT_TRAINED, Reach.UNKNOWN) or after is before
    assert before is not Reach.DEPENDS or (after is Reach.TRAINED) == (told.role not in DEGREES)


@often
@given(cells, people, states)
def test_an_unknown_always_says_which_silence_it_is(values, person, state):
    result = fit(make(values), person, CAN, state)
    assert bool(result.why_unknown) == (result.reach is Reach.UNKNOWN)
