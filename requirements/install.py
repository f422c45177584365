"""Makes .venv and installs a pinned set of packages: ``install.py WANTED [ACCEPTED]...``, run by ``sync``.

Does nothing when the wanted set, or one of the accepted ones, is there and unchanged. A mark in the folder
says that a set was installed to its end; it goes before anything is touched and comes last. So a folder
without a mark was left half done, at whatever moment, and is made anew, not mended. Standard library only.
"""

import fcntl
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
STOPPED = 130  # what a shell calls the end by Ctrl-C

# Where packages come from is the user's to say (PIP_INDEX_URL ...); where they go is not.
ELSEWHERE = """
    CONDA_PREFIX PIP_PREFIX PIP_REQUIRE_VIRTUALENV PIP_ROOT PIP_TARGET PIP_USER PYTHONHOME PYTHONPATH
    PYTHONUSERBASE PYTHONWARNINGS UV_PREFIX UV_PYTHON UV_SYSTEM_PYTHON UV_TARGET VIRTUAL_ENV
"""
OFFLINE = (
    "NewConnectionError|ConnectTimeout|ReadTimeout|Max retries exceeded|name resolution"
    "|getaddrinfo|dns error|error sending request|onnection refused|nreachable|timed out"
    "|connectivity is disabled"
)
PLAIN_WORDS = {
    "No space left|quota exceeded": "The disk is full.",
    "CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate|UnknownIssuer": (
        "The package index was reached, and its certificate is not trusted here. In the network of an office "
        "or a school, ask for its certificate, and name the file in PIP_CERT and SSL_CERT_FILE."
    ),
    "407 Proxy|ProxyError": "The proxy of this network did not let us through. Look at HTTPS_PROXY.",
    "client error .40[13]|HTTP error 40[13]|40[13] (Client Error|Unauthorized|Forbidden)": (
        "The package index turned us away. Look at the one you have set."
    ),
    OFFLINE: "The packages could not be fetched, as no package index answers. Is this computer online?",
}


class Trouble(Exception):
    """Why it did not work, for the person who typed the command."""


def fingerprint(wanted: str) -> str:
    """What a set is made of, and where."""
    files = [ROOT / "requirements" / f"{name}.txt" for name in (wanted, "build")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest() + f" {ROOT}\n"


def marks() -> list[Path]:
    return sorted(VENV.glob(".installed-*"))


def is_here(wanted: str) -> bool:
    mark = VENV / f".installed-{wanted}"
    return is_whole() and mark.exists() and mark.read_text() == fingerprint(wanted)


def is_whole() -> bool:
    """Is the folder one that a Python knows as its own?"""
    return PYTHON.exists() and (VENV / "pyvenv.cfg").exists()


def reason_to_begin_anew() -> str:
    """Why what is there cannot be built upon, '' when it can."""
    if not VENV.exists():
        return "Making .venv ..."
    here = [mark.read_text().partition(" ")[2].strip() for mark in marks()]
    if not here or not is_whole():
        return "The last install did not come to its end. Making .venv anew ..."
    if str(ROOT) not in here:
        return "This folder was moved. Making .venv anew ..."
    if another_python():
        return f"PYTHON={os.environ['PYTHON']} is another Python than the one in .venv. Making .venv anew ..."
    return ""


def another_python() -> bool:
    """Whether a Python was asked for by name (we run on it) that .venv was not made with."""
    if not os.environ.get("PYTHON"):
        return False
    lines = (VENV / "pyvenv.cfg").read_text().splitlines()
    facts = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
    same_home = os.path.realpath(facts.get("home", "")) == os.path.realpath(base_python().parent)
    version = facts.get("version") or facts.get("version_info", "")
    return not same_home or version.split(".")[:2] != [str(part) for part in sys.version_info[:2]]


def base_python() -> Path:
    """The Python below, also when we run on the one in .venv, which is about to go."""
    base = Path(getattr(sys, "_base_executable", sys.executable))
    return Path(os.path.realpath(base)) if VENV in base.parents else base


@contextmanager
def one_at_a_time() -> Iterator[IO[str]]:
    """Hold the folder. Whatever is started here holds it too, so what outlives a kill is waited for."""
    try:
        lock = (ROOT / ".venv.lock").open("a")
    except OSError:
        raise Trouble(f"{ROOT} cannot be written. Copy it to a folder of your own.") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another command is installing here. Waiting for it ...", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def run(argv: list[str | Path], lock: IO[str]) -> None:
    """Run a tool; what it complains about is told in plain words where we know them."""
    env = {name: value for name, value in os.environ.items() if name not in ELSEWHERE.split()}
    done = subprocess.run(
        argv, cwd=ROOT, env=env, pass_fds=[lock.fileno()], capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        raise Trouble(plain_words(done.stdout + done.stderr))


def plain_words(said: str) -> str:
    for pattern, words in PLAIN_WORDS.items():
        if re.search(pattern, said):
            return words
    return "The install did not work. This is what was said:\n" + "\n".join(said.strip().splitlines()[-8:])


def cache_is_ours() -> bool:
    """Whether uv can keep what it fetches: no home folder, or one of somebody else, is no reason to stop."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    cache = Path(os.environ.get("UV_CACHE_DIR") or home / "uv")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        return cache.is_absolute() and all(os.access(one, os.W_OK) for one in (cache, *cache.iterdir()))
    except OSError:
        return False


def make_venv(lock: IO[str]) -> None:
    if not importlib.util.find_spec("ensurepip"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise Trouble(f"Python's venv is missing. On Debian and Ubuntu: sudo apt install {package}")
    below = base_python()  # found by a link in the folder that goes
    for mark in marks():
        mark.unlink()
    if VENV.exists():
        shutil.rmtree(VENV)
    run([below, "-m", "venv", VENV], lock)


def install(wanted: str, lock: IO[str]) -> None:
    print(f"Installing requirements/{wanted}.txt ...", flush=True)
    for mark in marks():
        mark.unlink()
    files = ["-r", "requirements/build.txt"]
    keep = cache_is_ours()
    if not keep:
        print("No home folder to keep packages in: the next install fetches them again.", flush=True)
    if not UV.exists():
        words = ["-q", "--disable-pip-version-check", "--retries", "2", *([] if keep else ["--no-cache-dir"])]
        run([PYTHON, "-m", "pip", "install", *words, "--require-hashes", *files], lock)
    more: list[str | Path] = ["--quiet", "--python", PYTHON, *([] if keep else ["--no-cache"])]
    sets = [f"requirements/{wanted}.txt", "requirements/build.txt"]
    run([UV, "pip", "sync", *more, "--require-hashes", *sets], lock)
    # The hashed build tools are there: no second, unpinned set of them is fetched.
    run([UV, "pip", "install", *more, "--no-deps", "--no-build-isolation", "-e", "."], lock)
    (VENV / ".half").write_text(fingerprint(wanted))
    os.replace(VENV / ".half", VENV / f".installed-{wanted}")


def told_to_stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def sync(wanted: str, accepted: list[str]) -> None:
    def is_done() -> bool:
        return any(is_here(one) for one in (wanted, *accepted)) and not another_python()

    if is_done():
        return
    if not (asked := ROOT / "requirements" / f"{wanted}.txt").exists():
        raise Trouble(f"There is no {asked}.")
    with one_at_a_time() as lock:
        if is_done():  # by the one we waited for
            return
        if why := reason_to_begin_anew():
            print(why, flush=True)
            make_venv(lock)
        install(wanted, lock)


def main(argv: list[str]) -> int:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, told_to_stop)
    try:
        sync(argv[0], argv[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"{error.filename or ROOT}: {error.strerror or error}. Is it a folder of your own?",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nStopped before it was done. The next command begins anew.", file=sys.stderr)
        return STOPPED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
