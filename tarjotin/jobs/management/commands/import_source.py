"""Read one source into the catalogue."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tarjotin.jobs.clients import as_asked, client_for
from tarjotin.jobs.progress import Progress
from tarjotin.search import index
from tarjotin.sources.http import SourceUnavailable
from tarjotin.sources.models import Run, RunState
from tarjotin.sources.pipeline import Options, import_source, rehearse
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.runs import ImportUnderWay, last_good

OVERLAP = timedelta(minutes=10)  # clocks differ a little


class Command(BaseCommand):
    help = "Read one source into the catalogue: all of it, or what changed since its last good run."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", choices=list(SOURCES))
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--full", action="store_true", help="everything (the default)")
        how.add_argument(
            "--since", nargs="?", const="last", metavar="TIME", help="changes since TIME or the last good run"
        )
        parser.add_argument("--base-url", default="", metavar="URL", help="another address of the source's API")
        parser.add_argument("--replay", default="", metavar="URL", help="the root of a replay server")
        parser.add_argument("--limit", type=int, metavar="N", help="at most N things of a kind")
        parser.add_argument("--dry-run", action="store_true", help="fetch and parse, write nothing")
        parser.add_argument("--accept", action="store_true", help="apply a feed that shrank: someone has looked")

    def handle(self, *args: Any, **options: Any) -> None:
        source = as_asked(SOURCES[options["name"]], replay=options["replay"])
        since = _since(source.name, options["since"])
        asked = Options(since=since, limit=options["limit"], accept=options["accept"])
        client = client_for(source, replay=options["replay"], base_url=options["base_url"])
        progress, now = Progress(), timezone.now()
        try:
            if options["dry_run"]:
                for line, count in sorted(rehearse(source, client, options=asked, now=now, progress=progress).items()):
                    self.stdout.write(f"{count:>8}  {line}")
                return
            run = import_source(source, client, options=asked, now=now, progress=progress)
            index.refresh(progress=progress)
        except (SourceUnavailable, ImportUnderWay) as problem:
            raise CommandError(str(problem)) from problem
        finally:
            progress.close()
            client.close()
        self._tell(run)

    def _tell(self, run: Run) -> None:
        for group in ("staged", "processed"):
            for line, count in sorted(_flat(run.counts.get(group, {})).items()):
                if count:
                    self.stdout.write(f"{count:>8}  {line}")
        if run.verdict == RunState.HELD:
            raise CommandError(
                f"{run.source} is held, nothing was changed: {run.problem}. Look at it, then run again with --accept."
            )
        self.stdout.write(self.style.SUCCESS(f"{run.source}: {run.verdict}"))


def _since(source: str, told: str | None) -> datetime | None:
    if told is None:
        return None
    if told == "last":
        run = last_good(source)
        return run.started_at - OVERLAP if run else None
    moment = parse_datetime(told)
    if moment is None:
        raise CommandError(f"{told} is not a time like 2026-11-24T06:00:00+02:00")
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _flat(counts: dict[str, Any], before: str = "") -> dict[str, int]:
    flat: dict[str, int] = {}
    for name, value in counts.items():
        flat |= _flat(value, f"{before}{name}: ") if isinstance(value, dict) else {before + name: value}
    return flat
