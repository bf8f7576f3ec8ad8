"""What a source is, and what travels from its `fetch` and `parse` into the pipeline. Pure; knows no framework."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from tarjotin.catalogue.records import Record, Ref

if TYPE_CHECKING:
    from tarjotin.sources.http import Client


@dataclass(frozen=True, slots=True)
class Delivered:
    """One raw thing as the source gave it, joined with the lists that belong to it.

    `series` is the external id of the thing of the same kind that this is a part of: they are processed together.
    """

    kind: str
    external_id: str
    payload: dict[str, Any]
    modified_at: datetime | None = None
    series: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The source says that this thing is deleted, or replaced by another of its own."""

    kind: str
    external_id: str
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """All before this may be stored; a later run may go on from `cursor`."""

    cursor: str
    label: str
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """How many rows of a helper list were read, and how many found the thing they belong to."""

    name: str
    read: int
    joined: int


@dataclass(frozen=True, slots=True)
class Untold:
    """The source names this thing but did not give it this time: it is not gone, and what is stored of it stands."""

    kind: str
    external_id: str


Step: TypeAlias = Delivered | Gone | Untold | Checkpoint | Joined


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to fetch: all (`since` is None) or only what changed, from a cursor on, at most `limit` things a kind."""

    now: datetime
    since: datetime | None = None
    resume: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of one raw thing: a record, or the reason in words why there is none."""

    record: Record | None = None
    rejected: str = ""
    flags: tuple[str, ...] = ()  # oddities, in words: "point dropped: outside the region"
    unread: frozenset[str] = frozenset()  # fields nobody took: a changed feed is news
    upstream: Ref | None = None  # the record this one is a copy of
    expires_at: datetime | None = None  # when `record` stops being worth showing (the end of a one-off)


Fetch: TypeAlias = Callable[["Client", FetchRequest], Iterator[Step]]
Parse: TypeAlias = Callable[[str, dict[str, Any]], Parsed]  # raw kind, payload


@dataclass(frozen=True, slots=True)
class Source:
    """One source: who owns it, on which terms, how often we ask, how it is read.

    `kinds` lists its raw kinds in the order in which they are processed, each with the entity kind it becomes.
    `shrink_limit` is the share of present records that may vanish in one run before it is held (sources.md § 0).
    """

    name: str
    title: str
    owner: str
    licence: str
    licence_url: str
    credit: str
    website: str
    base_urls: dict[str, str]
    timetable: str  # cron expression, Helsinki time
    kinds: dict[str, str]
    fetch: Fetch
    parse: Parse
    shrink_limit: float = 0.10
    tells_all: bool = True  # what a whole run does not have is gone; False: only what it says is gone
    incremental: bool = False
    headers: dict[str, str] = field(default_factory=dict)
