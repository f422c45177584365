"""Nothing on a page comes from another host, and nothing runs that the page's own files do not hold."""

import re

from django.conf import settings

TEMPLATES = settings.ROOT / "templates"
STATIC = settings.ROOT / "platform" / "web" / "static"
PAGES = sorted(path for path in TEMPLATES.rglob("*.html"))
FILES = sorted(path for path in STATIC.rglob("*") if path.suffix in {".css", ".js", ".svg"})
HOST = re.compile(r"""(?:https?:)?//[\w-]+(?:\.[\w-]+)+""")
# An address inside a link is a door someone may choose to go through; anything else would be fetched.
LINK = re.compile(r"<a\b[^>]*>", re.DOTALL)
NAMESPACE = re.compile(r"""xmlns='?"?http://www\.w3\.org/2000/svg""")
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)


def test_there_are_pages_and_files_to_look_at():
    assert len(PAGES) > 40
    assert len(FILES) >= 3


def test_no_page_names_another_host_outside_a_link():
    for page in PAGES:
        text = NAMESPACE.sub("", LINK.sub("", COMMENT.sub("", page.read_text())))
        assert not HOST.findall(text), page


def test_no_style_or_script_file_names_another_host():
    for file in FILES:
        text = NAMESPACE.sub("", COMMENT.sub("", file.read_text()))
        assert not HOST.findall(text), file


def test_no_page_holds_script_or_style_of_its_own():
    for page in PAGES:
        text = COMMENT.sub("", page.read_text())
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), page
        assert not re.search(r"<style\b", text), page
        assert not re.search(r"""<[a-z][^>]*\s(style|on[a-z]+)=""", text), page
        assert "javascript:" not in text, page


def test_script_makes_no_page_parts_from_text():
    for file in FILES:
        if file.suffix == ".js":
            assert not re.search(
                r"innerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function", file.read_text()
            )


def test_link_to_another_host_says_nothing_of_where_it_comes_from():
    for page in PAGES:
        for link in LINK.findall(page.read_text()):
            if HOST.search(link):
                assert "noreferrer" in link, (page, link)
