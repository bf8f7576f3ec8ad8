"""Asking the judged queries of really imported data, the way a page asks. Leaves nothing behind in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.test import override_settings

from tarjotin.catalogue.geography import districts
from tarjotin.common.text import LocalisedText
from tarjotin.jobs.nightly import nightly
from tarjotin.search import index, loading
from tarjotin.search.document import UNKNOWN, Document
from tarjotin.search.queries import search
from tarjotin.search.query import Query
from tarjotin.sources.replay.server import ReplayServer
from tests.search.relevance.judgments import Entry, Judgment, is_name, judgments
from tests.sources.importing import NOW

FIRST = 3
# How many of the queries of a set have a right answer among the first three at least, and how many a forbidden one at
# most. The aim is 0.95 and 0 for both; these hold what has been reached, so that nothing of it is lost unseen.
RIGHT_AT_LEAST = {"tune": 0.95, "check": 0.85}
FORBIDDEN_AT_MOST = {"tune": 8, "check": 8}

Key = tuple[str, UUID]
Entries = Mapping[Key, Entry]


@dataclass(frozen=True, slots=True)
class Outcome:
    judgment: Judgment
    first: tuple[Entry, ...]

    @property
    def is_found(self) -> bool:
        return self.judgment.is_found(self.first)

    @property
    def offending(self) -> list[Entry]:
        return self.judgment.offending(self.first)

    @property
    def is_good(self) -> bool:
        return self.is_found and not self.offending


@dataclass(frozen=True, slots=True)
class Result:
    outcomes: tuple[Outcome, ...]
    unknown: tuple[str, ...]  # judged names that the data does not have: a slip of the pen, or data that has changed


def ask_all(data: str, folder: Path, index_dir: Path) -> Result:
    """Import the folder, ask every query about it, and take the import back."""
    asked = [each for each in judgments() if each.data == data]
    with override_settings(INDEX_DIR=index_dir), transaction.atomic():
        try:
            entries = _imported(folder, ignore_dates=data == "recorded")
            return Result(tuple(_ask(each, entries) for each in asked), _unknown(asked, entries))
        finally:
            transaction.set_rollback(True)
            index.forget()


def _imported(folder: Path, *, ignore_dates: bool) -> Entries:
    with ReplayServer(folder, now=lambda: NOW, ignore_dates=ignore_dates) as server:
        nightly(now=NOW, replay=server.url)
    index.rebuild(now=NOW)
    found = (document for batch in loading.all_documents(now=NOW) for document in batch)
    return {(document.kind, document.id): _entry(document) for document in found}


def _entry(document: Document) -> Entry:
    told = {group: frozenset(options) - {UNKNOWN} for group, options in document.options.items()}
    known = districts()
    names = frozenset(_finnish(known[code].name) for code in told.get("district", ()) if code in known)
    return Entry(_finnish(document.title), {**told, "kind": frozenset({document.kind}), "district": names})


def _finnish(text: LocalisedText) -> str:
    found = text.in_language("fi")
    return found.text if found else ""


def _ask(judgment: Judgment, entries: Entries) -> Outcome:
    answer = search(Query(text=judgment.text), language=judgment.language, now=NOW)
    shown = [*answer.hits, *answer.maybe, *getattr(answer, "close", ())]
    return Outcome(judgment, tuple(entries[hit.kind, hit.id] for hit in shown[:FIRST]))


def _unknown(asked: list[Judgment], entries: Entries) -> tuple[str, ...]:
    names = {entry.name for entry in entries.values()}
    judged = {rule.partition(" @ ")[0] for each in asked for rule in each.right + each.forbidden if is_name(rule)}
    return tuple(sorted(judged - names))
