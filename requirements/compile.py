"""Pins what pyproject.toml asks for, with hashes and without naming a host: ``make requirements``.

With ``--check`` it changes nothing, needs no network, and ends with 1 when the pinned files are not made from
today's pyproject.toml or disagree with each other.
"""

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
PYPROJECT = HERE.parent / "pyproject.toml"
# dev holds all the others' packages, so it is pinned first and the others keep to it.
PARTS = {
    "dev": ["--group", "dev"],
    "test": ["--group", "test"],
    "base": [],
    "prod": ["--extra", "prod"],
    "build": ["--group", "build"],
}
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE | re.IGNORECASE)


def asked_for() -> str:
    """The first line of every file: a fingerprint of what pyproject.toml asks for."""
    project = tomllib.loads(PYPROJECT.read_text())
    wanted = [
        project["build-system"]["requires"],
        project["project"]["requires-python"],
        project["project"]["dependencies"],
        project["project"]["optional-dependencies"],
        project["dependency-groups"],
        PARTS,
    ]
    return "# for " + hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()


def pin(name: str, options: list[str], upgrade: bool) -> None:
    out = HERE / f"{name}.txt"
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--no-annotate"]
    source = [] if name == "build" else [str(PYPROJECT)]
    keep = [] if name == "dev" else ["--constraint", str(HERE / "dev.txt")]
    more = ["--upgrade"] if upgrade else []
    group = [f"{PYPROJECT}:{word}" if word in ("build",) else word for word in options]
    subprocess.run([*command, "-q", *source, *group, *keep, *more, "-o", str(out)], check=True)
    out.write_text(f"{asked_for()}\n{out.read_text()}")


def troubles() -> list[str]:
    """What is wrong with the pinned files, one sentence each."""
    found: list[str] = []
    pins: dict[str, str] = {}
    for name in PARTS:
        path = HERE / f"{name}.txt"
        text = path.read_text() if path.exists() else ""
        if text.partition("\n")[0] != asked_for():
            found.append(
                f"requirements/{name}.txt is not made from today's pyproject.toml: make requirements"
            )
        if re.search(r"https?://|--\S*index", text):
            found.append(f"requirements/{name}.txt names a host")
        for package, version in PIN.findall(text):
            if pins.setdefault(package, version) != version:
                found.append(f"{package} is {version} in {name}.txt and {pins[package]} elsewhere")
    return found


def main() -> int:
    if "--check" in sys.argv:
        found = troubles()
        print("\n".join(found) or "requirements: in step with pyproject.toml")
        return bool(found)
    for name, options in PARTS.items():
        pin(name, options, "--upgrade" in sys.argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
