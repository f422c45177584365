"""Unguessable keys for addresses."""

import hmac
import secrets
from base64 import urlsafe_b64encode

LENGTH = 22  # 128 bits and a little


def new_key() -> str:
    """128 random bits, 22 characters, safe in an address."""
    return secrets.token_urlsafe(16)


def key_for(secret: str, name: str) -> str:
    """As unguessable as ``secret``, and the same for the same ``name``: an address before there is a row."""
    digest = hmac.digest(secret.encode(), name.encode(), "sha256")
    return urlsafe_b64encode(digest).decode()[:LENGTH]
