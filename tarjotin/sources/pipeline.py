"""The way of a record: fetched, kept as delivered, checked, parsed, matched, merged, published."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from tarjotin.sources import checks, runs
from tarjotin.sources.http import Client
from tarjotin.sources.models import Run, RunState, SourceRecord
from tarjotin.sources.processing import Tally, process
from tarjotin.sources.source import Delivered, FetchRequest, Source
from tarjotin.sources.staging import Progress, fingerprint, silent, stage


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of an import: everything (`since` is None) or changes; `accept` applies a feed that shrank."""

    since: datetime | None = None
    limit: int | None = None
    accept: bool = False


def import_source(
    source: Source, client: Client, *, options: Options, now: datetime, progress: Progress = silent
) -> Run:
    """Run one import. Raises `ImportUnderWay`, `SourceUnavailable`; the run's row says how it ended."""
    run = runs.claim(source.name, full=options.since is None, since=options.since, limit=options.limit, now=now)
    with runs.failing_honestly(run), _seldom_collecting():
        if not run.fetched:
            request = FetchRequest(now=now, since=options.since, resume=run.cursor, limit=options.limit)
            stage(run, source, source.fetch(client, request), now=now, progress=progress)
        return apply(source, run, accept=options.accept, now=now, progress=progress)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let Python look for garbage cycles more seldom: an import makes millions of objects and hardly a cycle, and
    looking took a seventh of its time."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def apply(source: Source, run: Run, *, accept: bool, now: datetime, progress: Progress = silent) -> Run:
    """Publish what a run staged, unless the feed has collapsed and nobody has accepted that."""
    if run.is_whole and source.tells_all:
        if not accept and (problem := checks.collapse(source, run)):
            return runs.finish(run, RunState.HELD, problem=problem)
        run.counts["gone"] = checks.mark_absent(source, run)
    run.counts["over"] = checks.mark_over(source, now)
    tally = Tally()

    def done(label: str, count: int, total: int | None) -> None:
        runs.beat(run)
        progress(label, count, total)

    held = None if run.is_whole else runs.held(source.name)
    process(source, now=now, tally=tally, delivered_since=run.started_at if held else None, done=done)
    run.counts["processed"] = tally.as_json()
    return runs.finish(run, RunState.APPLIED)


def rehearse(
    source: Source, client: Client, *, options: Options, now: datetime, progress: Progress = silent
) -> Counter[str]:
    """Fetch and parse without writing anything; counts what would be new, changed, unchanged or rejected."""
    request = FetchRequest(now=now, since=options.since, limit=options.limit)
    counts: Counter[str] = Counter()
    for step in source.fetch(client, request):
        if not isinstance(step, Delivered):
            continue
        key = {"source": source.name, "kind": step.kind, "external_id": step.external_id}
        known = SourceRecord.objects.filter(**key).values_list("payload_hash", flat=True).first()
        news = "new" if known is None else "unchanged" if known == fingerprint(step.payload) else "changed"
        parsed = source.parse(step.kind, step.payload)
        counts[f"{step.kind}: {news}"] += 1
        if parsed.record is None:
            counts[f"{step.kind}: rejected, {parsed.rejected.split(':')[0]}"] += 1
        progress(f"{source.name} {step.kind}", counts.total(), None)
    return counts
