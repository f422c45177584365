"""Unguessable keys for addresses."""

import secrets


def new_key() -> str:
    """128 random bits, 22 characters, safe in an address."""
    return secrets.token_urlsafe(16)
