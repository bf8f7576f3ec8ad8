"""Suggestions for staff who type into their search: what is understood and what is called so, by its beginning.

One list a process, read from the catalogue when something was published since; at most a minute behind.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Max

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.catalogue.models.history import Change
from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.search.labels import Label, Labels
from tarjotin.words.thesaurus import thesaurus

SHORTEST, LONGEST = 2, 60  # letters typed
CHECK_EVERY_S = 60.0
CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class _Held:
    labels: Labels
    generation: int  # the newest change it has
    checked_at: float


_lock = threading.Lock()
_held: _Held | None = None


def suggestions(typed: str) -> list[Label]:
    """At most ten labels of which a word begins so."""
    wanted = typed.strip()[:LONGEST]
    return _labels().beginning(wanted) if len(wanted) >= SHORTEST else []


def forget() -> None:
    """Read the catalogue before the next answer."""
    global _held
    _held = None


def _labels() -> Labels:
    """Whoever finds the list old reads it anew; nobody waits for it: meanwhile the old one serves, or none."""
    global _held
    held = _held
    if held and time.monotonic() - held.checked_at < CHECK_EVERY_S:
        return held.labels
    if not _lock.acquire(blocking=False):
        return held.labels if held else Labels({})
    try:
        _held = _brought_up(_held)
        return _held.labels
    finally:
        _lock.release()


def _brought_up(held: _Held | None) -> _Held:
    generation = Change.objects.aggregate(newest=Max("pk"))["newest"] or 0
    same = held is not None and held.generation == generation
    labels = held.labels if held is not None and same else Labels(_told())
    return _Held(labels, generation, time.monotonic())


def _told() -> dict[str, tuple[str, ...]]:
    """Every label with the kinds it names, once whether it is written with a capital or not."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for text, kind in _named():
        first, kinds = found.get(text.casefold(), (text, ()))
        if kind not in kinds:
            found[text.casefold()] = (first, (*kinds, kind))
    return dict(found.values())


def _named() -> Iterator[tuple[str, str]]:
    """Concepts in the languages of the pages, and what is published."""
    for concept in thesaurus().values():
        yield from ((concept.label(language), CONCEPT) for language in CONTENT_LANGUAGES)
    for kind, model in ENTITY_MODELS.items():
        for name in model._default_manager.filter(status="published").values_list("name", flat=True).iterator():
            yield from ((wording.text, kind) for wording in name.wordings)
