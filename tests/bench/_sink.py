"""A mail server in a process of its own, which says the Message-ID of every letter it took."""

import asyncio
import re
import sys

from aiosmtpd.controller import Controller

from tests.servers import LOCAL

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(\S+)", re.I | re.M)


class Counting:
    async def handle_DATA(self, server, session, envelope):
        found = MESSAGE_ID.search(envelope.content)
        print(found[1].decode() if found else "none", flush=True)
        return "250 OK"


async def main(port: int) -> None:
    controller = Controller(Counting(), hostname=LOCAL, port=port)
    controller.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
