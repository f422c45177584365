"""Families with open questions, by the million: rows that the database makes itself."""

from datetime import UTC, datetime

from django.core.management import call_command
from django.db import connection

NOW = datetime(2026, 3, 9, 20, 30, tzinfo=UTC)
"""A Monday; people are awake from Honolulu to New York."""

IN_A_FAMILY = 4
ZONES = ("America/Los_Angeles", "America/New_York", "America/Phoenix", "Pacific/Honolulu")
STATES = ("OR", "NY", "AZ", "HI")

FAMILIES = """
INSERT INTO accounts_user (id, email, password, is_superuser, display_name, time_zone, language, is_coach,
                           is_curator, is_active, is_staff, date_joined)
SELECT n, 'family-' || n || '@example.org', '!', false, '', (%(zones)s::text[])[1 + n %% 4], 'en', false,
       false, true, false, %(now)s
FROM generate_series(%(first)s / %(each)s, %(last)s / %(each)s - 1) n;
INSERT INTO cases_case (id, key, owner_id, nickname, age_group, jurisdiction_id, setup, created_at,
                        evaluated_version, version)
SELECT n, md5('case' || n), n, 'Sunny', '6-11', (%(states)s::text[])[1 + n %% 4], 'done', %(now)s, 1, 1
FROM generate_series(%(first)s / %(each)s, %(last)s / %(each)s - 1) n
"""
QUESTIONS = """
INSERT INTO cases_ask (id, key, case_id, to_whom, text, say, tone, state, channel, created_at, asked_at,
                       remind, wait_days, due_on, next_reminder_at, answer, named, version)
SELECT n, md5('ask' || n), n / %(each)s, 'The clinic', 'Who leads the safety plan?', '', '', 'waiting',
       'copied', %(now)s, %(now)s, true, 5, '2026-03-16', '2026-03-16 19:00Z', '', '', 1
FROM generate_series(%(first)s, %(last)s - 1) n;
INSERT INTO cases_askevent (id, ask_id, kind, at, agreed_before, state_before, answer_before, facts,
                            written)
SELECT n, n, 'asked', %(now)s, '', '', '', '{}', '{}' FROM generate_series(%(first)s, %(last)s - 1) n
"""
# Asked one, two or three weeks ago: a third waits for its first reminder, a third for its second, a third for
# its last. What went out before stands in the outbox.
DUE = """
CREATE TEMPORARY TABLE late AS
SELECT n * (%(last)s / %(due)s) AS ask, n %% 3 AS told FROM generate_series(0, %(due)s - 1) n;
UPDATE cases_ask SET next_reminder_at = '2026-03-09 19:00Z', due_on = '2026-03-09'::date - 7 * told::int
FROM late WHERE cases_ask.id = ask;
UPDATE cases_askevent SET at = %(now)s::timestamptz - (1 + told) * interval '7 days'
FROM late WHERE cases_askevent.id = ask;
TRUNCATE notify_delivery;
INSERT INTO notify_delivery (recipient_id, to_email, kind, event, stage, dedupe_key, payload, state,
                             not_before, claim, attempts, created_at, sent_at, trouble)
SELECT ask / %(each)s, '', 'cases.ask_waiting', 'ask-event:' || ask, stage,
       ask / %(each)s || '|cases.ask_waiting|ask-event:' || ask || '|' || stage,
       '{}', 'sent', gone, '', 1, gone, gone, ''
FROM late, generate_series(0, told - 1) stage,
     LATERAL (SELECT %(now)s::timestamptz - (told - stage) * interval '7 days' AS gone) moment;
DROP TABLE late
"""


def make_tables() -> None:
    call_command("migrate", verbosity=0)
    run("SET statement_timeout = 0")  # a million rows are one statement
    states = "INSERT INTO roles_jurisdiction (code, name) SELECT s, s FROM unnest(%(states)s::text[]) s"
    run(f"{states} ON CONFLICT DO NOTHING", states=list(STATES))


def fill(first: int, last: int) -> None:
    """Open questions with the numbers from ``first`` up to ``last``; none of them is due."""
    places = {"zones": list(ZONES), "states": list(STATES)}
    run(FAMILIES, first=first, last=last, each=IN_A_FAMILY, now=NOW, **places)
    run(QUESTIONS, first=first, last=last, each=IN_A_FAMILY, now=NOW)
    run("ANALYZE accounts_user, cases_case, cases_ask, cases_askevent")


def make_due(due: int, last: int) -> None:
    """So many of the questions fell due today, evenly spread; the outbox holds what they were told before."""
    run(DUE, due=due, last=last, each=IN_A_FAMILY, now=NOW)
    run("ANALYZE notify_delivery")


def run(statement: str, **values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
