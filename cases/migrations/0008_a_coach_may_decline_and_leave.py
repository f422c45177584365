from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_replies_keep_what_was_before"),
    ]

    operations = [
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
                    ("coach-joined", "Coach Joined"),
                    ("coach-declined", "Coach Declined"),
                    ("coach-left", "Coach Left"),
                ],
                max_length=16,
            ),
        ),
    ]
