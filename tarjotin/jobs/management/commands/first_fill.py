"""The first round of imports, from a folder of payloads or from the real sources."""

from __future__ import annotations

from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tarjotin.jobs.nightly import nightly
from tarjotin.jobs.progress import Progress
from tarjotin.sources.replay.server import ReplayServer


class Command(BaseCommand):
    help = "Run the nightly round against a folder of payloads (served on a port of its own), or the real sources."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, nargs="?", metavar="DIR")
        parser.add_argument("--ignore-dates", action="store_true", help="read old recorded events too")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path | None = options["folder"]
        if folder and not folder.is_dir():
            raise CommandError(f"{folder} is not a folder")
        server = ReplayServer(folder, ignore_dates=options["ignore_dates"]) if folder else nullcontext()
        progress = Progress()
        with server:
            night = nightly(now=timezone.now(), replay=getattr(server, "url", ""), progress=progress)
        progress.close()
        for run in night.runs:
            self.stdout.write(f"{run.source}: {run.verdict}{f' – {run.problem}' if run.problem else ''}")
        self.stdout.write(f"{night.indexed} entries can be found.")
        if "index" in night.problems or not night.runs:
            raise CommandError("; ".join(f"{name}: {problem}" for name, problem in night.problems.items()))
        for name, problem in night.problems.items():
            self.stderr.write(f"{name} was left out: {problem}")
