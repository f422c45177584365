"""The measuring process of ``sweep``: ``BENCH_OPEN`` names the sizes, ``BENCH_DUE`` how many are due."""

import os
import statistics
import time
from collections.abc import Callable

import django

SIZES = [int(size) for size in os.environ.get("BENCH_OPEN", "10000,100000,1000000").split(",")]
DUE = int(os.environ.get("BENCH_DUE", "10000"))
EMPTY_RUNS = 30

PLAIN = """
INSERT INTO notify_delivery (recipient_id, to_email, kind, event, stage, dedupe_key, payload, state,
                             not_before, claim, attempts, created_at, trouble)
SELECT room.owner_id, '', 'cases.ask_waiting', 'ask-event:' || event.id, 3,
       room.owner_id || '|cases.ask_waiting|ask-event:' || event.id || '|3',
       jsonb_build_object('ask', ask.id), 'waiting', %(now)s, '', 0, %(now)s, ''
FROM cases_ask ask
JOIN cases_case room ON room.id = ask.case_id
JOIN cases_askevent event ON event.ask_id = ask.id
WHERE ask.next_reminder_at <= %(now)s ON CONFLICT DO NOTHING;
UPDATE cases_ask SET next_reminder_at = next_reminder_at + interval '7 days', due_on = due_on
WHERE next_reminder_at <= %(now)s
"""
"""What a sweep writes, without a thought about whether it is right."""


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def measure(size: int) -> None:
    from cases.services.reminders import remind_unanswered
    from tests.bench._large import Found
    from tests.bench._rooms import NOW, make_due, run

    def sweep() -> None:
        assert remind_unanswered(now=NOW) == DUE

    def plain() -> None:
        run(PLAIN, now=NOW)

    def fresh(act: Callable[[], object]) -> float:
        make_due(DUE, size)
        return seconds(act)

    among = f"{DUE:,} due among {size:,}"
    took = {act: min(fresh(act) for _ in range(2)) for act in (plain, sweep)}
    Found(f"plain SQL, {among}", round(took[plain], 3), unit=" s").say()
    Found(f"sweep, {among}", round(took[sweep], 3), "<= 1", " s").say()
    Found("its rate, beside that of plain SQL", round(took[plain] / took[sweep], 2), ">= 0.25").say()
    empty = statistics.median(seconds(lambda: remind_unanswered(now=NOW)) for _ in range(EMPTY_RUNS))
    Found(f"sweep, none due among {size:,}", round(1000 * empty, 2), "<= 2", " ms").say()


def main() -> None:
    from tests.bench._rooms import fill, make_tables

    make_tables()
    for first, last in zip([0, *SIZES], SIZES, strict=False):
        fill(first, last)
        measure(last)


if __name__ == "__main__":
    django.setup()
    main()
