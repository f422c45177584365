"""What someone wrote before we noticed they were signed out, carried through the sign-in and back to them.

It travels in the person's own browser, sealed against change; nothing of it is stored here.
"""

import re
from dataclasses import dataclass

from django.core import signing
from django.http import HttpRequest

SALT = "accounts.kept"
LIFE_SECONDS = 30 * 60
LARGEST = 400_000  # sealed characters; a form of ours is far below, and the answer must fit the upload limit
FIELD = "kept"
NEVER = re.compile(r"pass|secret|otp|^code$|^(csrfmiddlewaretoken|form_key|kept)$", re.IGNORECASE)


@dataclass(frozen=True)
class Kept:
    """One form: where it was going, and its fields in the order they came."""

    to: str
    fields: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """What a person would recognise as their own: values of more than one word."""
        return [value for _, value in self.fields if len(value.split()) > 1]


def seal(request: HttpRequest) -> str:
    """The sealed form of a POST; empty when it cannot be carried. Passwords and codes are left out."""
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        if not NEVER.search(name)
        for value in values
        if isinstance(value, str)
    ]
    sealed = signing.dumps({"to": request.get_full_path(), "fields": fields}, salt=SALT, compress=True)
    return sealed if len(sealed) <= LARGEST else ""


def unseal(sealed: str) -> Kept | None:
    """What was sealed; nothing if it was changed or is older than half an hour."""
    try:
        found = signing.loads(sealed, salt=SALT, max_age=LIFE_SECONDS)
    except signing.BadSignature:
        return None
    return Kept(to=found["to"], fields=tuple((name, value) for name, value in found["fields"]))
