"""How we know of an extra training, beside its name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.snapshot import TrainingFact
from cases.wording.voice import Voice, speaking


def how_known(training: TrainingFact, voice: Voice) -> str:
    """'Told, and not checked yet.'"""
    with speaking(voice):
        if training.kind == "short":
            return _("A short course. It helps, and to lead it takes a full one.")
        if training.differs:
            return _(
                "A full course, and its name sounds short, over or still to come. "
                "It counts once we know which is right."
            )
        if training.certified:
            return _seen(training, voice)
        if training.standing == "under-way":
            return _("Still under way. It counts once it is done.")
        if training.known:
            return _("Told, and not checked yet.")
        return _(
            "Told, and we don’t know this training. "
            "It counts once someone has seen the certificate of a full course."
        )


def _seen(training: TrainingFact, voice: Voice) -> str:
    seen = voice.by_reader(
        _("You saw the certificate, or looked it up."),
        _("%(parent)s saw the certificate, or looked it up."),
    )
    if not training.lifts:
        seen = voice.by_reader(
            _("You saw a certificate. It counts once we know that it is for a full course."),
            _("%(parent)s saw a certificate. It counts once we know that it is for a full course."),
        )
    return seen % {"parent": voice.parent}


def what_counts(training: TrainingFact, *, may_rest: bool) -> str:
    """What was just written down, and if a chair can rest on it; ``may_rest``: of such a training at all."""
    if not may_rest:
        return _("Saved. The grid stays as it is: this training alone opens no need on your list.")
    if training.kind == "short":
        return _("Saved. A short course helps, and to lead it takes a full one.")
    if training.standing == "under-way":
        return _("Saved. It counts once it is done.")
    if training.lifts:
        return _("Saved. The grid counts on this training now.")
    if training.differs:
        return _(
            "Saved. Its name sounds short, over or still to come. "
            "It counts once you tell us below which of the two is right."
        )
    if training.certified:
        return _("Saved. It counts once we know that it is for a full course.")
    return _("Saved. It counts once someone has seen the certificate of a full course.")
