"""Read every source, publish, expire, look ahead, refresh the index."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tarjotin.jobs.nightly import nightly
from tarjotin.jobs.progress import Progress


class Command(BaseCommand):
    help = "The nightly round: every source, then expiry, sessions 180 days ahead, and the index."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--replay", default="", metavar="URL", help="the root of a replay server")

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress()
        night = nightly(now=timezone.now(), replay=options["replay"], progress=progress)
        progress.close()
        for run in night.runs:
            self.stdout.write(f"{run.source}: {run.verdict}{f' – {run.problem}' if run.problem else ''}")
        self.stdout.write(
            f"{night.retagged} entries with other topics, {night.expired} over, {night.sessions} sessions added, "
            f"{night.indexed} entries indexed"
        )
        if night.problems:
            raise CommandError("; ".join(f"{name}: {problem}" for name, problem in night.problems.items()))
