"""``manage.py demo_reset``: the demo family as on its first day, and nobody else touched."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from demo.family import remove_family
from demo.management.commands.demo_seed import refuse_elsewhere, seed
from demo.preparing import prepare_database


class Command(BaseCommand):
    help = "Delete the demo family and make it anew. What other people wrote stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_elsewhere()
        prepare_database(self.stdout.write)
        with transaction.atomic():
            remove_family()
            seed(self)
