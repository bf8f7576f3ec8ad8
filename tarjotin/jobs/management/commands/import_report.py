"""How every record of every source ended, and what nobody read."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tarjotin.sources.registry import SOURCES
from tarjotin.sources.report import SourceReport, report


class Command(BaseCommand):
    help = "Counts per outcome and reason, adding up to what was fetched; unread fields; oddities."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", choices=list(SOURCES))

    def handle(self, *args: Any, **options: Any) -> None:
        names = [options["name"]] if options["name"] else list(SOURCES)
        reports = [report(SOURCES[name]) for name in names]
        for one in reports:
            self._print(one)
        if wrong := [one.source for one in reports if not one.adds_up]:
            raise CommandError(f"the counts of {', '.join(wrong)} do not add up")

    def _print(self, one: SourceReport) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(f"{one.source}: {one.records} records, last run {one.last_run}"))
        for (kind, outcome, reason), count in one.outcomes.items():
            self.stdout.write(f"{count:>8}  {kind}  {outcome}  {reason}")
        self.stdout.write(f"{one.total:>8}  in all; {one.fetched} fetched by the last whole run")
        for title, lines in (("helper lists", one.joined), ("unread fields", one.unread), ("oddities", one.flags)):
            if lines:
                self.stdout.write(f"  {title}:")
            for line, count in lines.items():
                self.stdout.write(f"{count:>8}    {line}")
