"""A title that was picked is worn as people say it; what the catalogue calls the role stays in its facts."""

import pytest

from cases.services.team import add_member
from tests.cases.pages import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "worn"),
    [
        ("therapist-title", "Therapist"),
        ("parent-partner", "Parent partner"),
        ("education-advocate", "Special education advocate"),
        ("lcsw", "LCSW"),
    ],
)
def test_no_aside_of_the_catalogue_is_worn_by_a_person(room, parent, as_parent, role, worn):
    sam = add_member(case=room, by=parent, name="Sam Ode", role=role)
    assert sam.credentials.get().text == worn
    assert f"{worn} (" not in said(as_parent.get(f"/room/{room.key}/team/"))


def test_no_role_of_the_catalogue_is_worn_with_an_aside(catalogue):
    assert not [role.slug for role in catalogue.roles.values() if "(" in role.as_worn]
    assert all(role.as_worn for role in catalogue.roles.values())
