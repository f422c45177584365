"""What a person changes about themselves, and what proving an address changes for them."""

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models import User
from accounts.signals import time_zone_changed
from audit.services import record


@transaction.atomic
def save_settings(*, by: User, display_name: str, time_zone: str) -> User:
    """Write the person's own settings. The record says that they changed, not to what."""
    moved = User.objects.filter(pk=by.pk).exclude(time_zone=time_zone).exists()
    by.display_name = display_name
    by.time_zone = time_zone
    by.save(update_fields=["display_name", "time_zone"])
    record(by=by, verb="changed settings", on=by)
    if moved:
        time_zone_changed.send(sender=User, user=by)
    return by


@transaction.atomic
def hand_over(*, user: User, address: EmailAddress) -> bool:
    """The account goes to whoever reads mail at its address: sessions, password and other addresses end.

    True when there was a password to end.
    """
    had_password = user.has_usable_password()
    user.set_unusable_password()  # its hash is in every session: they all end with it
    user.save(update_fields=["password"])
    _leave_only(address)
    record(by=user, verb="address proven from outside", on=user)
    return had_password


@transaction.atomic
def settle_address(*, user: User) -> None:
    """A new password was set by mail: the address of an account nobody had proven so far is proven by it."""
    rows = EmailAddress.objects.filter(user=user)
    address = rows.filter(email__iexact=user.email).first()
    if address and not rows.filter(verified=True).exists() and address.set_verified():
        _leave_only(address)


def _leave_only(address: EmailAddress) -> None:
    EmailAddress.objects.filter(user_id=address.user_id).exclude(pk=address.pk).delete()
