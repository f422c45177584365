"""One line of the parent's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.fields import Words


class NoteForm(forms.Form):
    """One line about what happened."""

    text = Words(
        label=_("What happened?"),
        help_text=_("Who was there, how long, one line. Only you can read it."),
        max_length=1000,
        missing=_("Write one line. A few words are enough."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DifferForm(forms.Form):
    """How the parent sees it."""

    reason = Words(
        label=_("How do you see it?"),
        help_text=_("One line is enough. Nobody will argue with it. A coach you invite can read it."),
        max_length=300,
        missing=_("Add one line on how you see it. A few words are enough."),
    )
