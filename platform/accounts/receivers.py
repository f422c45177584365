"""What follows when an address was proven by mail."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, password_reset
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from accounts.addresses import is_in_account
from accounts.models import User
from accounts.services import hand_over, settle_address

PASSWORD_ENDED = gettext_lazy(
    "To keep you safe, the password from before does not work any more. "  # noqa: S105  words, no secret
    "You can make a new one in your settings."
)


@receiver(email_confirmed)
def address_was_proven(request: HttpRequest, email_address: EmailAddress, **_: Any) -> None:
    """By somebody who is not in the account: whoever made it with this address may have been a stranger."""
    user = email_address.user
    own = email_address.email.lower() == user.email.lower()
    if not own or is_in_account(request, user.pk):
        return
    if hand_over(user=user, address=email_address):
        get_adapter().add_message(request, messages.WARNING, message=str(PASSWORD_ENDED))


@receiver(password_reset)
def link_was_followed(user: User, **_: Any) -> None:
    """The link went to the one address of the account: it is proven now."""
    settle_address(user=user)
