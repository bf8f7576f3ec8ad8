"""From what was delivered to what is published, a batch and one transaction at a time.

Killed anywhere, a batch is either all there or not at all, and the next run goes on with what is still to do.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.db import DataError, IntegrityError, transaction
from django.db.models import F

from tarjotin.catalogue import vocabulary
from tarjotin.catalogue.records import ActivityRecord, ConceptRecord, Ref, SessionRecord
from tarjotin.common.bulk import set_columns
from tarjotin.sources import linking, references
from tarjotin.sources.comparing import Item, keep_features, with_times
from tarjotin.sources.features import Features
from tarjotin.sources.models import Link, Outcome, RecordState, SourceRecord, Todo
from tarjotin.sources.publishing import Publisher
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Parsed, Source
from tarjotin.sources.staging import REPLACED

log = logging.getLogger(__name__)

BATCH = 400
WAITING = (Todo.DELIVERED, Todo.GONE)
REFUSED = (DataError, IntegrityError)  # a value that the catalogue's tables do not take
WRITTEN = ("todo", "state", "outcome", "reason", "flags", "features", "upstream", "fetched_at", "expires_at", "missing")


@dataclass(slots=True)
class Tally:
    """What processing did: entities created, changed, left alone, withdrawn; fields nobody read; oddities."""

    counts: Counter[str] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    oversized: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for each in fields(self):
            getattr(self, each.name).update(getattr(other, each.name))

    def as_json(self) -> dict[str, dict[str, int]]:
        return {name: dict(getattr(self, name)) for name in ("counts", "unread", "flags", "oversized")}


def process(
    source: Source,
    *,
    now: datetime,
    tally: Tally,
    again: bool = False,
    delivered_since: datetime | None = None,
    done: Callable[[str, int, int | None], None] = lambda *_: None,
) -> None:
    """Work off everything this source has to do, kind by kind in the source's order.

    `again`: only what is in use already; what a held or broken run delivered is left alone. `delivered_since`: of
    what was delivered only what came since then, as what a held run delivered waits until someone has looked.
    """
    publisher: Publisher | None = None
    for kind in source.kinds:
        waiting = SourceRecord.objects.of(source.name).to_do().filter(kind=kind)
        waiting = waiting.filter(todo=Todo.AGAIN) if again else waiting
        if delivered_since:
            waiting = waiting.exclude(todo=Todo.DELIVERED, seen_at__lt=delivered_since)
        ids = list(waiting.order_by("series", "pk").values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            # A record may have been worked off with an earlier batch, as the series of a session there.
            batch = list(waiting.filter(pk__in=ids[start : start + BATCH]).order_by("series", "pk"))
            publisher = publisher or Publisher.load(now=now)
            _work_off(source, kind, batch, publisher, tally, again=again)
            done(f"{source.name} {kind}: processed", min(start + BATCH, len(ids)), len(ids))
        if source.kinds[kind] == "concept" and ids:
            publisher = None  # the vocabulary has changed, and with it what the rules know


def _work_off(
    source: Source, kind: str, batch: Sequence[SourceRecord], publisher: Publisher, tally: Tally, *, again: bool
) -> None:
    """One batch; if the database refuses something in it, record by record, so that one keeps no other back."""
    own = Tally()
    try:
        with transaction.atomic():
            _apply(source, kind, batch, publisher, own, again=again)
    except REFUSED as refused:
        if len(batch) == 1:
            _reject(batch[0], refused)
            return
        series_first = sorted(batch, key=lambda record: record.series != record.external_id)
        for pk in [record.pk for record in series_first]:
            still = list(SourceRecord.objects.to_do().filter(pk=pk))
            _work_off(source, kind, still, publisher, tally, again=again)
    else:
        tally.add(own)


def _reject(record: SourceRecord, refused: Exception) -> None:
    """What is shown of it stays as it was, and what it told waits in `incoming`."""
    log.error("%s cannot be stored: %s", record, refused)
    SourceRecord.objects.filter(pk=record.pk).update(
        todo=Todo.NOTHING, outcome=Outcome.REJECTED, reason=f"cannot be stored: {first_line(refused)}"[:300]
    )


def first_line(refused: Exception) -> str:
    """What the database says, without the row it said it about."""
    return str(refused).partition("\n")[0]


def reprocess(records: Iterable[SourceRecord], *, now: datetime, in_use_only: bool = False) -> Tally:
    """Process these records again, after a person's decision.

    `in_use_only`: what waits for a held run to be accepted goes on waiting; only what is in use is told anew.
    """
    tally = Tally()
    publisher = Publisher.load(now=now)
    groups: dict[tuple[str, str], list[SourceRecord]] = {}
    for record in records:
        groups.setdefault((record.source, record.kind), []).append(record)
    for (source, kind), group in groups.items():
        with transaction.atomic():
            waiting = [(record, record.todo) for record in group if in_use_only and record.todo in WAITING]
            for record, _ in waiting:
                record.todo = Todo.AGAIN
            _apply(SOURCES[source], kind, group, publisher, tally, again=True)
            for record, todo in waiting:
                record.todo = todo
            set_columns([record for record, _ in waiting], ["todo"])
    return tally


def _apply(
    source: Source, kind: str, batch: Sequence[SourceRecord], publisher: Publisher, tally: Tally, *, again: bool
) -> None:
    entity_kind = source.kinds[kind]
    taken_over: list[int] = []
    parsed = {record.pk: _read(record, publisher, taken_over) for record in batch}
    series = [] if again else _series_still_to_do(source, kind, batch, parsed)
    parsed |= {record.pk: _read(record, publisher, taken_over) for record in series}
    batch = [*batch, *series]
    items = [Item(record, parsed[record.pk]) for record in batch if parsed[record.pk].record is not None]
    if entity_kind == "concept":
        _keep_concepts(items, tally)
    else:
        linked = linking.link(entity_kind, items, now=publisher.now)
        tally.oversized.update(linked.oversized)
        for record in batch:
            if reason := linked.waiting.get(record.pk):
                record.outcome, record.reason = Outcome.WAITING, reason[:300]
            if reason := linked.mentions.get(record.pk):
                record.outcome, record.reason = Outcome.MERGED, reason[:300]
        _publish(entity_kind, batch, linked, publisher, tally)
    for record in batch:
        _note(record, parsed[record.pk], tally)
    _take_over(taken_over)
    set_columns(batch, WRITTEN)


def _take_over(ids: Sequence[int]) -> None:
    """What was delivered is now in use; in the database, so that payloads need not travel again."""
    SourceRecord.objects.filter(pk__in=ids).update(
        payload=F("incoming"), payload_hash=F("incoming_hash"), incoming=None, incoming_hash=""
    )


def _series_still_to_do(
    source: Source, kind: str, batch: Sequence[SourceRecord], parsed: dict[int, Parsed]
) -> list[SourceRecord]:
    """Series whose sessions are in the batch but that would come in a later one."""
    have = {record.external_id for record in batch}
    series = {
        found.record.part_of.external_id
        for found in parsed.values()
        if isinstance(found.record, ActivityRecord) and found.record.part_of and found.record.part_of.kind == kind
    }
    rows = SourceRecord.objects.of(source.name).to_do().filter(kind=kind, external_id__in=series - have)
    return list(rows) if series - have else []


def _read(record: SourceRecord, publisher: Publisher, taken_over: list[int]) -> Parsed:
    """Take over what was delivered and parse it; a reason instead of a record when there is nothing to show."""
    now = publisher.now
    record.missing = []
    if record.todo == Todo.GONE:
        record.state, record.todo = RecordState.MISSING, Todo.NOTHING
        record.outcome = Outcome.REJECTED
        if not record.reason.startswith(REPLACED):
            record.reason = "gone from the source"
        return Parsed()
    if record.todo == Todo.DELIVERED:
        record.state, record.fetched_at = RecordState.PRESENT, now
        if record.incoming is not None:
            record.payload, record.payload_hash = record.incoming, record.incoming_hash
            taken_over.append(record.pk)
    record.todo = Todo.NOTHING
    parsed = publisher.parse(record)
    record.flags = list(parsed.flags)
    record.upstream = str(parsed.upstream) if parsed.upstream else ""
    record.expires_at = parsed.expires_at
    if parsed.record is None:
        record.outcome, record.reason = Outcome.REJECTED, parsed.rejected[:300]
    elif parsed.expires_at and parsed.expires_at <= now:
        record.outcome, record.reason = Outcome.REJECTED, f"over: ended {parsed.expires_at:%Y-%m-%d}"
        return Parsed(flags=parsed.flags, unread=parsed.unread, upstream=parsed.upstream, expires_at=parsed.expires_at)
    return parsed


def _keep_concepts(items: Sequence[Item], tally: Tally) -> None:
    concepts = [item.about for item in items if isinstance(item.about, ConceptRecord)]
    tally.counts["concepts written"] += vocabulary.keep_concepts(concepts) if concepts else 0
    for item in items:
        item.record.outcome, item.record.reason = Outcome.PUBLISHED, "a word of the vocabulary"


def _publish(
    kind: str, batch: Sequence[SourceRecord], linked: linking.Linked, publisher: Publisher, tally: Tally
) -> None:
    """Merge and publish every entity the batch touches, also those a record has just left."""
    ids = set(linked.entities.values()) | linked.touched.get(kind, set())
    rejected = [record.pk for record in batch if record.pk not in linked.entities]
    ids |= set(Link.objects.filter(record__in=rejected, entity=kind).values_list("entity_id", flat=True))
    fresh = {record.pk: record for record in batch}
    outcomes = publisher.publish(kind, ids, fresh=fresh)
    for other in linked.touched.keys() - {kind}:
        publisher.publish(other, linked.touched[other], fresh=fresh)
    tally.counts.update(outcomes.counts)
    for record_id, (outcome, reason) in outcomes.of_records.items():
        if record_id in fresh:
            fresh[record_id].outcome, fresh[record_id].reason = outcome, reason[:300]
            fresh[record_id].missing += outcomes.missing.get(record_id, [])
    _tell_others({**_mentioning(linked), **outcomes.of_records}, fresh)
    _keep_times(kind, outcomes.series, fresh, publisher)


def _mentioning(linked: linking.Linked) -> dict[int, tuple[str, str]]:
    return {record_id: (Outcome.MERGED, reason[:300]) for record_id, reason in linked.mentions.items()}


def _keep_times(
    kind: str, series: dict[int, tuple[SessionRecord, ...]], fresh: dict[int, SourceRecord], publisher: Publisher
) -> None:
    """A series is told without its times; those stand in its sessions' records, which may have come just now."""
    if not series:
        return
    others = {row.pk: row for row in SourceRecord.objects.filter(pk__in=series.keys() - fresh.keys())}
    found = {}
    for record_id, sessions in series.items():
        record = fresh.get(record_id) or others[record_id]
        about = publisher.parse(record).record
        if record.features and about:
            found[record] = with_times(Features.from_json(record.features), about, sessions)
    keep_features(kind, found)
    set_columns(list(others.values()), ["features"])


def _tell_others(outcomes: dict[int, tuple[str, str]], own: dict[int, SourceRecord]) -> None:
    """Records outside the batch whose entity changed: how they ended may have changed with it."""
    others = SourceRecord.objects.filter(pk__in=outcomes.keys() - own.keys()).only("pk", "outcome", "reason")
    changed = []
    for record in others:
        outcome, reason = outcomes[record.pk]
        if (record.outcome, record.reason) != (outcome, reason[:300]):
            record.outcome, record.reason = outcome, reason[:300]
            changed.append(record)
    set_columns(changed, ["outcome", "reason"])


def _note(record: SourceRecord, parsed: Parsed, tally: Tally) -> None:
    tally.unread.update(f"{record.kind}.{name}" for name in parsed.unread)
    tally.flags.update(f"{record.kind}: {flag.split(':')[0]}" for flag in parsed.flags)


def retry_missing(*, now: datetime) -> int:
    """Hand records that refer to something that has come since to the pipeline again; gives how many."""
    rows = SourceRecord.objects.present().exclude(missing=[]).filter(todo=Todo.NOTHING)
    missing = {pk: [Ref(*text.split("/", 2)) for text in refs] for pk, refs in rows.values_list("pk", "missing")}
    here = references.resolve({ref for refs in missing.values() for ref in refs})
    found = [pk for pk, refs in missing.items() if any(ref in here for ref in refs)]
    return SourceRecord.objects.filter(pk__in=found).update(todo=Todo.AGAIN)
