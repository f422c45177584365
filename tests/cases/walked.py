"""One flag walked from the room to its answer, as a parent and as a coach who looks in."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client

from cases.models import Ask, Case, Flag
from cases.services.asks import answer_ask, draft_ask, send_ask
from tests import factories
from tests.cases.pages import as_told, lines, said
from tests.reading import MAX_GRADE, banned_words, grade


def flag_of(case: Case, rule: str) -> Flag:
    return Flag.objects.get(case=case, rule=rule)


def is_open(case: Case, rule: str) -> bool:
    return Flag.objects.filter(case=case, rule=rule).open().exists()


def looked_at(client: Client, flag: Flag, parent: Any, coach: Any, names: list[str]) -> None:
    """Both read it in our tone, the coach without "you"; the parent finds its question ready to send."""
    room = f"/room/{flag.case.key}/"
    own, told = f"{room}asks/{flag.key}/", as_told(flag)
    factories.share(flag.case, coach, parent)
    for person in (parent, coach):
        client.force_login(person)
        for page in (room, f"{room}asks/", own):
            text = lines(client.get(page))
            assert told["title"] in text or page == room
            assert banned_words(text) == []
            assert grade(text, names) <= MAX_GRADE
    assert not re.search(r"\b[Yy]ou (told|picked|count|added)\b", said(client.get(own)))
    client.force_login(parent)
    page = said(client.get(own))
    assert [told[part] for part in ("title", "why", "clear_answer") if told[part] not in page] == []
    assert told["say"] in said(client.get(f"{room}questions/new/?f={flag.key}"))


def asked(flag: Flag, parent: Any) -> Ask:
    """The flag's question on its way to whom it is about, else to the agency."""
    ask = draft_ask(
        case=flag.case,
        by=parent,
        text=as_told(flag)["say"],
        member=flag.member,
        to_whom="" if flag.member else "the agency",
        flag=flag,
    )
    return send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED)


def answered(flag: Flag, parent: Any) -> str:
    """A clear answer comes back and is enough. The state the flag is in after that."""
    answer_ask(ask=asked(flag, parent), by=parent, answer=as_told(flag)["clear_answer"], settles=True)
    flag.refresh_from_db()
    return str(flag.state)
