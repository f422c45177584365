"""The name of a supervisor who is not on the team: what is told with it is read as a person's letters are."""

import pytest

from cases.models import Flag
from cases.services.team import edit_member
from tests.cases.built import Seen
from tests.cases.decided.deciding import told
from tests.cases.pages import said
from tests.cases.questions.test_told import answer
from tests.cases.test_supervisor_in_doubt import SAFETY, doubt, marco, marcos, room
from tests.cases.walked import asked
from tests.reading import banned_words

pytestmark = pytest.mark.django_db

NO_NAME = (
    "self|me|left|not assigned|n/a|a skills trainer|the QMHA|someone|LCSW|the program director|her therapist"
)
FAMILY = "Sunny|Dad|her mom|Aunt May|Renee Brooks|Renee|Sunny’s dad"
ROLE = (
    "Paul Okafor, QMHA|Kai Roe, BCBA|Ms. Orr, School Counselor|Dee Fox, MHI|Marcus Lee, PSS|"
    "Lee, case manager|Jo Day, RN|Jo Day RBT|Jo Day, Paraeducator|Jo Day, CASA|Jo Day, OT"
)
UNCLEAR = (
    "Bob Lee, BA|Rex, LCSW expired|Lee, former LCSW|Lee, LCSW?|Pat Lund MSW student|Lee, XQZ|Lee, MD|"
    "Lee, MSW|Jo Day, NP student"
)
OPEN = "Lee (left in May)|Lee?|maybe Lee|Lee or Pat Day|Lee, I think|Lee until June|not Lee"
COUNTS = (
    "Pat Lund|Dr. Lee|Pat Lund, LCSW|Pat Lund, LPC|Pat Lund, Clinical Supervisor|Kay Lund, LCSW, RN|"
    "Lee, CDC Unit|Pat Lund (503-555-1212)|Don Case|Will May|Sunny Berg|May Dadson|Renee Ortiz"
)
KINDS = {"no-name": NO_NAME, "family": FAMILY, "role": ROLE, "unclear": UNCLEAR, "open": OPEN}
DOUBTED = [(why, name) for why, names in KINDS.items() for name in names.split("|")]


@pytest.fixture
def named(catalogue, parent):
    parent.display_name = "Renee Brooks"
    parent.save()
    return lambda by, *team: room(parent, marco(by=by), *team)


@pytest.mark.parametrize(("why", "name"), DOUBTED)
def test_the_chair_waits_and_it_is_said(named, why, name):
    case = named(name)
    assert (doubt(case), Seen(case).state(SAFETY)) == (why, "could")
    flag = Flag.objects.open().get(case=case, member=marcos(case), rule="no_supervisor")
    assert flag.params["safety"] == [SAFETY]


@pytest.mark.parametrize("name", COUNTS.split("|"))
def test_a_name_alone_and_a_role_that_can_count(named, name):
    case = named(name)
    assert (doubt(case), Seen(case).state(SAFETY)) == ("", "led")


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("role", "Paul Okafor is said to supervise Marco, and the roles may not fit"),
        ("role", "We don’t know a Qualified Mental Health Associate as a role that supervises a CSWA."),
        ("unclear", "Bob Lee is said to supervise Marco, and the role is not clear yet"),
        ("family", "The name we have for Marco’s supervisor is one from the family."),
        ("open", "We don’t know yet if Lee is Marco’s supervisor now"),
        ("no-name", "What stands there now is not a name yet, and that is fine."),
    ],
)
def test_what_is_said_is_about_roles_and_plain(client, named, parent, why, words):
    case = named(KINDS[why].split("|")[0])
    flag = Flag.objects.open().get(case=case, member=marcos(case), rule="no_supervisor")
    client.force_login(parent)
    page = said(client.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert words in page
    assert (banned_words(page), "%(" in page, "this person" in page) == ([], False, False)


@pytest.mark.parametrize(
    "name", ["Bob Lee, BA", "Sunny", "Lee (left in May)", "the QMHA", "Paul Okafor, QMHA"]
)
def test_such_an_answer_settles_nothing(client, named, parent, name):
    case = named("")
    flag = Flag.objects.open().get(case=case, member=marcos(case), rule="no_supervisor")
    client.force_login(parent)
    answer(client, asked(flag, parent), supervisor_name=name)
    assert Seen(case).state(SAFETY) == "could"
    assert Flag.objects.open().filter(case=case, member=marcos(case), rule="no_supervisor").exists()


def test_a_name_that_counts_told_after_it_fills_the_chair(named, parent):
    case = named("Bob Lee, BA")
    told(case.members.get(), parent, supervisor="named", supervisor_name="Bob Lee, LCSW")
    assert (doubt(case), Seen(case).state(SAFETY)) == ("", "led")


def test_somebody_else_of_a_name_is_read_by_their_letters(named, parent):
    case = named("Pat Lund, QMHA", ("Pat Lund", "LCSW", ""))
    row = case.members.get(name="Marco Lopez")
    told(row, parent, supervisor="named", supervisor_name="Pat Lund, QMHA", supervisor_who="else")
    assert (doubt(case), Seen(case).state(SAFETY)) == ("role", "could")


def test_their_own_longer_name_is_theirs(catalogue, parent):
    case = room(parent, ("Ann", "CSWA", ""), lead="Ann")
    row = case.members.get()
    edit_member(member=row, by=parent, version=None, name="Ann", said="Ann Poe, CSWA")
    told(row, parent, supervisor="named", supervisor_name="Ann Poe", said="Ann Poe, CSWA")
    assert (doubt(case, "Ann"), Seen(case).state(SAFETY)) == ("self", "could")
    told(row, parent, supervisor="named", supervisor_name="Ann Berg", said="Ann Poe, CSWA")
    assert (doubt(case, "Ann"), Seen(case).state(SAFETY)) == ("", "led")


IN_THE_ROOM = (
    "Paraeducator|Skills trainer|RN|MSW student|mental health intern|CASA|BA|Special Education Teacher|OT|"
    "case manager|PSS|QMHA|BCBA|School Counselor|RBT|QMHP|LPN|therapist|"
)


@pytest.mark.parametrize("letters", IN_THE_ROOM.split("|"))
def test_nobody_here_is_behind_it_by_another_role(named, letters):
    case = named("Lee Berg", ("Lee Berg", letters, ""))
    assert (doubt(case) in ("role", "unclear"), Seen(case).state(SAFETY)) == (True, "could")
    assert Flag.objects.open().filter(case=case, member=marcos(case), rule="no_supervisor").exists()


@pytest.mark.parametrize("letters", ["QMHA", "RN", "LCSW", "BA"])
def test_of_two_of_one_name_none_is_taken_in_silence(named, letters):
    case = named("Lee", ("Lee", letters, ""), ("Lee", "QMHA", ""))
    assert (doubt(case), Seen(case).state(SAFETY)) == ("namesake", "could")
