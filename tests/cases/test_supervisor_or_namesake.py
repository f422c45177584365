"""The name of a supervisor may be of somebody here: asked once, and neither is taken for the other."""

import pytest

from cases.models import Flag
from cases.reader import read
from cases.services.asks import reopen_ask
from cases.services.team import add_member, edit_member, member_back, member_left
from tests.cases.built import Seen
from tests.cases.decided.deciding import told
from tests.cases.pages import said
from tests.cases.questions.test_told import answer
from tests.cases.test_supervisor_in_doubt import SAFETY, doubt, marco, marcos, room
from tests.cases.walked import asked
from tests.reading import banned_words
from web.clock import now

pytestmark = pytest.mark.django_db
LETTERS, QMHA, BARE = "Pat Lund, LCSW", ("Pat Lund", "QMHA", ""), ("Pat Lund", "", "")
ASKED = {
    "other letters": (LETTERS, [QMHA]),
    "other letters, without a comma": ("Pat Lund LCSW", [QMHA]),
    "other letters of the same rank": ("Pat Lund, LPC", [("Pat Lund", "LCSW", "")]),
    "letters, where none are known": ("Pat Lund LCSW", [BARE]),
    "letters we don’t know": ("Pat Lund, XQZ", [QMHA]),
    "letters and a first name": ("Pat, LCSW", [QMHA]),
    "a first name, and a role that is not above": ("Pat", [QMHA]),
    "a first letter, and a role that is not above": ("P. Lund", [QMHA]),
    "a longer name, and a role that is not above": ("Pat Maria Lund", [QMHA]),
    "two of one first name": ("Pat", [QMHA, ("Pat Diaz", "LCSW", "")]),
    "two of one name": ("Pat Lund", [QMHA, ("Pat Lund", "LCSW", "")]),
}
COUNTS = {
    "their own letters": (LETTERS, [("Pat Lund", "LCSW", "")]),
    "their own letters, of two": (LETTERS, [("Pat Lund", "MSW, LCSW", "")]),
    "a first letter, and their own letters": ("P. Lund, LCSW", [("Pat Lund", "LCSW", "")]),
    "a first name, and a role above": ("Pat", [("Pat Lund", "LCSW", "")]),
    "a degree beside a license": ("Pat Lund, MSW", [("Pat Lund", "LCSW", "")]),
    "one of two, by the letters": (LETTERS, [QMHA, ("Pat Lund", "LCSW", "")]),
    "another last name": ("Pat Bell, LCSW", [QMHA]),
    "another first letter": ("B. Lund, LCSW", [QMHA]),
    "one letter alone": ("P.", [QMHA]),
    "a place behind the name": ("Pat Lund, Bay Clinic", [("Pat Lund", "LCSW", "")]),
}


def with_pat(parent, name, team):
    return room(parent, marco(by=name), *team)


def open_flags(case):
    rules = ("no_supervisor", "supervisor_in_the_room")
    return list(Flag.objects.open().filter(case=case, member=marcos(case), rule__in=rules))


def tell(case, parent, who, name=None):
    member = marcos_row(case)
    named = {"supervisor": "named", "supervisor_name": name or member.supervisor_name}
    return told(member, parent, **named, supervisor_who=who)


def marcos_row(case):
    return case.members.get(name="Marco Lopez")


def pat(case):
    return case.members.filter(name__startswith="Pat").first()


@pytest.mark.parametrize("how", ASKED)
def test_it_is_asked_once_and_nothing_rests_on_it(catalogue, parent, how):
    case = with_pat(parent, *ASKED[how])
    assert (doubt(case), Seen(case).state(SAFETY)) == ("namesake", "could")
    assert len(open_flags(case)) == 1


@pytest.mark.parametrize("how", COUNTS)
def test_where_nothing_is_open_nothing_is_asked(catalogue, parent, how):
    case = with_pat(parent, *COUNTS[how])
    assert (doubt(case), Seen(case).state(SAFETY), open_flags(case)) == ("", "led", [])


@pytest.mark.parametrize("name", [LETTERS, "Pat", "P. Lund"])
def test_who_comes_later_is_asked_about_as_well(catalogue, parent, name):
    case = with_pat(parent, name, [])
    assert Seen(case).state(SAFETY) == "led"
    add_member(case=case, by=parent, name="Pat Lund", said="Pat Lund, QMHA")
    assert (doubt(case), Seen(case).state(SAFETY)) == ("namesake", "could")


def test_somebody_else_of_that_name_counts_and_it_is_kept(catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    tell(case, parent, "else")
    assert (doubt(case), Seen(case).state(SAFETY), open_flags(case)) == ("", "led", [])
    edit_member(member=pat(case), by=parent, version=None, name="Pat Berg", said="Pat Berg, QMHA")
    member_left(member=pat(case), by=parent, on=now().date())
    assert (marcos_row(case).supervisor_name, Seen(case).state(SAFETY)) == (LETTERS, "led")


def test_told_of_one_says_nothing_of_the_next_of_that_name(catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    tell(case, parent, "else")
    bo = add_member(case=case, by=parent, name="Bo Lund", said="Bo Lund, RN")
    assert doubt(case) == ""
    edit_member(member=bo, by=parent, version=None, name="Pat Lund", said="Pat Lund, RN")
    assert doubt(case) == "namesake"


def test_the_same_person_is_looked_at_with_their_role(catalogue, parent):
    case = with_pat(parent, "Pat Lund, LPC", [("Pat Lund", "LCSW", "")])
    tell(case, parent, pat(case).key)
    assert (doubt(case), Seen(case).state(SAFETY)) == ("", "led")
    other = with_pat(parent, LETTERS, [QMHA])
    tell(other, parent, pat(other).key)
    assert (doubt(other), Seen(other).state(SAFETY)) == ("role", "could")


def test_the_same_person_keeps_a_new_name_and_leaves_and_is_back(catalogue, parent):
    case = with_pat(parent, "Pat Lund, LPC", [("Pat Lund", "LCSW", "")])
    tell(case, parent, pat(case).key)
    edit_member(member=pat(case), by=parent, version=None, name="Pat Berg", said="Pat Berg, LCSW")
    assert marcos_row(case).supervisor_name == "Pat Berg"
    member_left(member=pat(case), by=parent, on=now().date())
    (flag,) = open_flags(case)
    assert (flag.params["backed_by"], Seen(case).state(SAFETY)) == (pat(case).pk, "could")
    member_back(member=pat(case), by=parent)
    assert (open_flags(case), Seen(case).state(SAFETY)) == ([], "led")


def test_who_left_while_it_was_open_is_asked_about_still(catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    member_left(member=pat(case), by=parent, on=now().date())
    assert (doubt(case), len(open_flags(case))) == ("namesake", 1)
    tell(case, parent, pat(case).key)
    (flag,) = open_flags(case)
    assert (flag.params["backed_by"], marcos_row(case).supervisor) == (pat(case).pk, "unknown")


def test_letters_told_later_settle_it(catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    edit_member(member=pat(case), by=parent, version=None, name="Pat Lund", said="Pat Lund, QMHA, LCSW")
    assert (doubt(case), open_flags(case)) == ("", [])


def test_another_name_is_asked_about_anew(catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    tell(case, parent, "else")
    told(marcos_row(case), parent, supervisor="named", supervisor_name="Pat Lund, LPC")
    assert (marcos_row(case).supervisor_who, doubt(case)) == ("", "namesake")


def test_only_people_of_the_room_can_be_told(catalogue, parent):
    case, other = with_pat(parent, LETTERS, [QMHA]), with_pat(parent, LETTERS, [QMHA])
    tell(case, parent, pat(other).key)
    assert (marcos_row(case).supervisor_who, doubt(case)) == ("", "namesake")


@pytest.mark.parametrize("how", ASKED)
def test_the_question_is_plain_and_names_all(client, catalogue, parent, how):
    case = with_pat(parent, *ASKED[how])
    flag = open_flags(case)[0]
    client.force_login(parent)
    page = said(client.get(f"/room/{case.key}/asks/{flag.key}/"))
    assert "It may also be somebody else of that name." in page
    assert (banned_words(page), "%(" in page, "this person" in page) == ([], False, False)


@pytest.mark.parametrize("who", ["else", "pat", ""])
def test_the_persons_page_asks_and_keeps_it(client, catalogue, parent, who):
    case = with_pat(parent, LETTERS, [QMHA])
    client.force_login(parent)
    address = f"/room/{case.key}/team/{marcos_row(case).key}/"
    assert "Is this the same Pat Lund?" in said(client.get(address))
    row, value = marcos_row(case), pat(case).key if who == "pat" else who
    form = {name: getattr(row, name) for name in ("name", "said", "supervisor", "supervisor_name", "version")}
    client.post(address, {"do": "edit", **form, "supervisor_who": value})
    assert marcos_row(case).supervisor_who == value
    assert doubt(case) == {"else": "", "pat": "role", "": "namesake"}[who]


def test_the_persons_page_does_not_ask_where_nothing_is_open(client, catalogue, parent):
    case = with_pat(parent, LETTERS, [("Pat Lund", "LCSW", "")])
    client.force_login(parent)
    assert "Is this the same" not in said(client.get(f"/room/{case.key}/team/{marcos_row(case).key}/"))


def test_an_answer_settles_it_and_undo_opens_it(client, catalogue, parent):
    case = with_pat(parent, LETTERS, [QMHA])
    (flag,) = Flag.objects.open().filter(case=case, rule="no_supervisor", member=marcos(case))
    ask = asked(flag, parent)
    client.force_login(parent)
    answer(client, ask, supervisor_who="else")
    flag.refresh_from_db()
    assert (marcos_row(case).supervisor_who, doubt(case), flag.state) == ("else", "", "settled")
    ask.refresh_from_db()
    reopen_ask(ask=ask, by=parent)
    assert (marcos_row(case).supervisor_who, doubt(case)) == ("", "namesake")


def test_who_may_be_meant_is_told_in_the_order_of_the_room(catalogue, parent):
    two = [("Pat Lund", "QMHA", ""), ("Pat Diaz", "LPC", "")]
    named = []
    for team in (two, two[::-1]):
        case = with_pat(parent, "Pat, LCSW", team)
        (flag,) = open_flags(case)
        names = {one.id: one.name for one in read(case, now=now()).room.members}
        named.append([names[id] for id in flag.params["may_be"]])
    assert named == [["Pat Diaz", "Pat Lund"]] * 2
