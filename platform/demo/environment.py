"""What of a shell's environment reaches the processes of the room."""

from collections.abc import Mapping

# Pages, worker and schedule are made of libraries that listen to many names (UVICORN_WORKERS, CELERY_LOADER,
# WEB_CONCURRENCY, NO_COLOR, PYTHONWARNINGS ...). So they get what a process needs to run, and what is ours.
NEEDED = frozenset(["HOME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "SHELL", "TERM", "TMPDIR", "TZ", "USER"])
OF_PYTHON = frozenset(["PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED"])
KINDS = ("ROOM_", "LC_", "LD_", "DYLD_", "PG", "SSL_CERT_")


def needed(environ: Mapping[str, str]) -> dict[str, str]:
    """The part of the environment that the room's processes are started with."""
    known = NEEDED | OF_PYTHON
    return {name: value for name, value in environ.items() if name in known or name.startswith(KINDS)}
