from django.db import migrations


def forget_removed_drafts(apps, schema_editor):
    """Words that were removed before they were ever sent were kept, and could still be read."""
    asks = apps.get_model("cases", "Ask").objects.using(schema_editor.connection.alias)
    asks.filter(state="withdrawn", asked_at=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_answers_can_be_taken_back"),
    ]

    operations = [
        migrations.RunPython(forget_removed_drafts, migrations.RunPython.noop, elidable=True),
    ]
