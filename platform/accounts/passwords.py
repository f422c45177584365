"""Django's rules for passwords, said in our words."""

from django.contrib.auth import password_validation as rules


class LongEnough(rules.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Use {self.min_length} letters or more. A few words in a row work well."


class NotCommon(rules.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Many people use this one, so it is easy to guess. Try a few words in a row."


class NotLikeYou(rules.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "This is a lot like your email, so it is easy to guess. Try a few words in a row."
