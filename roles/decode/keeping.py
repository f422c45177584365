"""What the letters of a segment say, kept on the page."""

from __future__ import annotations

from roles.decode import meaning as means
from roles.decode.alternatives import either_of
from roles.decode.credential import Credential
from roles.decode.found import Find
from roles.decode.page import Page
from roles.decode.segments import Segment
from roles.lexicon import fold


def start_row(page: Page, segment: Segment) -> None:
    """``page.row`` are the letters in one row of a line, an "or" away from those of the next segment."""
    last = page.before
    goes_on = last is not None and last.line == segment.line and not page.before_is_plain
    if not (goes_on and (segment.after_comma or segment.joined)):
        page.row = []


def keep_all(page: Page, segment: Segment, found: tuple[Find, ...]) -> None:
    done = 0
    for item in found:
        credential = _said(page, segment, item)
        either = "or" in segment.folded[done : item.start] if done else segment.either
        done = item.end
        if credential is not None:
            credential = either_of(page, credential) if either else credential
            keep(page, credential)
            page.row.append(fold(credential.text))


def keep(page: Page, credential: Credential) -> None:
    """Each group of letters once; a name spelled out beside its own letters adds nothing."""
    key = fold(credential.text)
    spelled_out = " " in key and credential.role in {c.role for c in page.credentials.values() if c.role}
    if key and not (credential.role and spelled_out):
        page.credentials.setdefault(key, credential)


def _said(page: Page, segment: Segment, item: Find) -> Credential | None:
    catalogue, state = page.catalogue, page.state
    code = _state_alone(item, segment, page)
    after_town = page.before_is_plain and page.before is not None and page.before.line == segment.line
    if code and after_town:
        return means.place(item.text) if item.key else None
    if item.telling:
        return means.not_yet(item.text, item.key, item.telling, catalogue, state)
    if item.key:
        return means.meaning(item.text, item.key, catalogue, state)
    return means.place(item.text) if code else means.unknown(item.text, catalogue, state)


def _state_alone(item: Find, segment: Segment, page: Page) -> str:
    """The letters of a state, when nothing else stands here."""
    code = item.text.upper()
    return code if len(segment.words) == 1 and code in page.catalogue.states else ""
