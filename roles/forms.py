"""What a visitor may ask of the catalogue: words to look for, a state, a signature to read."""

from django import forms
from django.utils.translation import gettext_lazy as _

from roles.catalogue import Catalogue

LONGEST_TEXT = 100_000
"""Signs of pasted text taken in at all; a whole mail thread is less."""


class StateForm(forms.Form):
    """A state, or none. An unknown code counts as none: the address may come from anywhere."""

    state = forms.CharField(required=False, max_length=40)

    def __init__(self, *args: object, catalogue: Catalogue, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.catalogue = catalogue

    def clean_state(self) -> str:
        code = self.cleaned_data["state"].strip().upper()
        return code if code in self.catalogue.states and code != "US" else ""


class LookUpForm(StateForm):
    """The search box of the list of roles."""

    q = forms.CharField(required=False, max_length=2_000)
    by = forms.CharField(required=False, max_length=20)


class DecodeForm(StateForm):
    """A pasted signature. The text stays in this request: it is not stored and not logged."""

    text = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        strip=False,
        error_messages={
            "max_length": _(
                "That is a lot of text. Paste just the name and the letters, and we will read them."
            )
        },
    )

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if not text.strip():
            raise forms.ValidationError(_("Paste a signature, or type the letters after a name."))
        return text
