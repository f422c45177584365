"""Faults nobody has to notice, each with its reason: ``accepted.yaml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.mutate.faults import Fault, faults_in

LIST = Path(__file__).with_name("accepted.yaml")


@dataclass(frozen=True, slots=True)
class Accepted:
    """One entry: where it is, the line as it was and with the fault, and why no test can tell."""

    file: str
    function: str
    was: str
    now: str
    why: str

    def is_about(self, fault: Fault) -> bool:
        here = (self.file, self.function) == (fault.file, fault.place.function)
        return here and (self.was, self.now) == fault.lines

    def __str__(self) -> str:
        return f"{self.file} {self.function}: {self.now}"


def read(path: Path = LIST) -> list[Accepted]:
    return [Accepted(**entry) for entry in yaml.safe_load(path.read_text())]


def reason(fault: Fault, accepted: Sequence[Accepted]) -> str:
    """Why nobody has to notice it; '' when somebody has to."""
    return next((entry.why for entry in accepted if entry.is_about(fault)), "")


def that_fit_no_more(accepted: Iterable[Accepted], root: Path) -> list[Accepted]:
    """Entries whose line was changed since, or whose reason is missing."""
    faults: dict[str, list[Fault]] = {}
    lost = []
    for entry in accepted:
        if entry.file not in faults:
            faults[entry.file] = faults_in(root, entry.file) if (root / entry.file).exists() else []
        if not entry.why.strip() or not any(map(entry.is_about, faults[entry.file])):
            lost.append(entry)
    return lost
