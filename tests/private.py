"""A pytest plugin that gives each parallel worker a folder and a Redis database of its own.

Loaded with ``-p`` before the settings are read, because they read the environment.
"""

import os
from pathlib import Path

worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if worker and os.environ.get("ROOM_VAR"):
    os.environ["ROOM_VAR"] = str(Path(os.environ["ROOM_VAR"], worker))
    if redis := os.environ.get("REDIS_URL"):
        number = int(worker.removeprefix("gw")) + 1
        os.environ["REDIS_URL"] = f"{redis.rpartition('/')[0]}/{number}"
