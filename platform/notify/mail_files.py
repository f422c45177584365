"""The embedded default's mail: one file per letter, to be read at the local mail page."""

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.filebased import EmailBackend as FileBackend


class EmailBackend(FileBackend):
    """Django names a file by second and by an id that comes back: two letters could share one.

    It makes the file when the line is opened. Here a letter is whole when its file appears, and a line that
    carried no letter leaves none behind.
    """

    _fname: str | None

    def _get_filename(self) -> str:
        if self._fname is None:
            moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            self._fname = os.path.join(self.file_path, f"{moment}-{secrets.token_hex(4)}.part")
        return self._fname

    def close(self) -> None:
        """Put the file away under its own name, or throw it away when nothing was written."""
        super().close()
        if self._fname and os.path.exists(self._fname):
            if os.path.getsize(self._fname):
                os.replace(self._fname, self._fname.removesuffix(".part") + ".log")
            else:
                os.unlink(self._fname)
        self._fname = None


def remove_mail(*, before: datetime) -> int:
    """Throw away the letters written before that moment; returns how many."""
    old = [
        path
        for path in Path(settings.EMAIL_FILE_PATH).glob("*.log")
        if path.stat().st_mtime < before.timestamp()
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
