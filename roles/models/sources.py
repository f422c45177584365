"""Where facts come from, and which state of the catalogue said so."""

from django.db import models


class Confidence(models.TextChoices):
    """How we know: we read it, or we believe it and name the place that would settle it."""

    VERIFIED = "verified", "We read it"
    FROM_KNOWLEDGE = "from-knowledge", "Not read by us yet"


class CatalogueVersion(models.Model):
    """One published state of the whole catalogue; findings remember the one they used."""

    number = models.PositiveIntegerField(unique=True)
    digest = models.CharField(max_length=64, help_text="Hash of the data it was made from.")
    published_at = models.DateTimeField()
    checked_on = models.DateField(help_text="When the facts were last checked.")

    class Meta:
        get_latest_by = "number"

    def __str__(self) -> str:
        return f"catalogue {self.number}"


def web_address(text: str) -> str:
    """The text when a browser can open it, '' when it is a citation or something else."""
    return text if text.startswith(("https://", "http://")) else ""


class Source(models.Model):
    """A text that says something about a role: a rule, a board's page, a guide."""

    class Kind(models.TextChoices):
        LAW = "law", "Law or rule"
        OFFICIAL = "official", "Official page"
        BODY = "body", "Body that certifies or speaks for a field"
        SECONDARY = "secondary", "Guide by others"
        LIVED = "seed", "A parent coach's guide"

    key = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=300)
    locator = models.CharField(
        max_length=400, blank=True, help_text="Where to read it: an address or a citation."
    )
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.CharField(max_length=200, blank=True)
    seen = models.BooleanField(help_text="Did we read it ourselves?")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """The web address to read it at, or '' when the locator is not one."""
        return web_address(self.locator)
