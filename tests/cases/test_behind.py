"""A room that is behind its catalogue or its day is right on each page by computing; an act writes first."""

from datetime import timedelta

import pytest

from cases.models import Case, Credential, Flag, Telling
from cases.services.recheck import recheck
from cases.services.rooms import set_needs, start_room
from cases.services.team import add_member
from tests import factories
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind(room):
    """Its flags were made yesterday, and two rows are missing since."""
    Case.objects.filter(pk=room.pk).update(evaluated_on=now().date() - timedelta(days=2))
    return room


@pytest.fixture
def missing(behind):
    """A flag the rules find and no row keeps: its key, and what it says."""
    flag = Flag.objects.filter(case=behind, state="open").exclude(need=None).last()
    key, title = flag.key, flag.tellings.last().words["title"]
    flag.delete()
    return key, title


def test_the_room_shows_what_no_row_keeps_yet(as_parent, behind, missing):
    key, title = missing
    page = as_parent.get(f"/room/{behind.key}/")
    assert title in said(page)
    assert f"asks/{key}/" in page.content.decode()
    assert not Flag.objects.filter(key=key).exists()


@pytest.mark.parametrize("path", ["asks/{key}/", "questions/new/?f={key}"])
def test_it_can_be_opened_before_it_has_a_row(as_parent, behind, missing, path):
    key, title = missing
    page = as_parent.get(f"/room/{behind.key}/{path.format(key=key)}")
    assert page.status_code == 200
    assert not Flag.objects.filter(key=key).exists()


def test_a_key_nobody_made_leads_nowhere(as_parent, behind, missing):
    assert as_parent.get(f"/room/{behind.key}/asks/nonsense/").status_code == 404


def test_the_page_to_bring_is_the_same_before_and_after_it_is_written(as_parent, behind):
    Flag.objects.filter(case=behind).delete()
    words = said(as_parent.get(f"/room/{behind.key}/sheet/"))
    recheck(case=Case.objects.get(pk=behind.pk))
    assert words == said(as_parent.get(f"/room/{behind.key}/sheet/"))


def test_a_decision_about_it_is_kept(as_parent, behind, missing):
    key, _ = missing
    as_parent.post(f"/room/{behind.key}/asks/{key}/", {"do": "sorted"})
    flag = Flag.objects.get(key=key)
    assert (flag.state, flag.case_id) == ("sorted", behind.pk)
    assert Telling.objects.filter(flag=flag).count() == 1


def test_a_question_about_it_is_kept_with_it(as_parent, behind, missing):
    key, _ = missing
    sent = {"do": "save", "to": "agency", "text": "Who leads this?", "remind": "5", "channel": "copied"}
    as_parent.post(f"/room/{behind.key}/questions/new/?f={key}", sent)
    assert behind.asks.get().flag.key == key


def test_an_act_on_another_page_brings_the_room_up_to_date_first(as_parent, behind, missing):
    key, _ = missing
    as_parent.post(f"/room/{behind.key}/log/", {"text": "A good day."})
    assert Flag.objects.get(key=key).state == "open"
    assert Case.objects.get(pk=behind.pk).evaluated_on >= now().date() - timedelta(days=1)


def test_a_coach_sees_it_and_writes_nothing(client, coach, parent, behind, missing):
    key, title = missing
    factories.share(behind, coach, parent)
    Case.objects.filter(pk=behind.pk).update(evaluated_on=None)
    Flag.objects.filter(key=key).delete()
    client.force_login(coach)
    assert client.get(f"/room/{behind.key}/asks/{key}/").status_code == 200
    assert client.post(f"/room/{behind.key}/asks/{key}/", {"do": "sorted"}).status_code == 403
    assert not Flag.objects.filter(key=key).exists()


def test_what_is_gone_by_now_is_not_shown_as_new(as_parent, behind):
    flag = Flag.objects.filter(case=behind, state="open").first()
    Flag.objects.filter(pk=flag.pk).update(fingerprint="no_supervisor:-:0", key="gone")
    assert "asks/gone/" not in as_parent.get(f"/room/{behind.key}/").content.decode()
    assert "Settled today." in said(as_parent.get(f"/room/{behind.key}/asks/gone/"))
    assert Flag.objects.get(key="gone").state == "open"


def test_letters_of_a_newer_catalogue_are_shown_and_nothing_can_be_kept_about_new_ones(as_parent, room):
    jane = factories.member(room, "Jane")
    jane.credentials.get(text="CSWA").delete()
    Credential.objects.filter(member=jane).update(kind="unknown", role=None)
    Case.objects.filter(pk=room.pk).update(evaluated_version=0)
    address = f"/room/{room.key}/team/{jane.key}/"
    before = as_parent.get(address)
    assert "CSWA" in said(before)
    assert 'name="credential" value="None"' not in before.content.decode()
    assert not jane.credentials.filter(text="CSWA").exists()
    as_parent.post(address, {"do": "nothing we know"})
    assert list(jane.credentials.order_by("position").values_list("text", "role__slug")) == [
        ("MSW", "msw"),
        ("CSWA", "cswa"),
        ("QMHP", "qmhp"),
    ]


def test_a_look_before_the_team_is_named_keeps_no_flags(as_parent, parent, catalogue):
    case = start_room(by=parent, nickname="Bee", state="OR")
    set_needs(case=case, by=parent, needs=["self-harm-suicide"])
    add_member(case=case, by=parent, name="Tasha", said="Tasha R., QMHA")
    page = as_parent.get(f"/room/{case.key}/")
    assert "Worth asking about" in said(page) or "Ask who leads" in said(page)
    assert not Flag.objects.filter(case=case).exists()
    assert Case.objects.get(pk=case.pk).evaluated_version == 0
