"""Someone has looked at a run that was held, and lets it be published."""

from __future__ import annotations

import os
import socket
from datetime import datetime

from django.db import IntegrityError, transaction

from tarjotin.sources import checks, runs
from tarjotin.sources.models import Run, RunState, SourceRecord
from tarjotin.sources.pipeline import apply
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.runs import ImportUnderWay


class NotHeld(Exception):
    """The run is not held, or a newer whole one of its source has come since: there is nothing to accept."""


def can_be_accepted(run: Run) -> bool:
    return run.verdict == RunState.HELD and not _newer(run)


def _newer(run: Run) -> bool:
    return Run.objects.of(run.source).whole().filter(pk__gt=run.pk).exists()


def work_of(run: Run) -> int:
    """How many records will be processed when the run is accepted."""
    to_do = SourceRecord.objects.of(run.source).to_do().count()
    return to_do + checks.absent(SOURCES[run.source], run).filter(todo="").count()


def accept(run: Run, *, now: datetime) -> Run:
    """Publish what a held run staged, what is missing from it included. Raises `NotHeld`, `ImportUnderWay`."""
    try:
        with transaction.atomic():
            held = Run.objects.select_for_update().get(pk=run.pk)
            if not can_be_accepted(held):
                raise NotHeld(f"{held} is {held.verdict}")
            held.verdict, held.ended_at, held.heartbeat_at = RunState.RUNNING, None, now
            held.host, held.pid = socket.gethostname(), os.getpid()
            held.save()
    except IntegrityError as error:
        raise ImportUnderWay(f"{run.source} is being imported right now") from error
    with runs.failing_honestly(held):
        return apply(SOURCES[held.source], held, accept=True, now=now)
