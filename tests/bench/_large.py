"""A PostgreSQL of its own for one part, and a process of the product on it that says what it measured."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.figures import Figures
from tests.processes import ROOT
from tests.servers import NotThere, clean_environment, folder, private_postgres, process


@dataclass(frozen=True)
class Found:
    """One line of the measuring process: a value beside its aim; without an aim it is only shown."""

    what: str
    value: float
    aim: str = ""
    unit: str = ""

    def say(self) -> None:
        print(json.dumps(astuple(self)), flush=True)

    def report(self, figures: Figures) -> None:
        if self.aim:
            figures.measured(self.what, self.value, self.aim, self.unit)
        else:
            figures.line(f"{self.what}: {self.value:g}{self.unit}")


def on_postgres(figures: Figures, module: str, **env: str) -> None:
    """Run the module on an empty PostgreSQL and report what it says. Without PostgreSQL, say so."""
    try:
        with private_postgres() as database, folder() as home:
            for found in _said(module, _surroundings(home, ROOM_DATABASE_URL=database, **env)):
                found.report(figures)
    except NotThere as missing:
        figures.line(f"NOT RUN: {missing}")


def _surroundings(home: Path, **env: str) -> dict[str, str]:
    sizes = {name: value for name, value in os.environ.items() if name.startswith("BENCH_")}
    return {**clean_environment(home / "var", ROOM_LOG_LEVEL="ERROR", **env), **sizes}


def _said(module: str, env: Mapping[str, str]) -> Iterator[Found]:
    argv = [sys.executable, "-m", module]
    with process(argv, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout or ():
            yield Found(*json.loads(line))
        if running.wait():
            raise RuntimeError(f"{module} ended with {running.returncode}")
