"""A copy of the data files that a test may break."""

from roles.loading.services import load_catalogue
from tests.catalogue import LOADED_AT


class DataCopy:
    """The data folder in a place of its own, with one line changed at a time."""

    def __init__(self, folder):
        self.folder = folder

    def change(self, name, old, new):
        """Replace the first ``old`` in a file; returns the line it stood on."""
        path = self.folder / name
        text = path.read_text()
        before, found, after = text.partition(old)
        assert found, f"{old!r} is not in {name}"
        path.write_text(before + new + after)
        return before.count("\n") + 1

    def load(self):
        return load_catalogue(data=self.folder, at=LOADED_AT)
