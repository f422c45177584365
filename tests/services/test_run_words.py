"""What ``make`` and ``make test`` make of what they are told, and of what is not on this machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers import NotThere, clean_environment, find_chromium, find_program, private_redis

ROOT = Path(__file__).parents[2]


def dry_run(*words, **env):
    """The commands that make would run."""
    argv, env = ["make", "--no-print-directory", "-n", *words], {**os.environ, **env}
    return subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout


def test_what_a_shell_holds_under_the_names_make_takes_is_not_meant_for_it():
    theirs = {"OPTIONS": "-Xmx512m", "PYTHON": "python2", "ONLY": "users", "ARGS": "-k users"}
    assert dry_run("run", **theirs) == dry_run("run")
    assert "-Xmx512m" not in dry_run("run", **theirs)


def test_what_is_said_to_make_counts():
    assert "manage.py up --with-parent --port 8001\n" in dry_run("run", "OPTIONS=--port 8001")


def test_tools_of_the_makefile_get_no_python_settings_of_the_shell(tmp_path):
    (tmp_path / "Makefile").write_text(f"include {ROOT}/Makefile\nshow: ; @env\n")
    theirs = {"PYTHONPATH": "/theirs", "PYTHONWARNINGS": "error", "ONLY": "users", "PYTHONUNBUFFERED": "1"}
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    argv, env = ["make", "-s", "-f", tmp_path / "Makefile", "show"], {**ours, **theirs}
    shown = subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    got = dict(re.findall(r"^(PYTHON\w+|ONLY)=(.*)$", shown, re.M))
    assert {name: got.get(name) for name in theirs} == {
        "PYTHONPATH": None, "PYTHONWARNINGS": None, "ONLY": "", "PYTHONUNBUFFERED": "1"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("look", "package"),
    [
        (find_chromium, "chromium"),
        (lambda: private_redis().__enter__(), "redis-server"),
        (lambda: find_program("initdb", package="postgresql"), "postgresql"),
    ],
    ids=["Chromium", "Redis", "PostgreSQL"],
)
def test_program_that_is_not_here_comes_with_the_package_that_has_it(monkeypatch, tmp_path, look, package):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotThere, match=rf"was not found\. On Debian and Ubuntu: sudo apt install {package}$"):
        look()


@pytest.mark.services
@pytest.mark.timeout(300)
def test_words_that_leave_no_test_are_named_and_nothing_passes(tmp_path):
    # REQUIRE_ALL is emptied, as the run this test stands in may have said it.
    env = clean_environment(tmp_path, ONLY="sqlite", ARGS="tests/audit -k nosuchword", REQUIRE_ALL="")
    argv = [sys.executable, "-m", "tests.run"]
    done = subprocess.run(argv, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == [
        "test: embedded default (SQLite, files): NOT RUN: no test of it is left by "
        "ARGS='tests/audit -k nosuchword'",
        "test: FAILED, as nothing ran",
    ]


def test_readme_opens_the_room_without_make():
    told = re.search(r"Without `make`, .*?: `(.+?)`", (ROOT / "README.md").read_text())[1]
    install, start = told.split(" && ")
    assert (ROOT / install.split()[0]).stat().st_mode & 0o111
    assert f"{start} --with-parent" in dry_run("run")
    assert install in dry_run("run")
