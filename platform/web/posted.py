"""What a form brought, to be handed back to whoever sent it. Passwords and codes are left out."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

SECRET = re.compile(r"pass|secret|otp|^code$", re.IGNORECASE)
OURS = frozenset({"csrfmiddlewaretoken", "form_key", "kept"})


@dataclass(frozen=True)
class Posted:
    """One form: where it was going, and its fields in the order they came."""

    to: str
    fields: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """What a person would recognise as their own: values of more than one word."""
        return [value for _, value in self.fields if len(value.split()) > 1]


def posted(request: HttpRequest) -> Posted:
    """The form of this POST."""
    fields = (
        (name, value)
        for name, values in request.POST.lists()
        if name not in OURS and not SECRET.search(name)
        for value in values
        if isinstance(value, str)
    )
    return Posted(to=request.get_full_path(), fields=tuple(fields))


def holds_secret(request: HttpRequest) -> bool:
    """Whether something was left out, so that sending the rest again would not do."""
    return any(SECRET.search(name) for name in request.POST)
