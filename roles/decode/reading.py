"""Reads a pasted signature: the person's name, what each group of letters is, and what we do not know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from roles.catalogue import Catalogue, Kind
from roles.decode import meaning as means
from roles.decode.credential import Credential, Training
from roles.decode.doubt import LICENSE_WORDS, SUPERVISED, leaves_open, says_lost, says_no, says_nothing_new
from roles.decode.found import Find
from roles.decode.keeping import keep, keep_all, start_row
from roles.decode.letters import behind_comma, ending, find, guess, is_name
from roles.decode.lost import without_lost
from roles.decode.names import name_in
from roles.decode.numbers import are_over, with_a_number
from roles.decode.page import Page
from roles.decode.parting import with_commas, without_slashes
from roles.decode.pending import on_the_way
from roles.decode.segments import MAX_TEXT, Segment, read
from roles.decode.signer import Named, is_second, named_in, signs_instead
from roles.decode.trainings_named import without_trainings
from roles.lexicon import fold, lexicon_of
from roles.stages import NOT_YET_ALONE, is_stage


@dataclass(frozen=True, slots=True)
class Decoded:
    """A paste, read. ``name`` '' when none was found; ``unknown``: letters we do not know, as written.

    ``trainings`` are extra trainings, which no role is read from. ``others``: further people whose letters
    were not read, as one paste is about one person."""

    name: str = ""
    credentials: tuple[Credential, ...] = ()
    unknown: tuple[str, ...] = ()
    truncated: bool = False
    trainings: tuple[Training, ...] = ()
    others: tuple[str, ...] = ()


def decode(text: str, catalogue: Catalogue, state: str = "") -> Decoded:
    """Read whatever a parent pastes. Never raises; time grows with the length, and only ``MAX_TEXT`` is read.

    ``state`` is the family's two-letter code, '' when not told. A job title never proves a role, and letters
    that vary by state prove none without the state.
    """
    segments, truncated = read(text, catalogue.checked_on.year if catalogue.checked_on else date.max.year)
    page = Page(catalogue, lexicon_of(catalogue), state.strip().upper())
    for segment in with_commas(segments, page.lexicon):
        _read_segment(page, without_slashes(segment, page.lexicon))
        if page.others:
            break
    if not page.credentials and not page.trainings:
        _keep_numbered(page, with_a_number(text[:MAX_TEXT]))
    held = without_lost(tuple(page.credentials.values()), catalogue, page.state)
    read_as = means.agreed(held)
    unknown = tuple(c.text for c in read_as if c.kind is Kind.UNKNOWN)
    trainings = tuple(page.trainings.values())
    return Decoded(page.name, read_as, unknown, truncated, trainings, page.others)


def _keep_numbered(page: Page, letters: str) -> None:
    """'ABC123' is a number of something beside letters; where nothing else was read, it is letters."""
    if letters:
        keep(page, means.unknown(letters, page.catalogue, page.state))
        page.name = page.name if page.name != letters else ""


def _read_segment(page: Page, segment: Segment) -> None:
    segment, trainings = without_trainings(segment, page.catalogue)
    for training in trainings:
        page.trainings.setdefault(fold(training.text), training)
    if trainings:
        page.trained = segment
    if segment.words and not _takes_training_back(page, segment):
        _read_letters(page, segment)


def _takes_training_back(page: Page, segment: Segment) -> bool:
    """'EMDR (in training)': the part right behind a training says that it is not done."""
    last, page.trained = page.trained, None
    taken = set(segment.folded) <= NOT_YET_ALONE or says_no(segment.folded)
    if last is None or last.words or last.line != segment.line or not taken:
        return False
    key, training = page.trainings.popitem()
    telling = " ".join(segment.words)
    said = training.text.replace("(", "").replace(")", "")
    page.trainings[key] = Training(said if said.endswith(telling) else f"{said} {telling}")
    return True


def _read_letters(page: Page, segment: Segment) -> None:
    if _is_not_yet(page, segment):
        _take_back(page, segment)
        page.taking = segment
        return
    naming = page.named_at is None and not page.credentials
    found = find(segment, page.lexicon, naming=naming) or _small_letters(page, segment)
    if not naming and not _signs(page, segment, found):
        return
    guessed = _guess(page, segment, found)
    if naming and not guessed:
        found = _take_name(page, segment, found)
    elif given := _given_name(page, segment, found):
        page.name = f"{given} {page.name}"
    start_row(page, segment)
    keep_all(page, segment, _behind_stage(page, segment, found))
    if guessed:
        keep(page, means.guessed_title(guessed.text, guessed.key, page.catalogue, page.state))
    _go_on(page, segment, found)


def _go_on(page: Page, segment: Segment, found: tuple[Find, ...]) -> None:
    """What the next segment has to know of this one."""
    behind_name = page.before is not None and page.before is page.named_at
    page.given = segment if behind_name and segment.before_comma and not found else None
    page.front = found[-1].front or (page.front if segment.joined else "") if found else ""
    page.before, page.before_is_plain = segment, not found and segment is not page.named_at


def _look_beside(page: Page, segment: Segment, found: tuple[Find, ...]) -> None:
    """Keep the name that stands on the line of these letters, or right above it."""
    if page.before is None or page.before.line != segment.line:
        above = page.beside if found and page.beside and page.beside.segment is page.before else None
        page.beside = named_in(segment, found, page.catalogue.states.values()) or above


def _signs(page: Page, segment: Segment, found: tuple[Find, ...]) -> bool:
    """Follow whose letters these are; False when they are another person's, and the reading ends."""
    _look_beside(page, segment, found)
    new, old = page.beside, Named(page.name, page.named_at) if page.named_at else None
    if new is None or not any(item.letters for item in found) or (old and new.segment is old.segment):
        return True
    if not any(not c.is_title for c in page.credentials.values()):
        if signs_instead(new, old, segment):
            page.name, page.named_at = new.name, new.segment
    elif is_second(new, old, segment, found):
        page.others = (new.name,)
        return False
    return True


def _take_name(page: Page, segment: Segment, found: tuple[Find, ...]) -> tuple[Find, ...]:
    name, rest = name_in(segment, found, first=page.before is None)
    if name:
        page.name, page.named_at = name, segment
    return rest


def _small_letters(page: Page, segment: Segment) -> tuple[Find, ...]:
    """Letters without capitals, where letters stand: behind the name, or behind a comma on its line."""
    if page.named_at is None and not page.credentials:
        return ending(segment, page.lexicon) if page.before is None else ()
    if page.before is None or page.before.line != segment.line or page.before_is_plain:
        return ()
    found = behind_comma(segment, page.lexicon, named=" " in page.name)
    return tuple(f for f in found if f.key or f.text.upper() not in page.catalogue.states)


def _given_name(page: Page, segment: Segment, found: tuple[Find, ...]) -> str:
    """'Miller, Jane LCSW' and 'Miller, Jane, LCSW': one word, then one word and letters on the same line."""
    last = page.named_at
    if last is None or last.line != segment.line or " " in page.name or not found:
        return ""
    words = _words_given(page, segment, found[0])
    return words[0] if len(words) == 1 and is_name(words, capitals=True) else ""


def _words_given(page: Page, segment: Segment, first: Find) -> tuple[str, ...]:
    """What stands where a given name would: in front of the letters, or in the segment before them."""
    if page.named_at is page.before and first.start == 1:
        return segment.words[:1]
    if page.given is not None and page.given is page.before and _are_letters(first, page.catalogue):
        return page.given.words
    return ()


def _are_letters(item: Find, catalogue: Catalogue) -> bool:
    """Known letters that begin a part, and no state: 'Miller, Baltimore, MD' may name a town."""
    return item.start == 0 and item.letters and bool(item.key) and item.text.upper() not in catalogue.states


def _is_not_yet(page: Page, segment: Segment) -> bool:
    """'LCSW (pending)': a part of its own, behind the letters on their line; "License pending" below them."""
    if page.before is None or not page.credentials:
        return False
    below = segment.whole and page.before.line + 1 == segment.line and LICENSE_WORDS & set(segment.folded)
    if page.before.line != segment.line and not below:
        return False
    if is_stage(segment.folded) or set(segment.folded) <= SUPERVISED:
        return next(reversed(page.credentials.values())).kind is Kind.LICENCE
    return _is_left_open(page, segment)


def _is_left_open(page: Page, segment: Segment) -> bool:
    """A "no" and years that are over are said of what stands in front: of the letters, or of a place."""
    no, years = says_no(segment.folded), any(map(are_over, segment.folded))
    if not (no or leaves_open(segment.folded)):
        return False
    in_front = " ".join(page.before.folded) if page.before and page.before_is_plain else ""
    near = not in_front or in_front in map(fold, page.catalogue.states.values())
    return near or not (no or years)


def _behind_stage(page: Page, segment: Segment, found: tuple[Find, ...]) -> tuple[Find, ...]:
    """The words in front of a break that leave the first letters behind it open.

    'Registered Associate, LPC': the license behind the comma is the one that is still to come.
    """
    stage, first = page.before, found[0] if found else None
    if first is None or stage is None or stage.line != segment.line or first.start:
        return found
    if is_stage(stage.folded) and segment.after_comma and _is_license(page, first.key):
        return replace(first, telling=first.telling or " ".join(stage.words)), *found[1:]
    return (first.behind(_front(page, stage, segment, first)), *found[1:])


def _front(page: Page, stage: Segment, segment: Segment, first: Find) -> str:
    """'Pending: LPC', 'not an LCSW or LPC', and 'MSW, license pending: LPC', where it is the LPC's."""
    if segment.joined and page.front:
        return page.front
    alone = not page.credentials or any(map(are_over, stage.folded))
    if first.letters and alone and leaves_open(stage.folded):
        return " ".join(stage.words)
    named = not segment.after_comma and _is_license(page, first.key)
    return _license_words(page.taking, segment) if named else ""


def _license_words(part: Segment | None, segment: Segment) -> str:
    """The words of a part on the same line that speaks of a license."""
    if part is None or part.line != segment.line or not LICENSE_WORDS & set(part.folded):
        return ""
    return " ".join(part.words)


def _is_license(page: Page, key: str) -> bool:
    return bool(key) and means.meaning(key, key, page.catalogue, page.state).kind is Kind.LICENCE


def _take_back(page: Page, segment: Segment) -> None:
    """Read the last letters again, or the last license where a license is spoken of."""
    keys = list(page.credentials)
    licenses = [key for key in keys if page.credentials[key].kind is Kind.LICENCE]
    key = licenses[-1] if licenses and LICENSE_WORDS & set(segment.folded) else keys[-1]
    last = page.credentials[key]
    if last.is_title or says_nothing_new(fold(" ".join(segment.words)), last.kind):
        return
    telling = " ".join(segment.words)
    read = on_the_way(f"{last.text} {telling}", fold(last.text), telling, page.catalogue, page.state)
    read = replace(read, doubted=last.doubted or fold(last.text), lost=says_lost(fold(telling)))
    page.credentials = {
        fold(c.text): c for c in (read if c is last else c for c in page.credentials.values())
    }


def _guess(page: Page, segment: Segment, found: tuple[Find, ...]) -> Find | None:
    if found or segment.address or not page.guesses:
        return None
    page.guesses -= 1
    return guess(segment, page.lexicon)
