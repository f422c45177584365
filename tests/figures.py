"""What ``make bench``, ``make drills`` and ``make access`` share.

Each is a package whose modules register parts with ``@part("name")``. A part gets a ``Figures`` to report to:
one line per measured thing as it comes, and one plain line at the end that holds the sum. ``ONLY=name`` picks
one part. The command ends with 1 when something fell short, leaked, or broke; with 2 when nothing ran.
"""

import importlib
import operator
import os
import pkgutil
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from tests.servers import clean_environment, folder

CLOSING = {
    "bench": "bench: {met} met, {short} short",
    "drills": "drills: {faults} faults, lost {lost}, duplicated {duplicated}",
    "access": "access: {cells} cells, {leaks} leaks",
}
AIMS = {"<=": operator.le, ">=": operator.ge, "==": operator.eq, "<": operator.lt, ">": operator.gt}


@dataclass
class Figures:
    """Prints what was measured and keeps the sum."""

    sum: Counter[str] = field(default_factory=Counter)

    def line(self, text: str) -> None:
        print(f"  {text}", flush=True)

    def measured(self, what: str, value: float, aim: str, unit: str = "") -> None:
        """One figure beside its aim, such as ``"<= 20"``."""
        sign, _, bound = aim.partition(" ")
        met = AIMS[sign](value, float(bound))
        self.sum["met" if met else "short"] += 1
        self.line(f"{what}: {value:g}{unit}, aim {aim}{unit}, {'met' if met else 'SHORT'}")

    def not_judged(self, what: str, why: str) -> None:
        """A figure that says nothing here and today: it is neither met nor short."""
        self.sum["not judged"] += 1
        self.line(f"{what}: NOT JUDGED, {why}")

    def drilled(self, what: str, *, faults: int, due: int, lost: int, duplicated: int) -> None:
        """One drill: how often it went wrong on purpose, and what became of the messages that were due."""
        self.sum.update(faults=faults, lost=lost, duplicated=duplicated)
        told = due - lost
        self.line(
            f"{what}: {faults} faults, {told} of {due} told, lost {lost} (aim 0), twice {duplicated} (aim 0)"
        )

    def walked(self, what: str, *, cells: int, leaks: list[str]) -> None:
        """One table of addresses and people; each leak is named."""
        self.sum.update(cells=cells, leaks=len(leaks))
        self.line(f"{what}: {cells} cells, {len(leaks)} leaks (aim 0)")
        for leak in leaks:
            self.line(f"  LEAK {leak}")


Part = Callable[[Figures], None]
_parts: dict[str, dict[str, Part]] = {}


def part(name: str) -> Callable[[Part], Part]:
    """Register a function of ``tests.<command>.<module>`` under a name people can type."""

    def _register(function: Part) -> Part:
        _parts.setdefault(function.__module__.split(".")[1], {})[name] = function
        return function

    return _register


def find_parts(command: str) -> dict[str, Part]:
    """Import the modules of the command's package, save its tests, and return the parts they registered."""
    package = importlib.import_module(f"tests.{command}")
    for module in pkgutil.iter_modules(package.__path__, f"tests.{command}."):
        if not module.name.rsplit(".", 1)[1].startswith(("_", "test_")):
            importlib.import_module(module.name)
    return dict(sorted(_parts.get(command, {}).items()))


@contextmanager
def private_site() -> Iterator[Path]:
    """This process becomes the embedded default in an empty folder, with the catalogue loaded."""
    with folder() as home:
        calm = {"ROOM_SWEEP_SECONDS": "1", "ROOM_LOG_LEVEL": "ERROR", "ROOM_EMAIL_URL": "smtp://127.0.0.1:1"}
        os.environ.update(clean_environment(home / "var", **calm))
        import django
        from django.core.management import call_command
        from django.test.utils import setup_test_environment

        if prepared := os.environ.get("PREPARED"):  # tests of a part need not wait for the tables again
            shutil.copytree(prepared, home / "var", dirs_exist_ok=True)
        django.setup()
        setup_test_environment()
        for step in () if prepared else ("migrate", "createcachetable", "load_catalogue"):
            call_command(step, verbosity=0, stdout=StringIO())
        yield home / "var"


def run_parts(command: str, parts: dict[str, Part], figures: Figures) -> bool:
    """Run them one after the other; True when none of them broke."""
    well = True
    for name, function in parts.items():
        began = time.monotonic()
        print(f"{command} {name}", flush=True)
        try:
            function(figures)
        except Exception:
            traceback.print_exc()
            print(f"  BROKE: {name} could not be measured", flush=True)
            well = False
        print(f"  ({time.monotonic() - began:.0f} s)", flush=True)
    return well


def close(command: str, figures: Figures) -> bool:
    """The one plain line at the end; True when nothing in it is bad."""
    sum_ = figures.sum
    line = CLOSING[command].format_map({word: sum_[word] for word in words_of(command)})
    print(f"{line}, {sum_['not judged']} not judged" if sum_["not judged"] else line)
    return not any(sum_[bad] for bad in ("short", "lost", "duplicated", "leaks"))


def words_of(command: str) -> list[str]:
    return [piece.split("}")[0] for piece in CLOSING[command].split("{")[1:]]


def main(command: str) -> int:
    only = os.environ.get("ONLY", "")
    with private_site():
        known = find_parts(command)
        chosen = {name: function for name, function in known.items() if only in ("", name)}
        if not chosen:
            print(f"{command} has no part {only!r}. There are: {', '.join(known) or 'none yet'}.")
            return 2
        figures = Figures()
        whole = run_parts(command, chosen, figures)
        return not (close(command, figures) and whole)


def run(command: str) -> None:
    sys.exit(main(command))
