"""Fields that never cut what was written, and forms that know which version of a row they show."""

from typing import Any

from django import forms

from cases.services.errors import StaleEdit

TOO_LONG = "That is %(show_value)d characters. We can keep %(limit_value)d. Take out a little and save again."


class Words(forms.CharField):
    """Text with a limit that is said, not enforced by the browser: ``maxlength`` cuts a paste in silence."""

    def __init__(self, *, too_long: str = TOO_LONG, missing: str = "", **kwargs: Any) -> None:
        messages = {"max_length": too_long, **({"required": missing} if missing else {})}
        super().__init__(error_messages=messages, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return {"autocomplete": "off", **attrs}


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
