"""What of the catalogue belongs to a page that is written by hand: a few entries, and the way to all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Query
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.cards import Card, cards

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Related:
    cards: list[Card]
    url: str  # the results they are from


def related(words: str, *, language: str, now: datetime, kind: str = "", most: int = SHOWN) -> Related:
    """The entries that Finnish words find; none while the index is away, for the page has more to say than these."""
    if not words:
        return Related([], "")
    kinds: dict[str, tuple[str, ...]] = {"kind": (kind,)} if kind else {}
    asked = {"q": words} | ({"kind": kind} if kind else {})
    try:
        answer = search(Query(text=words, chosen=kinds, per_page=most), language="fi", now=now)
    except IndexNotReady:
        return Related([], "")
    # "Why it fits" would tell words that nobody here has typed.
    found = [replace(card, why="", doubt="") for card in cards(answer.hits[:most], language=language, now=now)]
    return Related(found, address("results", language, query=urlencode(asked)) if found else "")
