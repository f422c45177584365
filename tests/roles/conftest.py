"""What tests of the catalogue share."""

import shutil

import pytest


@pytest.fixture
def data(tmp_path):
    """The data files in a place of their own, for a test to change."""
    from roles.loading.services import DATA
    from tests.roles.datacopy import DataCopy

    return DataCopy(shutil.copytree(DATA, tmp_path / "data"))
