"""Django's rules for passwords, said in our words."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self) -> str:
        told = ngettext(
            "Use %(count)d letter or more. A few words in a row work well.",
            "Use %(count)d letters or more. A few words in a row work well.",
            self.min_length,
        )
        return told % {"count": self.min_length}


class NotCommon(rules.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Many people use this one, so it is easy to guess. Try a few words in a row.")


class NotLikeYou(rules.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("This is a lot like your email, so it is easy to guess. Try a few words in a row.")
