"""How a message leaves the house: as plain mail."""

import hashlib
import logging
import smtplib
from collections.abc import Mapping
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.filebased import EmailBackend as FileBackend
from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from notify.kinds import Kind
from notify.models import Delivery

logger = logging.getLogger(__name__)


class PostClosed(Exception):
    """The mail server cannot be reached: nobody's message is at fault, so none is charged a try."""


class Post:
    """A connection to the mail server, opened when the first letter needs it and shared by the ones after."""

    def __init__(self) -> None:
        self._connection: Any = None
        self.letters = 0  # handed over

    def __enter__(self) -> "Post":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()

    def open(self) -> None:
        """Raises ``PostClosed``."""
        if self._connection is not None:
            return
        connection = get_connection()
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise PostClosed(type(error).__name__) from error
        self._connection = connection

    def send(self, letter: EmailMessage) -> None:
        """Hand one letter over. After trouble the next letter gets a new connection."""
        self.open()
        try:
            self._connection.send_messages([letter])
        except BaseException:
            self.hang_up()
            raise
        self.letters += 1
        if isinstance(self._connection, FileBackend):
            self.hang_up()  # one file per mail

    def hang_up(self) -> None:
        """Close the connection; a server that is gone already is no trouble any more."""
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                connection.close()
            except (OSError, smtplib.SMTPException):
                logger.info("the mail server hung up first")


def write_letter(delivery: Delivery, kind: Kind, context: Mapping[str, Any], *, count: int) -> EmailMessage:
    """One plain-text mail that tells ``count`` things, ``delivery`` being the first of them.

    It speaks the language of its reader; somebody without an account reads the site's.
    """
    words = Context({**context, "count": count, "site": settings.SITE_ADDRESS}, autoescape=False)
    language = delivery.recipient.language if delivery.recipient else settings.LANGUAGE_CODE
    with translation.override(language):
        subject = kind.subject(count)
        body = get_template(kind.template).template.render(words)  # type: ignore[attr-defined]
    return EmailMessage(
        subject=subject,
        body=body,
        to=[address_of(delivery)],
        headers={"Message-ID": message_id(delivery.dedupe_key), "Auto-Submitted": "auto-generated"},
    )


def address_of(delivery: Delivery) -> str:
    """Where the message goes: the account's address today, not the one it had when the row was written."""
    return delivery.recipient.email if delivery.recipient else delivery.to_email


def message_id(dedupe_key: str) -> str:
    """The same row always leaves under the same Message-ID, so mail programs can drop a repeat."""
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    return f"<{hashlib.sha256(dedupe_key.encode()).hexdigest()[:40]}@{host}>"
