"""The embedded default's broker: kombu's folder of files, with two holes closed.

kombu writes a message under its final name, so a reader may take it away half written and die of it; and a
folder somebody deleted stays gone. Nothing of value is in that folder (a task is a doorbell), but a worker
should not fall over it.
"""

import os
import time
import uuid
from pathlib import Path
from typing import Any

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.encoding import str_to_bytes
from kombu.utils.json import dumps

TRIES = 20
BREATH = 0.05
# What this process bound, by folder and exchange: kombu binds once, and would ring in vain ever after.
bound: dict[tuple[Path, str], set[tuple[Any, ...]]] = {}


class Channel(filesystem.Channel):
    """Messages appear whole; folders come back."""

    def _folder(self, option: str) -> Path:
        folder = Path(self.transport_options[option])
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @property
    def data_folder_in(self) -> Path:
        return self._folder("data_folder_in")

    @property
    def data_folder_out(self) -> Path:
        return self._folder("data_folder_out")

    @property
    def control_folder(self) -> Path:
        return self._folder("control_folder")

    def _put(self, queue: str, message: Any, **kwargs: Any) -> None:  # type: ignore[override]
        folder = self.data_folder_out
        name = f"{time.monotonic_ns():020d}_{uuid.uuid4()}"  # readers take them by name, so the oldest first
        half = folder / f"{name}.half"
        try:
            half.write_bytes(str_to_bytes(dumps(message)))
            os.replace(half, folder / f"{name}.{queue}.msg")
        except OSError as error:
            raise ChannelError(f"Cannot add {name} to the queue") from error

    def get_table(self, exchange: str) -> Any:
        if not (self.control_folder / f"{exchange}.exchange").exists():
            for binding in bound.get((self.control_folder, exchange), ()):
                self._patiently(super()._queue_bind, exchange, *binding)
        return self._patiently(super().get_table, exchange)

    def _queue_bind(self, exchange: str, *binding: Any) -> None:
        bound.setdefault((self.control_folder, exchange), set()).add(binding)
        self._patiently(super()._queue_bind, exchange, *binding)

    @staticmethod
    def _patiently(act: Any, *args: Any) -> Any:
        """A table is empty for a moment while another process writes it for the first time."""
        for _ in range(TRIES):
            try:
                return act(*args)
            except (ValueError, FileNotFoundError):
                time.sleep(BREATH)
        return act(*args)


class Transport(filesystem.Transport):
    Channel = Channel


TRANSPORT_ALIASES["files"] = f"{__name__}:Transport"
