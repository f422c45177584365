import django.db.models.deletion
from django.db import migrations, models


def keep_what_was_told(apps, schema_editor):
    """Words told so far become the first telling. Each room is read again at its next look."""
    Flag, Telling = apps.get_model("cases", "Flag"), apps.get_model("cases", "Telling")
    Telling.objects.bulk_create(
        (
            Telling(
                flag_id=flag.pk,
                at=flag.opened_at,
                level=flag.level,
                words=flag.as_told,
                catalogue_number=flag.catalogue_number,
            )
            for flag in Flag.objects.order_by("pk").iterator()
        ),
        batch_size=500,
    )
    apps.get_model("cases", "Case").objects.update(evaluated_on=None)


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_questions_read_out_of_messages")]

    operations = [
        migrations.RenameField("flag", "words", "as_told"),
        migrations.AlterField(
            "flag",
            "as_told",
            models.JSONField(
                blank=True,
                help_text="Words of a flag from before its values were kept; else empty.",
                null=True,
            ),
        ),
        migrations.AddField(
            "flag",
            "why",
            models.CharField(blank=True, help_text="Which case of the rule holds, as a code.", max_length=20),
        ),
        migrations.AddField(
            "flag",
            "params",
            models.JSONField(
                blank=True, default=dict, help_text="The values its words name: slugs, ids, numbers, letters."
            ),
        ),
        migrations.AddField(
            "member",
            "belief",
            models.JSONField(
                blank=True,
                help_text="What these words claim, read as they were saved. Empty: not yet.",
                null=True,
            ),
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "level",
                    models.CharField(
                        choices=[("first", "Ask first"), ("soon", "Ask soon"), ("know", "Good to know")],
                        max_length=6,
                    ),
                ),
                (
                    "words",
                    models.JSONField(help_text="title, why, brings, say, clear_answer, if_not: as told."),
                ),
                (
                    "catalogue_number",
                    models.PositiveIntegerField(help_text="Catalogue version the words rest on."),
                ),
                (
                    "flag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="cases.flag"
                    ),
                ),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.RunPython(keep_what_was_told, migrations.RunPython.noop),
    ]
