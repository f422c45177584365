"""Everything one role's page says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roles.catalogue import Catalogue, CollisionInfo, FitInfo, Reach, RoleInfo
from roles.decode import fold
from roles.models import Question, RoleFact, RoleName, RoleRevision, StateTitle
from roles.presenters.elsewhere import Elsewhere, OtherName, gather, other_names, searched_words, spelled
from roles.presenters.sources import Cite, Numbered
from roles.presenters.words import (
    CLAIMS,
    CONFIDENCE,
    FACTS,
    MARKS,
    MAY,
    MAY_VALUES,
    REACH_WORDS,
    first_sentence,
    group_of,
    has_badge,
    one_letter_apart,
    short_name,
    with_article,
)

ASKED_FIRST = 3


@dataclass(frozen=True, slots=True)
class FitLine:
    """One line of "can", "outside", "only with a supervisor" or "it depends", with why and how we know.

    ``place`` names the state the line is for when it is not where the role's other facts hold.
    """

    capability: str
    text: str
    reason: str = ""
    claim: str = ""
    known: str = ""
    checked_on: date | None = None
    cites: tuple[Cite, ...] = ()
    place: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class FactLine:
    """A titled fact. ``word`` and ``mark`` are '' where the fact is no yes or no."""

    title: str
    text: str
    known: str
    cites: tuple[Cite, ...]
    word: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """The role it is mixed up with."""

    role: RoleInfo
    title: str
    says: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Facts:
    training: tuple[FactLine, ...]
    may: tuple[FactLine, ...]
    mistakes: tuple[FactLine, ...]
    codes: tuple[FactLine, ...]
    billing: tuple[FactLine, ...]
    others: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class RolePage:
    """What ``roles/detail.html`` shows. ``checked_on`` is the newest check of any fit, None without fits."""

    role: RoleInfo
    revision: RoleRevision
    badge: str
    called: str
    a_called: str
    group: tuple[str, str]
    place: str
    can: tuple[FitLine, ...]
    outside: tuple[FitLine, ...]
    supervised: tuple[FitLine, ...]
    depends: tuple[FitLine, ...]
    unknown: tuple[FitLine, ...]
    facts: Facts
    questions: tuple[Question, ...]
    more_questions: tuple[Question, ...]
    look_alike: LookAlike | None
    names: tuple[OtherName, ...]
    differs: tuple[FitLine, ...]
    elsewhere: tuple[Elsewhere, ...]
    collisions: tuple[CollisionInfo, ...]
    sources: tuple[Cite, ...]
    catalogue: int
    checked_on: date | None


def role_page(
    catalogue: Catalogue,
    revision: RoleRevision,
    *,
    slug: str,
    facts: Iterable[RoleFact],
    questions: Iterable[Question],
    names: Iterable[RoleName],
    titles: Iterable[StateTitle],
    state: str = "",
) -> RolePage:
    """Puts the page together. ``questions`` come with the ones for this role first.

    What holds only in ``state``, the reader's, stands in the lists; what other states say differently, apart.
    """
    role, numbered, asked = catalogue.roles[slug], Numbered(), tuple(questions)
    cells = _cells(catalogue, slug, state)
    fits = {reach: _fit_lines(catalogue, cells, reach, numbered) for reach in Reach}
    checked = [fit.reviewed_on for fit in cells.values() if fit]
    return RolePage(
        role=role,
        revision=revision,
        badge=role.letters if has_badge(role) else "",
        called=short_name(role),
        a_called=with_article(short_name(role)),
        group=group_of(role.tier),
        place="" if role.state == "US" else catalogue.states.get(role.state, role.state),
        can=fits[Reach.TRAINED],
        outside=fits[Reach.NOT_TRAINED],
        supervised=fits[Reach.SUPERVISED],
        depends=fits[Reach.DEPENDS],
        unknown=fits[Reach.UNKNOWN],
        facts=_facts(tuple(facts), numbered),
        questions=asked[:ASKED_FIRST],
        more_questions=asked[ASKED_FIRST:],
        look_alike=look_alike(catalogue, role),
        names=other_names(names, role),
        differs=_differs(catalogue, slug, state, numbered),
        elsewhere=gather(titles, searched_words(role), leave_out=role.state),
        collisions=_collisions(catalogue, role),
        sources=numbered.all,
        catalogue=catalogue.number,
        checked_on=max(checked, default=None),
    )


def _cells(catalogue: Catalogue, slug: str, state: str) -> dict[str, FitInfo | None]:
    """A role's cell for each capability: the state's own where there is one, None where nothing is known."""
    return {
        capability: catalogue.fits.get((slug, capability, state))
        or catalogue.fits.get((slug, capability, ""))
        for capability in catalogue.capabilities
    }


def _fit_lines(
    catalogue: Catalogue, cells: dict[str, FitInfo | None], reach: Reach, numbered: Numbered
) -> tuple[FitLine, ...]:
    """The lines of one reach. A capability without a cell is unknown, never "does not"."""
    return tuple(
        _fit_line(catalogue, capability, fit, numbered)
        for capability, fit in cells.items()
        if (fit.reach if fit else Reach.UNKNOWN) == reach
    )


def _fit_line(catalogue: Catalogue, slug: str, fit: FitInfo | None, numbered: Numbered) -> FitLine:
    capability = catalogue.capabilities[slug]
    if fit is None:
        return FitLine(slug, capability.can)
    return FitLine(
        capability=slug,
        text=capability.does_not if fit.reach is Reach.NOT_TRAINED else capability.can,
        reason=fit.reason,
        claim=CLAIMS.get(fit.claim, fit.claim),
        known=CONFIDENCE.get(fit.confidence, ""),
        checked_on=fit.reviewed_on,
        cites=numbered.cite(fit.sources),
        place=catalogue.states.get(fit.state, fit.state),
        word=REACH_WORDS[fit.reach],
    )


def _differs(catalogue: Catalogue, slug: str, state: str, numbered: Numbered) -> tuple[FitLine, ...]:
    """What single states other than the reader's say differently about the role."""
    return tuple(
        _fit_line(catalogue, capability, fit, numbered)
        for (role, capability, place), fit in catalogue.fits.items()
        if role == slug and place not in ("", state)
    )


def _facts(facts: tuple[RoleFact, ...], numbered: Numbered) -> Facts:
    def of(group: RoleFact.Group) -> tuple[FactLine, ...]:
        return tuple(_fact_line(fact, numbered) for fact in facts if fact.group == group)

    kinds = RoleFact.Group
    return Facts(
        of(kinds.FACT),
        of(kinds.AUTHORITY),
        of(kinds.MISTAKE),
        of(kinds.CODE),
        of(kinds.BILLING),
        of(kinds.OTHER),
    )


def _fact_line(fact: RoleFact, numbered: Numbered) -> FactLine:
    kind, word = MAY_VALUES.get(fact.value, ("", fact.value))
    title = FACTS.get(fact.key) or MAY.get(fact.key) or fact.key
    known = CONFIDENCE.get(fact.confidence, "")
    return FactLine(title, fact.text, known, numbered.cite(fact.sources.all()), word, MARKS.get(kind, ""))


def look_alike(catalogue: Catalogue, role: RoleInfo) -> LookAlike | None:
    """The role this one is mixed up with, or None."""
    other = catalogue.roles.get(role.confused_with)
    if other is None:
        return None
    ours, theirs = short_name(role), short_name(other)
    title = "One letter apart" if one_letter_apart(ours, theirs) else "Easy to mix up"
    return LookAlike(other, title, first_sentence(other.lede), ours, theirs)


def _collisions(catalogue: Catalogue, role: RoleInfo) -> tuple[CollisionInfo, ...]:
    """Letters of this role that change meaning by state."""
    own = {fold(part) for part in (role.letters, role.name, short_name(role), *role.letters.split(" / "))}
    return tuple(
        spelled(collision, catalogue.states)
        for collision in catalogue.collisions.values()
        if own & {fold(part) for part in (collision.title, *collision.title.split(" / "))}
    )
