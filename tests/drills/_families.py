"""Families whose questions wait, a mail server that counts, and processes that live when answers are late."""

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import UniqueConstraint
from django.utils import timezone

from accounts.models import User
from cases.models import Ask, Case
from cases.services.asks import draft_ask, send_ask
from cases.services.rooms import start_room
from notify.models import Delivery
from tests.processes import Crew
from tests.servers import process, wait_until
from tests.sink import Sink

SIZE = int(os.environ.get("DRILL_SIZE", "20"))
WORKER_APP = os.environ.get("DRILL_WORKER_APP", "config")
WITHOUT_KEY = "DRILL_WITHOUT_KEY" in os.environ
LEASE = 4
UNDER_WAY = [Delivery.State.WAITING, Delivery.State.SENDING]


@dataclass
class Drill:
    """Some families, each owed one reminder, and what became of it."""

    sink: Sink
    crew: Crew
    families: int
    faults: int = 0
    moment: datetime = field(default_factory=timezone.now)

    def live_at(self, moment: datetime) -> dict[str, str]:
        """Environment of a process that believes it is then."""
        self.moment = moment
        return {"ROOM_CLOCK_SHIFT_SECONDS": str((moment - timezone.now()).total_seconds())}

    def late(self) -> dict[str, str]:
        """An hour after the last reminder fell due: a working morning where the families live."""
        last = Ask.objects.order_by("-next_reminder_at").values_list("next_reminder_at", flat=True)[0]
        return self.live_at(last + timedelta(hours=1))

    def worker(self, env: dict[str, str]) -> object:
        return self.crew.worker(app=WORKER_APP, **env)

    def sending(self) -> int:
        return Delivery.objects.filter(state=Delivery.State.SENDING).count()

    def arrived(self) -> Counter[str]:
        """How many mails each family got."""
        return Counter(str(message["To"]) for message in self.sink.messages)

    def settle(self, *, seconds: float = 240) -> None:
        """Wait until every family was told, then three more rounds in which nobody may be told again."""

        try:
            wait_until(self.everyone_told, seconds=seconds)
        except TimeoutError:
            pass  # what did not arrive is counted as lost
        time.sleep(3)

    def everyone_told(self) -> bool:
        return len(self.arrived()) >= self.families and not Delivery.objects.filter(state__in=UNDER_WAY)

    @property
    def lost(self) -> int:
        return self.families - len(self.arrived())

    @property
    def duplicated(self) -> int:
        """Mails beyond the first to one family, and outbox rows beyond one each."""
        mails = sum(count - 1 for count in self.arrived().values())
        return max(mails, Delivery.objects.count() - self.families, 0)


def family(number: int, *, wait_days: int = 1) -> Ask:
    """A parent with a room and one question somebody has not answered."""
    parent = User.objects.create_user(f"family-{number}@example.org")
    room: Case = start_room(by=parent, nickname="Sunny", age_group="6-11", state="OR")
    ask = draft_ask(case=room, by=parent, text="Who leads the safety plan?", to_whom="The clinic")
    return send_ask(ask=ask, by=parent, channel=Ask.Channel.COPIED, wait_days=wait_days)


@contextmanager
def burning() -> Iterator[None]:
    """Something else wants each core of this machine, all the time."""
    with ExitStack() as fires:
        for _ in range(os.cpu_count() or 1):
            fires.enter_context(process([sys.executable, "-c", "while True: pass"], stop=signal.SIGKILL))
        yield


def drop_unique_key() -> None:
    """What names a message is no longer unique in the outbox. Drills have to notice."""
    meta = Delivery._meta
    keys = [one for one in meta.constraints if isinstance(one, UniqueConstraint)]
    meta.constraints = [one for one in meta.constraints if one not in keys]  # SQLite makes the table anew
    for key in keys:
        with connection.schema_editor() as editor:
            editor.remove_constraint(Delivery, key)


@contextmanager
def drill(families: int = SIZE, *, wait_days: tuple[int, ...] = (1,)) -> Iterator[Drill]:
    """An empty product with families in it; the processes it starts end with it."""
    if WITHOUT_KEY:
        drop_unique_key()
    User.objects.all().delete()
    Delivery.objects.all().delete()
    for number in range(families):
        family(number, wait_days=wait_days[number % len(wait_days)])
    var = Path(settings.VAR)
    with Sink() as sink:
        env = {**os.environ, "ROOM_EMAIL_URL": sink.url, "ROOM_DELIVERY_LEASE_SECONDS": str(LEASE)}
        with Crew(env, var) as crew:
            yield Drill(sink, crew, families)
