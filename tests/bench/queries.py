"""How often each page asks the database, with three and with thirty people, needs and flags."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.cases.test_queries import counts, room_of
from tests.figures import Figures, part
from tests.roles.test_pages_queries import LIMITS

ROOM_AIM = 8


@part("queries")
def queries(figures: Figures) -> None:
    """Rooms of two sizes, page by page; then the public pages against their limits."""
    parent = factories.user("bench@example.org")
    client = Client()
    client.force_login(parent)
    small, large = counts(client, room_of(parent, 3)), counts(client, room_of(parent, 30))
    for page in small:
        grown = large[page] - small[page]
        figures.measured(f"room page /{page}: more queries at 30 than at 3", grown, "== 0")
    figures.measured("room page: queries", large[""], f"<= {ROOM_AIM}")
    for path, limit in LIMITS.items():
        with CaptureQueriesContext(connection) as asked:
            Client().get(path)
        figures.measured(f"{path}: queries", len(asked), f"<= {limit}")
