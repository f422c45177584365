"""Run as a script on a product's own data: makes people and rooms there, and says their keys as JSON.

Usage: python -m tests.inside {families N | accounts N | threads N | cast | prepare}
"""

import json
import secrets
import sys
from typing import Any

import django

CROWD = 12
LONGEST_NAME = "Wilhelmina-Alexandrina van Hohenzollern-Featherstonehaugh II"[:60]
LONGEST_NICKNAME = "Rhoshandiatellyneshiaunneveshenkescianne"[:40]
LONGEST_SAID = "Wilhelmina F., MSW, CSWA, QMHP, Supercalifragilisticexpialidocious-Coordinator, XQZTPLKWQRST"


def session_of(user: Any) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


def joined(*, verified: bool = True, **fields: Any) -> Any:
    """A parent who has just joined."""
    from tests import factories

    return factories.user(f"parent-{secrets.token_hex(4)}@example.org", proven=verified, **fields)


def account() -> dict[str, Any]:
    from tests.factories import PASSWORD

    user = joined()
    return {"email": user.email, "password": PASSWORD, "cookie": session_of(user)}


def family() -> dict[str, Any]:
    """A parent with Sunny's room: four needs, three people, nothing asked yet."""
    from accounts.models import User
    from tests import factories

    made = account()
    case = factories.sunnys_room(User.objects.get(email=made["email"]))
    members = {member.name: member.key for member in case.members.all()}
    return {**made, "room": case.key, "members": members}


def thread() -> dict[str, Any]:
    """A family whose coach looks in, and where the two write to each other."""
    from accounts.models import User
    from cases.models import Case
    from coaching.models import Thread
    from coaching.services.messages import write_message
    from tests import factories
    from web.clock import now

    family_, coach = family(), joined(is_coach=True, display_name="Dana")
    case = Case.objects.get(key=family_["room"])
    factories.share(case, coach, User.objects.get(email=family_["email"]))
    made = Thread.objects.create(case=case, coach=coach, created_at=now())
    write_message(thread=made, by=coach, text="Hello. I am glad to help.", now=now())
    return {"family": family_, "coach": session_of(coach), "address": f"/messages/{made.key}/"}


def demo_words() -> dict[str, str]:
    """What stands for each placeholder in an address of the demo family."""
    from cases.models import Ask, Case, Flag
    from coaching.models import Thread
    from demo.family import SIGN_INS

    case = Case.objects.get(owner__email=SIGN_INS[0][1])
    asks = {ask.member.name: ask.key for ask in Ask.objects.filter(case=case).select_related("member")}
    return {
        "room": case.key,
        "member": case.members.get(name="Jane").key,
        "qualified": case.members.get(name="Tasha").key,
        "titled": case.members.get(name="Luis").key,
        "flag": Flag.objects.filter(case=case).open().order_by("pk").first().key,
        "waiting": asks["Jane"],
        "late": asks["Ms. Bell"],
        "answered": asks["Dr. Okafor"],
        "thread": Thread.objects.get(case=case).key,
    }


def invitations() -> dict[str, str]:
    """One that is open, to anybody who has the link, and one that was taken back."""
    from cases.services.rooms import start_room
    from coaching.services.invitations import invite_coach, take_back_invitation
    from coaching.tokens import token_for
    from web.clock import now

    found = {}
    for name in ("token", "taken_back"):
        parent = joined()
        case = start_room(by=parent, nickname="Sunny", age_group="", state="")
        sent = invite_coach(case=case, by=parent, email="somebody@example.org", now=now())
        found[name] = token_for(sent)
    take_back_invitation(invitation=sent, by=parent, now=now())
    return found


def links() -> dict[str, str]:
    """What the mails about an address and about a password would say."""
    from allauth.account.forms import default_token_generator
    from allauth.account.models import EmailAddress, EmailConfirmationHMAC
    from allauth.account.utils import user_pk_to_url_str

    user = joined(verified=False)
    address = EmailAddress.objects.get(user=user)
    reset = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return {"confirm": EmailConfirmationHMAC(address).key, "reset": reset}


def crowded_room(parent: Any) -> Any:
    """Every need there is, a dozen people, names and titles as long as they may be."""
    from cases.services.rooms import finish_setup, set_needs, start_room
    from cases.services.team import add_member
    from roles.models import Need

    case = start_room(by=parent, nickname=LONGEST_NICKNAME, age_group="6-11", state="OR")
    set_needs(case=case, by=parent, needs=list(Need.objects.values_list("slug", flat=True)))
    for number in range(CROWD):
        add_member(case=case, by=parent, name=f"{LONGEST_NAME[:57]} {number:02}", said=LONGEST_SAID)
    return finish_setup(case=case, by=parent)


def begun_room(parent: Any) -> Any:
    """In the middle of the first evening: one person is there already."""
    from cases.services.rooms import set_needs, start_room
    from cases.services.team import add_member
    from tests import factories

    case = start_room(by=parent, nickname="Sunny", age_group="6-11", state="OR")
    set_needs(case=case, by=parent, needs=factories.NEEDS)
    add_member(case=case, by=parent, name="Jane", said="Jane Miller, MSW, CSWA, QMHP")
    return case


def empty_room(parent: Any) -> Any:
    from cases.services.rooms import finish_setup, start_room

    return finish_setup(case=start_room(by=parent, nickname="Sunny", age_group="", state=""), by=parent)


def cast() -> dict[str, Any]:
    """Everybody whose pages are looked at, signed in, and the words of their addresses."""
    from accounts.models import User
    from demo.family import SIGN_INS

    users = {who: User.objects.get(email=email) for who, email, _ in SIGN_INS}
    rooms = {"beginner": begun_room, "crowded": crowded_room, "empty": empty_room}
    users |= {who: joined() for who in ("newcomer", *rooms)}
    made = {who: make(users[who]) for who, make in rooms.items()}
    keys = {who: room.key for who, room in made.items()}
    keys["one_of_many"] = made["crowded"].members.first().key
    users["by code"] = joined()
    users["by code"].set_unusable_password()
    users["by code"].save()
    words = {**demo_words(), **invitations(), **links(), **keys}
    return {"cookies": {who: session_of(user) for who, user in users.items()}, "words": words}


def prepare() -> None:
    """What a first start does before it opens."""
    from demo import preparing

    preparing.prepare(lambda text: None)


def main(what: str, many: str = "1") -> None:
    django.setup()
    once = {"cast": cast, "prepare": prepare}
    makers = {"families": family, "accounts": account, "threads": thread}
    print(json.dumps(once[what]() if what in once else [makers[what]() for _ in range(int(many))]))


if __name__ == "__main__":
    main(*sys.argv[1:])
