"""The start page: every source at a glance, and how much waits for a person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db.models import Count, Max
from django.http import HttpRequest
from django.utils import timezone

from tarjotin.people.models import Report, ReportState
from tarjotin.sources.models import Candidate, CandidateState, Outcome, RecordState, Run, RunState, SourceRecord
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Source
from tarjotin.web.staff import phrases
from tarjotin.web.staff.classifying import waiting_for_a_class

OLD = timedelta(days=2)  # a nightly source that was missed twice
LAST_ACTIONS = 8


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: its last good run, what it has, and what is wrong with its newest run."""

    source: Source
    last_good_at: datetime | None
    is_old: bool
    present: int
    outcomes: list[tuple[str, str, int]]  # code, name, records
    newest: Run | None
    problem: str

    @property
    def is_held(self) -> bool:
        return self.newest is not None and self.newest.verdict == RunState.HELD

    @property
    def is_failed(self) -> bool:
        return self.newest is not None and self.newest.verdict in (RunState.FAILED, RunState.INTERRUPTED)


def overview(request: HttpRequest) -> dict[str, Any]:
    """What the start page shows; each part only to those who may see what it counts."""
    may = request.user.has_perm
    shown: dict[str, Any] = {}
    if may("sources.view_run"):
        shown["sources"] = source_rows(timezone.now())
    if may("sources.view_candidate"):
        shown["open_pairs"] = Candidate.objects.filter(state=CandidateState.OPEN).count()
    if may("people.view_report"):
        shown["open_reports"] = Report.objects.filter(state=ReportState.OPEN).count()
    if may("sources.view_sourcerecord"):
        shown["unclassified"] = waiting_for_a_class().count()
        shown["waiting"] = SourceRecord.objects.filter(outcome=Outcome.WAITING).count()
        shown["edits"] = SourceRecord.objects.of("edits").present().count()
        shown["last_actions"] = LogEntry.objects.select_related("user").order_by("-action_time")[:LAST_ACTIONS]
    return shown


def source_rows(now: datetime) -> list[SourceRow]:
    good = dict(Run.objects.filter(verdict=RunState.APPLIED).values_list("source").annotate(Max("ended_at")))
    newest_ids = Run.objects.values("source").annotate(newest=Max("pk")).values("newest")
    newest = {run.source: run for run in Run.objects.filter(pk__in=newest_ids)}
    present: dict[str, int] = defaultdict(int)
    outcomes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = SourceRecord.objects.values_list("source", "state", "outcome").annotate(n=Count("pk"))
    for source, state, outcome, count in rows:
        present[source] += count if state == RecordState.PRESENT else 0
        outcomes[source][outcome] += count
    return [
        SourceRow(
            source=source,
            last_good_at=good.get(name),
            is_old=_is_old(source, good.get(name), now),
            present=present[name],
            outcomes=[
                (code, str(label), outcomes[name][code]) for code, label in Outcome.choices if outcomes[name][code]
            ],
            newest=newest.get(name),
            problem=phrases.problem(newest[name].problem) if name in newest else "",
        )
        for name, source in SOURCES.items()
    ]


def _is_old(source: Source, last_good_at: datetime | None, now: datetime) -> bool:
    """What has no address (edits; Lähellä.fi without an agreement) and was never read does not grow old."""
    if not source.base_urls["api"] and last_good_at is None:
        return False
    return last_good_at is None or now - last_good_at > OLD
