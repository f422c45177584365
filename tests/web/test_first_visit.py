"""What the first visit costs on a slow phone."""

import gzip
import re

import pytest

MOST_BYTES = 60 * 1024
MOST_REQUESTS = 6


def parts_of(page):
    """Everything a browser fetches for the page: styles, script, the font it is told of."""
    links = re.findall(r'<link rel="(?:stylesheet|preload)" href="([^"]+)"', page)
    return [*links, *re.findall(r'<script src="([^"]+)"', page)]


@pytest.fixture
def visit(client, db):
    """Sizes by address, as they travel."""
    first = client.get("/", headers={"accept-encoding": "gzip"})
    sizes = {"/": len(first.content)}
    for address in parts_of(gzip.decompress(first.content).decode()):
        answer = client.get(address, headers={"accept-encoding": "gzip"})
        assert answer.status_code == 200
        sizes[address] = len(b"".join(answer.streaming_content)) if answer.streaming else len(answer.content)
    return sizes


def test_first_visit_is_at_most_sixty_kilobytes_in_six_requests(visit):
    assert len(visit) <= MOST_REQUESTS
    assert sum(visit.values()) <= MOST_BYTES, visit


def test_one_font_alone_is_fetched_before_styles_ask_for_it(client, db):
    page = client.get("/").content.decode()
    assert re.findall(r'<link rel="preload" href="([^"]+)"', page) == ["/static/fonts/atkinson-next.woff2"]


def test_script_is_at_most_eight_kilobytes(visit, client):
    address = next(address for address in visit if address.endswith("room.js"))
    assert len(client.get(address).content) <= 8 * 1024


def test_fonts_are_not_compressed_again(client, db):
    answer = client.get("/static/fonts/atkinson-next.woff2", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers
    answer.close()
