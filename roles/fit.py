"""How far a person's letters reach for a capability or a need. About the fit of roles, never a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from roles.catalogue import RANK, Catalogue, FitInfo, FitResult, Kind, NeedInfo, Reach
from roles.lexicon import role_holds

HELPER_TIERS = frozenset({"paraprofessional", "peer", "trainee"})
"""Tiers that carry a plan out and do not write it: a named supervisor does not make them the lead."""

LEADING_TIERS = frozenset({"prescriber", "independent-clinician", "supervisor"})
"""Tiers that work on their own and lead clinical work."""

AT_HOME = "*"
"""In place of a state: what the facts of each role say where they are from. It tells whom to ask, no more."""

Trainings = Mapping[str, str] | Iterable[tuple[str, str]]
Told = Mapping[str, str]
"""What somebody told is in their role: capability to the slug of the role, '' where letters mean none."""

OF_OUR_FACTS = frozenset({"no-state", "other-state", "no-fact"})
"""Silences that tell nothing of the person: what a role covers here is not written down by us."""


class HasRole(Protocol):
    """What the fit looks at in one person's letters."""

    @property
    def kind(self) -> Kind: ...
    @property
    def role(self) -> str: ...
    @property
    def candidates(self) -> tuple[str, ...]: ...
    @property
    def text(self) -> str:
        """The letters as worn, '' when only the role is known."""
        ...


def fit(
    catalogue: Catalogue,
    credentials: Sequence[HasRole],
    capability: str,
    state: str,
    trainings: Trainings = (),
    told: Told = MappingProxyType({}),
) -> FitResult:
    """The best reach over a person's letters for one capability.

    ``state`` is the family's two-letter code, '' when not told: then only roles that no single law defines
    say anything. ``trainings`` maps a capability to the extra training the person has; it turns DEPENDS into
    TRAINED and nothing else, and only where a training can open the capability. ``told`` answers what our
    facts leave open, and takes back nothing they say. Never raises: what the catalogue does not know is
    UNKNOWN, with ``why_unknown`` saying which silence it is.
    """
    lifts = dict(trainings)
    worn = _without_echoes(credentials)
    read = [(letters, _of_one(catalogue, letters, capability, state)) for letters in worn]
    spoken = [(letters, result) for letters, result in read if result is not None]
    if any(_settled(letters, result) for letters, result in spoken):
        spoken = [(letters, result) for letters, result in spoken if not _is_noise(letters, result)]
    if not spoken:
        return FitResult(capability, Reach.UNKNOWN, why_unknown="no-letters")
    answered = (_as_told(catalogue, _lift(catalogue, result, lifts), told) for _, result in spoken)
    return min(answered, key=lambda result: _order(catalogue, result))


def standing(catalogue: Catalogue, credentials: Sequence[HasRole]) -> int:
    """How far along the person's best letters stand, 0 to 3, by the tiers of the roles they can mean.

    0: works on their own; 1: has a profession; 2: carries out what others lead; 3: nothing is known. Letters
    of several roles stand where the least of these roles does. It tells whom to ask, and never what they may.
    """
    read = ([c.role] if c.role else list(c.candidates) for c in credentials)
    return min((max(_tier_rank(catalogue, role) for role in roles) for roles in read if roles), default=3)


def _tier_rank(catalogue: Catalogue, role: str) -> int:
    info = catalogue.roles.get(role)
    tier = info.tier if info else ""
    return 0 if tier in LEADING_TIERS else 2 if info is None or tier in HELPER_TIERS else 1


def need_fit(
    catalogue: Catalogue,
    credentials: Sequence[HasRole],
    need: NeedInfo,
    state: str,
    trainings: Trainings,
    supervisor: str,
    told: Told = MappingProxyType({}),
) -> tuple[Reach, tuple[FitResult, ...]]:
    """How far a person reaches for a whole need, with one result per required capability, in order.

    The worst over ``all_of`` and the best over ``any_of``, and the worse of the two. ``supervisor`` is
    'unknown', 'named' or 'none'; when it is 'named', SUPERVISED counts as TRAINED, except for a clinical
    capability in a helper's role. The results keep what the cells say.
    """
    lifts = dict(trainings)
    results = tuple(fit(catalogue, credentials, slug, state, lifts, told) for slug in need.required)
    reaches = [_with_supervisor(catalogue, result, supervisor) for result in results]
    every, some = reaches[: len(need.all_of)], reaches[len(need.all_of) :]
    halves = [max(every, key=_rank)] if every else []
    halves += [min(some, key=_rank)] if some else []
    return (max(halves, key=_rank) if halves else Reach.UNKNOWN), results


def why_not_here(catalogue: Catalogue, role: str, state: str, worn: str = "") -> str:
    """'no-state' or 'other-state' when a role's facts do not hold for this family, '' when they do.

    A fact of the wrong state is worse than none, so without a state only roles of no single law hold.
    """
    info = catalogue.roles.get(role)
    if info is None or state == AT_HOME or info.state == "US":
        return ""
    if not state:
        return "no-state"
    return "" if role_holds(catalogue, role, state, worn) else "other-state"


def _without_echoes(credentials: Sequence[HasRole]) -> list[HasRole]:
    """Without letters of several roles where other letters tell which, as in 'MD, Pediatrician'."""
    told = {letters.role for letters in credentials if letters.role}
    return [c for c in credentials if c.role or not told.intersection(c.candidates)]


def _of_one(catalogue: Catalogue, credential: HasRole, capability: str, state: str) -> FitResult | None:
    """What one group of letters says; None when it says nothing at all about a role."""
    if credential.role:
        return _of_role(catalogue, credential.role, capability, state, credential.text)
    if credential.candidates:
        return _of_candidates(catalogue, credential, capability, state)
    if credential.kind in (Kind.DEGREE, Kind.TITLE):
        return None
    why = "unknown-letters" if credential.kind is Kind.UNKNOWN else "local-letters"
    return FitResult(capability, Reach.UNKNOWN, why_unknown=why)


def _of_role(catalogue: Catalogue, role: str, capability: str, state: str, worn: str) -> FitResult:
    cell = catalogue.fits.get((role, capability, state)) if state else None
    if cell is None:
        why = why_not_here(catalogue, role, state, worn)
        if why:
            return FitResult(capability, Reach.UNKNOWN, role, why_unknown=why)
        cell = catalogue.fits.get((role, capability, ""))
    return _from_cell(catalogue, capability, role, cell)


def _from_cell(catalogue: Catalogue, capability: str, role: str, cell: FitInfo | None) -> FitResult:
    """A missing cell is silence, and silence is never "no". "Depends" of a vague title is no answer yet."""
    if cell is None or cell.reach is Reach.UNKNOWN:
        return FitResult(capability, Reach.UNKNOWN, role, why_unknown="no-fact")
    info = catalogue.roles.get(role)
    if info and info.ambiguous and cell.reach is Reach.DEPENDS:
        return FitResult(capability, Reach.UNKNOWN, role, why_unknown="could-be-several")
    return FitResult(capability, cell.reach, role, decided_by=cell)


def _of_candidates(catalogue: Catalogue, credential: HasRole, capability: str, state: str) -> FitResult:
    """Candidates count when all say the same, and never prove more than a degree or a job title can.

    A helper among them stands for all, so that a supervisor lifts nobody who only might be more.
    """
    worn = credential.text
    results = [_of_role(catalogue, role, capability, state, worn) for role in credential.candidates]
    reach = results[0].reach
    where = _only_a_place(credential, {result.why_unknown for result in results})
    if where:
        return FitResult(capability, Reach.UNKNOWN, why_unknown=where)
    agreed = reach is not Reach.UNKNOWN and all(result.reach is reach for result in results)
    if not agreed or _proves_too_much(catalogue, credential, capability, reach):
        return FitResult(capability, Reach.UNKNOWN, why_unknown="could-be-several")
    return max(results, key=lambda result: _is_helper(catalogue, result.role))


def _only_a_place(credential: HasRole, silences: set[str]) -> str:
    """'no-state' or 'other-state' when that alone keeps the candidates silent, else ''."""
    a_word = credential.kind in (Kind.TITLE, Kind.DEGREE) and len(credential.candidates) > 1
    if "no-state" in silences:
        return "" if a_word else "no-state"
    return "other-state" if silences == {"other-state"} else ""


def _proves_too_much(catalogue: Catalogue, credential: HasRole, capability: str, reach: Reach) -> bool:
    """A degree tells no job. A spoken title may tell everyday help, not a clinical role behind a license.

    Nor does a word that can mean a job ever say "no", however many it can mean: who calls herself a skills
    trainer may be more than one, and one job that we know of is no proof that there is no other.
    """
    if credential.kind is Kind.DEGREE:
        return True
    if credential.kind is not Kind.TITLE:
        return False
    if reach is Reach.NOT_TRAINED:
        return True
    known = catalogue.capabilities.get(capability)
    behind = (catalogue.roles.get(role) for role in credential.candidates)
    only_titles = all(info is not None and info.kind is Kind.TITLE for info in behind)
    return not only_titles and (known is None or known.clinical)


def _settled(letters: HasRole, result: FitResult) -> bool:
    """Do these letters stand for a role we know? A spoken title never does."""
    return bool(letters.role) or (letters.kind is not Kind.TITLE and result.decided_by is not None)


def _is_noise(letters: HasRole, result: FitResult) -> bool:
    """Beside a known role, unknown letters, bare degrees and vague titles neither lift nor lower."""
    quiet = letters.kind in (Kind.TITLE, Kind.DEGREE, Kind.UNKNOWN)
    return quiet and not letters.role and result.reach is Reach.UNKNOWN


def _lift(catalogue: Catalogue, result: FitResult, lifts: Mapping[str, str]) -> FitResult:
    """A course opens a method to somebody with a role. It replaces no license, and a degree is no role."""
    training = lifts.get(result.capability, "")
    if result.reach is not Reach.DEPENDS or not training:
        return result
    capability = catalogue.capabilities.get(result.capability)
    if not (capability and capability.opened_by_training) or _is_degree(catalogue, result.role):
        return result
    return FitResult(result.capability, Reach.TRAINED, result.role, result.decided_by, lifted_by=training)


def _as_told(catalogue: Catalogue, result: FitResult, told: Told) -> FitResult:
    """They said that it is in their role here. It counts as work under a supervisor where a helper says so of
    clinical work, and where the role, where it is from, does it under one or is not trained for it."""
    ours = result.reach is Reach.DEPENDS or result.why_unknown in OF_OUR_FACTS
    if not ours or told.get(result.capability) != result.role:
        return result
    known = catalogue.capabilities.get(result.capability)
    helper = _is_helper(catalogue, result.role) and (known is None or known.clinical)
    home = _of_role(catalogue, result.role, result.capability, AT_HOME, "").reach if result.role else None
    under = helper or home in (Reach.SUPERVISED, Reach.NOT_TRAINED)
    reach = Reach.SUPERVISED if under else Reach.TRAINED
    return FitResult(result.capability, reach, result.role, result.decided_by, told=True)


def _with_supervisor(catalogue: Catalogue, result: FitResult, supervisor: str) -> Reach:
    if result.reach is not Reach.SUPERVISED or supervisor != "named":
        return result.reach
    helps = only_helps(catalogue, result.role, result.capability, result.reach)
    return Reach.SUPERVISED if helps else Reach.TRAINED


def only_helps(catalogue: Catalogue, role: str, capability: str, reach: Reach) -> bool:
    """Does the role only carry out clinical work that others lead, whoever supervises it?"""
    info = catalogue.capabilities.get(capability)
    return reach is Reach.SUPERVISED and _is_helper(catalogue, role) and (info is None or info.clinical)


def _is_helper(catalogue: Catalogue, role: str) -> bool:
    info = catalogue.roles.get(role)
    return info is None or info.tier in HELPER_TIERS


def _is_degree(catalogue: Catalogue, role: str) -> bool:
    info = catalogue.roles.get(role)
    return info is not None and info.kind is Kind.DEGREE


def _order(catalogue: Catalogue, result: FitResult) -> tuple[int, bool, bool, bool, bool, str]:
    """Best first: the reach, a role before a degree, one whose supervisor makes it a lead, the known fact."""
    cell = result.decided_by
    unread = cell is None or cell.confidence != "verified"
    helper = _is_helper(catalogue, result.role)
    degree = _is_degree(catalogue, result.role)
    return (RANK[result.reach], degree, helper, bool(result.lifted_by), unread, result.role)


def _rank(reach: Reach) -> int:
    return RANK[reach]
