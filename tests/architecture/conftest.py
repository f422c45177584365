"""One room with everybody in it, for all acts that are tried there."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """Built once for all trials; it goes with the last of them."""
    from tests.architecture.acts import world

    with django_db_blocker.unblock(), transaction.atomic():
        yield world()
        transaction.set_rollback(True)


@pytest.fixture
def here(built, django_db_blocker):
    with django_db_blocker.unblock():
        sid = transaction.savepoint()
        yield built
        transaction.savepoint_rollback(sid)
