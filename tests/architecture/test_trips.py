"""The four trips of docs/architecture.md: the rooms an act goes through are the ones the page names."""

import re
import shutil
from datetime import timedelta

import pytest

from cases.models import Ask
from cases.services.recheck import recheck
from cases.services.reminders import remind_unanswered
from coaching.services.invitations import accept_invitation, invite_coach
from notify.delivery import deliver_due
from roles.loading.services import DATA
from tests.roles.datacopy import DataCopy
from tests.trip import ROOT, trip
from web.clock import now

pytestmark = pytest.mark.django_db
PAGE = ROOT / "docs/architecture.md"
MOST, MOST_FOR_SENT = 12, 25


def named(title: str) -> list[str]:
    """The rooms that the page names for one trip."""
    section = PAGE.read_text().split(f"### {title}\n", 1)[1].split("\n### ")[0].split("\n## ")[0]
    return re.findall(r"`([a-z]+(?:/[a-z_]+)*)`", section)


def check(title: str, entered: dict[str, int], most: int = MOST) -> None:
    rooms = named(title)
    assert set(entered) <= set(rooms), f"{PAGE.name} does not name {set(entered) - set(rooms)}"
    assert len(set(rooms)) <= most


def test_a_paste_to_its_page(client, catalogue):
    client.get("/decode/")  # templates and the catalogue are read once
    with trip() as entered:
        page = client.post("/decode/", {"text": "Jane Miller, MSW, CSWA", "state": "OR"})
    assert "CSWA" in page.content.decode()
    check("A paste to its page", entered)


def test_i_sent_it_to_the_mail(as_parent, room, parent, mailoutbox):
    page = as_parent.get(f"/room/{room.key}/").content.decode()
    form = re.search(r'id="sent-it" method="post" action="([^"]+)".*?</form>', page, re.S)
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form[0]))
    with trip() as entered:
        as_parent.post(form[1].replace("&amp;", "&"), {**fields, "do": "sent"})
        later = Ask.objects.get().next_reminder_at + timedelta(minutes=1)
        remind_unanswered(now=later)
        deliver_due(clock=lambda: later + timedelta(days=1))
    assert len(mailoutbox) == 1
    check("“I sent it” to the mail", entered, MOST_FOR_SENT)


def test_a_data_file_to_a_flag(tmp_path, room):
    data = DataCopy(shutil.copytree(DATA, tmp_path / "data"))
    data.change("needs.yaml", "noun: trauma treatment", "noun: treatment of trauma")
    with trip() as entered:
        data.load()
        recheck(case=room)
    assert room.flags.exists()
    check("A data file to a flag", entered)


def test_a_coachs_message_to_the_parents_page(client, room, parent, coach):
    thread = accept_invitation(
        invitation=invite_coach(case=room, by=parent, email=coach.email, now=now()), by=coach, now=now()
    )
    client.force_login(coach)
    page = client.get(f"/messages/{thread.key}/").content.decode()
    key = re.search(r'name="form_key" value="([^"]+)"', page)[1]
    with trip() as entered:
        client.post(f"/messages/{thread.key}/", {"text": "How did it go?", "form_key": key})
        client.force_login(parent)
        shown = client.get(f"/messages/{thread.key}/").content.decode()
    assert "How did it go?" in shown
    check("A coach’s message to the parent’s page", entered)
