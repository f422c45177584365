"""``manage.py demo_seed``: the demo family, if it is not here yet."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from demo.family import SIGN_INS, NoCatalogue, is_here, make_family
from web.clock import now


class Command(BaseCommand):
    help = "Make the demo family if it is not here yet. Everybody knows its passwords: never in production."

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_elsewhere()
        if is_here():
            self.stdout.write("The demo family is here already. demo_reset makes it anew.")
            return
        seed(self)


def refuse_elsewhere() -> None:
    """The demo people are made in the embedded mode's own file of data alone."""
    everybody = "Everybody knows the passwords of the demo family."
    if settings.PRODUCTION:
        raise CommandError(f"{everybody} It has no place in production.")
    if not settings.OWN_DATABASE:
        raise CommandError(f"{everybody} It has no place in the database that ROOM_DATABASE_URL names.")


def seed(command: BaseCommand) -> None:
    try:
        make_family(now=now())
    except NoCatalogue:
        raise CommandError("There are no roles and needs yet. Run load_catalogue first.") from None
    command.stdout.write("The demo family is here. Sign in as")
    for who, email, password in SIGN_INS:
        command.stdout.write(f"  {who:8} {email:20} {password}")
