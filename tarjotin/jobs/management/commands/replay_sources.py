"""Answer like the source APIs from a folder of payloads."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tarjotin.sources.replay.server import ReplayServer


class Command(BaseCommand):
    help = "Serve recorded or demo payloads as the source APIs would, until stopped."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--port", type=int, default=8100, metavar="N")
        parser.add_argument("--ignore-dates", action="store_true", help="give old recorded events too")
        parser.add_argument("--faults", action="store_true", help="take orders to fail at /_fault")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder")
        server = ReplayServer(
            folder, port=options["port"], ignore_dates=options["ignore_dates"], faults=options["faults"]
        )
        self.stdout.write(f"{server.url} answers from {folder}. Stop with Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            self.stdout.write("stopped")
