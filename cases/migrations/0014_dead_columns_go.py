"""Columns that were written and never read."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_flags_keep_values"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="ask",
            name="clock_event",
        ),
        migrations.RemoveField(
            model_name="ask",
            name="next_stage",
        ),
        migrations.RemoveField(
            model_name="flag",
            name="opened_at",
        ),
        migrations.RemoveField(
            model_name="member",
            name="believed_need",
        ),
    ]
