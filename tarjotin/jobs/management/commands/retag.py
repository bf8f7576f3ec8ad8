"""Telling anew what every entry is about, after an update of the thesaurus; the nightly round does it too."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from tarjotin.jobs.progress import Progress
from tarjotin.sources.retagging import retag


class Command(BaseCommand):
    help = "Tell the topics of all entries that have none of today's thesaurus, without asking the sources."

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress()
        changed = retag(now=timezone.now(), progress=progress)
        progress.close()
        self.stdout.write(f"{changed} entries have other topics than before. Run: manage.py index refresh")
