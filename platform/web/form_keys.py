"""The one-use key of a form: random, and sealed to the person whose page carried it."""

import secrets
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

NOBODY = 0


def new_key(user: Any) -> str:
    """At most 64 characters: what is random, whose page it stands on, and the seal over both."""
    owner = user.pk if getattr(user, "is_authenticated", False) else NOBODY
    chance = secrets.token_urlsafe(12)
    return f"{chance}.{owner}.{_seal(chance, owner)}"


def owner_of(key: str) -> int | None:
    """The id of the person whose page carried the key, 0 for a visitor's; None when we did not make it."""
    chance, _, rest = key.partition(".")
    number, _, seal = rest.partition(".")
    if not number.isdecimal() or len(number) > 19:
        return None
    owner = int(number)
    return owner if constant_time_compare(seal, _seal(chance, owner)) else None


def _seal(chance: str, owner: int) -> str:
    return salted_hmac("web.form_keys", f"{chance}.{owner}", algorithm="sha256").hexdigest()[:27]
