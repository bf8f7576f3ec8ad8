"""The search index: how it does, what is new to it, all of it anew, or why a question finds what it finds."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.jobs.explained import lines
from tarjotin.jobs.progress import Progress
from tarjotin.search import index
from tarjotin.search.explaining import explain
from tarjotin.search.query import Hit, Query
from tarjotin.words.thesaurus import LANGUAGES

NOT_READY = "The index is not ready. Run: manage.py index refresh"
MOST_EXPLAINED = 100


class Command(BaseCommand):
    help = (
        "status: is it ready; refresh: take in what changed; rebuild: build it anew beside the one in use; "
        "explain QUESTION: how it is read, and why each entry comes."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=("status", "refresh", "rebuild", "explain"))
        parser.add_argument("question", nargs="?", help="what a person would type into the search")
        parser.add_argument("--language", choices=LANGUAGES, default="fi", help="of who asks")
        parser.add_argument("--limit", type=int, default=10, help="how many entries to explain")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "explain":
            self._explain(options["question"], options["language"], options["limit"])
            return
        if options["what"] == "status":
            self._tell_status()
            return
        progress = Progress()
        work = index.refresh if options["what"] == "refresh" else index.rebuild
        done = work(progress, now=timezone.now())
        progress.close()
        self.stdout.write(f"{done} entries written")
        self._tell_status()

    def _explain(self, question: str | None, language: str, limit: int) -> None:
        if question is None or not 1 <= limit <= MOST_EXPLAINED:
            raise CommandError(f'Say what to explain, and 1 to {MOST_EXPLAINED} entries: index explain "tuolijumppa"')
        try:
            explained = explain(Query(question, per_page=limit), language=language, now=timezone.now())
        except index.IndexNotReady as problem:
            raise CommandError(NOT_READY) from problem
        answer = explained.answer
        for line in lines(explained, _names((*answer.hits, *answer.maybe, *answer.close)), language):
            self.stdout.write(line)

    def _tell_status(self) -> None:
        status = index.status()
        if not status.ready:
            raise CommandError(NOT_READY)
        self.stdout.write(f"ready, {status.entries} entries, {status.behind} changes behind")


def _names(hits: Iterable[Hit]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    kinds = {hit.id: hit.kind for hit in hits}
    for kind in dict.fromkeys(kinds.values()):
        ids = [pk for pk, own in kinds.items() if own == kind]
        rows = ENTITY_MODELS[kind]._default_manager.filter(pk__in=ids).values_list("pk", "name")
        found |= {pk: str(name) for pk, name in rows}
    return found
