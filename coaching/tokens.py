"""The secret in an invitation's link: made anew when the mail goes out, so that no table ever holds it."""

import base64
from datetime import UTC

from django.utils.crypto import salted_hmac

from accounts.models import Invitation, hash_token


def token_for(invitation: Invitation) -> str:
    """256 bits from the site's key and the invitation's id, address and moment; the same every time.

    The outbox holds ids only, so the token has to be found again at delivery. Whoever reads the
    database without the site's key cannot make it.
    """
    moment = f"{invitation.created_at.astimezone(UTC):%Y%m%d%H%M%S%f}"
    value = f"{invitation.pk}:{moment}:{invitation.email}"
    digest = salted_hmac("coaching.invitation", value, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def still_fits(invitation: Invitation) -> bool:
    """Whether the token made now is the one promised: false after the site's key was changed."""
    return hash_token(token_for(invitation)) == invitation.token_hash
