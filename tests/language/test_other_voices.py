"""What no page shows yet, or no page at all: the plain tone, and answers of the API."""

import json

import pytest

from cases.wording import Tone, Voice
from tests.cases.plain import told
from tests.cases.plain_catalogue import catalogue as plain_catalogue
from tests.cases.test_mismatch_tone import PARTS, official
from tests.cases.tone_rooms import every_room
from tests.language.data import GRAMMAR
from tests.language.pseudo import CODE
from tests.language.visible import Known
from web.english import curly

VOICES = [Voice(parent=parent, tone=tone, language=CODE) for parent in ("", "Renee") for tone in Tone]


def facts_of(known) -> list[str]:
    """All that a sentence about a room may take from the catalogue."""
    needs = [
        part for n in known.needs.values() for part in (n.noun, n.title, n.asks, n.clear_answer, n.if_not)
    ]
    able = [
        part for c in known.capabilities.values() for part in (c.noun, c.can, c.does, c.does_not, c.title)
    ]
    roles = [part for r in known.roles.values() for part in (r.name, r.letters, r.brings)]
    reasons = [fit.reason for fit in known.fits.values()]
    meanings = [local.meaning for local in known.local.values()]
    meanings += [reading.level for letters in known.collisions.values() for reading in letters.readings]
    return [*needs, *able, *roles, *reasons, *meanings, *known.states.values()]


def data_of(rooms, known) -> Known:
    """What the catalogue says of anybody, and what people in these rooms are called and have written."""
    facts = [curly(fact) for fact in facts_of(known)]
    told_of = [fact.replace("{child}", child) for fact in facts for child in {room.child for room in rooms}]
    names = {name for room in rooms for name in official(known, room)}
    parts = [part for name in names for part in (name, *name.split())]
    return Known([*told_of, *parts, *GRAMMAR, "Renee"])


def test_every_rule_says_all_it_says_through_gettext(pseudo):
    rooms, catalogue = every_room(), plain_catalogue()
    data = data_of(rooms, catalogue)
    found = [f.words for room in rooms for voice in VOICES for f in told(room, catalogue, voice)]
    said = {getattr(words, part) for words in found for part in PARTS}
    assert not [text for text in said if data.foreign(text)]


def strings(answer) -> list[str]:
    if isinstance(answer, dict | list):
        return [
            one
            for inner in (answer.values() if isinstance(answer, dict) else answer)
            for one in strings(inner)
        ]
    return [answer] if isinstance(answer, str) else []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/v1/decode/", {}),
        ("/api/v1/decode/", {"text": ["a list"]}),
        ("/api/v1/decode/", {"text": " "}),
        ("/api/v1/decode/", {"text": "x" * 100_001}),
        ("/api/v1/decode/", {"text": "QMHP", "state": "XX"}),
        ("/api/v1/roles/?state=XX", None),
        ("/api/v1/roles/?page_size=no", None),
        ("/api/v1/roles/no-such-role/", None),
        ("/api/v1/no-such-part/", None),
    ],
)
def test_what_the_api_says_to_a_slip_passes_gettext(pseudo, client, catalogue, path, body):
    kind = {"content_type": "application/json"}
    answer = client.get(path) if body is None else client.post(path, json.dumps(body), **kind)
    assert answer.status_code in (400, 404)
    assert strings(answer.json())
    assert not [text for text in strings(answer.json()) if Known([]).foreign(text)]
