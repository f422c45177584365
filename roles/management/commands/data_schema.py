"""``manage.py data_schema``: write the JSON Schemas that let an editor check the data files at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roles.loading.problems import BrokenData
from roles.loading.schema import schemas, written
from roles.loading.services import DATA
from roles.management.commands.load_catalogue import told


class Command(BaseCommand):
    help = "Make roles/data/schema/ anew: after a change of the loader, a new state or a new capability."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = schemas(DATA)
        except BrokenData as error:
            raise CommandError(told(error)) from error
        folder = DATA / "schema"
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.json"):
            if path.name not in made:
                path.unlink()
        for name, schema in made.items():
            (folder / name).write_text(written(schema), encoding="utf-8")
        self.stdout.write(f"{len(made)} schemas written to roles/data/schema/.")
