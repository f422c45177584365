"""Asks a process of this site whether it lives, the way the proxy would: ``probe.py URL [STATUS]``.

A script of its own, standard library only: it runs every few seconds inside the container.
"""

import os
import sys
import urllib.error
import urllib.request


def status_of(url: str) -> int:
    """The HTTP status; 0 when nobody answers."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    request = urllib.request.Request(url, headers={"Host": host, "X-Forwarded-Proto": "https"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:  # noqa: S310  the address is in the compose file
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    sys.exit(status_of(sys.argv[1]) != wanted)
