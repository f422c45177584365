"""How things are logged: ids and events, never a person. No request bodies, no mail addresses."""

from typing import Any

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


def log_lines(level: str) -> dict[str, Any]:
    """One line a record to the console, from ``level`` on, in the form of ``logging.config.dictConfig``."""
    words = "%(asctime)s %(levelname)s %(name)s %(message)s"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"class": "web.log_words.Line", "format": words}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
    }
