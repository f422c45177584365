"""What kind a training is, several for one capability, and what an answer wrote down about a person.

A certificate alone no longer makes a lead: of those that stand here nobody told yet what they are for, so rooms
with one are due at once.
"""

from django.db import migrations, models
from django.utils import timezone


def due_at_once(apps, schema_editor):
    certified = apps.get_model("cases", "Training").objects.filter(standing="certified")
    rooms = apps.get_model("cases", "Case").objects.filter(
        pk__in=certified.values("member__case"), evaluated_version__gt=0
    )
    rooms.update(recheck_at=timezone.now(), evaluated_on=None)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0017_trainings_say_how_they_are_known"),
        ("roles", "0008_schools_and_homes_are_data"),
    ]

    operations = [
        migrations.AlterModelOptions(name="training", options={"ordering": ["pk"]}),
        migrations.RemoveConstraint(
            model_name="training",
            name="cases_training_once_per_capability",
        ),
        migrations.AddField(
            model_name="askevent",
            name="facts",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="What this answer changed about the person it is about: each as it stood before and after.",
            ),
        ),
        migrations.AddField(
            model_name="training",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "A full course in a method, with a certificate at the end"),
                    ("short", "A short course, a webinar, a talk, or hours at work"),
                ],
                help_text="What kind of training it is. Empty: not known.",
                max_length=5,
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
                    ("leads-no-more", "Leads No More"),
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
        migrations.AddConstraint(
            model_name="training",
            constraint=models.UniqueConstraint(
                fields=("member", "capability", "name"), name="cases_training_once_per_name"
            ),
        ),
        migrations.RunPython(due_at_once, migrations.RunPython.noop),
    ]
