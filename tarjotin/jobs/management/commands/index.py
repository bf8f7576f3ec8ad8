"""The search index: how it does, what is new to it, or all of it anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tarjotin.jobs.progress import Progress
from tarjotin.search import index


class Command(BaseCommand):
    help = "status: is it ready; refresh: take in what changed; rebuild: build it anew beside the one in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("status", "refresh", "rebuild"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "status":
            self._tell_status()
            return
        progress = Progress()
        work = index.refresh if options["what"] == "refresh" else index.rebuild
        done = work(progress, now=timezone.now())
        progress.close()
        self.stdout.write(f"{done} entries written")
        self._tell_status()

    def _tell_status(self) -> None:
        status = index.status()
        if not status.ready:
            raise CommandError("The index is not ready. Run: manage.py index refresh")
        self.stdout.write(f"ready, {status.entries} entries, {status.behind} changes behind")
