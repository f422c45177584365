"""What is ours has a licence; what others made is named with its own, and its text is beside it."""

import hashlib
import re
import tomllib
from importlib.metadata import version

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from web.icons import ICONS

ROOT = settings.ROOT
NOTICE = (ROOT / "NOTICE").read_text()
FOLDERS = ("platform", "roles", "cases", "coaching", "templates", "tests", "docs", "requirements", ".github")
TEXT = {".py", ".html", ".css", ".js", ".md", ".txt", ".yaml", ".yml", ".csv", ".json", ".toml", ".LICENSE"}
TEXT_WITHOUT_ENDING = {"sync"}
OURS = {"docs/room.png": "a picture of our own page"}
#: The Apache License 2.0 as its foundation gives it out, to the byte.
APACHE = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
LINE = re.compile(r"^  (\S+/\S*) {2,}(.+?)(?=\n {0,2}\S|\n\n|\Z)", re.M | re.S)
TOLD = {path: " ".join(words.split()) for path, words in LINE.findall(NOTICE)}
VENDORED = [path for path in TOLD if (ROOT / path).is_file()]


def files():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def licence_beside(path):
    return (ROOT / path).with_suffix(".LICENSE")


def test_the_licence_is_the_whole_text_of_apache_two():
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == APACHE


def test_the_package_says_the_same_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert (project["license"], project["license-files"]) == ("Apache-2.0", ["LICENSE", "NOTICE"])


def test_facts_and_words_have_a_licence_of_their_own():
    assert "CC BY 4.0" in NOTICE
    assert {"roles/data/", "templates/", "docs/"} <= set(TOLD)


def test_every_path_in_the_notice_is_there():
    gone = [path for path in TOLD if not (ROOT / path).exists() and not finders.find(path)]
    assert gone == []


def test_every_file_that_is_no_text_is_named_or_ours():
    binary = {
        path.relative_to(ROOT).as_posix()
        for path in files()
        if path.suffix not in TEXT and path.name not in TEXT_WITHOUT_ENDING and path.stat().st_size
    }
    assert binary - set(OURS) <= set(VENDORED)
    assert set(OURS) <= binary


def test_every_licence_text_stands_beside_a_file_that_is_named():
    beside = {path for path in files() if path.suffix == ".LICENSE"}
    assert beside == {licence_beside(path) for path in VENDORED}


def test_the_files_of_others_are_three_fonts_and_the_icons():
    assert {"atkinson-next.woff2", "atkinson-mono.woff2", "newsreader.woff2", "icons.py"} <= {
        path.rpartition("/")[2] for path in VENDORED
    }


@pytest.mark.parametrize("path", VENDORED)
def test_a_licence_text_begins_with_name_version_and_licence(path):
    first = licence_beside(path).read_text().partition("\n")[0]
    assert re.match(r"[A-Z][\w ]+?,? (\d+\.\d+|release of \d{4}-\d\d-\d\d)", first)
    assert re.search(r"SIL Open Font License 1\.1|ISC License|public domain|BSD", first)


@pytest.mark.parametrize("path", [path for path in VENDORED if path.endswith(".woff2")])
def test_a_font_has_its_whole_licence_beside_it(path):
    text = licence_beside(path).read_text()
    name = TOLD[path].partition(", SIL OFL 1.1")[0]
    assert text.startswith(f"{name}, SIL Open Font License 1.1")
    assert re.search(r"^Copyright 2020.* Project Authors \(https?://", text, re.M)
    assert text.count("SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007") == 1
    for part in ("PREAMBLE", "DEFINITIONS", "PERMISSION & CONDITIONS", "TERMINATION", "DISCLAIMER"):
        assert f"\n{part}\n" in text


def test_the_icons_are_counted_and_have_both_their_licences():
    text = licence_beside("platform/web/icons.py").read_text()
    assert f"{len(ICONS)} icons" in text.partition("\n")[0]
    assert TOLD["platform/web/icons.py"].startswith(f"{len(ICONS)} icons of Lucide")
    assert "ISC License\n" in text
    assert "The MIT License (MIT)" in text


def test_the_script_we_serve_for_others_is_the_version_that_is_named():
    told = TOLD["django_htmx/htmx-2.min.js"]
    with open(finders.find("django_htmx/htmx-2.min.js")) as script:
        served = re.search(r'version:"([\d.]+)"', script.read())[1]
    assert told.startswith(f"htmx {served}, Zero-Clause BSD (0BSD)")
    assert told.endswith(f"django-htmx {version('django-htmx')}")


def test_no_page_asks_for_a_script_that_is_not_named():
    asked = set()
    for page in (ROOT / "templates").rglob("*.html"):
        asked |= set(re.findall(r'\{% static "([^"]+\.js)" %\}', page.read_text()))
    assert asked - {"js/room.js"} == {path for path in TOLD if path.endswith(".js")}
    assert len(asked) == 3
