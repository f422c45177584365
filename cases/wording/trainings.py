"""How we know of an extra training, beside its name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.snapshot import TrainingFact
from cases.wording.voice import Voice, speaking


def how_known(training: TrainingFact, voice: Voice) -> str:
    """'Told, and not checked yet.'"""
    with speaking(voice):
        if training.certified:
            seen = voice.by_reader(
                _("You saw the certificate, or looked it up."),
                _("%(parent)s saw the certificate, or looked it up."),
            )
            return seen % {"parent": voice.parent}
        if training.standing == "under-way":
            return _("Still under way. It counts once it is done.")
        if training.known:
            return _("Told, and not checked yet.")
        return _("Told, and we don’t know this training. It counts once someone has seen the certificate.")
