"""Which kinds of support stand beside an entry: a plain rule over what it tells. What nobody told calls for none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tarjotin.catalogue.models import Activity, Price
from tarjotin.common.languages import base_of
from tarjotin.web.resident.addresses import address, slug_in
from tarjotin.web.resident.supports import KINDS, Support, beside
from tarjotin.web.resident.where import Where

SHOWN = 4
FAR_M = 800  # farther from metro and train than many can walk
NEEDS_A_HAND = frozenset({"stairs", "uneven_ground"})
# Supports that help with one thing only: beside others they would mislead.
ONLY_ABOUT = {"sport_64": "sport", "daytime_sport": "sport", "kaikukortti": "culture", "culture_companion": "culture"}
NEVER_BESIDE = frozenset({"job_travel", "informal_care"})  # theirs are other pages


@dataclass(frozen=True, slots=True)
class Beside:
    """One support in a line: what it is, for whom, how one gets it, and its page."""

    kind: str
    name: str
    for_whom: str
    how_to_get: str
    url: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rule looks at. `spoken`: languages; none when nobody told."""

    is_paid: bool = False
    is_far: bool = False
    demands: Collection[str] = ()
    companion: Collection[str] = ()
    has_shortcomings: bool = False
    children: str = ""
    equipment: str = ""
    spoken: Collection[str] = ()
    reader: str = "fi"


def kinds(situation: Situation) -> frozenset[str]:
    return frozenset(_kinds(situation))


def _kinds(situation: Situation) -> Iterator[str]:
    if situation.is_paid:
        yield from ("free_ticket", "discount_card")
    if situation.is_far:
        yield "travel"
    if situation.companion or situation.has_shortcomings or NEEDS_A_HAND & set(situation.demands):
        yield "assistant"
    if situation.spoken and base_of(situation.reader) not in {base_of(tag) for tag in situation.spoken}:
        yield "interpreter"
    if situation.children == "no":
        yield "childcare"
    if situation.equipment == "bring":
        yield "loan_equipment"


def situation_of(
    activity: Activity,
    *,
    prices: Iterable[Price],
    spoken: Collection[str],
    where: Where | None,
    reader: str,
) -> Situation:
    return Situation(
        is_paid=is_paid(prices),
        is_far=where is not None and _is_far(where),
        demands=activity.demands,
        companion=activity.companion,
        has_shortcomings=where is not None and any(line.verdict == "shortcomings" for line in where.access),
        children=activity.children,
        equipment=activity.equipment,
        spoken=spoken,
        reader=reader,
    )


def _is_far(where: Where) -> bool:
    """Stops are computed from the point: where there is a point and no stop, none is near."""
    return where.place.point is not None and (where.nearest_m is None or where.nearest_m > FAR_M)


def is_paid(prices: Iterable[Price]) -> bool:
    """Somebody told that everybody pays something."""
    told = [price for price in prices if price.is_free is not None or price.amount is not None]
    free = any(price.is_free or price.amount == Decimal(0) for price in told if price.who == "everyone")
    return not free and any(price.amount for price in told)


def supports_beside(situation: Situation, category: str, language: str) -> list[Beside]:
    """The few that fit, one of each kind before a second one of any."""
    wanted = kinds(situation)
    found = [support for support in beside(wanted) if _fits(support, category)]
    return [_line(support, wanted, language) for support in _mixed(found, wanted)[:SHOWN]]


def _fits(support: Support, category: str) -> bool:
    return support.code not in NEVER_BESIDE and ONLY_ABOUT.get(support.code, category) == category


def _mixed(found: list[Support], wanted: frozenset[str]) -> list[Support]:
    """The first of each kind, in the order of the kinds; then the others."""
    first = [next((s for s in found if kind in s.kinds), None) for kind in KINDS if kind in wanted]
    return list({support.code: support for support in [*first, *found] if support}.values())


def _line(support: Support, wanted: frozenset[str], language: str) -> Beside:
    kind = next(kind for kind in KINDS if kind in support.kinds & wanted)
    return Beside(
        kind=str(KINDS[kind]),
        name=str(support.name),
        for_whom=str(support.for_whom),
        how_to_get=str(support.how_to_get),
        url=address("rights", language, slug_in(support.slugs, language)),
    )
