"""Whether the own name of a training says that it is short.

A certificate of a full course no longer makes a lead where the name says otherwise and nobody said which is
right, so rooms with one are due at once.
"""

from django.db import migrations, models
from django.utils import timezone


def due_at_once(apps, schema_editor):
    full = apps.get_model("cases", "Training").objects.filter(standing="certified", kind="full")
    rooms = apps.get_model("cases", "Case").objects.filter(
        pk__in=full.values("member__case"), evaluated_version__gt=0
    )
    rooms.update(recheck_at=timezone.now(), evaluated_on=None)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_asks_keep_whom_they_named"),
    ]

    operations = [
        migrations.AddField(
            model_name="training",
            name="says_short",
            field=models.BooleanField(
                blank=True,
                help_text="Does its own name say that it is short, and nobody told that it is a full course all the same? Read as it was saved. Empty: not yet.",
                null=True,
            ),
        ),
        migrations.RunPython(due_at_once, migrations.RunPython.noop),
    ]
