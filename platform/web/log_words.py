"""What a log may say of an address: the page, never the key. Keys and tokens open rooms and accounts.

It works on the record itself, so it holds for every logger and handler of the process: Django's, the
server's access log, a traceback's last line.
"""

import logging
import re
from copy import copy
from typing import Any

SLASH = r"(?:/|%(?:25)*2F)"
PAGES = "invite|reset|confirm|rooms?|messages|asks|questions|team|needs|local-mail"
KEY = r"""(?:[^/?#\s"'<>&%]|%(?!(?:25)*2F))+"""
SHOWN = re.compile(rf"({SLASH}(?:{PAGES}){SLASH}){KEY}", re.IGNORECASE)
HIDDEN = r"\1***"
SOURCE = 'File "'  # a line of a traceback that names a file of ours
_plain = logging.Formatter()


class Line(logging.Formatter):
    """One line for a refusal, which is no fault of ours; what broke keeps its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        if record.exc_info and 400 <= getattr(record, "status_code", 500) < 500:
            record = copy(record)
            record.exc_info = record.exc_text = None
        return super().format(record)


def hide(text: str) -> str:
    """The same text without the keys in its addresses."""
    lines = text.split("\n")
    return "\n".join(line if line.lstrip().startswith(SOURCE) else SHOWN.sub(HIDDEN, line) for line in lines)


def install() -> None:
    """From now on no record of this process holds a key. Twice is the same as once."""
    make = logging.getLogRecordFactory()
    if getattr(make, "hides", False):
        return

    def hiding(*args: Any, **kwargs: Any) -> logging.LogRecord:
        return _without_keys(make(*args, **kwargs))

    hiding.hides = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(hiding)


def _without_keys(record: logging.LogRecord) -> logging.LogRecord:
    if isinstance(record.args, tuple):
        record.args = tuple(_arg(value) for value in record.args)
    elif record.args:
        record.args = {name: _arg(value) for name, value in record.args.items()}
    else:
        record.msg = _arg(record.msg)
    if record.exc_info and record.exc_info[0]:
        record.exc_text = hide(_plain.formatException(record.exc_info))
    if record.stack_info:
        record.stack_info = hide(record.stack_info)
    return record


def _arg(value: Any) -> Any:
    """Texts, errors and requests can hold an address; numbers and the rest stay what they are."""
    if not isinstance(value, str | BaseException) and not hasattr(value, "path_info"):
        return value
    said = str(value)
    safe = hide(said)
    return value if safe == said else safe
