"""A plain job title that no list knows is told all the same."""

import pytest

from roles.decode.plain_title import plain_title


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Residential staff", "Residential staff"),
        ("Omar Said, Residential staff", "Residential staff"),
        ("Omar | in-home support worker", "in-home support worker"),
        ("Omar Said – night staff", "night staff"),
        ("MEd, Program staff", "Program staff"),
        ("Omar Said, Senior Youth Care Specialist III", "Senior Youth Care Specialist III"),
        ("Omar Said", ""),
        ("Omar", ""),
        ("", ""),
        ("MEd", ""),
        ("she comes on Tuesdays", ""),
        ("we met him at school", ""),
        ("555 0100", ""),
        ("omar@example.org", ""),
        ("none", ""),
        ("None.", ""),
        ("N/A", ""),
        ("unknown", ""),
        ("nothing", ""),
        ("L C S W", ""),
        ("works under Pat", ""),
        ("secretary", "secretary"),
        ("somebody from the county who comes by", ""),
    ],
)
def test_the_first_part_that_names_a_job_is_the_title(said, title):
    assert plain_title(said, "Omar Said", ["MEd"]) == title
