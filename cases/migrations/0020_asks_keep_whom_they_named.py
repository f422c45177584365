"""Whom somebody named in an answer, as the parent wrote it: never read from what they said."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0019_questions_end_with_what_they_are_about"),
    ]

    operations = [
        migrations.AddField(
            model_name="ask",
            name="named",
            field=models.CharField(
                blank=True, help_text="Whom they named, as the parent wrote it.", max_length=120
            ),
        ),
    ]
