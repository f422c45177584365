"""A decision keeps the facts it was made on, and a flag what changed since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_dead_columns_go"),
    ]

    operations = [
        migrations.AddField(
            model_name="flag",
            name="basis",
            field=models.JSONField(
                blank=True, help_text="What a decision rests on; empty: what the flag says itself.", null=True
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="changed",
            field=models.CharField(
                blank=True,
                help_text="What got worse since a decision, as a code: it is new again.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="changed_from",
            field=models.CharField(
                blank=True,
                choices=[
                    ("open", "New"),
                    ("asked", "Asked"),
                    ("settled", "Settled"),
                    ("sorted", "You said it is sorted"),
                    ("put-off", "Not now"),
                    ("different", "You see it differently"),
                ],
                help_text="What the parent had decided before it changed.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="flagmove",
            name="changed",
            field=models.CharField(
                blank=True,
                help_text="What got worse, as a code, when the facts opened it again.",
                max_length=10,
            ),
        ),
    ]
