"""Reading a page the way a person would: its text, its links, the lines of a list."""

import re
from html import unescape
from html.parser import HTMLParser

from tests.markup import flat

BLOCKS = {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "div",
    "dt",
    "dd",
    "td",
    "th",
    "summary",
    "label",
    "section",
    "a",
    "button",
}
SILENT = {"script", "style", "svg", "head", "select"}


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.links, self.ids, self.silent = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.words.append("\n")
        if tag == "a":
            self.links.append(at.get("href", ""))
        if "id" in at:
            self.ids.append(at["id"])

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)


def opened(response):
    page = _Page()
    page.feed(response.content.decode())
    return page


def text(response):
    """All that is said on the page, spaces joined."""
    return " ".join(" ".join(opened(response).words).split())


def main_text(response):
    """What is said inside <main>."""
    inside = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL).group()
    page = _Page()
    page.feed(inside)
    return " ".join(" ".join(page.words).split())


def lines(response):
    """What is said inside <main>, a heading, a paragraph or an entry of a list on a line of its own."""
    inside = re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL).group()
    page = _Page()
    page.feed(flat(inside))
    return "".join(page.words)


def links(response):
    return opened(response).links


def column(response, heading):
    """The lines of one of the role page's lists, without their reasons; None when the list is not there."""
    pattern = rf"<h3>[^<]*<svg.*?</svg>{re.escape(heading)}</h3>.*?<ul>(.*?)</ul>"
    found = re.search(pattern, flat(response), re.DOTALL)
    if found is None:
        return None
    lines = re.findall(
        r'<li id="[^"]*">.*?(?:<summary[^>]*>|</svg>)<span>(.*?)</span>', found.group(1), re.DOTALL
    )
    return [unescape(re.sub(r"<[^>]+>.*", "", line)).strip() for line in lines]
