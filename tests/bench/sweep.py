"""How long the sweep takes over what is due, whatever else waits: on PostgreSQL, beside plain SQL."""

from tests.bench._large import on_postgres
from tests.figures import Figures, part


@part("sweep")
def sweep(figures: Figures) -> None:
    """10,000 due among ever more open questions; the same writes as plain SQL, in the same database."""
    on_postgres(figures, "tests.bench._sweep")
