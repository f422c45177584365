"""A run may be paused for a night: no test of it fails by the clock on the wall."""

import subprocess
import sys

import pytest

from tests.mutate.scope import ROOT
from tests.mutate.session import OPTIONS

SLOW = """
import time
import pytest

def test_by_the_option():
    time.sleep(0.6)

@pytest.mark.timeout(0.2)
def test_by_its_mark():
    time.sleep(0.6)
"""


def run(folder, *options):
    argv = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        "/dev/null",
        f"--rootdir={folder}",
        "--timeout=0.2",
        *options,
    ]
    return subprocess.run([*argv, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("options", "said"), [(("-p", "no:cacheprovider"), "Timeout"), (OPTIONS, "2 passed")]
)
def test_what_takes_longer_than_it_may_passes_here_and_nowhere_else(tmp_path, options, said):
    (tmp_path / "test_slow.py").write_text(SLOW)
    done = run(tmp_path, *options)
    assert said in done.stdout + done.stderr
