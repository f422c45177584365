"""A pytest plugin: tests run on the embedded default, and each parallel worker has a folder and a Redis
database of its own.

Loaded with ``-p`` before the settings are read, because they read the environment.
"""

import os
from pathlib import Path

from config.surroundings import NAMES, PREFIX

os.environ["ROOM_MODE"] = "embedded"  # a production's .env in this folder is not for tests
for name in ("VAR", *NAMES):
    os.environ.setdefault(f"{PREFIX}{name}", "")
worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if worker and os.environ.get("ROOM_VAR"):
    os.environ["ROOM_VAR"] = str(Path(os.environ["ROOM_VAR"], worker))
    if redis := os.environ.get("ROOM_REDIS_URL"):
        number = int(worker.removeprefix("gw")) + 1
        os.environ["ROOM_REDIS_URL"] = f"{redis.rpartition('/')[0]}/{number}"
