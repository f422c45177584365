"""The parts of the bench that start servers run, on a small size, and say what they could not run."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.bench import _large
from tests.figures import Figures
from tests.processes import ROOT
from tests.servers import NotThere, find_postgres

SMALL = {"BENCH_OPEN": "40,80", "BENCH_DUE": "20", "BENCH_MAILS": "12"}
SHOWN = {
    "sweep": ["plain SQL, 20 due among 80", "sweep, 20 due among 80", "sweep, none due among 80"],
    "delivery": ["plain SMTP, 12 mails", "one dispatcher, 12 mails", "mails that arrived twice"],
}


@pytest.fixture
def postgres():
    try:
        find_postgres("initdb")
    except NotThere as missing:
        pytest.skip(str(missing))


@pytest.mark.services
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("postgres")
@pytest.mark.parametrize("name", SHOWN)
def test_a_part_measures_all_it_is_there_for(name, prepared):
    env = {**os.environ, "ONLY": name, "PREPARED": str(prepared), **SMALL}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench"], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert "BROKE" not in done.stdout, done.stdout + done.stderr
    assert [what for what in SHOWN[name] if f"  {what}: " not in done.stdout] == []
    assert re.search(r"^bench: \d+ met, \d+ short$", done.stdout, re.M)


def test_without_postgresql_a_part_says_plainly_that_it_was_not_run(monkeypatch, capsys):
    @contextmanager
    def nowhere():
        raise NotThere("initdb was not found. On Debian and Ubuntu: sudo apt install postgresql")
        yield

    monkeypatch.setattr(_large, "private_postgres", nowhere)
    _large.on_postgres(Figures(), "tests.bench._sweep")
    assert capsys.readouterr().out == (
        "  NOT RUN: initdb was not found. On Debian and Ubuntu: sudo apt install postgresql\n"
    )
