"""``manage.py load_catalogue``: publish the data files, or only check them."""

from collections.abc import Sized
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from roles.loading.problems import BrokenData
from roles.loading.reading import read_catalogue
from roles.loading.services import DATA, Loaded, StillInUse, load_catalogue
from roles.loading.tables import Tables
from web import clock

SHOWN_PROBLEMS = 50


class Command(BaseCommand):
    help = "Load roles, capabilities, needs, fits, questions and states from the data files. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Only say what is wrong; write nothing.")
        parser.add_argument("--data", type=Path, default=DATA, help="Folder with the data files.")

    def handle(self, *args: Any, check: bool, data: Path, **options: Any) -> None:
        try:
            if check:
                self.stdout.write(f"The data files are sound: {summary(read_catalogue(data.resolve()))}.")
            else:
                self.stdout.write(outcome(load_catalogue(data=data.resolve(), at=clock.now())))
        except BrokenData as error:
            raise CommandError(told(error)) from error
        except StillInUse as error:
            raise CommandError(f"Nothing was written. {error}") from error


def outcome(loaded: Loaded) -> str:
    number = loaded.version.number
    if not loaded.made:
        return f"Catalogue {number} is up to date: {summary(loaded.tables)}."
    said = f"{summary(loaded.tables)}; {loaded.new_revisions} roles new or changed"
    return f"Catalogue {number} published: {said}."


def summary(tables: Tables) -> str:
    counts: dict[str, Sized] = {
        "roles": tables.roles,
        "capabilities": tables.capabilities,
        "needs": tables.needs,
        "fits": tables.fits,
        "questions": tables.questions,
        "sources": tables.sources,
    }
    return ", ".join(f"{len(rows):,} {word}" for word, rows in counts.items())


def told(error: BrokenData) -> str:
    lines = [str(problem) for problem in error.problems[:SHOWN_PROBLEMS]]
    more = len(error.problems) - len(lines)
    tail = [f"and {more} more"] if more else []
    count = len(error.problems)
    head = f"Nothing was written. {count} {'problem' if count == 1 else 'problems'} in the data files:"
    return "\n".join([head, *lines, *tail])
