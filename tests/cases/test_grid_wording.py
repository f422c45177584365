"""The sentences of the grid: one for each thing there is to say, whole, with names that end as they end."""

import pytest

from cases.snapshot import Cell, CellWhy, Mark, NeedRow, RowWhy
from cases.wording import PARENT
from cases.wording.grid import CELLS, ROWS, say_cell, say_mark, say_row
from roles.catalogue import Reach
from tests.cases.plain import ANA, JANE, OKAFOR, TASHA, agreed, ask, person, row
from tests.cases.plain_catalogue import FAMILY, MEDICINE, SAFETY, TRAUMA
from tests.reading import MAX_GRADE, banned_words, grade

CALLED = {1: "Tasha R.", 2: "Jane", 3: "Bo", 4: "Ana"}
UNKNOWN = person(9, "Zoe")
ROW_WORDS = [
    (RowWhy.LEADS, (2,), None, "Jane leads"),
    (RowWhy.LEADS, (1, 2), None, "Tasha R. and Jane lead"),
    (RowWhy.SHARED, (1, 2), None, "Tasha R. and Jane share this"),
    (RowWhy.SUPERVISOR_OPEN, (), 2, "Jane agreed. Ask who supervises the work."),
    (RowWhy.ASKED, (1,), None, "Asked Tasha R. Waiting to hear."),
    (RowWhy.UNCLEAR, (1,), None, "Asked Tasha R. The answer is not clear yet."),
    (RowWhy.WITH_SUPERVISOR, (), 2, "Jane could lead with a supervisor. Ask who."),
    (RowWhy.COULD, (1,), 1, "Tasha R. could lead. Ask Tasha R."),
    (RowWhy.COULD, (3, 1, 2, 4), 3, "Bo, Tasha R. and 2 more could lead. Ask Bo."),
    (RowWhy.COULD_SHARE, (1, 2), 2, "Tasha R. and Jane could share this. Ask Jane."),
    (RowWhy.COULD_SHARE_ASKED, (1, 2), None, "Tasha R. and Jane could share this. Waiting to hear."),
    (RowWhy.PART_AGREED, (2,), 3, "Jane said yes to a part. Ask Bo about the rest."),
    (RowWhy.PART_AGREED_ASKED, (2,), None, "Jane said yes to a part. Waiting to hear about the rest."),
    (RowWhy.FIRST_THEN_COULD, (1, 2), 4, "Tasha R. and Jane could lead. First ask Ana."),
    (RowWhy.FIRST_THEN_WITH_SUPERVISOR, (1,), 2, "Tasha R. could lead with a supervisor. First ask Jane."),
    (RowWhy.FIRST_THEN_SHARE, (2, 3), 1, "Jane and Bo could share this. First ask Tasha R."),
    (RowWhy.STATE_OPEN, (), None, "It varies by state. Tell us yours."),
    (RowWhy.ROLE_OPEN, (), 1, "Tasha R. agreed. Ask what Tasha R.’s role covers."),
    (RowWhy.TRAINING_OPEN, (), 1, "Tasha R. agreed. Ask about Tasha R.’s training."),
    (RowWhy.DEPENDS, (), 1, "It depends. Ask Tasha R."),
    (RowWhy.UNKNOWN, (), 2, "We don’t know yet. Ask Jane."),
    (RowWhy.AGENCY, (), None, "We don’t know yet. Ask the agency."),
    (RowWhy.AGENCY_ASKED, (), None, "Asked. Waiting to hear."),
    (RowWhy.AGENCY_UNCLEAR, (), None, "Asked. The answer is not clear yet."),
    (RowWhy.DOCTOR, (), None, "We don’t know yet. Ask the child’s doctor or the agency."),
    (RowWhy.NOBODY, (), None, "No one yet"),
    (RowWhy.NO_THEN_ASK, (2,), 1, "Jane said no. Ask Tasha R."),
    (RowWhy.NO_THEN_AGENCY, (2,), None, "Jane said no. Ask the agency."),
    (RowWhy.NO_THEN_DOCTOR, (2,), None, "Jane said no. Ask the child’s doctor or the agency."),
    (RowWhy.SAID_NO, (2,), None, "Jane said no. No one else yet."),
    (RowWhy.SAID_NO, (1, 2), None, "Tasha R. and Jane said no. No one else yet."),
    (RowWhy.SAID_YES, (2,), None, "Jane said yes. Whether the role covers it is open."),
]
CELL_WORDS = [
    (CellWhy.MARK, ""),
    (CellWhy.LEADS_PART, "Leads a part"),
    (CellWhy.COULD_PART, "Could lead a part"),
    (CellWhy.AGREED_PART, "Said yes to a part"),
    (CellWhy.SAID_NO, "Said no"),
    (CellWhy.SUPERVISOR_OPEN, "Tasha R. agreed. Ask who supervises the work."),
    (CellWhy.ASKED, "Asked Tasha R. Waiting to hear."),
    (CellWhy.UNCLEAR, "Asked Tasha R. The answer is not clear yet."),
    (CellWhy.WITH_SUPERVISOR, "Could lead with a supervisor. Ask who."),
    (CellWhy.PLAN, "Could lead. The plan says so. Ask to be sure."),
    (CellWhy.STATE_OPEN, "Varies by state"),
    (CellWhy.AGREED_ROLE_OPEN, "Tasha R. agreed. Ask what Tasha R.’s role covers."),
    (CellWhy.AGREED_OPEN, "Tasha R. agreed. Ask about Tasha R.’s training."),
    (CellWhy.DEPENDS, "It depends. Ask."),
    (CellWhy.AGREED_BEYOND, "Said yes. To lead all of it takes another role."),
]


@pytest.mark.parametrize(("why", "named", "whom", "words"), ROW_WORDS)
def test_a_need_is_told_in_one_way_for_each_reason(why, named, whom, words):
    found = NeedRow(need=FAMILY, state="could", why=why, cells=(), named=named, whom=whom)
    assert say_row(found, CALLED, PARENT) == words


@pytest.mark.parametrize(("why", "words"), CELL_WORDS)
def test_a_person_is_told_in_one_way_for_each_reason(why, words):
    assert say_cell(Cell(1, Mark.COULD, Reach.TRAINED, why), CALLED, PARENT) == words


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark.LEAD, "Leads this"),
        (Mark.COULD, "Could lead"),
        (Mark.HELP, "Can help"),
        (Mark.ASK, "We don’t know yet"),
        (Mark.NONE, "Not in this role"),
    ],
)
def test_a_mark_has_words(mark, words):
    assert say_mark(Cell(1, mark, Reach.TRAINED), PARENT) == words


def test_every_reason_has_its_words_and_is_tried_here():
    assert {why for why, *_ in ROW_WORDS} == {*ROWS, RowWhy.LEADS} == set(RowWhy)
    assert {why for why, _ in CELL_WORDS} == {*CELLS, CellWhy.MARK} == set(CellWhy)


@pytest.mark.parametrize("words", [w for *_, w in ROW_WORDS] + [w for _, w in CELL_WORDS])
def test_all_of_it_is_easy_to_read(words):
    assert grade(words, CALLED.values()) <= MAX_GRADE
    assert banned_words(words) == []


@pytest.mark.parametrize(
    ("found", "why", "named", "whom"),
    [
        (row(FAMILY, ANA), RowWhy.COULD, (5,), 5),
        (row(FAMILY, JANE), RowWhy.WITH_SUPERVISOR, (), 2),
        (row(FAMILY, ANA, asks=(ask(1, FAMILY, ANA),)), RowWhy.ASKED, (5,), None),
        (row(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, state="unclear"),)), RowWhy.UNCLEAR, (5,), None),
        (
            row(FAMILY, ANA, asks=(ask(1, FAMILY, ANA, state="unclear"), ask(2, FAMILY, ANA))),
            RowWhy.ASKED,
            (5,),
            None,
        ),
        (row(FAMILY, ANA, agreements=(agreed(ANA, FAMILY),)), RowWhy.LEADS, (5,), None),
        (row(FAMILY, JANE, agreements=(agreed(JANE, FAMILY),)), RowWhy.SUPERVISOR_OPEN, (), 2),
        (row(TRAUMA, ANA), RowWhy.DEPENDS, (), 5),
        (row(TRAUMA, ANA, agreements=(agreed(ANA, TRAUMA),)), RowWhy.TRAINING_OPEN, (), 5),
        (row(FAMILY, JANE, state=""), RowWhy.STATE_OPEN, (), None),
        (row(SAFETY, TASHA, state="ID"), RowWhy.AGENCY, (), None),
        (row(SAFETY, TASHA, state="ID", asks=(ask(1, SAFETY),)), RowWhy.AGENCY_ASKED, (), None),
        (
            row(SAFETY, TASHA, state="ID", asks=(ask(1, SAFETY, state="unclear"),)),
            RowWhy.AGENCY_UNCLEAR,
            (),
            None,
        ),
        (row(MEDICINE, TASHA, state="ID"), RowWhy.DOCTOR, (), None),
        (row(MEDICINE, OKAFOR, state="ID"), RowWhy.UNKNOWN, (), 3),
        (row(FAMILY), RowWhy.NOBODY, (), None),
        (
            row(FAMILY, TASHA, ANA, agreements=(agreed(TASHA, FAMILY, "plan"),)),
            RowWhy.COULD,
            (5,),
            5,
        ),
        (row(TRAUMA, TASHA, ANA, agreements=(agreed(TASHA, TRAUMA),)), RowWhy.DEPENDS, (), 5),
        (
            row(FAMILY, ANA, UNKNOWN, agreements=(agreed(UNKNOWN, FAMILY, "plan"),)),
            RowWhy.FIRST_THEN_COULD,
            (5,),
            9,
        ),
    ],
)
def test_the_grid_gives_reasons_and_whom_they_are_about(found, why, named, whom):
    assert (found.why, found.named, found.whom) == (why, named, whom)
