"""A role's lists: what it can do, what is outside its training, and what stays to be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from roles.catalogue import Catalogue, FitInfo, Reach
from roles.fit import only_helps
from roles.models import Confidence
from roles.presenters.sources import Cite, Numbered, how_we_know
from roles.presenters.words import CLAIMS, ONLY_HELPS, REACH_WORDS


@dataclass(frozen=True, slots=True)
class FitLine:
    """One line of a list, with why and how we know.

    ``place`` names the state the line is for when it is not where the role's other facts hold.
    """

    capability: str
    text: str
    reason: str = ""
    known: str = ""
    cites: tuple[Cite, ...] = ()
    place: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """Every capability once. ``differs``: what single states say; ``checked_on``: when we last read one."""

    can: tuple[FitLine, ...]
    outside: tuple[FitLine, ...]
    supervised: tuple[FitLine, ...]
    depends: tuple[FitLine, ...]
    unknown: tuple[FitLine, ...]
    differs: tuple[FitLine, ...]
    checked_on: date | None

    @property
    def open_ones(self) -> bool:
        """Are there lists beside what the role can do and what is outside its training?"""
        return bool(self.supervised or self.depends or self.unknown)


def lists(catalogue: Catalogue, slug: str, state: str, numbered: Numbered) -> Lists:
    """A role's lists for a reader in ``state``: a rule of that state takes the place of the general one."""
    cells = {
        capability: catalogue.fits.get((slug, capability, state))
        or catalogue.fits.get((slug, capability, ""))
        for capability in catalogue.capabilities
    }

    def of(reach: Reach) -> tuple[FitLine, ...]:
        # A capability without a cell is unknown, never "does not".
        wanted = ((cap, fit) for cap, fit in cells.items() if (fit.reach if fit else Reach.UNKNOWN) is reach)
        return tuple(_line(catalogue, cap, fit, numbered) for cap, fit in wanted)

    return Lists(
        can=of(Reach.TRAINED),
        outside=of(Reach.NOT_TRAINED),
        supervised=of(Reach.SUPERVISED),
        depends=of(Reach.DEPENDS),
        unknown=of(Reach.UNKNOWN),
        differs=_differs(catalogue, slug, state, numbered),
        checked_on=max((fit.reviewed_on for fit in cells.values() if fit and _read(fit)), default=None),
    )


def _read(fit: FitInfo) -> bool:
    return fit.confidence == Confidence.VERIFIED


def _differs(catalogue: Catalogue, slug: str, state: str, numbered: Numbered) -> tuple[FitLine, ...]:
    """What single states other than the reader's say differently about the role."""
    return tuple(
        replace(_line(catalogue, capability, fit, numbered), text=catalogue.capabilities[capability].can)
        for (role, capability, place), fit in catalogue.fits.items()
        if role == slug and place not in ("", state)
    )


def _line(catalogue: Catalogue, slug: str, fit: FitInfo | None, numbered: Numbered) -> FitLine:
    capability = catalogue.capabilities[slug]
    if fit is None:
        return FitLine(slug, capability.can)
    return FitLine(
        capability=slug,
        text=_says(catalogue, fit),
        reason=fit.reason,
        known=how_we_know(fit.confidence, fit.reviewed_on, str(CLAIMS.get(fit.claim, fit.claim))),
        cites=numbered.cite(fit.sources),
        place=catalogue.states.get(fit.state, fit.state),
        word=str(ONLY_HELPS if _helps(catalogue, fit) else REACH_WORDS[fit.reach]),
    )


def _helps(catalogue: Catalogue, fit: FitInfo) -> bool:
    return only_helps(catalogue, fit.role, fit.capability, fit.reach)


def _says(catalogue: Catalogue, fit: FitInfo) -> str:
    capability = catalogue.capabilities[fit.capability]
    if fit.reach is Reach.NOT_TRAINED:
        return capability.does_not
    return _("help with %(noun)s") % {"noun": capability.noun} if _helps(catalogue, fit) else capability.can
