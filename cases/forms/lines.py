"""One line of the parent's own."""

from django import forms

from cases.forms.fields import Words


class NoteForm(forms.Form):
    """One line about what happened."""

    text = Words(
        label="What happened?",
        help_text="Who was there, how long, one line. Only you can read it.",
        max_length=1000,
        missing="Write one line. A few words are enough.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DifferForm(forms.Form):
    """How the parent sees it."""

    reason = Words(
        label="How do you see it?",
        help_text="One line is enough. Nobody will argue with it.",
        max_length=300,
        missing="Add one line on how you see it. A few words are enough.",
    )
