"""How values are spelled that rows keep: a row of last year has to be read. And what is not told is empty."""

from dataclasses import MISSING, Field, fields, is_dataclass
from importlib import import_module
from typing import Any

import pytest

from cases.mismatch.rules import Turn
from tests.mutate.scope import PRODUCT, modules

REASONS = {
    "asking": {
        "SHARED": "shared",
        "SUPERVISED": "supervised",
        "ASKED": "asked",
        "PLANNED": "planned",
        "FREE": "free",
        "UNSETTLED": "unsettled",
        "DOCTOR": "doctor",
        "PRESCRIBER": "prescriber",
        "AGENCY": "agency",
        "DEPENDS": "depends",
        "UNKNOWN": "unknown",
        "STATE": "state",
        "OWN_STATE": "own-state",
    },
    "other_state": {"MEANING": "meaning", "LOCAL": "local"},
    "outlook": {"COULD": "could", "SHARE": "could_share", "MIGHT": "might"},
    "outside": {"SHARE": "share", "FREE": "free"},
    "plan_on_unknown_fit": {"ELSEWHERE": "elsewhere"},
    "sibling_safety": {"AGAIN": "again"},
    "supervision": {"LEFT": "left", "NAMESAKE": "namesake"},
    "titles": {
        "WHICH_LICENCE": "which-licence",
        "SEVERAL": "several",
        "ONE_JOB": "one-job",
        "NEW": "new",
        "MEANING": "meaning",
        "LOCAL": "local",
        "ELSEWHERE": "elsewhere",
        "DEGREE": "degree",
        "NOTHING": "nothing",
    },
    "training_unproven": {
        "TOLD": "told",
        "NEW": "new",
        "UNDER_WAY": "under-way",
        "WHAT_KIND": "kind",
        "SHORT": "short",
        "NAME": "name",
    },
}
"""In ``Flag.why`` and ``Flag.params``, by module of ``cases.mismatch``."""
FACTS = {
    "agreements": {"NOTHING": "nothing", "AGREED": "agreed"},
    "answers": {"SETTLES": "settles", "OPENED": "opened"},
    "ask_steps": {"NAMED": "named"},
    "told": {"LETTERS": "letters", "SCOPE": "scope"},
    "told_here": {"HERE": "here"},
    "told_trainings": {"TRAININGS": "trainings"},
}
"""In ``AskEvent.facts``, ``AskEvent.agreed_before`` and ``Ask.left``, by module of ``cases.services``."""
KEPT = {
    **{f"cases.mismatch.{module}": values for module, values in REASONS.items()},
    **{f"cases.services.{module}": values for module, values in FACTS.items()},
    "cases.services.reminder_past": {"KIND": "cases.ask_waiting"},
    "coaching.services.notices": {"INVITED": "coaching.invited", "MESSAGE": "coaching.message"},
}


@pytest.mark.parametrize("module", KEPT)
def test_a_value_is_spelled_as_rows_have_it(module):
    found = import_module(module)
    assert {name: getattr(found, name) for name in KEPT[module]} == KEPT[module]


EMPTY: dict[str, Any] = {"str": "", "bool": False, "int": 0}
TOLD = {
    ("Offer", "member"): None,
    ("Basis", "reach"): -1,
    ("Basis", "carries"): None,
    ("Traits", "turn"): Turn.OPEN_POINT,
    ("AskHistory", "active"): True,
    ("AskHistory", "remind"): True,
    ("Seat", "clinical"): True,
    ("ToldTraining", "standing"): "told",
    ("Page", "guesses"): 12,
}
"""What a field holds that is not told and is not empty."""


def _empty(field: "Field[Any]") -> Any:
    kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", str(field.type))
    if kind.endswith("| None"):
        return None
    return () if kind.startswith("tuple") else EMPTY.get(kind, field.default)


@pytest.mark.parametrize("module", modules(PRODUCT.files()).values())
def test_what_is_not_told_is_empty(module):
    known = [one for one in vars(import_module(module)).values() if isinstance(one, type)]
    for kind in (one for one in known if is_dataclass(one) and one.__module__ == module):
        for field in (field for field in fields(kind) if field.default is not MISSING):
            expected = TOLD.get((kind.__name__, field.name), _empty(field))
            assert (field.name, field.default) == (field.name, expected)
