"""Every address of the site, tried by everybody: what GET answers, and who may POST."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from audit.models import Entry
from tests.access.expected import EXPECTED, OTHER_ROWS, PUBLIC_POSTS, SPECIAL, THREADS, posts_of
from tests.access.people import PEOPLE, Cast, gather
from tests.figures import Figures, part

Rows = Mapping[str, Mapping[str, str]]
METHODS = ("put", "patch", "delete")
SIGN_IN = b"You were signed out to keep this private"


def all_addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, list[str]]]:
    """(name, placeholders) of every address outside the stock admin, made from the URL map itself."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name or entry.pattern}", list(entry.pattern.regex.groupindex)
        elif entry.namespace != "admin":
            yield from all_addresses(entry, f"{entry.namespace}:" if entry.namespace else space)


def path_of(name: str, placeholders: list[str], words: dict[str, Any], instead: Rows = SPECIAL) -> str:
    special = {
        "key": words["thread"] if name in THREADS else words["room"],
        "slug": words["need"] if name.startswith("cases:") else words["slug"],
        "uidb36": "1",
        "name": "none.log",
        **instead.get(name, {}),
    }
    return reverse(name, kwargs={p: special.get(p, words.get(p)) for p in placeholders})


def ways(cast: Cast, name: str, placeholders: list[str]) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """An address with each row it is tried with: what to call it, its path, what GET and POST answer."""
    yield name, path_of(name, placeholders, cast.words), EXPECTED[name].split(), posts_of(name)
    for title, (about, rows, get, post) in OTHER_ROWS.items():
        if about == name:
            other = {p: cast.words[word] for p, word in rows.items()}
            special = {about: {**SPECIAL.get(about, {}), **other}}
            yield title, path_of(name, placeholders, cast.words, special), get.split(), post.split()


def walk(cast: Cast) -> tuple[int, list[str]]:
    """Try everything; returns how many cells were tried and a line for each wrong answer."""
    cells, leaks, doors = 0, [], Doors(cast)
    for name, placeholders in sorted(set(_hashable(all_addresses()))):
        if name not in EXPECTED:
            leaks.append(f"{name} is not in the matrix: say who may open it")
            continue
        for title, path, gets, posts in ways(cast, name, list(placeholders)):
            for person, get, post in zip(PEOPLE, gets, posts, strict=True):
                for method in ("get", "post", *METHODS):
                    cells += 1
                    wanted = get if method == "get" else post
                    leaks += _try(doors, name=title, path=path, person=person, method=method, wanted=wanted)
    return cells, leaks


def _hashable(found: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((name, tuple(words)) for name, words in found if not name.endswith(".<format>"))


@dataclass
class Doors:
    """Everybody's browser; a person whom an address signed out is signed in again."""

    cast: Cast
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, person: str) -> Client:
        client = self.clients.setdefault(person, Client())
        user = self.cast.people[person]
        if user and "_auth_user_id" not in client.session:
            client.force_login(user)
        elif not user:
            client.cookies.clear()
        return client


def _try(doors: Doors, *, name: str, path: str, person: str, method: str, wanted: str) -> list[str]:
    cache.clear()  # limits on tries are for people, not for this walk
    client = doors.client(person)
    with transaction.atomic():  # every door is tried in the same room
        written = Entry.objects.count()
        answer = getattr(client, method)(path)
        silent = Entry.objects.count() == written
        transaction.set_rollback(True)
    codes = wanted.split(",")
    cell = f"{method.upper()} {name} as {person}: {answer.status_code}"
    if method == "get":
        return [] if str(answer.status_code) in codes else [f"{cell}, meant {wanted}"]
    if answer.status_code >= 500 and str(answer.status_code) not in codes:
        return [cell]
    if method != "post" and not silent:
        return [f"{cell}, and something was written"]
    return [] if _may_post(name, person, codes) else _refused(cell, answer, codes, silent=silent)


def _may_post(name: str, person: str, codes: list[str]) -> bool:
    signed_in = person != "anonymous" or name in PUBLIC_POSTS
    return signed_in and not {"403", "404"} & set(codes)


def _refused(cell: str, answer: Any, codes: list[str], *, silent: bool) -> list[str]:
    """A door that is closed: nothing happens behind it, and outsiders learn no more than by GET."""
    away = answer.status_code in (302, 303, 405) or SIGN_IN in answer.content
    fine = str(answer.status_code) in codes or away
    return [] if fine and silent else [f"{cell}, meant a refusal"]


@part("addresses")
def addresses(figures: Figures) -> None:
    """The whole matrix on the embedded default."""
    logging.disable(logging.ERROR)  # hundreds of refusals are the point here
    cells, leaks = walk(gather())
    figures.walked("addresses x people x methods", cells=cells, leaks=leaks)
