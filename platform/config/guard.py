"""What production refuses to start with."""

from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured


def refuse_unsafe(
    *, secret_key: str, debug: bool, hosts: Sequence[str], clock_shift: float, site: str
) -> None:
    """Raise ``ImproperlyConfigured`` that lists everything wrong at once, so one restart mends it all."""
    wrong = []
    if len(secret_key) < 50 or secret_key.startswith("django-insecure") or len(set(secret_key)) < 10:
        wrong.append("SECRET_KEY: set a random value of at least 50 characters.")
    if debug:
        wrong.append("DEBUG: it shows private data on error pages. Unset it.")
    if not hosts:
        wrong.append("ALLOWED_HOSTS: name the host people type, such as room.example.org.")
    if any("*" in host or host.startswith(".") for host in hosts):
        wrong.append("ALLOWED_HOSTS: no wildcards. Name each host.")
    if clock_shift:
        wrong.append("CLOCK_SHIFT_SECONDS: for drills only. Unset it.")
    if not site.startswith("https://"):
        wrong.append("SITE_ADDRESS: set the https:// address that links in mails begin with.")
    if wrong:
        raise ImproperlyConfigured("Not safe to start in production:\n- " + "\n- ".join(wrong))
