"""`manage.py reseal`: close with the newest key what older keys closed. Run twice, it does nothing the second time."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from tarjotin.guidance.watching import reseal_watches


class Command(BaseCommand):
    help = "Close with the newest key what older keys closed."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{reseal_watches()} watches sealed anew")
