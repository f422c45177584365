"""When the worker runs the rules over a room again. Rooms from before are due at once."""

from django.db import migrations, models
from django.utils import timezone


def due_at_once(apps, schema_editor):
    rooms = apps.get_model("cases", "Case").objects
    rooms.filter(evaluated_version__gt=0).update(recheck_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0015_decisions_keep_what_they_rest_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="recheck_at",
            field=models.DateTimeField(
                blank=True,
                null=True,
                help_text="When the worker runs the rules again: as the family's next day begins, at once after a "
                "publication. Empty: nobody has looked yet.",
            ),
        ),
        migrations.RunPython(due_at_once, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_at", None)), fields=["recheck_at"], name="cases_case_to_recheck"
            ),
        ),
    ]
