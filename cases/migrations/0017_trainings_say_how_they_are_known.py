"""How a training is known. What stands here already was told, and nobody said more: "told" it is.

A training that the catalogue does not know no longer makes a lead by itself, so rooms with one are due at once.
"""

from django.db import migrations, models
from django.utils import timezone


def due_at_once(apps, schema_editor):
    with_one = apps.get_model("cases", "Training").objects.values("member__case")
    rooms = apps.get_model("cases", "Case").objects.filter(pk__in=with_one, evaluated_version__gt=0)
    rooms.update(recheck_at=timezone.now(), evaluated_on=None)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_rooms_wait_for_the_worker"),
    ]

    operations = [
        migrations.AddField(
            model_name="training",
            name="known",
            field=models.BooleanField(
                blank=True,
                null=True,
                help_text="Does the catalogue have a training of this name for it? Read as it was saved. "
                "Empty: not yet.",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="standing",
            field=models.CharField(
                choices=[
                    ("told", "They told us"),
                    ("under-way", "It is still under way"),
                    ("certified", "I saw the certificate, or looked it up"),
                ],
                default="told",
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="caseevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("note", "Note"),
                    ("member-added", "Member Added"),
                    ("member-left", "Member Left"),
                    ("needs-changed", "Needs Changed"),
                    ("asked", "Asked"),
                    ("nudged", "Nudged"),
                    ("answered", "Answered"),
                    ("said-no", "Said No"),
                    ("unclear", "Unclear"),
                    ("agreed", "Agreed"),
                    ("settled", "Settled"),
                    ("certified", "Certified"),
                    ("coach-joined", "Coach Joined"),
                    ("coach-declined", "Coach Declined"),
                    ("coach-left", "Coach Left"),
                    ("sharing-ended", "Sharing Ended"),
                ],
                max_length=16,
            ),
        ),
        migrations.RunPython(due_at_once, migrations.RunPython.noop),
    ]
