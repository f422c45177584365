"""``requirements/sync``: an install that was stopped at any moment heals; what is missing is said plainly."""

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.servers import folder, free_port, unprivileged, wait_until

pytestmark = [pytest.mark.services, pytest.mark.timeout(900)]
ROOT = Path(__file__).parents[2]
LEFT = shutil.ignore_patterns(".*", "var", "build", "docs", "tests", "__pycache__")
OFFLINE = "The packages could not be fetched, as no package index answers. Is this computer online?\n"
INSTALLED = "import celery, django, rest_framework, uvicorn, yaml, config, roles"

# Moments in the making of .venv, each known by a file that appears on the disk; and ways to end it.
SITE = "lib/python*/site-packages"
MOMENTS = [
    "pyvenv.cfg",
    "bin/python",
    f"{SITE}/pip/__init__.py",
    "bin/uv",
    f"{SITE}/kombu/__init__.py",
    f"{SITE}/django/db/models/__init__.py",
]
CTRL_C = (os.killpg, signal.SIGINT, 130)
ALL_KILLED = (os.killpg, signal.SIGKILL, -9)
FIRST_KILLED = (os.kill, signal.SIGKILL, -9)  # what it started works on: the next one waits for that
WAYS = [CTRL_C, ALL_KILLED, FIRST_KILLED]


def copy_to(place):
    """The project as somebody gets it, without what was installed."""
    return shutil.copytree(ROOT, place / "room", ignore=LEFT)


@pytest.fixture
def project(tmp_path):
    return copy_to(tmp_path)


def sync(project, *, owner=None, **env):
    """Start it; it leads a group of its own, as a command typed in a terminal does."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHON"}
    return subprocess.Popen(
        [project / "requirements/sync", "base"],
        env={**kept, **env},
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **(owner or {}),
    )


def offline(tmp_path):
    """No package index answers, and nothing was kept."""
    nobody = f"http://127.0.0.1:{free_port()}/simple"
    return {"PIP_INDEX_URL": nobody, "UV_DEFAULT_INDEX": nobody, "PIP_CACHE_DIR": str(tmp_path / "cache")}


def said(process):
    out, err = process.communicate(timeout=600)
    return process.returncode, out, err


def is_whole(project):
    python = project / ".venv/bin/python"
    return subprocess.run([python, "-c", INSTALLED], cwd=project, capture_output=True).returncode == 0


def stop_at(sign, project, process, end):
    """End it when this has been made since it began to say something; what it said."""
    first, began = process.stdout.readline(), time.time()

    def is_made():
        return any(made.lstat().st_ctime >= began for made in (project / ".venv").glob(sign))

    wait_until(lambda: is_made() or process.poll() is not None, seconds=300, what=sign)
    end()
    code, out, err = said(process)
    return code, first + out, err


def test_stopped_at_any_moment_the_next_command_begins_anew_and_ends_well(project):
    for number_of_try, sign in enumerate(MOMENTS):
        whom, number, exit_code = WAYS[number_of_try % len(WAYS)]
        running = sync(project)
        code, out, err = stop_at(sign, project, running, partial(whom, running.pid, number))
        assert ("Making .venv anew ..." if number_of_try else "Making .venv ...") in out
        assert [code, "Traceback" in err] == [exit_code, False]
    code, out, err = said(sync(project))
    assert [code, err] == [0, ""]
    assert "The last install did not come to its end. Making .venv anew ..." in out
    assert is_whole(project)
    assert said(sync(project)) == (0, "", "")


@pytest.mark.parametrize("marked", [False, True], ids=["no mark left", "mark left"])
@pytest.mark.parametrize("python", ["", sys.executable], ids=["any Python", "one asked for"])
def test_what_was_cleared_by_half_is_made_anew_by_the_python_below(project, tmp_path, marked, python):
    """The link to that Python is in the folder that goes."""
    link = project / ".venv/bin/python"
    link.parent.mkdir(parents=True)
    link.symlink_to(os.path.realpath(sys._base_executable))
    if marked:
        (project / ".venv/.installed-base").write_text(f"before {project}\n")
    code, out, err = said(sync(project, **offline(tmp_path), **({"PYTHON": python} if python else {})))
    assert "The last install did not come to its end. Making .venv anew ..." in out
    assert [code, err] == [1, OFFLINE]
    assert (project / ".venv/pyvenv.cfg").exists()


def test_without_a_network_it_says_so_in_one_sentence(project, tmp_path):
    code, _, err = said(sync(project, **offline(tmp_path)))
    assert [code, err] == [1, OFFLINE]


def test_folder_that_cannot_be_written_is_named():
    owner = unprivileged()
    with folder(**owner) as place:
        project = copy_to(place)
        project.chmod(0o555)
        code, out, err = said(sync(project, owner=owner))
        project.chmod(0o755)
    assert [code, out, err] == [1, "", f"{project} cannot be written. Copy it to a folder of your own.\n"]


def test_python_that_is_not_here_is_named(project):
    code, _, err = said(sync(project, PYTHON="python2.99"))
    assert code == 1
    assert err.splitlines()[0] == "PYTHON=python2.99 is not here, or it is older than 3.11."


def test_folder_of_the_same_name_elsewhere_is_not_taken_for_ours(project, tmp_path):
    (tmp_path / "other" / "requirements").mkdir(parents=True)
    argv, env = ["sh", "requirements/sync", "nothing"], {**os.environ, "CDPATH": str(tmp_path / "other")}
    done = subprocess.run(argv, cwd=project, env=env, capture_output=True, text=True)
    assert done.stderr == f"There is no {project}/requirements/nothing.txt.\n"


def test_another_python_than_the_one_in_venv_is_said_and_taken(project):
    """A folder that was made with an older Python, whose home is gone; asked for by name is today's."""
    for name in ("bin/python", ".installed-base"):
        (project / ".venv" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / ".venv" / name).write_text(f"before {project}\n")
    (project / ".venv/pyvenv.cfg").write_text("home = /opt/python/bin\nversion = 3.10.1\n")
    running = sync(project, PYTHON=sys.executable)
    line = running.stdout.readline()
    os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
    words = "is another Python than the one in .venv. Making .venv anew ...\n"
    assert line == f"PYTHON={sys.executable} {words}"
