"""Reads what a parent pastes: whose signature it is, what each group of letters means, and what stays open.

The trip of a paste: ``segments`` (without its ``markup``), in them ``trainings``, ``letters`` and ``names``,
and the ``signer`` among these; ``meaning`` in the family's state, or ``pending`` when it is still to come.
"""

from roles.decode.credential import Credential, Training
from roles.decode.lost import is_same
from roles.decode.markup import without_markup
from roles.decode.reading import Decoded, decode
from roles.decode.segments import MAX_TEXT, PLACE_WITH_ZIP
from roles.lexicon import fold

__all__ = [
    "MAX_TEXT",
    "PLACE_WITH_ZIP",
    "Credential",
    "Decoded",
    "Training",
    "decode",
    "fold",
    "is_same",
    "without_markup",
]
