"""Outlives a supervisor that was killed, and stops what it had started.

Runs as a script with nothing but the standard library. Its standard input is a pipe from the supervisor,
which writes ``+<group>`` for each process group it starts and ``-<group>`` for each that is gone. When the
pipe ends, for whatever reason, groups still there are asked to stop, and soon after made to.
"""

import os
import signal
import sys
import time

GRACE = 8.0
DEAF_TO = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def read_groups() -> set[int]:
    """Follow the supervisor's notes to their end; returns the groups that still run."""
    groups: set[int] = set()
    for line in sys.stdin:
        sign, group = line[0], int(line[1:])
        (groups.add if sign == "+" else groups.discard)(group)
    return groups


def signal_group(group: int, number: int) -> bool:
    """True when somebody of the group was there to hear it."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def main() -> None:
    for number in DEAF_TO:
        signal.signal(number, signal.SIG_IGN)
    groups = read_groups()
    left = {group for group in groups if signal_group(group, signal.SIGTERM)}
    deadline = time.monotonic() + GRACE
    while left and time.monotonic() < deadline:
        time.sleep(0.1)
        left = {group for group in left if signal_group(group, 0)}
    for group in left:
        signal_group(group, signal.SIGKILL)


if __name__ == "__main__":
    main()
