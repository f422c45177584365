"""Kind refusals that a page can show as they are."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Refused(Exception):
    """The act makes no sense here; the text says what to do instead."""


class StaleEdit(Refused):
    """Somebody saved the same row meanwhile; the page shows both versions."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This was changed meanwhile. Both versions are on this page. "
                "Pick what is right and save again."
            )
        )


NOT_WAITING = gettext_lazy("This question is not waiting any more. Open it to see what happened.")
