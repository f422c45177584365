"""Which files get faults, and which tests are there to notice."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Scope:
    """Files that decide and the tests of them, from ``root`` on; a folder stands for all in it. Names of
    tests may hold ``*``. ``outside``: those of them that read what stands outside of functions by its name,
    in every file, so that no line tells."""

    root: Path
    decides: tuple[str, ...]
    tests: tuple[str, ...]
    outside: tuple[str, ...] = ()

    def files(self) -> list[str]:
        """Each file with its path from the root, in order."""
        found: set[Path] = set()
        for name in self.decides:
            path = self.root / name
            found.update(path.rglob("*.py") if path.is_dir() else [path])
        return sorted(str(path.relative_to(self.root)) for path in found)

    def paths_of_tests(self) -> list[str]:
        return [str(path) for name in self.tests for path in sorted(self.root.glob(name))]

    def only(self, name: str) -> list[str]:
        """The file of that path, name or module (``cases/seats.py``, ``seats.py``, ``cases.seats``)."""
        path = name if name.endswith(".py") else f"{name.replace('.', '/')}.py"
        return [file for file in self.files() if file == path or file.endswith(f"/{path}")]


PRODUCT = Scope(
    ROOT,
    decides=(
        "cases/coverage.py",
        "cases/mismatch",
        "cases/nearness.py",
        "cases/permissions.py",
        "cases/person_fit.py",
        "cases/reminders.py",
        "cases/seats.py",
        "cases/services",
        "coaching/permissions.py",
        "coaching/services",
        "coaching/triage.py",
        "roles/decode",
    ),
    tests=(
        "tests/architecture/test_acts_*.py",
        "tests/architecture/test_services_ask.py",
        "tests/cases",
        "tests/coaching",
        "tests/roles/test_api_decode.py",
        "tests/roles/test_belief.py",
        "tests/roles/test_decode_*.py",
        "tests/roles/test_less_by_name.py",
        "tests/roles/test_plain_title.py",
        "tests/roles/test_short_training.py",
    ),
    outside=("tests/cases/test_values_rows_keep.py",),
)


def modules(files: Iterable[str]) -> dict[str, str]:
    """The name a file is imported by."""
    return {file: file.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for file in files}
