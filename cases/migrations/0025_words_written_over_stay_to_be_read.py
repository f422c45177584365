"""What stood in a field of a person before it was written over is told in the log."""

from django.db import migrations, models

KINDS = [
    "note",
    "member-added",
    "member-left",
    "needs-changed",
    "asked",
    "nudged",
    "answered",
    "said-no",
    "unclear",
    "promised",
    "agreed",
    "leads-no-more",
    "leads-not",
    "settled",
    "put-off",
    "different",
    "certified",
    "child-renamed",
    "state-changed",
    "member-renamed",
    "letters-changed",
    "belief-changed",
    "agency-changed",
    "backing-changed",
    "coach-joined",
    "coach-declined",
    "coach-left",
    "sharing-ended",
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0024_people_tell_what_their_role_covers")]

    operations = [
        migrations.AlterField(
            model_name="caseevent",
            name="kind",
            field=models.CharField(
                choices=[(kind, kind.replace("-", " ").title()) for kind in KINDS], max_length=16
            ),
        ),
    ]
