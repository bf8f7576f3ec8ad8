"""For a close one: how to bring it up, small steps, what to do with a no, and whom to call (mission A7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.search.queries import IndexNotReady
from tarjotin.search.recommend import Needs, Suggestion, recommend
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.cards import Card, cards
from tarjotin.web.resident.choosing.answers import END, Answers
from tarjotin.web.resident.helplines import CARE, EMERGENCY, MIND
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.urgent import number
from tarjotin.words.thesaurus import Criterion

DESKS = ("senior_info", "memory_advice", "mental_health_point")
FOR_CARERS = ("carer_support",)
NUMBERS = (EMERGENCY, MIND[0], CARE[0])
# Whom these services are for: named, so that it does not count against them.
AUDIENCES = ("older_people", "carers", "memory_illness", "mental_health", "families")


@resident_page
def close_one(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    start = Answers(other=True)
    nothing = replace(start, topics=("loneliness",), picks={"where": ("home",), "begin": ("along",)})
    values = {
        "choose": address("choose", language, query=start.address(1)),
        "nothing": address("choose", language, query=nothing.address(END)),
        "numbers": [number(line, language) for line in NUMBERS],
        "desks": found(DESKS, language, now),
        "for_carers": found(FOR_CARERS, language, now),
        "all_desks": address("desks", language),
        "urgent": address("urgent", language),
    }
    return show("resident/close_one.html", values, language=language, now=now, same_page=addresses("close_one"))


def found(wanted: Sequence[str], language: str, now: datetime) -> list[Card]:
    """A service of the catalogue for each of these; the page does without when there is no index."""
    try:
        suggested = {each.id: each.hit for code in wanted for each in best(code, now)}
    except IndexNotReady:
        return []
    return [replace(card, why="", doubt="") for card in cards(suggested.values(), language=language, now=now)]


def best(code: str, now: datetime) -> list[Suggestion]:
    """The first that is about it."""
    kind, audiences = Criterion("kind", ("service",)), Criterion("audience", AUDIENCES)
    needs = Needs(wanted=(code,), must_hold=(kind,), wishes=(audiences,))
    about = ("about", "narrower")
    return [s for s in recommend(needs, now=now) if any(fact.code in about for fact in s.reasons)][:1]
