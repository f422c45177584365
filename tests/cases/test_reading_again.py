"""Letters are read again when the state or the catalogue is another one; what a person told stays."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Credential, Member
from cases.reader import read as read_room
from cases.services.letters import resolve_credential, verify_credential
from cases.services.recheck import recheck
from cases.services.rooms import edit_child, finish_setup, start_room
from cases.services.team import add_member, edit_member
from roles.models import Role
from web.clock import now

pytestmark = pytest.mark.django_db
SAID = "Ana Ruiz, MSW, LCSW, QMHP"


@pytest.fixture
def start(catalogue_db, parent):
    def started(state, said=SAID, **more):
        case = start_room(by=parent, nickname="Sunny", state=state)
        return case, add_member(case=case, by=parent, name="Ana", said=said, **more)

    return started


def move(case, state):
    edit_child(case=case, by=case.owner, nickname="Sunny", age_group="", state=state)


def read(member):
    """Each group of letters with its role and the roles it can mean, in order."""
    return [
        (c.text, c.role.slug if c.role else "", sorted(r.slug for r in c.candidates.all()))
        for c in member.credentials.order_by("position")
    ]


@pytest.mark.parametrize("said", [SAID, "Jo Lee, LPC", "Therapist", "Jo Lee, LPC Associate, XYZQ", ""])
@pytest.mark.parametrize(("was", "becomes"), [("OR", "MA"), ("", "OR"), ("OR", ""), ("VA", "OR")])
def test_a_new_state_reads_the_letters_as_if_they_were_added_there(start, was, becomes, said):
    case, member = start(was, said)
    move(case, becomes)
    _, fresh = start(becomes, said)
    assert read(member) == read(fresh)


def test_letters_left_open_without_a_state_are_clear_once_it_is_told(start):
    case, member = start("")
    assert ("QMHP", "", ["qmhp"]) in read(member)
    move(case, "OR")
    assert read(member) == [("MSW", "msw", []), ("LCSW", "lcsw", []), ("QMHP", "qmhp", [])]


def test_letters_without_a_signature_are_read_by_themselves(start):
    case, member = start("")
    Member.objects.filter(pk=member.pk).update(said="")
    move(case, "OR")
    assert ("QMHP", "qmhp", []) in read(member)


def test_what_the_parent_found_out_stays(start, parent):
    case, member = start("OR", "Sam Poe, MD")
    letters = member.credentials.get()
    resolve_credential(credential=letters, by=parent, role="psychiatrist")
    move(case, "MA")
    assert read(member) == [("MD", "psychiatrist", [])]


def test_a_role_picked_from_the_list_stays(start):
    case, member = start("OR", "", role="qmhp")
    move(case, "VA")
    assert read(member) == [("QMHP", "qmhp", [])]


@pytest.mark.parametrize(
    ("was", "becomes", "role", "standing"),
    [
        (
            "OR",
            "MA",
            "cswa",
            Credential.Standing.SAID,
        ),  # the list was Oregon's, and MA's LCSW is another level
        ("OR", "WA", "", Credential.Standing.SAID),
        ("OR", "TX", "lcsw", Credential.Standing.SAID),
        ("OR", "", "", Credential.Standing.SAID),
        ("OR", "OR", "lcsw", Credential.Standing.VERIFIED),
        ("", "OR", "", Credential.Standing.VERIFIED),
    ],
)
def test_what_was_looked_up_holds_for_the_state_whose_list_it_was(
    start, parent, was, becomes, role, standing
):
    case, member = start(was, "Jo Lee, LCSW")
    verify_credential(credential=member.credentials.get(), by=parent, on=case.created_at.date())
    move(case, becomes)
    row = member.credentials.get()
    assert (row.role.slug if row.role else "", row.standing) == (role, standing)
    assert (row.verified_on is None) == (standing == Credential.Standing.SAID)


def test_what_the_parent_found_out_stays_when_more_letters_are_added(start, parent):
    _, member = start("OR", "Sam Poe, MD")
    resolve_credential(credential=member.credentials.get(), by=parent, role="psychiatrist")
    edit_member(member=member, by=parent, version=None, name="Sam", said="Sam Poe, MD, LCSW")
    assert read(member) == [("MD", "psychiatrist", []), ("LCSW", "lcsw", [])]


def test_rows_keep_their_number_so_that_an_open_page_still_fits(start):
    case, member = start("")
    before = set(member.credentials.values_list("pk", flat=True))
    move(case, "OR")
    assert set(member.credentials.values_list("pk", flat=True)) == before


def test_the_same_state_reads_nothing_again(start):
    case, member = start("OR")
    member.credentials.filter(text="QMHP").update(kind="unknown")
    move(case, "OR")
    assert member.credentials.get(text="QMHP").kind == "unknown"


def test_a_newer_catalogue_reads_the_letters_again(start, parent):
    case, member = start("OR", "Jo Lee, QMHP")
    finish_setup(case=case, by=parent)
    member.credentials.update(role=Role.objects.get(slug="qmha"))
    recheck(case=case)
    assert read(member) == [("QMHP", "qmha", [])]
    case.evaluated_version += 1  # the flags were made from another catalogue
    recheck(case=case)
    assert read(member) == [("QMHP", "qmhp", [])]


def test_a_large_team_is_read_again_with_as_many_queries_as_a_small_one(start, parent):
    counts = []
    for size in (2, 12):
        case, _ = start("")
        for n in range(size):
            add_member(case=case, by=parent, name=f"Person{n}", said=f"Person{n} Last, LCSW, MD, XYZQ")
        with CaptureQueriesContext(connection) as queries:
            move(case, "OR")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_was_told_before_this_was_remembered_is_found_in_the_records(start, parent):
    _, doctor = start("OR", "Sam Poe, MD, LCSW")
    _, picked = start("OR", "", role="qmhp")
    resolve_credential(credential=doctor.credentials.get(text="MD"), by=parent, role="psychiatrist")
    Credential.objects.update(resolved=False)
    import_module("cases.migrations.0003_letters_told_by_a_person").remember(apps, None)
    assert list(Credential.objects.filter(resolved=True).values_list("text", flat=True)) == ["MD", "QMHP"]


def test_the_page_of_a_person_says_what_the_letters_mean_in_the_state(start, as_parent):
    case, member = start("MA", "Ana Ruiz, LCSW")
    page = as_parent.get(f"/room/{case.key}/team/{member.key}/").content.decode()
    assert "In Massachusetts, LCSW means: works under someone else." in page


def facts(case):
    """Of everybody in the room: the letters, what they read as, and what is believed."""
    return [(m.name, m.credentials, m.belief) for m in read_room(case, now=now()).room.members]


def without_ids(found):
    return [(name, [replace(c, id=None) for c in letters], belief) for name, letters, belief in found]


def make_older(case):
    """Letters as an older catalogue may have kept them: other roles, some missing, one too many, reversed."""
    open_ones = Credential.objects.filter(member__case=case, resolved=False)
    rows = list(open_ones.order_by("member_id", "position"))
    for row in rows:
        open_ones.filter(pk=row.pk).update(kind="unknown", role=None, position=9 - row.position)
        row.candidates.set(Role.objects.filter(slug__in=["qmha", "lcsw"]))
    rows[0].delete()
    Credential.objects.create(member=rows[-1].member, text="ZZZ", kind="unknown", position=0)
    Member.objects.filter(case=case).update(belief=None)
    case.evaluated_version -= 1


@pytest.mark.parametrize("said", [SAID, "Jo Lee, LPC, MD", "Therapist", "Jo Lee, LPC Associate, XYZQ"])
def test_what_a_page_computes_from_a_newer_catalogue_is_what_is_written_then(start, parent, said):
    case, _ = start("OR", said)
    told = add_member(case=case, by=parent, name="Sam", said="Sam Poe, MD, LCSW")
    resolve_credential(credential=told.credentials.get(text="MD"), by=parent, role="psychiatrist")
    finish_setup(case=case, by=parent)
    fresh = facts(case)
    make_older(case)
    with CaptureQueriesContext(connection) as asked:
        computed = facts(case)
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []
    recheck(case=case)
    assert without_ids(computed) == without_ids(facts(case)) == without_ids(fresh)
