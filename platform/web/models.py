"""One-use keys of forms: a second submit finds the first one's result."""

from django.conf import settings
from django.db import models


class FormKey(models.Model):
    """A key a form carried, and where its first submit led."""

    key = models.CharField(max_length=64)
    body_hash = models.CharField(
        max_length=64, blank=True, default="", db_default="", help_text="Of the words it came with."
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    result_url = models.CharField(max_length=300, blank=True)
    used_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key", "body_hash"], name="web_formkey_once_per_body")
        ]

    def __str__(self) -> str:
        return self.key[:8]
