"""How allauth behaves here: our words, our mails."""

import logging
from smtplib import SMTPException
from typing import Any, ClassVar
from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from allauth.core.internal.ratelimit import get_ip
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage, get_connection
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import get_language, gettext, gettext_noop, override
from django.utils.translation import gettext_lazy as _

from accounts.addresses import language_at

NO_MATCH = _("That didn’t match. Try again or get a code by email.")
TOO_OFTEN = _("That was a lot of tries. Wait a few minutes, then try again.")

MAIL_SECONDS = 5  # each step of handing it over; somebody waits for the page
MAIL_IS_SLOW = gettext_noop(
    "Mail is slow right now. If none comes within ten minutes, please ask for it again."
)
MAIL_SENT = "account/messages/email_confirmation_sent.txt"
#: Mails somebody looks out for; the others only tell of something that happened.
WAITED_FOR = {
    "account_already_exists",
    "email_confirmation",
    "email_confirmation_signup",
    "login_code",
    "password_reset_key",
    "unknown_account",
}
logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Plain words, and no names in mails."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _("This is the address you sign in with. Add another one first."),
        "duplicate_email": _("This address is on your account already."),
        "email_password_mismatch": NO_MATCH,
        "email_taken": _("Use another address for this."),
        "enter_current_password": _("That is not your password now. Try again."),
        "incorrect_code": _("That code didn’t match. Check the mail, or get a new code."),
        "incorrect_password": _("That password didn’t match. Try again."),
        "invalid_login": NO_MATCH,
        "invalid_or_expired_key": _("That link is used up. Ask for a new one."),
        "invalid_password_reset": _("That link is used up. Ask for a new one."),
        "max_email_addresses": _("You can have up to %d addresses."),
        "rate_limited": TOO_OFTEN,
        "same_as_current": _("This is the same as before. Try a new one."),
        "too_many_login_attempts": TOO_OFTEN,
        "unverified_primary_email": _("Confirm this address first. The link is in your mail."),
    }

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """In the language of whoever reads it; a stranger may have asked for it, in another one."""
        prefix = template_prefix.replace("account/email/", "emails/account/")
        to = email if isinstance(email, str) else email[0]
        with override(language_at(to) or get_language()):
            mail = super().render_mail(prefix, email, context, headers)
        mail.connection = get_connection(timeout=MAIL_SECONDS)
        return mail

    def new_user(self, request: HttpRequest) -> Any:
        """Somebody who joins reads on in the language of the page they joined on."""
        user = super().new_user(request)
        user.language = get_language() or settings.LANGUAGE_CODE
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """One try, and no mail server keeps anybody out. The log gets the kind of trouble, no address."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            kind = template_prefix.rpartition("/")[2]
            logger.warning("mail %s did not leave (%s)", kind, type(error).__name__)
            if kind in WAITED_FOR:
                self.request.mail_is_slow = True
                self.add_message(self.request, messages.WARNING, message=gettext(MAIL_IS_SLOW))

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """What has changed, with the way back in: whoever did it may have made up a new password."""
        link = build_absolute_uri(self.request, reverse("account_reset_password"))
        super().send_notification_mail(
            template_prefix, user, {**(context or {}), "password_reset_url": link}, email
        )

    def add_message(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Never says that a mail was sent when it was not."""
        if getattr(request, "mail_is_slow", False) and MAIL_SENT in (*args, *kwargs.values()):
            return
        super().add_message(request, *args, **kwargs)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """The link in the mail; whoever was on the way somewhere goes on there."""
        link = super().get_email_confirmation_url(request, emailconfirmation)
        to = get_next_redirect_url(request)
        return f"{link}?{urlencode({'next': to})}" if to else link

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("me")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To where they left off: the room, for a coach the families, for a curator the catalogue."""
        if getattr(request.user, "is_coach", False):
            return resolve_url(settings.COACH_REDIRECT_URL)
        if getattr(request.user, "is_curator", False):
            return resolve_url(settings.CURATOR_REDIRECT_URL)
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count for one address from one network: a stranger's tries lock no owner out."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{get_ip(request)}"
