"""One import at a time for each source: claiming a run, its heartbeat, taking over one whose process died."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from tarjotin.sources.models import Run, RunState

SILENT_FOR = timedelta(minutes=5)  # a live run speaks at every page or batch
RESUMABLE_FOR = timedelta(hours=12)  # an older half-run would mix two days


class ImportUnderWay(Exception):
    """Another process is importing this source right now."""


def claim(source: str, *, full: bool, since: datetime | None, limit: int | None, now: datetime) -> Run:
    """A run of our own: a new one, or an unfinished one of the same kind to go on with.

    Raises `ImportUnderWay` when another live process has the source.
    """
    with transaction.atomic():
        running = Run.objects.select_for_update().filter(source=source, verdict=RunState.RUNNING).first()
        if running and _is_alive(running, now):
            raise ImportUnderWay(f"{source} is being imported since {timezone.localtime(running.started_at):%H:%M:%S}")
        if running:
            Run.objects.filter(pk=running.pk).update(verdict=RunState.INTERRUPTED, ended_at=now)
        unfinished = _unfinished(source, since=since, limit=limit, now=now)
        try:
            return _take(unfinished, now) if unfinished else _new(source, full, since, limit, now)
        except IntegrityError as error:
            raise ImportUnderWay(f"{source} was claimed by another process this very moment") from error


def _is_alive(run: Run, now: datetime) -> bool:
    if now - run.heartbeat_at > SILENT_FOR:
        return False
    if run.host != socket.gethostname() or run.pid is None:
        return True  # on another machine: trust the heartbeat
    try:
        os.kill(run.pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _unfinished(source: str, *, since: datetime | None, limit: int | None, now: datetime) -> Run | None:
    """The last run, if it stopped on the way and asked for the same."""
    last = Run.objects.filter(source=source).order_by("-started_at", "-pk").first()
    fits = last and last.verdict in (RunState.INTERRUPTED, RunState.FAILED) and now - last.started_at < RESUMABLE_FOR
    return last if last and fits and last.since == since and last.limit == limit else None


def _take(run: Run, now: datetime) -> Run:
    run.verdict, run.ended_at, run.problem = RunState.RUNNING, None, ""
    run.host, run.pid, run.heartbeat_at = socket.gethostname(), os.getpid(), now
    run.save()
    return run


def _new(source: str, full: bool, since: datetime | None, limit: int | None, now: datetime) -> Run:
    return Run.objects.create(
        source=source,
        full=full,
        since=since,
        limit=limit,
        started_at=now,
        heartbeat_at=now,
        host=socket.gethostname(),
        pid=os.getpid(),
    )


def beat(run: Run, *, cursor: str | None = None) -> None:
    """Say that the run lives, and how far it came."""
    run.heartbeat_at = timezone.now()
    if cursor is not None:
        run.cursor = cursor
    run.save(update_fields=["heartbeat_at", "cursor", "counts", "fetched"])


def finish(run: Run, verdict: str, *, problem: str = "") -> Run:
    run.verdict, run.problem, run.ended_at = verdict, problem[:2000], timezone.now()
    run.save()
    return run


@contextmanager
def failing_honestly(run: Run) -> Iterator[None]:
    """What goes wrong inside is written on the run; it is then raised on. Ctrl-C counts as an interruption."""
    try:
        yield
    except Exception as error:
        finish(run, RunState.FAILED, problem=f"{type(error).__name__}: {error}")
        raise
    except KeyboardInterrupt:
        finish(run, RunState.INTERRUPTED, problem="stopped by hand")
        raise


def last_good(source: str) -> Run | None:
    """The last run after which nothing older was left to read: one with a limit has seen the first few only."""
    done = Run.objects.of(source).filter(verdict=RunState.APPLIED, limit__isnull=True)
    return done.order_by("-started_at", "-pk").first()


def held(source: str) -> Run | None:
    """The whole run that waits until someone has looked, if no other has been applied since."""
    judged = Run.objects.of(source).whole().filter(verdict__in=(RunState.HELD, RunState.APPLIED))
    last = judged.order_by("-started_at", "-pk").first()
    return last if last and last.verdict == RunState.HELD else None
