"""Every act takes its room before it writes anything, so that two of them never cross.

The statements are looked at on both databases: SQLite, which knows no locks of rows, is made to say them
without doing them. ``tests.cases.test_room_is_taken`` sees who comes second wait.
"""

from contextlib import ExitStack, contextmanager

import pytest
from django.db import connection, transaction

from cases.models import Case
from tests.architecture.acts import TRIALS
from tests.architecture.services import acts

WRITES = ("INSERT", "UPDATE", "DELETE")
LOCK = " FOR UPDATE"
#: What takes no room, and what keeps two of them apart instead.
NO_ROOM = {
    "cases.services.rooms.start_room": "there is none yet",
    "cases.services.sharing.share_with_coach": "one open share a coach, by the database",
    "coaching.services.invitations.accept_invitation": "one UPDATE of what is still open, and its count",
    "coaching.services.invitations.decline_invitation": "the same",
    "coaching.services.invitations.take_back_invitation": "the same",
    "coaching.services.messages.mark_read": "holds the thread",
}


@contextmanager
def statements():
    """Each statement as a database with locks gets it."""
    said = []

    def without_lock(execute, sql, params, many, context):
        said.append(sql)
        plain = sql.partition(LOCK)[0] if connection.vendor == "sqlite" else sql
        return execute(plain, params, many, context)

    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for feature in ("has_select_for_update", "has_select_for_update_of"):
            patch.setattr(connection.features, feature, True)
        stack.enter_context(connection.execute_wrapper(without_lock))
        yield said


def first_to_matter(said):
    """The first statement that locks or writes."""
    return next((sql for sql in said if LOCK in sql or sql.startswith(WRITES)), "")


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(set(TRIALS) - set(NO_ROOM)))
def test_the_room_is_taken_before_anything_is_written(name, here):
    trial = TRIALS[name]
    trial.before(here)
    arguments = trial.arguments(here)
    with statements() as said:
        acts()[name].act(**arguments, by=here.people[trial.may[0]])
    first = first_to_matter(said)
    assert first.startswith("SELECT")
    assert f'FROM "cases_case" WHERE "cases_case"."id" = %s LIMIT 21{LOCK}' in first


def test_what_takes_no_room_is_an_act():
    assert set(NO_ROOM) <= set(TRIALS)


@pytest.mark.django_db
def test_an_act_that_writes_first_is_noticed(room):
    with transaction.atomic(), statements() as said:
        Case.objects.filter(pk=room.pk).update(nickname="Bee")
        Case.objects.select_for_update().get(pk=room.pk)
    assert first_to_matter(said).startswith("UPDATE")
    assert said[-1].endswith(LOCK)
