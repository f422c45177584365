"""Forms that know which version of a row they show, and the field for words."""

from typing import Any

from django import forms

from cases.services.errors import StaleEdit
from web.fields import OneOf, Words

__all__ = ["OneOf", "Version", "VersionedForm", "Words"]


class Version(forms.IntegerField):
    """Which version of the row a form shows. Without one to read the form counts as out of date."""

    def __init__(self) -> None:
        super().__init__(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def clean(self, value: Any) -> int:
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0


class VersionedForm(forms.Form):
    """A form over a row that someone else may save meanwhile."""

    version = Version()

    def met_another(self, *, version: int, stale: StaleEdit) -> None:
        """Keep what was written, say that the row has changed, and let the next save win over it."""
        self.add_error(None, str(stale))
        self.data = {**{name: self.data.get(name) for name in self.data}, "version": str(version)}
