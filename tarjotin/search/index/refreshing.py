"""Bringing the index up to the catalogue: change by change, or anew when it is missing, old or damaged."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import tantivy
from django.utils import timezone

from tarjotin.catalogue.models import Change
from tarjotin.search import loading
from tarjotin.search.document import Document
from tarjotin.search.index import reading, store
from tarjotin.search.index.reading import IndexNotReady, snapshot
from tarjotin.search.index.schema import schema, to_engine
from tarjotin.search.tree import Range

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int | None], None]
CHANGES_AT_ONCE = 2_000
WRITER_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Status:
    """Whether it can be read, how many entries it holds, and how many changes it has still to hear of."""

    ready: bool
    entries: int
    behind: int


def status() -> Status:
    behind = Change.objects.count()
    try:
        return Status(True, snapshot().entries, behind)
    except IndexNotReady:
        return Status(False, 0, behind)


def refresh(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Take in what changed since; gives how many entries were looked at. Another writer at work is left to it."""
    now, done = now or timezone.now(), 0
    while True:
        with store.writer_lock() as mine:
            if not mine:
                log.info("the index is being written by another process")
                return done
            build = store.current()
            if build is None or not (store.is_whole(build) and reading.opens(build)):
                done += _build_anew(progress, now)
            else:
                done += _take_in(build, progress, now)
        # Someone who found the lock taken went away; what they left is for this process.
        if not Change.objects.exists():
            return done


def rebuild(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Build the whole index anew beside the one in use, then switch. Gives its entries; 0 when another is at it."""
    with store.writer_lock() as mine:
        return _build_anew(progress, now or timezone.now()) if mine else 0


def _build_anew(progress: Progress | None, now: datetime) -> int:
    known = list(Change.objects.values_list("pk", flat=True))
    build = store.new_build()
    try:
        entries = fill(build, loading.all_documents(now=now), total=loading.count(), progress=progress)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)  # a full disk is not left full
        raise
    store.switch_to(build)
    reading.forget()
    _forget_changes(known)
    return entries


def fill(build: Path, batches: Iterable[Sequence[Document]], *, total: int, progress: Progress | None = None) -> int:
    """Write a new build; gives its entries."""
    entries = 0
    with _writer(tantivy.Index(schema(), path=str(build))) as writer:
        for documents in batches:
            for document in documents:
                writer.add_document(to_engine(document))
            entries += len(documents)
            if progress:
                progress("index", entries, max(total, entries))
        writer.commit()
    return entries


@contextmanager
def _writer(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    """Its threads end with the block, also when something goes wrong: nothing is written afterwards."""
    index.config_reader("manual", 0)  # else a thread of its own looks into the directory now and then
    writer = index.writer(WRITER_BYTES, 1)
    try:
        yield writer
    finally:
        writer.wait_merging_threads()


def _take_in(build: Path, progress: Progress | None, now: datetime) -> int:
    """Write the changed entries and those whose times have passed; a change row goes only after the commit."""
    changes = list(Change.objects.order_by("pk").values_list("pk", "entity", "entity_id")[:CHANGES_AT_ONCE])
    ids = loading.touched([(kind, entity_id) for _, kind, entity_id in changes])
    if len(changes) < CHANGES_AT_ONCE:  # the last round
        ids.update(_passed(now))
    if ids:
        _write(build, ids, progress, now)
    _forget_changes([pk for pk, _, _ in changes])
    return len(ids)


def _passed(now: datetime) -> list[tuple[str, UUID]]:
    index = snapshot()
    due = Range("due", None, int(now.timestamp()))
    return [(row.kind, row.id) for row in index.stored(index.best(due, 0, max(index.entries, 1)))]


def _write(build: Path, ids: set[tuple[str, UUID]], progress: Progress | None, now: datetime) -> None:
    done = 0
    with _writer(tantivy.Index.open(str(build))) as writer:
        for batch, documents in loading.documents(ids, now=now):
            for entity_id in batch:
                writer.delete_documents_by_term("id", str(entity_id))
            for document in documents:
                writer.add_document(to_engine(document))
            done += len(batch)
            if progress:
                progress("index", done, len(ids))
        writer.commit()
    reading.forget()


def _forget_changes(pks: Sequence[int]) -> None:
    # By their own numbers, never "up to": a number below may belong to a transaction that is still to commit.
    for start in range(0, len(pks), 500):
        Change.objects.filter(pk__in=pks[start : start + 500]).delete()
