"""Bringing the index up to the catalogue: change by change, or anew when it is missing, old or damaged."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

import tantivy
from django.utils import timezone

from tarjotin.search import loading
from tarjotin.search.document import Document
from tarjotin.search.index import following, reading, store
from tarjotin.search.index.engine import IndexNotReady, Progress, Status
from tarjotin.search.index.following import Seen
from tarjotin.search.index.reading import snapshot
from tarjotin.search.index.schema import schema, to_engine
from tarjotin.search.tree import Range

log = logging.getLogger(__name__)

CHANGES_AT_ONCE = 2_000
NOTED_EVERY_S = 3_600  # that there was nothing new
WRITER_BYTES = 50_000_000


def status() -> Status:
    try:
        entries, ready = snapshot().entries, True
    except IndexNotReady:
        entries, ready = 0, False
    return Status(ready, entries, _behind())


def refresh(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Take in what changed since; gives how many entries were looked at. Another writer at work is left to it."""
    now, done = now or timezone.now(), 0
    while True:
        with store.writer_lock() as mine:
            if not mine:
                log.info("the index is being written by another process")
                return done
            done += _brought_up(progress, now)
        # Someone who found the lock taken went away; what they left is for this process.
        if not _behind():
            return done


def rebuild(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Build the whole index anew beside the one in use, then switch. Gives its entries; 0 when another is at it."""
    with store.writer_lock() as mine:
        return _build_anew(progress, now or timezone.now()) if mine else 0


def _behind() -> int:
    build = store.current()
    return following.behind((store.read_seen(build) if build else None) or Seen())


def _brought_up(progress: Progress | None, now: datetime) -> int:
    build = store.current()
    seen = store.read_seen(build) if build else None
    if build is None or seen is None or not _can_be_kept(build, seen):
        return _build_anew(progress, now)
    store.clear_away(build)  # what a killed process left
    try:
        done = _take_all_in(build, seen, progress, now)
    except ValueError as problem:  # what the engine says of a file that only writing needs
        log.error("the index cannot be written: %s", problem)
        return _build_anew(progress, now)
    following.forget_old(timezone.now())
    return done


def _take_all_in(build: Path, seen: Seen, progress: Progress | None, now: datetime) -> int:
    done, more = 0, True
    while more:
        written, seen, more = _take_in(build, seen, progress, now)
        done += written
    return done


def _can_be_kept(build: Path, seen: Seen) -> bool:
    return store.is_whole(build) and reading.opens(build) and following.can_follow(seen, timezone.now())


def _build_anew(progress: Progress | None, now: datetime) -> int:
    seen = following.all_rows().drained(timezone.now())
    build = store.new_build()
    store.clear_away(build, store.current() or build)  # what a killed process left needs the room
    try:
        entries = fill(build, loading.all_documents(now=now), total=loading.count(), progress=progress)
        store.write_seen(build, seen)
    except BaseException:
        shutil.rmtree(build, ignore_errors=True)  # a full disk is not left full
        raise
    store.switch_to(build)
    reading.forget()
    following.forget_old(timezone.now())
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


def _take_in(build: Path, seen: Seen, progress: Progress | None, now: datetime) -> tuple[int, Seen, bool]:
    """Write the changed entries and, at last, those whose times have passed; only then note what was taken in.

    Gives how many were written, what has been seen now, and whether there is more.
    """
    asked_at = timezone.now()
    settled = following.settled(asked_at) if len(seen.numbers) > 1 else 0
    rows = following.unseen(seen, CHANGES_AT_ONCE)
    more = len(rows) == CHANGES_AT_ONCE
    ids = loading.touched([(kind, entity_id) for _, kind, entity_id, _ in rows])
    now_seen = seen.with_rows((pk, written) for pk, _, _, written in rows)
    if not more:
        ids.update(_passed(now))
        now_seen = now_seen.up_to(settled).drained(asked_at)
    if ids:
        _write(build, ids, progress, now)
    if ids or rows or now_seen.drained_at - seen.drained_at > NOTED_EVERY_S:
        store.write_seen(build, now_seen)
    return len(ids), now_seen, more


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
