"""How every record ended: counts per reason that add up to what was fetched."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from django.utils import timezone

from tarjotin.sources.models import RecordState, Run, RunState, SourceRecord
from tarjotin.sources.source import Source


@dataclass(frozen=True, slots=True)
class SourceReport:
    """`outcomes`: (kind, outcome, reason up to its colon) → records. `fetched`: what the last whole run brought."""

    source: str
    records: int
    present: int
    fetched: int
    last_run: str
    outcomes: dict[tuple[str, str, str], int]
    joined: dict[str, int] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    flags: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.outcomes.values())

    @property
    def adds_up(self) -> bool:
        """Every record has an outcome, and every fetched thing is a record."""
        pending = any(outcome == "pending" for _, outcome, _ in self.outcomes)
        return self.total == self.records and not pending and self.fetched <= self.present


def report(source: Source) -> SourceReport:
    outcomes: Counter[tuple[str, str, str]] = Counter()
    present = 0
    rows = SourceRecord.objects.of(source.name).values_list("kind", "outcome", "reason", "state")
    for kind, outcome, reason, state in rows.iterator(chunk_size=5_000):
        outcomes[kind, outcome, headline(reason)] += 1
        present += state == RecordState.PRESENT
    run = Run.objects.of(source.name).whole().filter(verdict=RunState.APPLIED).order_by("-ended_at").first()
    staged = run.counts.get("staged", {}) if run else {}
    processed = _newest_processed(source)
    return SourceReport(
        source=source.name,
        records=outcomes.total(),
        present=present,
        fetched=staged.get("fetched", 0),
        last_run=f"{timezone.localtime(run.ended_at):%Y-%m-%d %H:%M}" if run and run.ended_at else "never",
        outcomes=dict(sorted(outcomes.items())),
        joined={name: count for name, count in sorted(staged.items()) if ": read" in name or ": joined" in name},
        unread=processed.get("unread", {}),
        flags=processed.get("flags", {}),
    )


def headline(reason: str) -> str:
    """The reason without its particulars, which stand behind a colon or in brackets."""
    return re.split(r": | \(", reason, maxsplit=1)[0]


def _newest_processed(source: Source) -> dict[str, dict[str, int]]:
    """Unread fields and oddities of the newest run that processed anything."""
    for run in Run.objects.filter(source=source.name, verdict=RunState.APPLIED).order_by("-ended_at")[:20]:
        processed: dict[str, dict[str, int]] = run.counts.get("processed", {})
        if processed.get("unread") or processed.get("flags") or any(processed.get("counts", {}).values()):
            return processed
    return {}
