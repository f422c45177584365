"""A mail server of our own that counts what arrives and can misbehave on request."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller

from tests.servers import LOCAL, free_port


@dataclass
class Sink:
    """Keeps every message. ``mode`` says how to behave:

    ``well``, ``busy`` (421 to every message), ``slow`` (a moment each), ``door`` (keeps everyone waiting
    before they may hand anything over), ``hush`` (keeps the message and never says so). ``gone`` holds
    addresses it refuses.
    """

    port: int = field(default_factory=free_port)
    mode: str = "well"
    gone: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    at_door: int = 0
    _controller: Controller | None = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.gone:
            return "550 nobody here by that name"
        self.at_door += 1
        while self.mode == "door":
            await asyncio.sleep(0.05)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.mode == "busy":
            return "421 too busy, come back later"
        if self.mode == "slow":
            await asyncio.sleep(0.3)
        self.messages.append(message_from_bytes(envelope.content, policy=default))
        while self.mode == "hush":
            await asyncio.sleep(0.05)
        return "250 OK"

    def open(self) -> "Sink":
        self._controller = Controller(self, hostname=LOCAL, port=self.port)
        self._controller.start()
        return self

    def shut(self) -> None:
        """Nobody answers the door from now on; ``open`` opens it again at the same address."""
        if self._controller:
            self._controller.stop()
            self._controller = None

    def __enter__(self) -> "Sink":
        return self.open()

    def __exit__(self, *error: object) -> None:
        self.shut()

    @property
    def url(self) -> str:
        return f"smtp://{LOCAL}:{self.port}"

    @property
    def by_id(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(str(message["Message-ID"]) for message in self.messages)
