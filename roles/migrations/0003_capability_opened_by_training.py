from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roles", "0002_names_say_how_we_know"),
    ]

    operations = [
        migrations.AddField(
            model_name="capability",
            name="opened_by_training",
            field=models.BooleanField(
                default=False,
                help_text="A course in a method can open it. Never where a law, a license or the job decides.",
            ),
            preserve_default=False,
        ),
    ]
