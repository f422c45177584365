"""Whose address is whose: what was named, what was proven, and who may be let in by it."""

from typing import Any

from allauth.account.internal.constants import LoginStageKey
from allauth.account.models import EmailAddress
from allauth.account.stages import LoginStageController
from django.db.models import Q
from django.http import HttpRequest


def is_proven(user: Any, email: str) -> bool:
    """Whether this person has shown that mail to the address reaches them."""
    return EmailAddress.objects.filter(user=user, email__iexact=email.strip(), verified=True).exists()


def opens(user: Any, email: str) -> bool:
    """Whether a mail to the address may open this account: the one it was made with, or a proven one.

    An address somebody merely added says nothing: it may be anyone's.
    """
    return bool(user.email.lower() == email.strip().lower()) or is_proven(user, email)


def language_at(email: str) -> str:
    """The language of the person whose account a mail to the address may open; '' when it opens none."""
    opening = EmailAddress.objects.filter(
        Q(verified=True) | Q(user__email__iexact=email), email__iexact=email
    )
    return opening.values_list("user__language", flat=True).first() or ""


def is_in_account(request: HttpRequest, user_id: int) -> bool:
    """Whether this browser is in the account, or came to its door with the password."""
    if request.user.pk == user_id:
        return True
    waiting = LoginStageController.enter(request, LoginStageKey.VERIFY_EMAIL.value)
    return bool(waiting and waiting.login.user and waiting.login.user.pk == user_id)


def free_address(email: str) -> None:
    """Nobody keeps an address from its owner by adding it to an account of theirs."""
    merely_added = EmailAddress.objects.filter(email__iexact=email, verified=False)
    merely_added.exclude(user__email__iexact=email).delete()
