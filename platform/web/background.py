"""Requests a page makes by itself while somebody reads or types. Their answers never take the page away."""

from django.http import HttpRequest

HEADER = "X-Background"


def in_background(request: HttpRequest) -> bool:
    """Whether nobody pressed anything: news came in, or the page says what was read."""
    return HEADER in request.headers


def for_program(request: HttpRequest) -> bool:
    """Whether an address of the API was asked: what says no there is JSON, as every other answer is."""
    return request.path.startswith("/api/")
