"""The nightly round: read every source, publish, forget what is over, look 180 days ahead, tell the index.

Before that, entries whose topics an older thesaurus told get those of today's.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime

from tarjotin.catalogue.actions import expire
from tarjotin.catalogue.sessions import extend_sessions
from tarjotin.common.time import to_helsinki
from tarjotin.guidance import actions as guidance
from tarjotin.impact import arrivals
from tarjotin.jobs.clients import client_for, readable
from tarjotin.people import attempts, reports
from tarjotin.search import index, unfound_counting
from tarjotin.sources.checks import mark_over
from tarjotin.sources.http import SourceUnavailable
from tarjotin.sources.models import Run
from tarjotin.sources.pipeline import Options, import_source
from tarjotin.sources.processing import Tally, process, retry_missing
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.retagging import retag
from tarjotin.sources.runs import ImportUnderWay
from tarjotin.sources.source import Source
from tarjotin.sources.staging import Progress, silent

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Night:
    """What a round did: the run of each source, and what went wrong with the others, in words."""

    runs: list[Run] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    retagged: int = 0
    expired: int = 0
    sessions: int = 0
    indexed: int = 0


def nightly(*, now: datetime, replay: str = "", progress: Progress = silent) -> Night:
    """One source's trouble, whatever it is, does not keep the others from being read."""
    night = Night()
    for source in readable(replay=replay):
        _read(source, night, replay=replay, now=now, progress=progress)
    retry_missing(now=now)
    for source in SOURCES.values():
        mark_over(source, now)  # also what no run has read: an edit ends with its last day
        process(source, now=now, tally=Tally(), again=True, done=progress)
    night.retagged = retag(now=now, progress=progress)
    night.expired = expire(now=now, actor="nightly")
    night.sessions = extend_sessions(now=now)
    unfound_counting.forget(today=to_helsinki(now).date())
    guidance.forget_expired(now=now)
    attempts.forget(now=now)
    reports.forget(now=now)
    arrivals.forget(today=to_helsinki(now).date())
    try:
        night.indexed = index.refresh(progress=progress)
    except Exception as problem:  # a full disk, say: what is published stands, and the next refresh catches up
        night.problems["index"] = f"{type(problem).__name__}: {problem}"
        log.exception("the index was not refreshed")
    return night


def _read(source: Source, night: Night, *, replay: str, now: datetime, progress: Progress) -> None:
    client = client_for(source, replay=replay)
    try:
        night.runs.append(import_source(source, client, options=Options(), now=now, progress=progress))
    except (SourceUnavailable, ImportUnderWay) as problem:
        night.problems[source.name] = str(problem)
        log.warning("source %s not read: %s", source.name, problem)
    except Exception as problem:
        night.problems[source.name] = f"{type(problem).__name__}: {problem}"
        log.exception("source %s broke off", source.name)
    finally:
        client.close()
