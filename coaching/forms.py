"""Inviting, accepting, writing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation
from web.fields import Words, without_zero

LONGEST = 4000


class InviteForm(forms.Form):
    email = forms.EmailField(
        label=_("Your coach’s email address"),
        max_length=Invitation._meta.get_field("email").max_length,
        help_text=_("We send one mail with a link. It names neither you nor your child."),
        error_messages={
            "required": _("Add your coach’s email address."),
            "invalid": _(
                "That doesn’t look like an email address yet. It needs an @, like name@example.org."
            ),
            "max_length": _("This is too long for an email address. Check it once more."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class AcceptForm(forms.Form):
    called = Words(
        label=_("What the family will call you"),
        help_text=_("Your first name is fine. This is what the family sees."),
        max_length=60,
        missing=_("Add a name. Your first name is fine."),
        too_long=_("Make it a bit shorter: 60 letters at most."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )


class WordsField(forms.CharField):
    """Counts a new line as one letter, as the browser does."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(
            without_zero(value.replace("\r\n", "\n")) if isinstance(value, str) else value
        )


class MessageForm(forms.Form):
    text = WordsField(
        max_length=LONGEST,
        error_messages={
            "required": _("Write a few words first. Then press Send."),
            "max_length": _(
                "This is %(show_value)s letters long. A message holds 4,000. Your words are kept: "
                "cut it in two and send both."
            ),
        },
        widget=forms.Textarea(attrs={"rows": 1}),
    )
