"""How people of a team are called, and what is kept of a signature."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.coverage import cover
from cases.forms.signature import kept_of, signature_in
from cases.presenters.people import all_initials, people, team_of
from cases.reader import read
from cases.snapshot import CredentialFact, Mark, MemberFact, RoomSnapshot
from cases.wording.names import short_names
from roles.catalogue import Kind
from roles.decode import decode
from roles.hooks import people_with
from tests import factories
from tests.cases.built import build
from tests.cases.plain_catalogue import catalogue
from web.clock import now


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Tasha", "Jane Miller"], ["Tasha", "Jane"]),
        (["Dr. Ada Okafor", "Ms. Bell"], ["Dr. Okafor", "Ms. Bell"]),
        (["Jane Doe", "Jane Smith"], ["Jane D.", "Jane S."]),
        (["Jane", "jane"], ["Jane 1", "jane 2"]),
        (["Jane Doe", "Jane Dunn", "Luis"], ["Jane D. 1", "Jane D. 2", "Luis"]),
        (["", "王"], ["?", "王"]),
        (["Priya Shah BCBA", "Dr. Ada Okafor MD"], ["Priya", "Dr. Okafor"]),
    ],
)
def test_short_names_differ(names, short):
    assert short_names(names) == short


@pytest.mark.parametrize(
    ("names", "initials"),
    [
        (["Tasha R.", "Dr. Ada Okafor"], ["TR", "AO"]),
        (["Jane Doe", "Jim Dunn"], ["J1", "J2"]),
        (["Luis", "Dr. O"], ["LU", "O"]),
        (["Priya Shah BCBA", "Jane Doe, LCSW"], ["PS", "JD"]),
        (["Priya Shah M.Ed. BCBA", "Dr. Ada Okafor, MD"], ["PS", "AO"]),
        (["ANA MARIA RUIZ", "Jane DOE"], ["AR", "JD"]),
        (["Ana R.", "John Poe III"], ["AR", "JI"]),
    ],
)
def test_initials_differ(names, initials):
    assert all_initials(names) == initials


def test_a_badge_shows_the_licence_before_the_degree(catalogue):
    letters = (CredentialFact("MSW", Kind.DEGREE, "msw"), CredentialFact("LCSW", Kind.LICENCE, "lcsw"))
    person = people([MemberFact(1, "k", "Ana", letters)], catalogue, "OR")[1]
    assert (person.badge, person.slug) == ("LCSW", "lcsw")


def test_known_letters_stand_on_the_badge_of_somebody_with_a_job_title(catalogue):
    letters = (
        CredentialFact("MD", Kind.LICENCE, "", ("psychiatrist", "pediatrician-pcp")),
        CredentialFact("Psychiatrist", Kind.TITLE, "psychiatrist"),
    )
    person = people([MemberFact(1, "k", "Dr. Okafor", letters)], catalogue, "OR")[1]
    assert (person.badge, person.role) == ("MD", "psychiatrist")


def test_a_title_that_could_be_several_is_not_clear_yet(catalogue):
    letters = (CredentialFact("Therapist", Kind.TITLE, "therapist-title"),)
    person = people([MemberFact(1, "k", "Ana", letters)], catalogue, "OR")[1]
    assert person.unclear
    assert person.badge == ""


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Jane Doe, QMHP | 503-555-0100", "Jane Doe, QMHP"),
        ("Jane Doe, QMHP\njane@clinic.example\nwww.clinic.example", "Jane Doe, QMHP"),
        ("Jane Doe, CADC II\n1200 NW Hill Street, Salem OR 97301", "Jane Doe, CADC II"),
        ("Jane Doe, LCSW, license L12345", "Jane Doe, LCSW, license L12345"),
        ("Tasha R., QMHA, Hope Agency, 503-555-0100", "Tasha R., QMHA, Hope Agency"),
        ("503-555-0100", ""),
        ("Phone: (503) 555-0100 ext. 12", ""),
        ("", ""),
        ("Ana Ruiz, LCSW 12345", "Ana Ruiz, LCSW 12345"),
        ("Ana Ruiz LCSW #12345", "Ana Ruiz LCSW #12345"),
        ("Ana Ruiz, AMFT #12345", "Ana Ruiz, AMFT #12345"),
        ("Ana Ruiz, LCSW #1234567", "Ana Ruiz, LCSW #1234567"),
        ("Sam Poe, MD 12345", "Sam Poe, MD 12345"),
        ("Ana Ruiz LCSW 503-555-0100", "Ana Ruiz LCSW"),
        ("Ana Ruiz, LCSW ana@clinic.example", "Ana Ruiz, LCSW"),
        ("Ana Ruiz, LCSW, 12 Oak St, Salem, OR 97301", "Ana Ruiz, LCSW"),
        ("Ana Ruiz, LCSW, 12 Oak St", "Ana Ruiz, LCSW"),
        ("Ana Ruiz, LCSW, Salem OR 97301-1234", "Ana Ruiz, LCSW, Salem"),
        ("<div>Ana Ruiz, LCSW</div><p>Hope&nbsp;&amp;&nbsp;Home</p>", "Ana Ruiz, LCSW\nHope & Home"),
    ],
)
def test_a_signature_loses_how_to_reach_the_person_and_nothing_else(pasted, kept):
    assert kept_of(pasted) == kept


LETTER = """Hi Renee,
I worry about Liam Smithson (DOB 4/12/2014). His bipolar diagnosis is new.
PO Box 77
Medicaid ID AB12345C

Kim Lee, QMHP
Skills Trainer
Hope Agency
License #C12345
503-555-0100
He said he is sad. Call me!"""


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (LETTER, "Kim Lee, QMHP\nSkills Trainer\nHope Agency\nLicense #C12345"),
        ("Jane Doe, QMHP\nTom Lee, QMHA", "Jane Doe, QMHP"),
        ("Jane Doe, QMHP", "Jane Doe, QMHP"),
        ("our wraparound helper", "our wraparound helper"),
        ("Jane Doe\nWraparound helper\nShe knows that Liam cuts himself.", "Jane Doe\nWraparound helper"),
        (
            "Liam (DOB 4/12/2014) is doing better this week, and the new medicine for his bipolar seems to"
            " help him sleep at night. Kim Lee QMHP",
            "Liam | Kim Lee QMHP",
        ),
    ],
)
def test_of_a_whole_mail_only_the_signature_is_kept(pasted, kept):
    assert signature_in(pasted, catalogue()) == kept


@pytest.mark.django_db
def test_pages_about_a_role_know_who_in_my_room_has_it(room, parent):
    found = people_with(parent, ["qmha"])
    assert [(p.name, p.room) for p in found] == [("Tasha", "Sunny")]
    assert found[0].address.startswith(f"/room/{room.key}/team/")


@pytest.mark.django_db
def test_nobody_elses_room_is_named_on_a_role_page(room, other_parent):
    assert people_with(other_parent, ["qmha"]) == ()


@pytest.mark.django_db
def test_somebody_who_left_is_not_named_on_a_role_page(room, parent):
    from cases.services.team import member_left

    member_left(member=factories.member(room, "Tasha"), by=parent, on=room.created_at.date())
    assert people_with(parent, ["qmha"]) == ()


# -- the header of a person ---------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "badge", "role", "need"),
    [
        ("MD", "MD", "MD", "medication-questions"),
        ("Family Peer Advocate", "", "Family Peer Advocate", "caregiver-burnout"),
        ("Therapist", "", "", "everyday-skills"),
        ("XQZ", "", "", "everyday-skills"),
        ("", "", "", "everyday-skills"),
    ],
)
@pytest.mark.parametrize("kind", ["plan", "agreed", "declined"])
def test_what_was_agreed_changes_no_header(catalogue, parent, said, badge, role, need, kind):
    """Letters of several roles that agree on a need are called as written; the rest is unclear."""
    team = [{"name": "Ana", "said": said, kind: [need]}, {"name": "Bo", "said": said}]
    case = build(parent, {"state": "NY", "age": "6-11", "needs": [need], "team": team})
    ana, bo = team_of(read(case, now=now())).values()
    assert (ana.badge, ana.role, ana.unclear) == (bo.badge, bo.role, bo.unclear) == (badge, role, not role)


WORN = (
    *("MD", "DO", "NP", "PhD", "RN", "QMHA", "LCSW", "RBT", "MSW"),
    *("Therapist", "Counselor", "Family Peer Advocate", "Helper", "Skills trainer"),
)


@pytest.mark.django_db
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORN), max_size=2), st.sampled_from(["", "OR", "NY", "KY"]))
def test_a_role_is_called_unclear_only_where_it_says_nothing_on_any_need(catalogue, worn, state):
    read = decode(", ".join(["Ana Poe", *worn]), catalogue, state).credentials
    letters = tuple(CredentialFact(c.text, c.kind, c.role, c.candidates) for c in read)
    member = MemberFact(1, "k", "Ana", letters)
    person = people([member], catalogue, state)[1]
    rows = cover(RoomSnapshot("Sunny", state, tuple(catalogue.needs), (member,)), catalogue).rows
    if person.unclear:
        assert {cell.mark for row in rows for cell in row.cells} == {Mark.ASK}
