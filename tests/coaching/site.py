"""A site of its own in a folder, for tests with real processes: ``python -m tests.coaching.site seed``."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import django

MANY = 20
CAST = ("parent", "coach", "stranger", "leaver")


def seed() -> dict[str, Any]:
    """Everybody signed in; one room, shared; prints their sessions and the thread."""
    from django.test import Client

    from coaching.services.invitations import accept_invitation
    from web.clock import now

    people, invitation = _invited()
    thread = accept_invitation(invitation=invitation, by=people["coach"], now=now())
    sessions = {}
    for name, person in people.items():
        client = Client()
        client.force_login(person)
        sessions[name] = client.cookies["sessionid"].value
    return {"sessions": sessions, "thread": thread.pk, "key": thread.key, "room": thread.case_id}


def race() -> dict[str, int]:
    """Twenty accepts of one invitation at the same moment."""
    from cases.models import Share
    from coaching.models import Thread

    people, invitation = _invited()
    start = Barrier(MANY)
    with ThreadPoolExecutor(MANY) as pool:
        jobs = [pool.submit(_accept, invitation, people["coach"], start) for _ in range(MANY)]
        won = sum(job.result() for job in jobs)
    return {
        "won": won,
        "refused": MANY - won,
        "shares": Share.objects.count(),
        "threads": Thread.objects.count(),
    }


def _accept(invitation: Any, coach: Any, start: Barrier) -> bool:
    from django.db import connection

    from cases.services.errors import Refused
    from coaching.services.invitations import accept_invitation
    from web.clock import now

    start.wait()
    try:
        accept_invitation(invitation=invitation, by=coach, now=now())
    except Refused:
        return False
    finally:
        connection.close()
    return True


def _invited() -> tuple[dict[str, Any], Any]:
    from cases.services.rooms import start_room
    from coaching.services.invitations import invite_coach
    from tests.factories import user
    from web.clock import now

    people = {name: user(f"{name}@example.org", display_name=name.title()) for name in CAST}
    room = start_room(by=people["parent"], nickname="Sunny")
    return people, invite_coach(case=room, by=people["parent"], email=people["coach"].email, now=now())


if __name__ == "__main__":
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(json.dumps({"seed": seed, "race": race}[sys.argv[1]]()))
