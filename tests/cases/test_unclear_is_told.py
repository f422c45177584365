"""Once an answer came that is not clear, the room says that, and no longer that it waits to hear."""

import pytest

from cases.models import Flag
from cases.reader import read
from cases.services.asks import unclear_ask
from tests import factories
from tests.cases.pages import said
from web.clock import now

pytestmark = pytest.mark.django_db
UNCLEAR = "Asked Jane. The answer is not clear yet."


@pytest.fixture
def ask(room, parent):
    flag = Flag.objects.filter(case=room, rule="fit_not_asked", member__name="Jane").open().first()
    return factories.waiting_ask(room, parent, flag=flag)


def test_the_room_and_the_need_say_so(room, ask, parent, as_parent):
    pages = (f"/room/{room.key}/", f"/room/{room.key}/needs/{ask.need.slug}/")
    assert not any(UNCLEAR in said(as_parent.get(page)) for page in pages)
    unclear_ask(ask=ask, by=parent, answer="She will see.")
    assert all(UNCLEAR in said(as_parent.get(page)) for page in pages)


def test_a_grid_read_before_the_answer_is_not_kept_for_its_row(room, ask, parent):
    before = read(room, now=now())
    unclear_ask(ask=ask, by=parent)
    again = read(room, now=now(), before=before)
    assert again.coverage == read(room, now=now()).coverage
    assert again.coverage.row(ask.need.slug).why == "unclear"
