"""The language of marks, for one test."""

import pytest

from tests.language.pseudo import CODE, write_catalogue


@pytest.fixture
def pseudo(settings, tmp_path):
    write_catalogue(tmp_path)
    settings.LOCALE_PATHS, settings.LANGUAGES = [tmp_path], [("en", "English"), (CODE, "Pseudo")]
    settings.LANGUAGE_CODE = CODE
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
