"""One-use keys of forms: a second submit finds the first one's result."""

from django.conf import settings
from django.db import models


class FormKey(models.Model):
    """A key a form carried, and where its first submit led."""

    key = models.CharField(max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    result_url = models.CharField(max_length=300, blank=True)
    used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="web_formkey_used_once")]

    def __str__(self) -> str:
        return self.key[:8]
