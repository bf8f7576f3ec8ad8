"""Keeping what a source delivers, before anything is made of it. Nothing published changes here."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from tarjotin.common.bulk import insert, set_columns
from tarjotin.sources import runs
from tarjotin.sources.models import RecordState, Run, SourceRecord, Todo
from tarjotin.sources.source import Checkpoint, Delivered, Gone, Joined, Source, Step, Untold

BATCH = 500
REPLACED = "replaced in the source"
Progress = Callable[[str, int, int | None], None]  # label, done, total


def silent(label: str, done: int, total: int | None) -> None:
    """A progress nobody watches."""


# What JSON may carry and no database stores: halves of letters, and the NUL that ends texts in PostgreSQL.
# (Behind another backslash it is no escape, but six plain letters.)
_UNSTORABLE = re.compile(r"[\ud800-\udfff]|(?<!\\)((?:\\\\)*)\\u0000")


def fingerprint(payload: Any) -> str:
    """The same content gives the same text, whatever the order of keys."""
    return storable(payload)[1]


def storable(payload: Any) -> tuple[Any, str]:
    """The payload without what cannot be stored, and its fingerprint."""
    canonical = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if _UNSTORABLE.search(canonical):
        canonical = _UNSTORABLE.sub(lambda found: (found[1] or "") + "\ufffd", canonical)
        payload = json.loads(canonical)
    return payload, hashlib.blake2b(canonical.encode(), digest_size=16).hexdigest()


def stage(run: Run, source: Source, steps: Iterable[Step], *, now: datetime, progress: Progress = silent) -> None:
    """Store every delivery in batches; a cursor is kept only after all before it is stored."""
    counts = _counts(run)
    for batch, checkpoint in _batches(steps, counts):
        with transaction.atomic():
            _keep(run, source, [step for step in batch if isinstance(step, Delivered)], counts, now)
            _mark_gone(source, [step for step in batch if isinstance(step, Gone)], counts)
            _leave_standing(source, [step for step in batch if isinstance(step, Untold)], counts, now)
            run.counts = {**run.counts, "staged": dict(counts)}
            runs.beat(run, cursor=checkpoint.cursor if checkpoint else None)
        if checkpoint:
            progress(checkpoint.label, checkpoint.done, checkpoint.total)
    run.fetched = True
    runs.beat(run)


def _counts(run: Run) -> Counter[str]:
    return Counter(run.counts.get("staged", {}))


def _batches(
    steps: Iterable[Step], counts: Counter[str]
) -> Iterator[tuple[list[Delivered | Gone | Untold], Checkpoint | None]]:
    """Deliveries up to a checkpoint or a full batch, whichever comes first."""
    waiting: list[Delivered | Gone | Untold] = []
    for step in steps:
        if isinstance(step, Joined):
            counts[f"{step.name}: read"] += step.read
            counts[f"{step.name}: joined"] += step.joined
        elif isinstance(step, Checkpoint):
            yield waiting, step
            waiting = []
        else:
            waiting.append(step)
            if len(waiting) >= BATCH:
                yield waiting, None
                waiting = []
    yield waiting, None


def _keep(run: Run, source: Source, deliveries: list[Delivered], counts: Counter[str], now: datetime) -> None:
    # The same thing may come on two pages of a moving list: the later telling counts, once.
    latest = {(step.kind, step.external_id): step for step in deliveries}
    counts["delivered twice"] += len(deliveries) - len(latest)
    existing = _existing(source, latest)
    new, changed, seen = [], [], []
    for key, step in latest.items():
        payload, mark = storable(step.payload)
        step = replace(step, payload=payload)
        record = existing.get(key)
        if record is None:
            new.append(_record(source, step, mark, now))
            continue
        if record.seen_at < run.started_at:  # a run that goes on may walk past the same things again
            counts["fetched"] += 1
        seen.append(record.pk)
        if _has_news(record, mark):
            changed.append(_with_news(record, step, mark))
    insert(new)
    set_columns(changed, ["incoming", "incoming_hash", "todo", "source_modified_at", "series"])
    SourceRecord.objects.filter(pk__in=seen).update(seen_at=now)
    counts["fetched"] += len(new)
    counts["new"] += len(new)
    counts["changed"] += len(changed)
    counts["unchanged"] += len(seen) - len(changed)


def _existing(source: Source, latest: dict[tuple[str, str], Delivered]) -> dict[tuple[str, str], SourceRecord]:
    rows = SourceRecord.objects.filter(
        source=source.name,
        kind__in={kind for kind, _ in latest},
        external_id__in={external_id for _, external_id in latest},
    ).defer("payload", "incoming", "features")
    return {(row.kind, row.external_id): row for row in rows if (row.kind, row.external_id) in latest}


def _record(source: Source, step: Delivered, mark: str, now: datetime) -> SourceRecord:
    return SourceRecord(
        source=source.name,
        kind=step.kind,
        external_id=step.external_id,
        series=step.series or step.external_id,
        payload=step.payload,  # nothing of it is in use yet, so there is nothing to keep it beside
        payload_hash=mark,
        licence=source.licence,
        first_seen_at=now,
        fetched_at=now,
        seen_at=now,
        source_modified_at=step.modified_at,
    )


def _has_news(record: SourceRecord, mark: str) -> bool:
    came_back = record.state == RecordState.MISSING or record.todo == Todo.GONE
    return came_back or mark != (record.incoming_hash or record.payload_hash)


def _with_news(record: SourceRecord, step: Delivered, mark: str) -> SourceRecord:
    record.incoming, record.incoming_hash, record.todo = step.payload, mark, Todo.DELIVERED
    record.source_modified_at, record.series = step.modified_at, step.series or step.external_id
    return record


def _leave_standing(source: Source, steps: list[Untold], counts: Counter[str], now: datetime) -> None:
    """What the source names without telling it counts as seen, and stays as it is."""
    for step in steps:
        rows = SourceRecord.objects.of(source.name).present().filter(kind=step.kind, external_id=step.external_id)
        counts["named, not told: kept"] += rows.update(seen_at=now)
    counts["named, not told"] += len(steps)


def _mark_gone(source: Source, steps: list[Gone], counts: Counter[str]) -> None:
    for step in steps:
        rows = SourceRecord.objects.of(source.name).present().filter(kind=step.kind, external_id=step.external_id)
        counts["gone by word"] += rows.update(
            todo=Todo.GONE, reason=f"{REPLACED}: by {step.replaced_by}" if step.replaced_by else ""
        )
