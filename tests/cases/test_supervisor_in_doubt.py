"""A name for a supervisor that cannot be one fills no chair; a role that can, or a name alone, does."""

import pytest

from cases.forms import MemberForm
from cases.models import Flag
from cases.no_name import names_nobody
from cases.reader import read
from cases.services.agreements import agree
from cases.services.rooms import finish_setup, set_needs, start_room
from cases.services.team import add_member
from roles.models import Need
from tests.cases.built import Seen
from tests.cases.decided.deciding import told
from tests.cases.pages import said
from tests.cases.questions.test_told import answer
from tests.cases.walked import asked
from tests.reading import banned_words
from web.clock import now

SAFETY = "self-harm-suicide"


def room(parent, *team, state="OR", lead="Marco Lopez"):
    """Marco agreed to lead the safety plan; ``team``: (name, letters, supervisor)."""
    case = start_room(by=parent, nickname="Sunny", state=state)
    set_needs(case=case, by=parent, needs=[SAFETY])
    for name, letters, _ in team:
        add_member(case=case, by=parent, name=name, said=f"{name}, {letters}")
    agree(member=case.members.get(name=lead), need=Need.objects.get(slug=SAFETY), by=parent, kind="agreed")
    for name, _, by in team:
        if by:
            told(case.members.get(name=name), parent, supervisor="named", supervisor_name=by)
    return finish_setup(case=case, by=parent)


def doubt(case, name="Marco Lopez"):
    return next(one.doubt for one in read(case, now=now()).room.members if one.name == name)


def marco(letters="CSWA", by=""):
    return ("Marco Lopez", letters, by)


IN_DOUBT = {
    "no name": ("no-name", [marco(by="she would not say")]),
    "themselves": ("self", [marco(by="Marco Lopez")]),
    "themselves, shorter": ("self", [marco(by="Marco")]),
    "themselves, with letters": ("self", [marco(by="Marco Lopez, CSWA")]),
    "a circle": ("circle", [marco("QMHP", "Dana Fields"), ("Dana Fields", "XQZ", "Marco Lopez")]),
    "a circle of three": (
        "circle",
        [marco("QMHP", "Al Bo"), ("Al Bo", "XQZ", "Cy Day"), ("Cy Day", "XYQ", "Marco Lopez")],
    ),
    "a helper": ("role", [marco(by="Dana Fields"), ("Dana Fields", "QMHA", "")]),
    "a peer": ("role", [marco("QMHP", "Dana Fields"), ("Dana Fields", "Peer Support Specialist", "")]),
    "one on the way, too": ("role", [marco(by="Dana Fields"), ("Dana Fields", "CSWA", "")]),
    "another profession": ("role", [marco(by="Dana Fields"), ("Dana Fields", "LPN", "")]),
    "a job outside of care": (
        "role",
        [marco(by="Dana Fields"), ("Dana Fields", "Juvenile Court Counselor", "")],
    ),
    "letters we don’t know": ("unclear", [marco(by="Dana Fields"), ("Dana Fields", "XQZ", "")]),
    "a helper with letters we don’t know": (
        "unclear",
        [marco(by="Dana Fields"), ("Dana Fields", "QMHA, XQZ", "")],
    ),
    "nobody’s letters": ("unclear", [marco(by="Dana Fields"), ("Dana Fields", "", "")]),
}
IN_NO_DOUBT = {
    "an LCSW here": [marco(by="Ed Roe"), ("Ed Roe", "LCSW", "")],
    "somebody not here": [marco(by="Pat Lund")],
    "another of that first name": [("Marco", "CSWA", "Marco Diaz")],
    "a helper with a license": [marco(by="Dana Fields"), ("Dana Fields", "QMHA, LCSW", "")],
    "a psychiatrist": [marco(by="Dana Fields"), ("Dana Fields", "Psychiatrist", "")],
    "a circle where one role supervises": [marco("QMHP", "Ed Roe"), ("Ed Roe", "LCSW", "Marco Lopez")],
}


@pytest.mark.django_db
@pytest.mark.parametrize("case", IN_DOUBT)
def test_the_chair_waits_and_the_name_is_asked_for(catalogue, parent, case):
    why, team = IN_DOUBT[case]
    seen = Seen(made := room(parent, *team))
    assert (doubt(made), seen.state(SAFETY)) == (why, "could")
    asks = [f for f in seen.findings if str(f.rule) in ("no_supervisor", "supervisor_in_the_room")]
    assert [(f.why, f.level, f.params["waits"]) for f in asks if f.member == marcos(made)] == [
        (why, "first", [SAFETY])
    ]


def marcos(case):
    return case.members.get(name="Marco Lopez").pk


@pytest.mark.django_db
@pytest.mark.parametrize("case", IN_NO_DOUBT)
def test_what_is_not_known_is_no_doubt(catalogue, parent, case):
    team = IN_NO_DOUBT[case]
    made = room(parent, *team, lead=team[0][0])
    assert (doubt(made, team[0][0]), Seen(made).state(SAFETY)) == ("", "led")


@pytest.mark.django_db
@pytest.mark.parametrize("case", IN_DOUBT)
def test_what_is_said_is_about_roles_and_plain(client, catalogue, parent, case):
    made = room(parent, *IN_DOUBT[case][1])
    flag = Flag.objects.open().get(case=made, member=marcos(made), rule="no_supervisor")
    client.force_login(parent)
    page = said(client.get(f"/room/{made.key}/asks/{flag.key}/"))
    assert (banned_words(page), "%(" in page, "this person" in page) == ([], False, False)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Marco Lopez", "Dana Fields", "she would not say"])
def test_such_an_answer_settles_nothing(client, catalogue, parent, name):
    made = room(parent, marco(), ("Dana Fields", "QMHA", ""))
    flag = Flag.objects.open().get(case=made, member=marcos(made), rule="no_supervisor")
    ask = asked(flag, parent)
    client.force_login(parent)
    answer(client, ask, supervisor_name=name)
    ask.refresh_from_db()
    assert (Seen(made).state(SAFETY), ask.state) == ("could", "answered")
    assert Flag.objects.filter(case=made, member=marcos(made), rule="no_supervisor").open().exists()
    row = made.members.get(pk=marcos(made))
    kept = ("unknown", "", name) if " not " in name else ("named", name, "")
    assert (row.supervisor, row.supervisor_name, ask.answer) == kept


NO_NAMES = (
    "she would not say|don't know|Don’t know yet|none|?|N/A|no one|unknown|"
    "my supervisor|They didn't tell us|not told|self|me|left|not assigned|someone|the program director|"
    "a skills trainer|her therapist|the social worker|team lead nurse|gone|vacant|a new person"
)
NAMES = "Will|Don|An|My Nguyen|Na Li|Pat|Dr. Who Lee|Ann Noone|No Name Clinic|Yes Moreno|Don Case|Will Head"


def test_words_that_name_nobody():
    assert [text for text in NO_NAMES.split("|") if not names_nobody(text)] == []
    assert [text for text in ["", " ", *NAMES.split("|")] if names_nobody(text)] == []


@pytest.mark.django_db
def test_the_form_asks_for_a_name_and_keeps_the_words(catalogue, parent):
    member = room(parent, marco()).members.get()
    data = {"name": "Marco Lopez", "said": member.said, "supervisor": "named", "supervisor_name": "none"}
    form = MemberForm(data, initial={}, member=member)
    assert form.errors["supervisor_name"] == [
        "We see no name in this yet. A first name is fine. Without one, leave it empty for now."
    ]
    assert form["supervisor_name"].value() == "none"
