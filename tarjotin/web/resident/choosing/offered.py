"""Who helps: for each kind of help that fits, a few real entries, with their phones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy

from tarjotin.search.recommend import Needs, Suggestion, recommend
from tarjotin.web.resident.cards import Card, cards
from tarjotin.web.resident.choosing.questions import Text
from tarjotin.words.thesaurus import Criterion

SHOWN = 2  # of each kind
COME_ALONG = (Criterion("companion", ("buddy", "escort_first_times")),)
SERVICES = (Criterion("kind", ("service",)),)
LED = (Criterion("led_by", ("professional", "trained_volunteer", "peer")),)
# What a desk or a companion is in the words of the thesaurus.
DESKS = ("city_info", "social_advice", "senior_info", "health_advice", "community_house")
COMPANIONS = ("escort", "companion", "support_person", "friend_service", "culture_companion")
ABOUT_DESKS = {
    "money_worries": ("debt_advice", "benefit_advice"),
    "debts": ("debt_advice",),
    "digital_difficulty": ("digital_help",),
    "loneliness": ("mental_health_point",),
    "newly_in_finland": ("immigrant_advice",),
}

TITLES: dict[str, Text] = {
    "desk": gettext_lazy("Puhu ensin jonkun kanssa"),
    "call": gettext_lazy("Pyydä, että sinulle soitetaan"),
    "along": gettext_lazy("Joku voi tulla mukaan"),
    "group": gettext_lazy("Ryhmän ohjaaja auttaa alkuun"),
    "self": gettext_lazy("Löydät itse"),
}
TITLES_FOR_OTHER: dict[str, Text] = {
    "call": gettext_lazy("Pyydä, että hänelle soitetaan"),
    "self": gettext_lazy("Hän löytää itse"),
}


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of help. `open_now`: the desks among `cards` answer at this moment."""

    code: str
    title: str
    cards: Sequence[Card] = ()
    open_now: bool = False


def offered(
    codes: Sequence[str], needs: Needs, *, shown_already: Set[UUID], other: bool, language: str, now: datetime
) -> list[Help]:
    """`codes` are kinds of help of `helping.py`. What is `shown_already` comes again only as a desk to call now."""
    found = dict(_found(codes, needs, shown_already, now))
    hits = [each.hit for _is_open, suggestions in found.values() for each in suggestions]
    shown = {card.id: card for card in cards(hits, language=language, now=now)}
    helps = []
    for code in codes:
        is_open, suggestions = found.get(code, (False, ()))
        told = [replace(shown[each.id], why="", doubt="") for each in suggestions if each.id in shown]
        helps.append(Help(code, title(code, other=other), told, is_open and bool(told)))
    return helps


def title(code: str, *, other: bool) -> str:
    return str(TITLES_FOR_OTHER.get(code, TITLES[code]) if other else TITLES[code])


def _found(
    codes: Sequence[str], needs: Needs, passed: Set[UUID], now: datetime
) -> Iterator[tuple[str, tuple[bool, Sequence[Suggestion]]]]:
    here = Needs(near=needs.near, language=needs.language)
    if "desk" in codes:
        told = [code for wanted in needs.wanted for code in ABOUT_DESKS.get(wanted, ())]
        desks = replace(here, wanted=(*told, *DESKS), must_hold=SERVICES)
        open_desks = _some(replace(desks, open_now=True), frozenset(), now)
        yield "desk", (bool(open_desks), open_desks or _some(desks, frozenset(), now))
    if "along" in codes:
        along = _some(replace(here, must_hold=COME_ALONG), passed, now)
        services = _some(
            replace(here, wanted=COMPANIONS, must_hold=SERVICES), passed | {each.id for each in along}, now
        )
        yield "along", (False, [*along, *services][: SHOWN + 1])
    if "group" in codes:
        groups = replace(needs, must_hold=LED)
        yield "group", (False, _some(groups, passed, now))


def _some(needs: Needs, passed: Set[UUID], now: datetime) -> Sequence[Suggestion]:
    """The best that answer: not what merely is an easy beginning."""
    wanted = set(needs.wanted)
    answers = ("about", "narrower", "helps")
    return [
        each
        for each in recommend(needs, now=now)
        if each.id not in passed
        and (not wanted or any(fact.code in answers and wanted & set(fact.values) for fact in each.reasons))
    ][:SHOWN]
