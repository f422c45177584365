"""How fast one dispatcher empties the outbox into a mail server next door, beside plain SMTP."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench._large import on_postgres
from tests.figures import Figures, part
from tests.processes import ROOT
from tests.servers import LOCAL, answers, folder, free_port, process, wait_until


@contextmanager
def sink(port: int, log: Path) -> Iterator[None]:
    argv = [sys.executable, "-m", "tests.bench._sink", port]
    with log.open("w") as out, process(argv, cwd=ROOT, stdout=out):
        wait_until(lambda: answers(port), seconds=60, what="the mail server")
        yield


@part("delivery")
def delivery(figures: Figures) -> None:
    """Reminders of as many families, one mail each; the same letters as plain SMTP over one line."""
    port = free_port()
    with folder() as home:
        with sink(port, home / "ids"):
            on_postgres(figures, "tests.bench._delivery", ROOM_EMAIL_URL=f"smtp://{LOCAL}:{port}")
        twice = [name for name, count in Counter((home / "ids").read_text().split()).items() if count > 1]
    figures.measured("mails that arrived twice", len(twice), "== 0")
