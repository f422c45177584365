"""Requests a page makes by itself while somebody reads or types. Their answers never take the page away."""

from django.http import HttpRequest

HEADER = "X-Background"


def in_background(request: HttpRequest) -> bool:
    """Whether nobody pressed anything: news came in, or the page says what was read."""
    return HEADER in request.headers
