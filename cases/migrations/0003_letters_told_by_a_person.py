"""Remembers which letters a person told the role of, so that reading them again does not change that."""

from django.db import migrations, models


def remember(apps, schema_editor):
    """Roles picked from the list have no signature; resolved ones stand in the record of acts."""
    credentials = apps.get_model("cases", "Credential").objects
    entries = apps.get_model("audit", "Entry").objects.filter(verb="resolved", object_kind="cases.credential")
    told = [int(pk) for pk in entries.values_list("object_id", flat=True) if pk.isdigit()]
    credentials.filter(pk__in=told).exclude(role=None).update(resolved=True)
    credentials.filter(member__said="").exclude(role=None).update(resolved=True)


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
        ("cases", "0002_not_sent_after_all"),
    ]

    operations = [
        migrations.AddField(
            model_name="credential",
            name="resolved",
            field=models.BooleanField(
                default=False,
                help_text="A person told which role it is; no reading of the letters changes that.",
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
