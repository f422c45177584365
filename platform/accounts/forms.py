"""Joining, signing in, and one's own settings."""

from contextlib import suppress
from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts.addresses import free_address, is_proven, opens
from accounts.models import User
from accounts.zones import is_time_zone
from web.context import THEMES
from web.fields import OneOf, Words

US_ZONES = {
    "America/New_York": _("Eastern"),
    "America/Chicago": _("Central"),
    "America/Denver": _("Mountain"),
    "America/Boise": _("Mountain (Boise)"),
    "America/Phoenix": _("Arizona"),
    "America/Los_Angeles": _("Pacific"),
    "America/Anchorage": _("Alaska"),
    "Pacific/Honolulu": _("Hawaii"),
    "America/Puerto_Rico": _("Puerto Rico"),
}


class MailWords(forms.Form):
    """Says "Your email" for whatever the field is called, with errors that help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("email") or self.fields["login"]
        field.label = _("Your email")
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs.update(autocapitalize="none", spellcheck="false")
        field.error_messages["required"] = _("Add your email.")
        field.error_messages["invalid"] = _(
            "That doesn’t look like an email. Write it like name@example.org."
        )


class NewPassword(forms.Form):
    """One field, shown while it is typed: a mistake nobody can see locks people out of their own room."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        field = self.fields["password1"]
        field.label = _("A new password")
        field.help_text = _("10 letters or more. A few words in a row work well. You can paste.")
        field.error_messages["required"] = _("Add a password.")
        field.widget = forms.TextInput(
            attrs={"autocomplete": "new-password", "autocapitalize": "none", "spellcheck": "false"}
        )


class PresentPassword(forms.Form):
    """The password someone has now, dots and all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("oldpassword") or self.fields["password"]
        field.label = _("Your password now") if "oldpassword" in self.fields else _("Password")
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = _("Add your password.")


class JoinForm(MailWords, NewPassword, allauth.SignupForm):
    """E-mail and password, nothing else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("A password")

    def validate_unique_email(self, value: str) -> str:
        """A known address is answered by mail, never on the page, where anyone could ask about anyone."""
        self.account_already_exists = False
        try:
            return super().validate_unique_email(value)
        except forms.ValidationError:
            self.account_already_exists = True
            return value

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Only a form without a mistake takes an address from whoever merely added it."""
        free_address(self.cleaned_data["email"])
        self.validate_unique_email(self.cleaned_data["email"])
        if not self.account_already_exists:
            # Of two taps at once the second finds the address taken only when it writes.
            with suppress(IntegrityError), transaction.atomic():
                return super().try_save(request)
        make_password(self.cleaned_data["password1"])  # takes as long as making the account would
        get_adapter(request).send_account_already_exists_mail(self.cleaned_data["email"])
        return None, redirect("account_email_verification_sent")


class SignInForm(MailWords, PresentPassword, allauth.LoginForm):
    """E-mail and password; one message whatever was wrong."""


class CodeForm(MailWords, allauth.RequestLoginCodeForm):
    """Where to send a sign-in code."""

    _user: User | None

    def clean_email(self) -> str:
        email = super().clean_email()
        if self._user and not opens(self._user, email):
            self._user = None
        return email


class TypeCodeForm(allauth.ConfirmLoginCodeForm):
    """The code from the mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("The code")
        code.widget.attrs.pop("placeholder", None)
        code.widget.attrs.update(autocapitalize="characters", spellcheck="false")
        code.error_messages["required"] = _("Type the code from the mail.")


class ResetForm(MailWords, allauth.ResetPasswordForm):
    """Where to send a link for a new password."""

    users: list[User]

    def clean_email(self) -> str:
        email = super().clean_email()
        self.users = [user for user in self.users if opens(user, email)]
        return email


class ResetFromLinkForm(NewPassword, allauth.ResetPasswordKeyForm):
    """A new password, for whoever holds the link."""


class ChangePassword(NewPassword, PresentPassword, allauth.ChangePasswordForm):
    """A new password for the present one."""


class SetPassword(NewPassword, allauth.SetPasswordForm):
    """A first password, for someone who signs in by code."""


class AddAddressForm(MailWords, allauth.AddEmailForm):
    """One more address, once the first is proven: no stranger leaves a door in somebody's account."""

    def clean_email(self) -> str:
        if not is_proven(self.user, self.user.email):
            raise forms.ValidationError(_("Confirm the address you have first. Then you can add one."))
        return super().clean_email()


class AgainForm(PresentPassword, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""


class SettingsForm(forms.ModelForm):
    """What a person may set about themselves. The theme belongs to the browser, not to the account."""

    display_name = Words(
        label=_("What others call you"),
        required=False,
        max_length=60,
        help_text=_("A coach you invite sees this. A first name is fine."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    theme = OneOf(
        label=_("Light or dark"),
        required=False,
        choices=[("", _("As my device does")), *THEMES.items()],
        widget=forms.RadioSelect,
        help_text=_("Kept in this browser only."),
    )

    class Meta:
        model = User
        fields = ("display_name", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = dict(US_ZONES)
        zones.setdefault(self.instance.time_zone, self.instance.time_zone.replace("_", " "))
        self.fields["time_zone"] = OneOf(
            label=_("Your time zone"),
            help_text=_("So that times on the page are yours."),
            choices=list(zones.items()),
            validators=[is_time_zone],
            error_messages={"invalid_choice": _("Pick a time zone from the list.")},
        )
