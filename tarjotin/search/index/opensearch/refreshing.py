"""Bringing the index in OpenSearch up to the catalogue, from the same change rows as the local ones.

On one host one process writes at a time: the lock is a file. Between hosts there is none, and none is needed: what
was loaded earlier never replaces what was loaded later, and a row that is taken in twice does no harm.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from opensearchpy.helpers import streaming_bulk

from tarjotin.search import loading
from tarjotin.search.document import Document
from tarjotin.search.index import following
from tarjotin.search.index.engine import IndexNotReady, Progress, Status
from tarjotin.search.index.following import Seen
from tarjotin.search.index.opensearch import store
from tarjotin.search.index.opensearch.client import WRITE_WITHIN_S, ServerAway, client, engine
from tarjotin.search.index.opensearch.reading import Snapshot
from tarjotin.search.index.opensearch.schema import to_opensearch
from tarjotin.search.index.refreshing import CHANGES_AT_ONCE, NOTED_EVERY_S
from tarjotin.search.index.store import writer_lock
from tarjotin.search.tree import Everything, Range

log = logging.getLogger(__name__)

AT_ONCE = 500  # entries sent in one request
MOST_BYTES = 8_000_000
# Answers that are as good as done: to be deleted, but never written; loaded before what is there.
DONE_ANYHOW = (404, 409)


def status() -> Status:
    try:
        build = store.current()
        entries, seen = Snapshot(build).entries, store.read_seen(build)
    except IndexNotReady:
        return Status(False, 0, following.behind(Seen()))
    return Status(True, entries, following.behind(seen or Seen()))


def refresh(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Take in what changed since; gives how many entries were looked at. Another writer at work is left to it.

    Raises `IndexNotReady` when the server is away; the changes wait.
    """
    now, done = now or timezone.now(), 0
    while True:
        with writer_lock() as mine:
            if not mine:
                log.info("the index is being written by another process")
                return done
            written, seen = _brought_up(progress, now)
            done += written
        # Someone who found the lock taken went away; what they left is for this process.
        if not following.behind(seen):
            return done


def rebuild(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Build the whole index anew beside the one in use, then switch. Gives its entries; 0 when another is at it."""
    with writer_lock() as mine:
        return _build_anew(progress, now or timezone.now())[0] if mine else 0


def _brought_up(progress: Progress | None, now: datetime) -> tuple[int, Seen]:
    build = store.pointed_to(store.alias())
    seen = store.read_seen(build) if build else None
    if build is None or seen is None or not (_answers(build) and following.can_follow(seen, timezone.now())):
        return _build_anew(progress, now)
    done, more = 0, True
    while more:
        written, seen, more = _take_in(build, seen, progress, now)
        done += written
    following.forget_old(timezone.now())
    return done, seen


def _answers(build: str) -> bool:
    """Whether the build can be read; a server that is away is another matter."""
    try:
        Snapshot(build).count(Everything())
    except ServerAway:
        raise
    except IndexNotReady:
        return False
    return True


def _build_anew(progress: Progress | None, now: datetime) -> tuple[int, Seen]:
    seen = following.all_rows().drained(timezone.now())
    store.clear_away(store.pointed_to(store.alias()) or "")  # what a killed process left needs the room
    build = store.new_build()
    try:
        entries = fill(build, loading.all_documents(now=now), total=loading.count(), progress=progress)
        store.write_seen(build, seen)
        if store.read_seen(build) is None:
            raise IndexNotReady("another host removed the build")
    except BaseException:
        _remove_quietly(build)
        raise
    store.switch_to(build)
    store.clear_away(build)
    following.forget_old(timezone.now())
    return entries, seen


def _remove_quietly(build: str) -> None:
    """A full disk is not left full; when the server is away, the next build does it."""
    try:
        store.remove(build)
    except IndexNotReady:
        log.warning("a build that was not finished could not be removed")


def fill(build: str, batches: Iterable[Sequence[Document]], *, total: int, progress: Progress | None = None) -> int:
    """Write a new build; gives its entries."""
    entries, stamp = 0, _stamp()
    for documents in batches:
        _send(build, [_written(document, stamp) for document in documents])
        entries += len(documents)
        if progress:
            progress("index", entries, max(total, entries))
    _show(build)
    return entries


def _take_in(build: str, seen: Seen, progress: Progress | None, now: datetime) -> tuple[int, Seen, bool]:
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
        ids.update(_passed(build, now))
        now_seen = now_seen.up_to(settled).drained(asked_at)
    if ids:
        _write(build, ids, progress, now)
    if ids or rows or now_seen.drained_at - seen.drained_at > NOTED_EVERY_S:
        store.write_seen(build, now_seen)
    return len(ids), now_seen, more


def _passed(build: str, now: datetime) -> list[tuple[str, UUID]]:
    index = Snapshot(build)
    due = Range("due", None, int(now.timestamp()))
    return [(row.kind, row.id) for row in index.stored(index.best(due, 0, max(index.entries, 1)))]


def _write(build: str, ids: set[tuple[str, UUID]], progress: Progress | None, now: datetime) -> None:
    done, stamp = 0, _stamp()
    for batch, documents in loading.documents(ids, now=now):
        found = {document.id for document in documents}
        gone = [{"_op_type": "delete", "_id": str(each), **stamp} for each in batch if each not in found]
        _send(build, [*(_written(document, stamp) for document in documents), *gone])
        done += len(batch)
        if progress:
            progress("index", done, len(ids))
    _show(build)


def _stamp() -> dict[str, Any]:
    """Since when the rows are loaded: after the change rows were read, so whoever loads later knows those too."""
    return {"version": time.time_ns() // 1_000_000, "version_type": "external_gte"}


def _written(document: Document, stamp: dict[str, Any]) -> dict[str, Any]:
    return {"_id": str(document.id), "_source": to_opensearch(document), **stamp}


def _send(build: str, actions: Iterable[dict[str, Any]]) -> None:
    with engine():
        for fine, told in _answered(build, actions):
            (result,) = told.values()
            if not fine and result.get("status") not in DONE_ANYHOW:
                raise IndexNotReady(f"OpenSearch did not take an entry: {result.get('error')}"[:300])


def _answered(build: str, actions: Iterable[dict[str, Any]]) -> Iterator[tuple[bool, dict[str, Any]]]:
    yield from streaming_bulk(
        client(),
        actions,
        index=build,
        chunk_size=AT_ONCE,
        max_chunk_bytes=MOST_BYTES,
        raise_on_error=False,
        max_retries=3,  # when it has more to do than it can
        request_timeout=WRITE_WITHIN_S,
    )


def _show(build: str) -> None:
    """From now on readers see what was sent."""
    with engine():
        client().indices.refresh(index=build, request_timeout=WRITE_WITHIN_S)
