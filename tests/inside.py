"""Run as a script on a product's own data: makes people and rooms there, and says their keys as JSON.

Usage: python -m tests.inside {families N | accounts N | demo}
"""

import json
import secrets
import sys
from typing import Any

import django


def session_of(user: Any) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


def account() -> dict[str, Any]:
    """A parent who has just joined."""
    from allauth.account.models import EmailAddress

    from tests import factories

    email = f"parent-{secrets.token_hex(4)}@example.org"
    user = factories.user(email)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return {"email": email, "password": factories.PASSWORD, "cookie": session_of(user)}


def family() -> dict[str, Any]:
    """A parent with Sunny's room: four needs, three people, nothing asked yet."""
    from accounts.models import User
    from tests import factories

    made = account()
    case = factories.sunnys_room(User.objects.get(email=made["email"]))
    members = {member.name: member.key for member in case.members.all()}
    return {**made, "room": case.key, "members": members}


def demo() -> dict[str, Any]:
    """The demo family: everybody's cookie, and what stands for each placeholder in an address."""
    from accounts.models import User
    from cases.models import Ask, Case, Flag
    from coaching.models import Thread
    from demo.family import SIGN_INS

    case = Case.objects.get(owner__email=SIGN_INS[0][1])
    words = {
        "room": case.key,
        "member": case.members.get(name="Jane").key,
        "flag": Flag.objects.filter(case=case).open().first().key,
        "waiting": Ask.objects.get(case=case, member__name="Jane").key,
        "late": Ask.objects.get(case=case, member__name="Ms. Bell").key,
        "answered": Ask.objects.get(case=case, member__name="Dr. Okafor").key,
        "thread": Thread.objects.get(case=case).key,
    }
    cookies = {who: session_of(User.objects.get(email=email)) for who, email, _ in SIGN_INS}
    return {"cookies": cookies, "words": words}


def main(what: str, many: str = "1") -> None:
    django.setup()
    makers = {"families": family, "accounts": account}
    said = demo() if what == "demo" else [makers[what]() for _ in range(int(many))]
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
